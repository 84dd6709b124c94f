#include "core/workflow/defect_scene.h"

#include "core/image/image.h"

namespace segad {

DefectGround groundOf(const Project& project, PartId part, SegmentMap segments) {
    const std::optional<PartRecord> record = project.parts().find(part);
    if (!record) {
        throw Error(ErrorCode::NotFound, "part " + std::to_string(part),
                    "has gone, and defects were made from it", "Generate the defects again.");
    }
    return {.part = part,
            .name = record->sha256.empty() ? record->path : record->sha256,
            .file = project.parts().imageFile(*record),
            .segments = std::move(segments)};
}

DefectGround groundOf(const Project& project, const PartRecord& part) {
    std::optional<SegmentMap> segments = project.segments().map(part.id);
    return groundOf(project, part.id, segments ? *std::move(segments) : SegmentMap::whole({1, 1}));
}

cv::Mat readPicture(const Path& file) {
    return decodeImage(file).rgb;
}

DefectStage::DefectStage(const DefectGround& ground, const std::optional<DefectGround>& partner,
                         const DefectRecipe& recipe, const ReadPicture& read)
    : scene_(std::make_unique<DefectScene>(read(ground.file), ground.segments, recipe.segments,
                                           ground.file.string())) {
    if (partner) {
        // Any of its segments will do.
        partner_ = std::make_unique<DefectScene>(read(partner->file), partner->segments, std::vector<int>{},
                                                 partner->file.string());
        scene_->setPartner(*partner_);
    }
    if (!recipe.textureFile.empty()) scene_->setTexture(read(recipe.textureFile));
}

}  // namespace segad
