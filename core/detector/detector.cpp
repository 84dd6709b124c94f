// The torch-free side of the detectors: catalog rows become objects of segad-learn.
#include "core/detector/detector.h"

#include <stdexcept>

#include "core/base/module.h"
#include "core/detector/catalog.h"
#include "core/nn/model_io.h"

namespace segad {

void Detector::train(const TrainingSet& parts, Job& job, const TrainingOptions& options) {
    if (parts.good.size() == 0) {
        throw Error(ErrorCode::InvalidData, "training parts", "there are none",
                    "Give at least one good part the role train.");
    }
    learn(parts, options, job);
}

Scored Detector::scoreFeatures(const nn::TrunkFeatures&) const {
    throw std::logic_error("this detector does not score from a trunk's features");
}

std::unique_ptr<Detector> createDetector(const std::string& key, const DetectorConfig& config) {
    const DetectorInfo& row = detectorInfo(key);
    DetectorConfig complete = config;
    complete.params = row.params.complete(config.params);
    using Create = std::unique_ptr<Detector>(const DetectorConfig&);
    return Module::open("segad-learn").function<Create>(row.factory)(complete);
}

std::unique_ptr<Detector> loadDetector(const ModelReader& reader, const std::string& device,
                                       std::optional<Precision> precision) {
    const Json& header = reader.header();
    const std::string subject = toUtf8(reader.path());
    try {
        auto detector = createDetector(header.at("detector").get<std::string>(),
                                       {.params = header.at("params"),
                                        .backbone = header.value("backbone", std::string()),
                                        .seed = header.value("seed", std::uint64_t{0}),
                                        .device = device,
                                        .precision = precision});
        detector->load(reader);
        return detector;
    } catch (const Json::exception& failure) {
        throw Error(ErrorCode::InvalidData, subject,
                    std::string("its header can't be used: ") + failure.what(), "Train the detector again.");
    }
}

ScoredTogether scoreTogether(std::span<const Detector* const> detectors, std::span<const cv::Mat> rgb) {
    using Score = ScoredTogether(std::span<const Detector* const>, std::span<const cv::Mat>);
    return Module::open("segad-learn").function<Score>("segadScoreTogether")(detectors, rgb);
}

}  // namespace segad
