#include "core/workflow/generated_pictures.h"

#include <algorithm>
#include <optional>

#include "core/base/sha256.h"
#include "core/defect/generate.h"
#include "core/image/image.h"
#include "core/workflow/defect_scene.h"

namespace segad {

struct GeneratedPictures::Maker {
    std::string path;
    DefectRecipe recipe;
    DefectGround ground;
    std::optional<DefectGround> partner;
    std::optional<Error> damage;  ///< told when the picture is asked for, not for the whole series
};

namespace {
void requireTexture(const DefectRecipe& recipe) {
    if (recipe.textureFile.empty() || sha256OfFile(recipe.textureFile) == recipe.textureSha256) return;
    throw Error(ErrorCode::InvalidData, recipe.textureFile,
                "is another picture than the one a defect was made of",
                "Restore it, or generate the defects again.");
}
}  // namespace

GeneratedPictures::GeneratedPictures(const Project& project, const std::vector<PartRecord>& parts) {
    for (const PartRecord& part : parts) {
        if (!part.generated) continue;
        auto maker = std::make_shared<Maker>();
        maker->path = part.path;
        try {
            const std::optional<GeneratedRecord> record = project.generated().find(part.id);
            if (!record) {
                throw Error(ErrorCode::NotFound, part.path, "has no recipe in this project",
                            "Generate the defects again.");
            }
            maker->recipe = recipeFromJson(record->recipe, part.path);
            maker->ground = groundOf(project, record->madeFrom, project.generated().segments(part.id));
            if (std::optional<SegmentMap> segments = project.generated().partnerSegments(part.id))
                maker->partner = groundOf(project, record->partner, *std::move(segments));
        } catch (const Error& error) {
            maker->damage = error;
        }
        makers_.emplace_back(part.id, std::move(maker));
    }
    std::ranges::sort(makers_, {}, &std::pair<PartId, std::shared_ptr<const Maker>>::first);
}

GeneratedPictures::~GeneratedPictures() = default;
GeneratedPictures::GeneratedPictures(GeneratedPictures&&) noexcept = default;
GeneratedPictures& GeneratedPictures::operator=(GeneratedPictures&&) noexcept = default;

bool GeneratedPictures::has(PartId part) const {
    return std::ranges::binary_search(makers_, part, {},
                                      &std::pair<PartId, std::shared_ptr<const Maker>>::first);
}

GeneratedPicture GeneratedPictures::make(PartId part) const {
    const Maker& maker =
        *std::ranges::lower_bound(makers_, part, {}, &std::pair<PartId, std::shared_ptr<const Maker>>::first)
             ->second;
    if (maker.damage) throw Error(*maker.damage);
    requireTexture(maker.recipe);
    const DefectStage stage(maker.ground, maker.partner, maker.recipe);
    GeneratedDefect made = makeDefect(maker.recipe, stage.scene());
    return {.rgb = std::move(made.rgb), .mask = std::move(made.mask)};
}

GeneratedPicture generatedPicture(const Path& file, PartId part) {
    const Project project = Project::open(file, true);
    const std::optional<PartRecord> record = project.parts().find(part);
    if (!record || !record->generated) {
        throw Error(ErrorCode::NotFound, "part " + std::to_string(part), "is not a generated part",
                    "Reload the project.");
    }
    return GeneratedPictures(project, {*record}).make(part);
}

}  // namespace segad
