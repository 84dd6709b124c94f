#include "core/workflow/defect_preview.h"

#include <algorithm>
#include <deque>
#include <mutex>

#include "core/workflow/defect_orders.h"

namespace segad {

struct DefectPreviewer::Pictures {
    std::mutex mutex;
    std::deque<std::pair<Path, cv::Mat>> kept;  ///< the newest first
};

DefectPreviewer::DefectPreviewer(Path project, const Path& textures)
    : project_(std::move(project)), pictures_(std::make_unique<Pictures>()) {
    const Project opened = Project::open(project_, true);
    stock_ = stockOf(opened, {}, textures);
}

DefectPreviewer::~DefectPreviewer() = default;

std::vector<PartId> DefectPreviewer::parts() const {
    std::vector<PartId> ids;
    for (const PartRecord& part : stock_->parts)
        ids.push_back(part.id);
    return ids;
}

cv::Mat DefectPreviewer::read(const Path& file) const {
    {
        const std::scoped_lock lock(pictures_->mutex);
        for (const auto& [known, rgb] : pictures_->kept) {
            if (known == file) return rgb;
        }
    }
    cv::Mat rgb = readPicture(file);
    const std::scoped_lock lock(pictures_->mutex);
    pictures_->kept.emplace_front(file, rgb);
    if (pictures_->kept.size() > kPicturesKept) pictures_->kept.pop_back();
    return rgb;
}

DefectPreview DefectPreviewer::draw(const DefectPreviewRequest& request) const {
    const Project project = Project::open(project_, true);
    std::shared_ptr<const DefectStock> stock = stock_;
    auto place = std::ranges::find(stock->parts, request.part, &PartRecord::id);
    if (place == stock->parts.end()) {
        // Only to look at: defects are not made from it.
        auto wider = std::make_shared<DefectStock>(*stock_);
        const std::optional<PartRecord> part = project.parts().find(request.part);
        if (!part || part->generated) {
            throw Error(ErrorCode::NotFound, "part " + std::to_string(request.part),
                        "is no photographed part", "Choose another part.");
        }
        wider->add(project, *part);
        stock = wider;
        place = stock->parts.end() - 1;
    }
    const DefectPlan plan = planOf(project,
                                   {.kinds = {request.kind},
                                    .mostDefects = request.mostDefects,
                                    .segments = request.segments,
                                    .seed = request.seed,
                                    .unit = request.unit,
                                    .pixelsPerMillimetre = request.pixelsPerMillimetre},
                                   stock);
    const auto reader = [this](const Path& file) { return read(file); };
    const auto [drawn, defect] = drawDefect(
        plan, {.part = static_cast<std::size_t>(place - stock->parts.begin()), .number = request.number},
        reader);
    DefectPreview preview{.before = read(stock->grounds[drawn.part].file)};
    if (defect) {
        preview.after = defect->rgb;
        preview.mask = defect->mask;
    }
    return preview;
}

}  // namespace segad
