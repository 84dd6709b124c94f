#include "core/workflow/pixel_evaluation.h"

#include "core/dataset/mask.h"
#include "core/workflow/part_images.h"

namespace segad {

namespace {
/// The parts that count, with the files of their masks ("" for good parts).
struct PixelSet {
    std::vector<PartRecord> parts;
    std::vector<Path> images;
    std::vector<Path> masks;
    bool anyMask = false;
};

PixelSet pixelSet(const Project& project, const std::vector<PartRecord>& test) {
    PixelSet set;
    const std::vector<Path> images = imageFiles(project, test);
    const std::vector<Path> masks = maskFiles(project, test);
    for (std::size_t i = 0; i < test.size(); ++i) {
        const bool bad = test[i].label == Label::Bad;
        if (bad && masks[i].empty()) continue;
        set.parts.push_back(test[i]);
        set.images.push_back(images[i]);
        set.masks.push_back(bad ? masks[i] : Path());
        set.anyMask = set.anyMask || bad;
    }
    return set;
}

/// Absent, with a warning, for a mask that can't be read or is not as large as its picture.
std::optional<cv::Mat> maskOf(const Path& mask, const Path& image, Job& job) {
    try {
        return readMask(mask, probeImage(image));
    } catch (const Error& error) {
        job.warn(error);
        return std::nullopt;
    }
}
}  // namespace

PixelFigures pixelFigures(const Project& project, const RunRecord& training,
                          const std::vector<PartRecord>& test, Job& job) {
    const PixelSet set = pixelSet(project, test);
    if (!set.anyMask) return {};
    const std::uint64_t steps = 2 * set.parts.size();
    PixelRange range;
    for (std::size_t i = 0; i < set.parts.size(); ++i) {
        job.progress(i, steps);
        if (const auto map = project.maps().get(training.id, set.parts[i].id)) range.add(*map);
    }
    if (range.empty()) return {};
    PixelMetrics metrics = PixelMetrics::binned(range);
    for (std::size_t i = 0; i < set.parts.size(); ++i) {
        job.progress(set.parts.size() + i, steps);
        const auto map = project.maps().get(training.id, set.parts[i].id);
        if (!map) continue;
        if (set.masks[i].empty()) {
            metrics.addGood(*map);
        } else if (const auto mask = maskOf(set.masks[i], set.images[i], job)) {
            metrics.addBad(*map, *mask);
        }
    }
    return metrics.figures();
}

void addPixelFigures(EvaluationRecord& record, const PixelFigures& figures) {
    record.pixelAuroc = figures.auroc;
    record.aupro = figures.aupro;
    Json& pixel = record.extra["pixel"];
    pixel = {{"side", kPixelMetricSide},
             {"good_pixels", figures.goodPixels},
             {"bad_pixels", figures.badPixels},
             {"regions", figures.regions}};
    if (figures.averagePrecision) pixel["average_precision"] = *figures.averagePrecision;
    if (figures.f1Max) pixel["f1_max"] = figures.f1Max->f1;
}

}  // namespace segad
