#include "core/workflow/defect_orders.h"

#include <algorithm>
#include <set>

#include "core/base/sha256.h"
#include "core/dataset/picture_folder.h"

namespace segad {

namespace {
constexpr int kMostGenerated = 1'000'000;

/// Parameters in per cent, checked before anything is drawn.
void settleKinds(DefectPlan& plan, const std::vector<DefectChoice>& wanted) {
    plan.kinds = wanted;
    if (plan.kinds.empty()) {
        for (const std::string& key : paperDefectKinds())
            plan.kinds.push_back({.kind = key});
    }
    std::set<std::string> seen;
    for (const DefectChoice& choice : plan.kinds) {
        requireDefectKind(choice.kind);
        if (!seen.insert(choice.kind).second) {
            throw Error(ErrorCode::InvalidArgument, choice.kind, "is asked for twice",
                        "Name each kind once.");
        }
    }
}

/// The stream for what is chosen beside the drawing itself.
SplitMix64 choiceStream(const DefectRecipe& recipe, const char* what) {
    return SplitMix64(recipe.seed, std::string(what) + "/" + recipe.kind + "/" + recipe.part + "/" +
                                       std::to_string(recipe.number));
}

DefectRecipe recipeOf(const DefectPlan& plan, const DefectOrder& order) {
    const DefectChoice& choice = plan.kinds[order.kind];
    const PartRecord& part = plan.stock->parts[order.part];
    const ParamSchema& schema = requireDefectKind(choice.kind).params;
    const SizeScale scale{.unit = plan.unit,
                          .side = std::min(part.width, part.height),
                          .pixelsPerMillimetre = plan.pixelsPerMillimetre};
    DefectRecipe recipe{.kind = choice.kind,
                        .params = schema.complete(inPercent(schema, choice.params, scale)),
                        .segments = plan.segments,
                        .seed = plan.seed,
                        .part = plan.stock->grounds[order.part].name,
                        .number = order.number};
    if (plan.mostDefects > 1) {
        SplitMix64 random = choiceStream(recipe, "defects");
        recipe.defects = 1 + static_cast<int>(random.below(static_cast<std::uint64_t>(plan.mostDefects)));
    }
    return recipe;
}

/// Another of the parts; the only one itself.
std::optional<std::size_t> choosePartner(const DefectPlan& plan, const DefectKind& kind,
                                         const DefectOrder& order, const DefectRecipe& recipe) {
    if (!kind.needsPartner) return std::nullopt;
    if (plan.stock->parts.size() < 2) return order.part;
    SplitMix64 random = choiceStream(recipe, "partner");
    const auto other = static_cast<std::size_t>(random.below(plan.stock->parts.size() - 1));
    return other < order.part ? other : other + 1;
}

void chooseTexture(const DefectPlan& plan, const DefectKind& kind, DefectRecipe& recipe) {
    if (!kind.takesTextures || plan.stock->textures.empty()) return;
    SplitMix64 random = choiceStream(recipe, "texture");
    const Path& file = plan.stock->textures[random.below(plan.stock->textures.size())];
    recipe.textureFile = toUtf8(std::filesystem::absolute(file));
    recipe.textureSha256 = sha256OfFile(file);
}
}  // namespace

std::vector<Path> texturesIn(const Path& folder) {
    if (folder.empty()) return {};
    Job unwatched;
    return readPictureFolder(folder, unwatched).files;
}

std::pair<DrawnDefect, std::optional<GeneratedDefect>> drawDefect(const DefectPlan& plan,
                                                                  const DefectOrder& order,
                                                                  const ReadPicture& read) {
    DrawnDefect drawn{.recipe = recipeOf(plan, order), .part = order.part};
    const DefectKind& kind = requireDefectKind(drawn.recipe.kind);
    drawn.partner = choosePartner(plan, kind, order, drawn.recipe);
    chooseTexture(plan, kind, drawn.recipe);
    std::optional<DefectGround> partner;
    if (drawn.partner) partner = plan.stock->grounds[*drawn.partner];
    const DefectStage stage(plan.stock->grounds[order.part], partner, drawn.recipe, read);
    std::optional<GeneratedDefect> defect = generateDefect(drawn.recipe, stage.scene());
    return {std::move(drawn), std::move(defect)};
}

Error tooFaint(const DefectPlan& plan, const DefectOrder& order) {
    return Error(ErrorCode::InvalidData, plan.stock->parts[order.part].path,
                 "got no defect of kind " + plan.kinds[order.kind].kind + ": nothing was to be seen after " +
                     std::to_string(kDefectAttempts) + " draws",
                 "Make it larger or stronger, or choose other segments.");
}

std::shared_ptr<const DefectStock> stockOf(const Project& project, const std::vector<PartId>& parts,
                                           const Path& textures) {
    auto stock = std::make_shared<DefectStock>();
    stock->textures = texturesIn(textures);
    if (parts.empty()) {
        for (const PartRecord& part : partsToMakeDefectsFrom(project))
            stock->add(project, part);
    }
    for (const PartId id : parts) {
        const std::optional<PartRecord> part = project.parts().find(id);
        if (!part || part->generated || part->label == Label::Bad) {
            throw Error(ErrorCode::InvalidArgument, part ? part->path : "part " + std::to_string(id),
                        "can't be made a defective part of", "Choose photographed good parts.");
        }
        stock->add(project, *part);
    }
    return stock;
}

DefectPlan planOf(const Project& project, const GenerateRequest& request,
                  std::shared_ptr<const DefectStock> stock) {
    DefectPlan plan{.stock = std::move(stock),
                    .segments = segmentsNamed(project, request.segments),
                    .mostDefects = request.mostDefects,
                    .seed = request.seed,
                    .unit = request.unit,
                    .pixelsPerMillimetre = request.pixelsPerMillimetre};
    settleKinds(plan, request.kinds);
    if (request.count < 0 || request.count > kMostGenerated) {
        throw Error(ErrorCode::InvalidArgument, "count", "must lie between 0 and 1000000",
                    "A few defects for each good part are enough.");
    }
    if (request.mostDefects < 1 || request.mostDefects > kMostDefects) {
        throw Error(ErrorCode::InvalidArgument, "most",
                    "must lie between 1 and " + std::to_string(kMostDefects),
                    "A part with more defects than that is bad without doubt and teaches nothing.");
    }
    // Wrong parameters are told before the first picture is read.
    for (std::size_t kind = 0; kind < plan.kinds.size(); ++kind)
        recipeOf(plan, {.part = 0, .kind = kind});
    return plan;
}

}  // namespace segad
