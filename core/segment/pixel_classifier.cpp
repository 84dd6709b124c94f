#include "core/segment/pixel_classifier.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/threads.h"

namespace segad {

namespace {
constexpr int kRounds = 40;
constexpr int kRowsAtATime = 16;  // lines of the picture
constexpr std::size_t kPlacesAtATime = 4096;
/// Between looks whose chances differ by no more than this nothing is looked at.
constexpr double kSteady = 0.1;

TreeParams paramsFor(double painted, double others) {
    return {{"objective", "binary:logistic"},
            {"tree_method", "hist"},
            {"max_bin", "64"},
            {"max_depth", "5"},
            {"eta", "0.3"},
            {"subsample", "0.8"},
            {"colsample_bytree", "0.5"},
            {"colsample_bynode", "0.5"},
            {"min_child_weight", "2"},
            {"scale_pos_weight", std::to_string(others / painted)},
            {"seed", "333"},
            {"nthread", "1"}};
}

/// Chances from margins, labels beside each other, brought to a sum of one.
void normalise(std::vector<std::vector<float>>& margins) {
    const std::size_t pixels =
        margins.empty() ? 0 : std::ranges::max(margins, {}, &std::vector<float>::size).size();
    for (std::size_t i = 0; i < pixels; ++i) {
        float sum = 0;
        for (std::vector<float>& own : margins) {
            if (own.empty()) continue;
            own[i] = 1 / (1 + std::exp(-own[i]));
            sum += own[i];
        }
        for (std::vector<float>& own : margins)
            if (!own.empty()) own[i] /= std::max(sum, 1e-9F);
    }
}
}  // namespace

PixelClassifier PixelClassifier::fit(const PixelSample& sample, int components, Job& job) {
    std::array<std::size_t, 256> counts{};
    for (const std::uint8_t label : sample.labels)
        ++counts[label];
    const auto painted = std::ranges::count_if(counts, [](std::size_t count) { return count > 0; });
    if (painted < 2) {
        throw Error(ErrorCode::InvalidData, "strokes", "are of fewer than two segments",
                    "Paint some strokes on every segment, the background, too.");
    }
    PixelClassifier classifier;
    classifier.models_.resize(static_cast<std::size_t>(components));
    job.progress(0, static_cast<std::uint64_t>(components), "Learning from strokes");
    parallelFor(classifier.models_.size(), [&](std::size_t label) {
        job.throwIfCancelled();
        if (counts[label] == 0) return;
        std::vector<float> targets(sample.labels.size());
        std::ranges::transform(sample.labels, targets.begin(),
                               [&](std::uint8_t own) { return own == label ? 1.0F : 0.0F; });
        const auto own = static_cast<double>(counts[label]);
        Job unwatched;
        classifier.models_[label] = std::make_unique<TreeModel>(
            TreeModel::fit({sample.values, sample.columns}, targets,
                           paramsFor(own, static_cast<double>(targets.size()) - own), kRounds, unwatched));
    });
    job.progress(1, 1);
    return classifier;
}

PixelClassifier PixelClassifier::load(const Json& document, const std::string& subject) {
    PixelClassifier classifier;
    if (!document.is_array() || document.empty() || document.size() > 256) {
        throw Error(ErrorCode::InvalidData, subject, "holds no pixel classifier",
                    "Make the segment maps again.");
    }
    std::size_t columns = 0;
    for (const Json& model : document) {
        if (model.is_null()) {
            classifier.models_.push_back(nullptr);
            continue;
        }
        classifier.models_.push_back(std::make_unique<TreeModel>(TreeModel::load(model, subject)));
        const std::size_t own = classifier.models_.back()->columns();
        if (columns != 0 && own != columns) {
            throw Error(ErrorCode::InvalidData, subject, "has models of different columns",
                        "Make the segment maps again.");
        }
        columns = own;
    }
    if (columns == 0) {
        throw Error(ErrorCode::InvalidData, subject, "holds no pixel classifier",
                    "Make the segment maps again.");
    }
    return classifier;
}

Json PixelClassifier::save() const {
    Json models = Json::array();
    for (const auto& model : models_)
        models.push_back(model ? Json::parse(model->save()) : Json());
    return models;
}

std::size_t PixelClassifier::columns() const noexcept {
    for (const auto& model : models_)
        if (model) return model->columns();
    return 0;
}

std::vector<std::vector<float>> PixelClassifier::chancesAt(const PixelFeatures& features,
                                                           std::span<const cv::Point> places) const {
    std::vector<float> rows(places.size() * features.columns());
    float* row = rows.data();
    for (const cv::Point& place : places) {
        features.write(place.x, place.y, row);
        row += features.columns();
    }
    std::vector<std::vector<float>> margins(models_.size());
    for (std::size_t label = 0; label < models_.size(); ++label)
        if (models_[label]) margins[label] = models_[label]->margins({rows, features.columns()});
    normalise(margins);
    return margins;
}

std::vector<cv::Mat> PixelClassifier::chances(const PixelFeatures& features, int every) const {
    const cv::Size size(features.size().width / every, features.size().height / every);
    std::vector<cv::Mat> all;
    for (std::size_t label = 0; label < models_.size(); ++label)
        all.emplace_back(cv::Mat::zeros(size, CV_32FC1));
    const auto bands = static_cast<std::size_t>((size.height + kRowsAtATime - 1) / kRowsAtATime);
    parallelFor(bands, [&](std::size_t band) {
        const SingleThreadScope single;
        const int first = static_cast<int>(band) * kRowsAtATime;
        const int end = std::min(first + kRowsAtATime, size.height);
        std::vector<cv::Point> places;
        for (int y = first; y < end; ++y) {
            for (int x = 0; x < size.width; ++x)
                places.emplace_back(x * every, y * every);
        }
        const std::vector<std::vector<float>> found = chancesAt(features, places);
        for (std::size_t label = 0; label < models_.size(); ++label)
            if (models_[label]) std::ranges::copy(found[label], all[label].ptr<float>(first));
    });
    return all;
}

std::vector<cv::Mat> PixelClassifier::sparingChances(const PixelFeatures& features) const {
    const std::vector<cv::Mat> rough = chances(features, 2);
    const cv::Size size = features.size();
    cv::Mat differs = cv::Mat::zeros(rough.front().size(), CV_8UC1);
    std::vector<cv::Mat> all;
    for (const cv::Mat& plane : rough) {
        cv::Mat most;
        cv::Mat least;
        cv::dilate(plane, most, cv::Mat());
        cv::erode(plane, least, cv::Mat());
        differs |= most - least > kSteady;
        // Pixel (2x, 2y) is the rough one's (x, y).
        const cv::Matx23d half(0.5, 0, 0, 0, 0.5, 0);
        cv::warpAffine(plane, all.emplace_back(), half, size,
                       static_cast<int>(cv::INTER_LINEAR) | static_cast<int>(cv::WARP_INVERSE_MAP),
                       cv::BORDER_REPLICATE);
    }
    std::vector<cv::Point> places;
    for (int y = 0; y < size.height; ++y) {
        const auto* row = differs.ptr(std::min(y / 2, differs.rows - 1));
        for (int x = 0; x < size.width; ++x) {
            if ((x % 2 != 0 || y % 2 != 0) && row[std::min(x / 2, differs.cols - 1)] != 0)
                places.emplace_back(x, y);
        }
    }
    const std::size_t pieces = (places.size() + kPlacesAtATime - 1) / kPlacesAtATime;
    parallelFor(pieces, [&](std::size_t piece) {
        const SingleThreadScope single;
        const std::size_t first = piece * kPlacesAtATime;
        const auto own = std::span(places).subspan(first, std::min(kPlacesAtATime, places.size() - first));
        const std::vector<std::vector<float>> found = chancesAt(features, own);
        for (std::size_t label = 0; label < models_.size(); ++label) {
            for (std::size_t i = 0; i < found[label].size(); ++i)
                all[label].at<float>(own[i]) = found[label][i];
        }
    });
    return all;
}

std::vector<double> usualShares(const std::vector<std::vector<cv::Mat>>& chances) {
    // Not to the end: the chances of trees are no true ones, and what is rare would fade with every step.
    constexpr int kSteps = 3;
    const std::size_t labels = chances.empty() ? 0 : chances.front().size();
    std::vector<double> shares(labels, 1.0);
    for (int step = 0; step < kSteps; ++step) {
        std::vector<double> sums(labels, 0);
        double pixels = 0;
        for (const std::vector<cv::Mat>& picture : chances) {
            std::vector<cv::Mat> weighed;
            weighed.reserve(picture.size());
            for (const cv::Mat& plane : picture)
                weighed.push_back(plane.clone());
            weighByShares(weighed, shares);
            for (std::size_t label = 0; label < labels; ++label)
                sums[label] += cv::sum(weighed[label])[0];
            pixels += static_cast<double>(picture.front().total());
        }
        for (std::size_t label = 0; label < labels; ++label)
            shares[label] = sums[label] / std::max(pixels, 1.0);
    }
    return shares;
}

void weighByShares(std::vector<cv::Mat>& chances, const std::vector<double>& shares) {
    cv::Mat sum(chances.front().size(), CV_32FC1, cv::Scalar(1e-12));
    for (std::size_t label = 0; label < chances.size(); ++label) {
        chances[label] *= shares[label];
        sum += chances[label];
    }
    for (cv::Mat& plane : chances)
        cv::divide(plane, sum, plane);
}

}  // namespace segad
