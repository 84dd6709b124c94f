#include "core/segment/strokes_source.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/image/resize.h"
#include "core/nn/model_io.h"
#include "core/segment/doubt_bound.h"
#include "core/segment/map_smoothing.h"
#include "core/segment/painted_labels.h"
#include "core/segment/pixel_classifier.h"
#include "core/segment/segment_source.h"
#include "core/segment/source_backbone.h"

namespace segad {

namespace {
constexpr const char* kKey = "strokes";
/// The fine layers: what lies at borders, at the cost of a few milliseconds.
const std::vector<int> kLayers{1, 2};
/// Painted pixels of a label that are learned from; more make learning slower, not better.
constexpr std::size_t kPixelsPerLabel = 800;
constexpr std::size_t kSample = 8;
/// Painted parts whose features are kept while more is painted: about 20 MB each.
constexpr std::ptrdiff_t kKeptFeatures = 12;
/// Pixels between those that tell how frequent the labels are.
constexpr int kEvery = 4;

/// A painted pixel of the map.
struct PaintedPixel {
    cv::Point at;
    std::uint8_t label = 0;
};

/// Strokes at the map's size. A thin one on a large picture must not fall between the pixels of the map, so
/// every painted pixel marks the one it lies in.
std::vector<PaintedPixel> paintedPixels(const cv::Mat& labels, int side) {
    cv::Mat marks(side, side, CV_8UC1, cv::Scalar(PaintedPart::kUnpainted));
    for (int y = 0; y < labels.rows; ++y) {
        const std::uint8_t* row = labels.ptr(y);
        std::uint8_t* mark = marks.ptr(static_cast<int>(std::int64_t{y} * side / labels.rows));
        for (int x = 0; x < labels.cols; ++x) {
            if (row[x] != PaintedPart::kUnpainted)
                mark[static_cast<int>(std::int64_t{x} * side / labels.cols)] = row[x];
        }
    }
    std::vector<PaintedPixel> pixels;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const std::uint8_t label = marks.at<std::uint8_t>(y, x);
            if (label != PaintedPart::kUnpainted) pixels.push_back({{x, y}, label});
        }
    }
    return pixels;
}

struct Stroked {
    std::string path;
    cv::Mat rgb;  ///< side × side
    std::vector<PaintedPixel> pixels;
    std::shared_ptr<const PixelFeatures> features;  ///< once they were needed
};

bool samePicture(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && cv::norm(a, b, cv::NORM_INF) == 0;
}

/// Leaves at most kPixelsPerLabel of each label, drawn evenly over all parts.
void thinOut(std::vector<Stroked>& parts) {
    struct Place {
        std::size_t part;
        PaintedPixel pixel;
    };
    std::vector<std::vector<Place>> byLabel(256);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (const PaintedPixel& pixel : parts[i].pixels)
            byLabel[pixel.label].push_back({i, pixel});
        parts[i].pixels.clear();
    }
    for (std::size_t label = 0; label < byLabel.size(); ++label) {
        std::vector<Place>& own = byLabel[label];
        SplitMix64 dice(333, "strokes/" + std::to_string(label));
        for (std::size_t i = 0; i < std::min(kPixelsPerLabel, own.size()); ++i) {
            std::swap(own[i], own[i + dice.below(own.size() - i)]);
            parts[own[i].part].pixels.push_back(own[i].pixel);
        }
    }
}

class StrokesSource : public SegmentSource {
public:
    explicit StrokesSource(const Json& params)
        : params_(params),
          names_(namesFromList(params.at("names").get<std::string>())),
          side_(params.at("side").get<int>()),
          position_(params.at("position").get<bool>()),
          smooth_(params.at("smooth").get<int>()),
          specks_(params.at("specks").get<int>()),
          bound_(params.at("bound").get<double>()),
          backbone_(params.at("backbone").get<std::string>()) {}

    void learnFrom(const Paintings& paintings) override;
    void prepare(std::span<const SegmentPart> parts, Job& job) override;
    std::vector<std::string> names() const override { return names_; }
    SegmentedPart segment(const SegmentPart& part) const override { return segmentEvery(part, 1); }
    SegmentedPart glance(const SegmentPart& part) const override { return segmentEvery(part, 2); }
    Json settledParams() const override;
    bool hasModel() const override { return true; }
    void save(ModelWriter& writer) const override;
    void load(const ModelReader& model) override;

private:
    cv::Mat reduced(const cv::Mat& rgb) const {
        return resizeImage(rgb, {side_, side_}, ResizeMode::Antialias);
    }
    PixelFeatures featuresOf(const cv::Mat& rgb) const { return {rgb, extractor_.get(), position_}; }
    std::shared_ptr<const PixelFeatures> featuresOf(Stroked& part) const;
    PixelSample sample(Job& job);
    /// Chances are found at every `every`-th pixel of every `every`-th line, which is what takes the time.
    SegmentedPart segmentEvery(const SegmentPart& part, int every) const;

    Json params_;
    std::vector<std::string> names_;
    int side_;
    bool position_;
    int smooth_;
    int specks_;
    double bound_;  ///< 0 until it is settled
    std::string backbone_;
    std::vector<Stroked> stroked_;
    std::unique_ptr<FeatureExtractor> extractor_;
    std::optional<PixelClassifier> classifier_;
    std::vector<double> shares_;  ///< of the labels in the pictures
};

void StrokesSource::learnFrom(const Paintings& paintings) {
    if (paintings.parts.empty()) {
        throw Error(ErrorCode::NotFound, kKey, "no part has strokes on it",
                    "Paint some strokes on every segment of a few parts first.");
    }
    names_ = paintings.names;
    const std::vector<Stroked> before = std::exchange(stroked_, {});
    for (const PaintedPart& part : paintings.parts) {
        requireLabels(part, names_.size());
        stroked_.push_back({part.path, reduced(part.rgb), paintedPixels(part.labels, side_), nullptr});
        // After one more stroke the pictures are the same.
        const auto known = std::ranges::find(before, part.path, &Stroked::path);
        if (known != before.end() && samePicture(known->rgb, stroked_.back().rgb))
            stroked_.back().features = known->features;
    }
    thinOut(stroked_);
}

std::shared_ptr<const PixelFeatures> StrokesSource::featuresOf(Stroked& part) const {
    if (part.features) return part.features;
    auto features = std::make_shared<const PixelFeatures>(featuresOf(part.rgb));
    const auto kept =
        std::ranges::count_if(stroked_, [](const Stroked& each) { return each.features != nullptr; });
    if (kept < kKeptFeatures) part.features = features;
    return features;
}

PixelSample StrokesSource::sample(Job& job) {
    PixelSample sample;
    for (std::size_t i = 0; i < stroked_.size(); ++i) {
        job.progress(i, stroked_.size(), "Looking at the painted parts");
        const std::shared_ptr<const PixelFeatures> features = featuresOf(stroked_[i]);
        sample.columns = features->columns();
        for (const PaintedPixel& pixel : stroked_[i].pixels) {
            sample.values.resize(sample.values.size() + sample.columns);
            features->write(pixel.at.x, pixel.at.y,
                            sample.values.data() + sample.values.size() - sample.columns);
            sample.labels.push_back(pixel.label);
        }
    }
    return sample;
}

void StrokesSource::prepare(std::span<const SegmentPart> parts, Job& job) {
    if (stroked_.empty()) learnFrom({});
    if (!extractor_) extractor_ = openSourceBackbone(backbone_, kLayers, side_, "");
    {
        Job::Stage learning(job, 0.5, "Learning from strokes");
        PixelSample painted;
        {
            Job::Stage looking(learning.job(), 0.3, "");
            painted = sample(looking.job());
        }
        Job::Stage fitting(learning.job(), 0.7, "");
        classifier_ = PixelClassifier::fit(painted, static_cast<int>(names_.size()), fitting.job());
    }
    std::vector<std::vector<cv::Mat>> seen;
    for (Stroked& part : stroked_) {
        job.throwIfCancelled();
        seen.push_back(classifier_->chances(*featuresOf(part), kEvery));
    }
    shares_ = usualShares(seen);
    if (bound_ > 0) return;
    Job::Stage judging(job, 0.5, "Looking at the parts");
    bound_ = usualDoubtBound(
        parts, kSample, [&](const SegmentPart& part) { return *segment(part).doubt; }, judging.job());
}

SegmentedPart StrokesSource::segmentEvery(const SegmentPart& part, int every) const {
    const cv::Mat rgb = reduced(part.rgb());
    const PixelFeatures features = featuresOf(rgb);
    std::vector<cv::Mat> chances =
        every == 1 ? classifier_->sparingChances(features) : classifier_->chances(features, every);
    for (cv::Mat& plane : chances)
        if (plane.size() != rgb.size()) cv::resize(plane, plane, rgb.size(), 0, 0, cv::INTER_LINEAR);
    weighByShares(chances, shares_);
    smoothAlong(rgb, chances, smooth_);
    cv::Mat labels = largestPlane(chances);
    removeSpecks(labels, specks_);
    const cv::Mat uncertainty = closeness(chances);
    const double doubt = std::clamp(cv::mean(uncertainty)[0], 0.0, 1.0);
    return {.map = SegmentMap(labels, static_cast<int>(names_.size()), part.path),
            .doubt = doubt,
            .uncertainty = uncertainty,
            .flagged = bound_ > 0 && doubt > bound_};
}

Json StrokesSource::settledParams() const {
    Json settled = params_;
    settled["names"] = listOfNames(names_);
    settled["bound"] = bound_;
    if (extractor_) settled["backbone"] = extractor_->backbone().name;
    return settled;
}

void StrokesSource::save(ModelWriter& writer) const {
    Json paths = Json::array();
    for (const Stroked& part : stroked_)
        paths.push_back(part.path);
    writer.header({{"source", kKey},
                   {"names", names_},
                   {"parts", paths},
                   {"weights_identity", extractor_->backbone().weightsIdentity},
                   {"shares", shares_},
                   {"trees", classifier_->save()}});
}

void StrokesSource::load(const ModelReader& model) {
    const Json& header = model.header();
    const std::string file = model.path().string();
    if (header.value("source", "") != kKey || !header.contains("trees")) {
        throw Error(ErrorCode::InvalidData, file, "holds nothing that was learned from strokes",
                    "Make the segment maps again.");
    }
    extractor_ = openSourceBackbone(backbone_, kLayers, side_, header.value("weights_identity", ""));
    classifier_ = PixelClassifier::load(header["trees"], file);
    shares_ = header.value("shares", std::vector<double>());
    const PixelFeatures plain = featuresOf(cv::Mat::zeros(side_, side_, CV_8UC3));
    if (classifier_->columns() != plain.columns() ||
        classifier_->components() != static_cast<int>(names_.size()) || shares_.size() != names_.size()) {
        throw Error(ErrorCode::InvalidData, file, "was learned with other parameters",
                    "Make the segment maps again.");
    }
}

ParamSchema schema() {
    return {{.key = "smooth",
             .title = "Smoothing",
             .type = ParamType::Int,
             .defaultValue = 3,
             .minimum = 0,
             .maximum = 20,
             .unit = "px",
             .help = "Averages the chances over such a radius along the picture's own edges; 0: not at all",
             .reference = "He et al. 2010"},
            {.key = "specks",
             .title = "Smallest piece",
             .type = ParamType::Int,
             .defaultValue = 20,
             .minimum = 0,
             .maximum = 10000,
             .unit = "px",
             .help = "Connected pieces of fewer pixels of the map go to their neighbours"},
            {.key = "position",
             .title = "Position",
             .type = ParamType::Bool,
             .defaultValue = false,
             .help = "Learns where a pixel lies, too: for parts that sit alike"},
            {.key = "bound",
             .title = "Largest uncertainty",
             .type = ParamType::Real,
             .defaultValue = 0.0,
             .minimum = 0.0,
             .maximum = 1.0,
             .help = "Parts that are less certain are flagged; 0 finds the bound from the parts themselves",
             .advanced = true},
            sourceBackboneParam(),
            sourceSideParam(),
            {.key = "names",
             .title = "Names",
             .type = ParamType::Text,
             .defaultValue = "",
             .help = "Names of the components in the order of their labels, separated by commas",
             .advanced = true}};
}
}  // namespace

SegmentSourceInfo strokesSourceRow() {
    return {.key = kKey,
            .title = "From strokes",
            .help = "Paint a few strokes on every segment of a few parts; the rest is learned from them.",
            .params = schema(),
            .painting = SegmentPainting::Strokes,
            .create = [](const Json& params) -> std::unique_ptr<SegmentSource> {
                return std::make_unique<StrokesSource>(params);
            }};
}

}  // namespace segad
