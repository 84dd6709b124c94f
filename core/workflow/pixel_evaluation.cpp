#include "core/workflow/pixel_evaluation.h"

#include "core/workflow/part_images.h"

namespace segad {

namespace {
/// Absent, with a warning, for a mask that can't be read or is not as large as its picture.
std::optional<cv::Mat> maskOf(const PartMasks& masks, std::size_t index, Job& job) {
    try {
        return masks.mask(index);
    } catch (const Error& error) {
        job.warn(error);
        return std::nullopt;
    }
}
}  // namespace

PixelResult pixelFigures(const Project& project, const RunRecord& training,
                         const std::vector<PartRecord>& test, Job& job) {
    const PartMasks masks(project, test);
    std::vector<std::size_t> counted;
    bool anyMask = false;
    for (std::size_t i = 0; i < test.size(); ++i) {
        const bool bad = test[i].label == Label::Bad;
        if (!bad || masks.has(i)) counted.push_back(i);
        anyMask = anyMask || (bad && masks.has(i));
    }
    if (!anyMask) return {};
    const std::uint64_t steps = 2 * counted.size();
    std::uint64_t done = 0;
    PixelRange range;
    for (const std::size_t i : counted) {
        job.progress(done++, steps);
        if (const auto map = project.maps().get(training.id, test[i].id)) range.add(*map);
    }
    if (range.empty()) return {};
    PixelMetrics metrics = PixelMetrics::binned(range);
    PixelResult result;
    for (const std::size_t i : counted) {
        job.progress(done++, steps);
        const auto map = project.maps().get(training.id, test[i].id);
        if (!map) continue;
        if (test[i].label != Label::Bad) {
            metrics.addGood(*map);
        } else if (const auto mask = maskOf(masks, i, job)) {
            metrics.addBad(*map, *mask);
            ++(masks.isPainted(i) ? result.paintedParts : result.maskedParts);
        }
    }
    result.figures = metrics.figures();
    return result;
}

void addPixelFigures(EvaluationRecord& record, const PixelResult& result) {
    const PixelFigures& figures = result.figures;
    record.pixelAuroc = figures.auroc;
    record.aupro = figures.aupro;
    Json& pixel = record.extra["pixel"];
    pixel = {{"side", kPixelMetricSide},
             {"good_pixels", figures.goodPixels},
             {"bad_pixels", figures.badPixels},
             {"regions", figures.regions},
             {"painted_parts", result.paintedParts},
             {"masked_parts", result.maskedParts}};
    if (figures.averagePrecision) pixel["average_precision"] = *figures.averagePrecision;
    if (figures.f1Max) pixel["f1_max"] = figures.f1Max->f1;
}

}  // namespace segad
