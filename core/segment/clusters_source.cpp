#include "core/segment/clusters_source.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/threads.h"
#include "core/image/k_means.h"
#include "core/image/resize.h"
#include "core/nn/model_io.h"
#include "core/segment/cluster_merges.h"
#include "core/segment/doubt_bound.h"
#include "core/segment/map_smoothing.h"
#include "core/segment/painted_labels.h"
#include "core/segment/pixel_features.h"
#include "core/segment/segment_source.h"
#include "core/segment/source_backbone.h"

namespace segad {

namespace {
constexpr const char* kKey = "clusters";
const std::vector<int> kLayers{1, 2, 3};
constexpr std::size_t kParts = 32;           ///< that are looked at
constexpr std::size_t kPlacesPerPart = 512;  ///< of these
constexpr std::size_t kCoreset = 4000;
constexpr std::size_t kSample = 12;
constexpr std::uint64_t kSeed = 333;
constexpr int kCellPixels = 4;  ///< side of a place, pixels of the map: that of the finest layer
/// Weight of colour beside each layer of the backbone, whose features have length one on average.
constexpr float kColorWeight = 1.0F;

class ClustersSource : public SegmentSource {
public:
    explicit ClustersSource(const Json& params)
        : params_(params),
          wanted_(params.at("count").get<int>()),
          merge_(params.at("merge").get<std::string>()),
          ownNames_(namesFromList(params.at("names").get<std::string>())),
          side_(params.at("side").get<int>()),
          smooth_(params.at("smooth").get<double>()),
          specks_(params.at("specks").get<int>()),
          backbone_(params.at("backbone").get<std::string>()) {}

    void prepare(std::span<const SegmentPart> parts, Job& job) override;
    std::vector<std::string> names() const override;
    SegmentedPart segment(const SegmentPart& part) const override;
    Json settledParams() const override;
    bool hasModel() const override { return true; }
    void save(ModelWriter& writer) const override;
    void load(const ModelReader& model) override;

private:
    int cells() const noexcept { return side_ / kCellPixels; }
    cv::Mat reduced(const cv::Mat& rgb) const {
        return resizeImage(rgb, {side_, side_}, ResizeMode::Antialias);
    }
    cv::Mat placesOf(const cv::Mat& rgb) const;
    cv::Mat gather(std::span<const SegmentPart> parts, Job& job) const;
    void group(const cv::Mat& places, Job& job);
    void settleOrder(std::span<const SegmentPart> parts, Job& job);
    void settleLabels();
    std::vector<cv::Mat> nearness(const cv::Mat& places) const;

    Json params_;
    int wanted_;  ///< 0: to be found
    std::string merge_;
    std::vector<std::string> ownNames_;
    int side_;
    double smooth_;
    int specks_;
    std::string backbone_;
    std::unique_ptr<FeatureExtractor> extractor_;
    cv::Mat centres_;          ///< CV_32FC1, one a row, in the order of the clusters' numbers
    std::vector<int> labels_;  ///< of each cluster, after merging: 0, 1, 2, … without gaps
    int components_ = 0;
};

/// One row a place, row by row: the layers' features and the colour there, each layer of about equal say.
cv::Mat ClustersSource::placesOf(const cv::Mat& rgb) const {
    std::vector<FeatureField> fields;
    for (const FeatureMap& map : extractor_->extract(rgb))
        fields.emplace_back(map);
    cv::Mat scaled;
    rgb.convertTo(scaled, CV_32F, 1.0 / 255);
    cv::Mat lab;
    cv::cvtColor(scaled, lab, cv::COLOR_RGB2Lab);
    cv::resize(lab, lab, {cells(), cells()}, 0, 0, cv::INTER_AREA);
    int columns = 3;
    for (const FeatureField& field : fields)
        columns += field.channels();
    cv::Mat places(cells() * cells(), columns, CV_32FC1);
    for (int y = 0; y < cells(); ++y) {
        for (int x = 0; x < cells(); ++x) {
            auto* out = places.ptr<float>(y * cells() + x);
            for (const FeatureField& field : fields) {
                field.at((x + 0.5) / cells(), (y + 0.5) / cells(), out);
                // Directions compare; lengths say how much contrast a picture has.
                float length = 0;
                for (int i = 0; i < field.channels(); ++i)
                    length += out[i] * out[i];
                const float scale = length > 0 ? 1 / std::sqrt(length) : 0;
                for (int i = 0; i < field.channels(); ++i)
                    out[i] *= scale;
                out += field.channels();
            }
            constexpr float kColorRange = 50;
            const auto& color = lab.at<cv::Vec3f>(y, x);
            for (int i = 0; i < 3; ++i)
                out[i] = kColorWeight * color[i] / kColorRange;
        }
    }
    return places;
}

cv::Mat ClustersSource::gather(std::span<const SegmentPart> parts, Job& job) const {
    const std::size_t count = std::min(kParts, parts.size());
    std::vector<cv::Mat> found(count);
    std::size_t done = 0;
    constexpr std::size_t kAtATime = 4;
    for (; done < count; done += kAtATime) {
        job.progress(done, count);
        parallelFor(std::min(kAtATime, count - done), [&](std::size_t i) {
            const SingleThreadScope single;
            const SegmentPart& part = parts[(done + i) * parts.size() / count];
            try {
                const cv::Mat places = placesOf(reduced(part.rgb()));
                SplitMix64 dice(kSeed, part.path);
                cv::Mat drawn(static_cast<int>(kPlacesPerPart), places.cols, CV_32FC1);
                for (int row = 0; row < drawn.rows; ++row)
                    places.row(static_cast<int>(dice.below(static_cast<std::uint64_t>(places.rows))))
                        .copyTo(drawn.row(row));
                found[done + i] = drawn;
            } catch (const Error&) {
                found[done + i].release();  // segment() says what is wrong with it
            }
        });
    }
    cv::Mat all;
    for (const cv::Mat& own : found)
        if (!own.empty()) all.push_back(own);
    return all;
}

void ClustersSource::group(const cv::Mat& places, Job& job) {
    constexpr int kFewest = 2;
    constexpr int kMost = 10;
    const WeightedPoints points = lightweightCoreset(places, kCoreset, kSeed);
    if (wanted_ > 0) {
        job.progress(0, 1, "Grouping");
        centres_ = kMeans(points, wanted_, kSeed, job);
        return;
    }
    double best = -2;
    for (int count = kFewest; count <= kMost; ++count) {
        job.progress(static_cast<std::uint64_t>(count - kFewest), kMost - kFewest + 1, "Grouping");
        const cv::Mat centres = kMeans(points, count, kSeed, job);
        const double silhouette = simplifiedSilhouette(points, centres);
        if (silhouette <= best) continue;
        best = silhouette;
        centres_ = centres;
    }
}

/// The cluster that lies along the borders is the background, number 0; the others follow from large to
/// small.
void ClustersSource::settleOrder(std::span<const SegmentPart> parts, Job& job) {
    const auto count = static_cast<std::size_t>(centres_.rows);
    std::vector<double> border(count, 0);
    std::vector<double> area(count, 0);
    const std::size_t looked = std::min(kSample, parts.size());
    for (std::size_t i = 0; i < looked; ++i) {
        job.progress(i, looked);
        cv::Mat map;
        try {
            map = largestPlane(nearness(placesOf(reduced(parts[i * parts.size() / looked].rgb()))));
        } catch (const Error&) {
            continue;
        }
        for (int y = 0; y < map.rows; ++y) {
            for (int x = 0; x < map.cols; ++x) {
                const std::size_t own = map.at<std::uint8_t>(y, x);
                const bool atBorder = x == 0 || y == 0 || x == map.cols - 1 || y == map.rows - 1;
                border[own] += atBorder ? 1 : 0;
                area[own] += 1;
            }
        }
    }
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return area[i]; });
    const auto ground = std::ranges::max_element(order, {}, [&](std::size_t i) { return border[i]; });
    std::rotate(order.begin(), ground, ground + 1);
    cv::Mat sorted(centres_.size(), CV_32FC1);
    for (std::size_t i = 0; i < count; ++i)
        centres_.row(static_cast<int>(order[i])).copyTo(sorted.row(static_cast<int>(i)));
    centres_ = sorted;
}

void ClustersSource::settleLabels() {
    const std::vector<int> into = mergesFrom(merge_, centres_.rows);
    const std::vector<int> kept = keptClusters(into);
    labels_.clear();
    for (const int cluster : into)
        labels_.push_back(static_cast<int>(std::ranges::find(kept, cluster) - kept.begin()));
    components_ = static_cast<int>(kept.size());
    if (!ownNames_.empty() && static_cast<int>(ownNames_.size()) != components_) {
        throw Error(ErrorCode::InvalidArgument, "names",
                    "are " + std::to_string(ownNames_.size()) + ", there are " + std::to_string(components_) +
                        " segments",
                    "Name every segment once, or none.");
    }
}

void ClustersSource::prepare(std::span<const SegmentPart> parts, Job& job) {
    std::vector<SegmentPart> good;
    std::ranges::copy_if(parts, std::back_inserter(good), &SegmentPart::good);
    if (good.empty()) good.assign(parts.begin(), parts.end());  // nobody has labelled yet: most are good
    extractor_ = openSourceBackbone(backbone_, kLayers, side_, "");
    cv::Mat places;
    {
        Job::Stage stage(job, 0.5, "Looking at the good parts");
        places = gather(good, stage.job());
    }
    if (places.empty()) {
        throw Error(ErrorCode::InvalidData, kKey, "no picture can be read",
                    "Restore the pictures, or tell the project where they have moved.");
    }
    if (!cv::checkRange(places)) {
        throw Error(ErrorCode::InvalidData, extractor_->backbone().name, "gives features that are not finite",
                    "Choose another backbone, or import its weights again.");
    }
    {
        Job::Stage stage(job, 0.4, "Grouping");
        group(places, stage.job());
    }
    Job::Stage stage(job, 0.1, "Looking at the good parts");
    settleOrder(good, stage.job());
    settleLabels();
}

/// Per cluster, at the places: how near they are, smoothed; larger is nearer.
std::vector<cv::Mat> ClustersSource::nearness(const cv::Mat& places) const {
    std::vector<cv::Mat> planes;
    for (int c = 0; c < centres_.rows; ++c) {
        cv::Mat plane(cells(), cells(), CV_32FC1);
        const auto* centre = centres_.ptr<float>(c);
        for (int i = 0; i < places.rows; ++i) {
            const auto* place = places.ptr<float>(i);
            float sum = 0;
            for (int k = 0; k < places.cols; ++k)
                sum += (place[k] - centre[k]) * (place[k] - centre[k]);
            plane.at<float>(i / cells(), i % cells()) = -sum;
        }
        if (smooth_ > 0) cv::GaussianBlur(plane, plane, {0, 0}, smooth_, smooth_, cv::BORDER_REPLICATE);
        planes.push_back(plane);
    }
    return planes;
}

std::vector<std::string> ClustersSource::names() const {
    if (!ownNames_.empty()) return ownNames_;
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(components_));
    for (int i = 0; i < components_; ++i)
        names.push_back(i == 0 ? "background" : "segment " + std::to_string(i));
    return names;
}

SegmentedPart ClustersSource::segment(const SegmentPart& part) const {
    std::vector<cv::Mat> planes = nearness(placesOf(reduced(part.rgb())));
    for (cv::Mat& plane : planes)
        cv::resize(plane, plane, {side_, side_}, 0, 0, cv::INTER_LINEAR);
    cv::Mat clusters = largestPlane(planes);
    cv::Mat table = cv::Mat::zeros(1, 256, CV_8UC1);
    for (std::size_t i = 0; i < labels_.size(); ++i)
        table.at<std::uint8_t>(static_cast<int>(i)) = static_cast<std::uint8_t>(labels_[i]);
    cv::Mat labels;
    cv::LUT(clusters, table, labels);
    removeSpecks(labels, specks_);
    return {.map = SegmentMap(labels, components_, part.path)};
}

Json ClustersSource::settledParams() const {
    Json settled = params_;
    settled["count"] = centres_.rows;
    settled["names"] = listOfNames(names());
    if (extractor_) settled["backbone"] = extractor_->backbone().name;
    return settled;
}

void ClustersSource::save(ModelWriter& writer) const {
    writer.tensor("centres", {centres_.rows, centres_.cols},
                  std::vector<float>(centres_.ptr<float>(), centres_.ptr<float>() + centres_.total()));
    writer.header({{"source", kKey}, {"weights_identity", extractor_->backbone().weightsIdentity}});
}

void ClustersSource::load(const ModelReader& model) {
    const std::string file = model.path().string();
    const Json& header = model.header();
    const auto unfit = [&] {
        return Error(ErrorCode::InvalidData, file, "holds no clusters made with these parameters",
                     "Make the segment maps again.");
    };
    if (header.value("source", "") != kKey) throw unfit();
    extractor_ = openSourceBackbone(backbone_, kLayers, side_, header.value("weights_identity", ""));
    std::vector<float> values = model.floats("centres");
    const std::vector<std::int64_t>& shape = model.shape("centres");
    const int columns = placesOf(cv::Mat::zeros(side_, side_, CV_8UC3)).cols;
    if (shape.size() != 2 || shape[0] < 1 || shape[0] > 256 || shape[1] != columns) throw unfit();
    centres_ = cv::Mat(static_cast<int>(shape[0]), columns, CV_32FC1, values.data()).clone();
    settleLabels();
}

ParamSchema schema() {
    return {{.key = "count",
             .title = "Clusters",
             .type = ParamType::Int,
             .defaultValue = 0,
             .minimum = 0,
             .maximum = 32,
             .help = "How many; 0 finds the number from 2 to 10 whose groups are best apart (simplified "
                     "silhouette)",
             .reference = "Vendramin et al. 2010"},
            {.key = "merge",
             .title = "Merged",
             .type = ParamType::Text,
             .defaultValue = "",
             .help = "3>1,4>0: cluster 3 belongs to cluster 1, cluster 4 to the background"},
            {.key = "smooth",
             .title = "Smoothing",
             .type = ParamType::Real,
             .defaultValue = 1.0,
             .minimum = 0.0,
             .maximum = 10.0,
             .help = "Deviation of the Gaussian that smooths what lies near each cluster, in places of 4 px"},
            {.key = "specks",
             .title = "Smallest piece",
             .type = ParamType::Int,
             .defaultValue = 60,
             .minimum = 0,
             .maximum = 10000,
             .unit = "px",
             .help = "Connected pieces of fewer pixels of the map go to their neighbours"},
            {.key = "names",
             .title = "Names",
             .type = ParamType::Text,
             .defaultValue = "",
             .help = "Names of the segments in the order of their labels, separated by commas",
             .advanced = true},
            sourceBackboneParam(),
            sourceSideParam()};
}
}  // namespace

SegmentSourceInfo clustersSourceRow() {
    return {.key = kKey,
            .title = "By likeness",
            .help =
                "No work at all: what a backbone sees alike on the good parts is one segment. Merge and "
                "name them afterwards.",
            .params = schema(),
            .create = [](const Json& params) -> std::unique_ptr<SegmentSource> {
                return std::make_unique<ClustersSource>(params);
            }};
}

}  // namespace segad
