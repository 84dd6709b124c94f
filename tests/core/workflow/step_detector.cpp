#include "tests/core/workflow/step_detector.h"

#include <opencv2/core.hpp>

#include "core/base/sha256.h"
#include "core/nn/model_io.h"
#include "core/nn/safetensors_writer.h"

namespace segad::test {

namespace {
const cv::Size kSide(16, 16);

std::string identityOf(const cv::Mat& rgb) {
    const cv::Mat pixels = rgb.isContinuous() ? rgb : rgb.clone();
    return sha256Hex({reinterpret_cast<const char*>(pixels.data), pixels.total() * pixels.elemSize()});
}

double brightness(const cv::Mat& rgb) {
    return cv::mean(rgb)[0] / 255;
}

class StepDetector : public Detector {
public:
    StepDetector(DetectorConfig config, StepLog& log) : config_(std::move(config)), log_(log) {}

    DetectorDescription description() const override {
        return {.key = "steps", .params = config_.params, .seed = config_.seed, .device = "cpu"};
    }
    bool isTrained() const noexcept override { return curve_.has_value(); }
    std::optional<LossCurve> lossCurve() const override { return curve_; }
    NetworkInput input() const override { return {.size = kSide}; }

    std::vector<Scored> score(std::span<const cv::Mat> rgb) const override {
        std::vector<Scored> results;
        for (const cv::Mat& full : rgb) {
            const cv::Mat picture = resizeImage(full, input().size, input().resize);
            const double score =
                remembered_.contains(identityOf(picture)) ? kRemembered : brightness(picture);
            results.push_back({.imageScore = score,
                               .map = AnomalyMap(cv::Mat(kSide, CV_32FC1, cv::Scalar(score)), "steps")});
        }
        return results;
    }

    void save(ModelWriter& writer) const override {
        writer.tensor("loss", {1}, std::vector<float>{static_cast<float>(curve_->finalLoss())});
        writer.header({{"detector", "steps"}, {"params", config_.params}});
    }
    void load(const ModelReader&) override { throw std::logic_error("is never loaded"); }

private:
    void learn(const TrainingSet& parts, const TrainingOptions& options, Job& job) override {
        double sum = 0;
        for (std::size_t i = 0; i < parts.good.size(); ++i)
            sum += brightness(parts.good.rgb(i));
        std::set<std::string> remembered;
        std::size_t masks = 0;
        for (std::size_t i = 0; parts.bad != nullptr && i < parts.bad->size(); ++i) {
            remembered.insert(identityOf(resizeImage(parts.bad->rgb(i), input().size, input().resize)));
            masks += parts.badMasks->mask(i).empty() ? 0 : 1;
        }
        log_.bad.push_back(remembered.size());
        log_.masks.push_back(masks);
        log_.deterministic.push_back(options.deterministic);
        LossCurve curve = begin(options);
        takeSteps(curve, sum, options, job);
        curve_ = std::move(curve);
        remembered_ = std::move(remembered);
    }

    static LossCurve begin(const TrainingOptions& options) {
        if (!options.resume || !std::filesystem::exists(options.checkpoint)) return {};
        const TensorFile file = TensorFile::read(options.checkpoint);
        const Json header = parseJson(file.metadata().at("header"), "checkpoint");
        if (header.at("fingerprint") != options.fingerprint) throw std::logic_error("another's checkpoint");
        return lossCurveFromJson(header.at("curve"), "checkpoint");
    }

    /// The loss of a step depends on the one before, so that a step left out or taken twice shows.
    void takeSteps(LossCurve& curve, double sum, const TrainingOptions& options, Job& job) {
        const auto planned = config_.params.at("steps").get<std::int64_t>();
        while (curve.steps < planned) {
            try {
                job.progress(static_cast<std::uint64_t>(curve.steps), static_cast<std::uint64_t>(planned));
                if (log_.steps == log_.dieAtStep) {
                    log_.dieAtStep = -1;
                    throw Error(ErrorCode::DiskFull, "disk", "is full", "Make room.");
                }
            } catch (...) {
                keep(curve, planned, options);
                throw;
            }
            ++log_.steps;
            ++curve.steps;
            curve.seconds += 0.5;
            const double loss = 0.5 * curve.finalLoss() + sum / static_cast<double>(curve.steps);
            curve.points.push_back({.step = curve.steps, .loss = loss, .learningSeconds = curve.seconds});
            if (options.onPoint) options.onPoint(curve.points.back());
        }
        keep(curve, planned, options);
    }

    static void keep(const LossCurve& curve, std::int64_t planned, const TrainingOptions& options) {
        std::filesystem::create_directories(options.checkpoint.parent_path());
        const Json header{
            {"fingerprint", options.fingerprint}, {"planned", planned}, {"curve", toJson(curve)}};
        const float value = 1;
        writeSafetensors(options.checkpoint, {{{"state", {1}}, {&value, 1}}}, {{"header", header.dump()}});
    }

    DetectorConfig config_;
    StepLog& log_;
    std::optional<LossCurve> curve_;
    std::set<std::string> remembered_;
};
}  // namespace

DetectorInfo stepInfo(Supervision supervision) {
    DetectorInfo info;
    info.key = "steps";
    info.title = "Steps";
    info.supervision = supervision;
    info.usesBackbone = false;
    info.params = ParamSchema{{.key = "steps",
                               .title = "Steps",
                               .type = ParamType::Int,
                               .defaultValue = 8,
                               .minimum = 1,
                               .maximum = 1000}};
    info.estimateCost = [](const CostQuestion& question) {
        const double seconds = static_cast<double>(question.trainParts + 10 * question.badParts);
        return CostEstimate{.trainSeconds = seconds, .scoreSecondsPerPart = 0.5};
    };
    return info;
}

DetectorFactory stepFactory(StepLog& log) {
    return [&log](const std::string&, const DetectorConfig& config) -> std::unique_ptr<Detector> {
        return std::make_unique<StepDetector>(config, log);
    };
}

}  // namespace segad::test
