#include "core/defect/inpaint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/defect/membrane.h"

namespace segad {

namespace {
constexpr int kReach = 3;             // of a patch, either way
constexpr int kMostHole = 4000;       // pixels of the hole that are searched for; a larger one is reduced
constexpr int kMostWindow = 100'000;  // of the hole with its surroundings
constexpr int kSweeps = 3;            // of PatchMatch for each estimate
constexpr int kEstimates = 3;
constexpr int kCoarseEstimates = 6;
constexpr double kDeepest = 2.5;    // of a hole at the coarsest level, pixels from its rim
constexpr float kLargestStep = 24;  // grey levels that brightness may be led over; more is another surface

/// One level of the pyramid.
struct Scale {
    cv::Mat rgb;     ///< CV_8UC3
    cv::Mat hole;    ///< 255 inside
    cv::Mat ground;  ///< 255 where patches may show pixels of
};

/// Half the size. The hole grows rather than shrinks, so that no pixel of it counts as ground.
Scale halved(const Scale& fine) {
    const cv::Size size((fine.rgb.cols + 1) / 2, (fine.rgb.rows + 1) / 2);
    Scale coarse;
    cv::resize(fine.rgb, coarse.rgb, size, 0, 0, cv::INTER_AREA);
    cv::Mat part;
    cv::resize(fine.hole, part, size, 0, 0, cv::INTER_AREA);
    coarse.hole = part > 0;
    cv::resize(fine.ground, part, size, 0, 0, cv::INTER_AREA);
    coarse.ground = (part > 128) & (coarse.hole == 0);
    return coarse;
}

double depthOf(const cv::Mat& hole) {
    cv::Mat distance;
    cv::distanceTransform(hole, distance, cv::DIST_L2, cv::DIST_MASK_3);
    double deepest = 0;
    cv::minMaxLoc(distance, nullptr, &deepest);
    return deepest;
}

/// Where each place of the hole and its rim takes its pixels from.
class Search {
public:
    Search(Scale scale, SplitMix64& random) : scale_(std::move(scale)), random_(random) {
        const cv::Mat box = cv::Mat::ones(2 * kReach + 1, 2 * kReach + 1, CV_8UC1);
        cv::erode(scale_.ground, sources_, box, {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar::all(0));
        cv::findNonZero(sources_, places_);
        cv::Mat near;
        cv::dilate(scale_.hole, near, box);
        cv::findNonZero(near & (scale_.ground | scale_.hole), targets_);
        weights_ = confidence(scale_.hole);
        // The estimate counts as soon as there is one; what is of another surface never does.
        counts_ = scale_.hole | scale_.ground;
        from_ = cv::Mat(scale_.rgb.size(), CV_32SC2, cv::Scalar::all(0));
        cost_ = cv::Mat(scale_.rgb.size(), CV_32SC1, cv::Scalar::all(0));
    }

    bool possible() const { return !places_.empty(); }
    cv::Size size() const { return scale_.rgb.size(); }
    const cv::Mat& rgb() const { return scale_.rgb; }
    cv::Mat& rgb() { return scale_.rgb; }
    const cv::Mat& hole() const { return scale_.hole; }

    /// Whether a source is sought for it: the hole and its rim.
    bool isTarget(cv::Point place) const {
        const auto& at = from_.at<cv::Vec2i>(place);
        return at[0] != 0 || at[1] != 0;  // a whole patch fits around every source
    }
    /// What `target` looks like most so far.
    cv::Point sourceOf(cv::Point target) const {
        const auto& at = from_.at<cv::Vec2i>(target);
        return {at[0], at[1]};
    }

    void beginAnywhere() {
        for (const cv::Point& target : targets_)
            set(target, places_[random_.below(places_.size())]);
    }

    /// From the level below: the same places at twice the size, where these can be.
    void beginFrom(const Search& coarse) {
        for (const cv::Point& target : targets_) {
            const cv::Point half = target / 2;
            const cv::Point place = coarse.sourceOf(half) * 2 + (target - half * 2);
            set(target,
                coarse.isTarget(half) && isSource(place) ? place : places_[random_.below(places_.size())]);
        }
        vote();
    }

    void estimate(int times) {
        for (int i = 0; i < times; ++i) {
            for (const cv::Point& target : targets_)
                cost_.at<int>(target) = difference(target, sourceOf(target), std::numeric_limits<int>::max());
            for (int sweep = 0; sweep < kSweeps; ++sweep)
                this->sweep(sweep % 2 == 0);
            vote();
        }
    }

private:
    /// Patches near the rim know more of what is right.
    static cv::Mat confidence(const cv::Mat& hole) {
        constexpr double kPerPixel = 1.3;
        cv::Mat weights;
        cv::distanceTransform(hole, weights, cv::DIST_L2, cv::DIST_MASK_3);
        for (int y = 0; y < weights.rows; ++y) {
            auto* row = weights.ptr<float>(y);
            for (int x = 0; x < weights.cols; ++x)
                row[x] = static_cast<float>(std::pow(kPerPixel, -static_cast<double>(row[x])));
        }
        return weights;
    }

    bool isSource(cv::Point place) const {
        return cv::Rect({}, sources_.size()).contains(place) && sources_.at<std::uint8_t>(place) != 0;
    }
    void set(cv::Point target, cv::Point place) { from_.at<cv::Vec2i>(target) = {place.x, place.y}; }

    /// Mean squared difference of two patches over the pixels that count, times 64; `enough` ends it early.
    int difference(cv::Point target, cv::Point place, int enough) const {
        const int left = std::max(-kReach, -target.x);
        const int right = std::min(kReach, scale_.rgb.cols - 1 - target.x);
        int sum = 0;
        int count = 0;
        for (int v = std::max(-kReach, -target.y); v <= std::min(kReach, scale_.rgb.rows - 1 - target.y);
             ++v) {
            const auto* a = scale_.rgb.ptr<cv::Vec3b>(target.y + v) + target.x;
            const auto* b = scale_.rgb.ptr<cv::Vec3b>(place.y + v) + place.x;
            const auto* counts = counts_.ptr<std::uint8_t>(target.y + v) + target.x;
            for (int u = left; u <= right; ++u) {
                if (counts[u] == 0) continue;
                for (int c = 0; c < 3; ++c) {
                    const int d = int{a[u][c]} - int{b[u][c]};
                    sum += d * d;
                }
                ++count;
            }
            // The rest can only add; a patch has at most so many pixels.
            if (std::int64_t{sum} * 64 > std::int64_t{enough} * kPatchPixels) return enough;
        }
        return count == 0 ? 0 : static_cast<int>(std::int64_t{sum} * 64 / count);
    }

    void propose(cv::Point target, cv::Point place) {
        if (!isSource(place)) return;
        int& least = cost_.at<int>(target);
        const int cost = difference(target, place, least);
        if (cost >= least) return;
        least = cost;
        set(target, place);
    }

    void sweep(bool forwards) {
        const int step = forwards ? -1 : 1;  // to the neighbours that have just been looked at
        const cv::Rect all({}, size());
        const auto look = [&](cv::Point target) {
            for (const cv::Point& by : {cv::Point(step, 0), cv::Point(0, step)}) {
                const cv::Point neighbour = target + by;
                if (all.contains(neighbour) && isTarget(neighbour)) propose(target, sourceOf(neighbour) - by);
            }
            for (int radius = std::max(all.width, all.height); radius >= 1; radius /= 2) {
                const auto wide = 2 * static_cast<std::uint64_t>(radius) + 1;
                const int x = static_cast<int>(random_.below(wide)) - radius;
                const int y = static_cast<int>(random_.below(wide)) - radius;
                propose(target, sourceOf(target) + cv::Point(x, y));
            }
        };
        if (forwards) {
            std::ranges::for_each(targets_, look);
        } else {
            std::for_each(targets_.rbegin(), targets_.rend(), look);
        }
    }

    /// Each pixel of the hole from all patches that lie over it.
    void vote() {
        cv::Mat sums = cv::Mat::zeros(size(), CV_32FC4);
        for (const cv::Point& target : targets_) {
            const cv::Point place = sourceOf(target);
            const float weight =
                weights_.at<float>(target) / (1 + static_cast<float>(cost_.at<int>(target)) / kCostScale);
            for (int v = std::max(-kReach, -target.y); v <= std::min(kReach, size().height - 1 - target.y);
                 ++v) {
                const auto* from = scale_.rgb.ptr<cv::Vec3b>(place.y + v) + place.x;
                auto* into = sums.ptr<cv::Vec4f>(target.y + v) + target.x;
                for (int u = std::max(-kReach, -target.x); u <= std::min(kReach, size().width - 1 - target.x);
                     ++u) {
                    for (int c = 0; c < 3; ++c)
                        into[u][c] += weight * static_cast<float>(from[u][c]);
                    into[u][3] += weight;
                }
            }
        }
        for (int y = 0; y < sums.rows; ++y) {
            for (int x = 0; x < sums.cols; ++x) {
                const cv::Vec4f& sum = sums.at<cv::Vec4f>(y, x);
                if (scale_.hole.at<std::uint8_t>(y, x) == 0 || sum[3] <= 0) continue;
                for (int c = 0; c < 3; ++c)
                    scale_.rgb.at<cv::Vec3b>(y, x)[c] = cv::saturate_cast<std::uint8_t>(sum[c] / sum[3]);
            }
        }
    }

    static constexpr int kPatchPixels = (2 * kReach + 1) * (2 * kReach + 1);
    static constexpr float kCostScale = 64 * 3 * 25;  // of five grey levels in each channel

    Scale scale_;
    SplitMix64& random_;
    cv::Mat sources_;  ///< centres of patches that are all ground
    std::vector<cv::Point> places_;
    std::vector<cv::Point> targets_;  ///< row by row
    cv::Mat weights_;
    cv::Mat counts_;
    cv::Mat from_;
    cv::Mat cost_;
};

/// The hole with enough around it to take patches from.
cv::Rect windowOf(const cv::Mat& hole, const cv::Mat& ground) {
    constexpr int kLeastMargin = 24;
    constexpr double kEnough = 2.5;  // of the hole's pixels
    const cv::Rect tight = boundsOf(hole, 0);
    const int wanted = static_cast<int>(kEnough * cv::countNonZero(hole));
    const cv::Rect all({}, hole.size());
    for (int margin = std::max(kLeastMargin, std::max(tight.width, tight.height) / 2);; margin *= 2) {
        const cv::Rect window = boundsOf(hole, margin);
        if (window == all || cv::countNonZero(ground(window)) >= wanted) return window;
    }
}

/// The sources of the hole's places in the reduced window; absent when no patch fits into the ground.
std::optional<Search> searched(const Scale& finest, SplitMix64& random) {
    std::vector<Scale> pyramid{finest};
    while (depthOf(pyramid.back().hole) > kDeepest &&
           std::min(pyramid.back().rgb.rows, pyramid.back().rgb.cols) >= 8 * kReach)
        pyramid.push_back(halved(pyramid.back()));
    std::optional<Search> search;
    for (auto scale = pyramid.rbegin(); scale != pyramid.rend(); ++scale) {
        Search level(*scale, random);
        if (!level.possible()) continue;  // a finer one may have room
        if (search) {
            level.beginFrom(*search);
            level.estimate(kEstimates);
        } else {
            cv::Mat values;
            level.rgb().convertTo(values, CV_32FC3);
            cv::Mat smooth;
            stretched(values, level.hole(), scale->ground).convertTo(smooth, CV_8UC3);
            level.rgb() = smooth;
            level.beginAnywhere();
            level.estimate(kCoarseEstimates);
        }
        search.emplace(std::move(level));
    }
    return search;
}

/// The window's hole and its rim, each pixel copied from where its place in the reduced window was found;
/// what would come from beyond the ground is the estimate itself.
cv::Mat copied(const cv::Mat& rgb, const cv::Mat& wanted, const cv::Mat& ground, const Search& search) {
    cv::Mat estimate;
    cv::resize(search.rgb(), estimate, rgb.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat result = rgb.clone();
    const double scaleX = static_cast<double>(rgb.cols) / search.size().width;
    const double scaleY = static_cast<double>(rgb.rows) / search.size().height;
    const cv::Rect all({}, rgb.size());
    for (int y = 0; y < rgb.rows; ++y) {
        for (int x = 0; x < rgb.cols; ++x) {
            if (wanted.at<std::uint8_t>(y, x) == 0) continue;
            const cv::Point small(std::min(static_cast<int>(x / scaleX), search.size().width - 1),
                                  std::min(static_cast<int>(y / scaleY), search.size().height - 1));
            const cv::Point away = search.sourceOf(small) - small;
            const cv::Point there(x + static_cast<int>(std::lround(away.x * scaleX)),
                                  y + static_cast<int>(std::lround(away.y * scaleY)));
            if (search.isTarget(small) && all.contains(there) && ground.at<std::uint8_t>(there) != 0) {
                result.at<cv::Vec3b>(y, x) = rgb.at<cv::Vec3b>(there);
            } else if (ground.at<std::uint8_t>(y, x) == 0) {
                result.at<cv::Vec3b>(y, x) = estimate.at<cv::Vec3b>(y, x);
            }
        }
    }
    return result;
}

/// The step along the rim without the grain.
cv::Mat meanStep(const cv::Mat& step, const cv::Mat& rim) {
    constexpr int kLength = 9;
    cv::Mat sums = cv::Mat::zeros(step.size(), CV_32FC3);
    step.copyTo(sums, rim);
    cv::boxFilter(sums, sums, -1, {kLength, kLength}, {-1, -1}, false, cv::BORDER_CONSTANT);
    cv::Mat counts;
    cv::boxFilter(rim / 255, counts, CV_32F, {kLength, kLength}, {-1, -1}, false, cv::BORDER_CONSTANT);
    cv::Mat mean = cv::Mat::zeros(step.size(), CV_32FC3);
    for (int y = 0; y < mean.rows; ++y) {
        for (int x = 0; x < mean.cols; ++x) {
            if (rim.at<std::uint8_t>(y, x) == 0) continue;
            for (int c = 0; c < 3; ++c)
                mean.at<cv::Vec3f>(y, x)[c] = std::clamp(sums.at<cv::Vec3f>(y, x)[c] / counts.at<float>(y, x),
                                                         -kLargestStep, kLargestStep);
        }
    }
    return mean;
}

/// What is left of the step at the rim is led over smoothly.
cv::Mat levelled(const cv::Mat& rgb, const cv::Mat& filled, const cv::Mat& hole, const cv::Mat& rim) {
    cv::Mat own;
    rgb.convertTo(own, CV_32FC3);
    cv::Mat borrowed;
    filled.convertTo(borrowed, CV_32FC3);
    const cv::Mat result = borrowed + stretched(meanStep(own - borrowed, rim), hole, rim);
    cv::Mat rounded;
    result.convertTo(rounded, CV_8UC3);
    return rounded;
}

cv::Mat smoothly(const cv::Mat& rgb, const cv::Mat& hole, const cv::Mat& ground) {
    cv::Mat values;
    rgb.convertTo(values, CV_32FC3);
    cv::Mat rounded;
    stretched(values, hole, cv::countNonZero(ground) > 0 ? ground : hole == 0).convertTo(rounded, CV_8UC3);
    return rounded;
}
}  // namespace

cv::Mat filledFromAround(const cv::Mat& rgb, const cv::Mat& hole, const cv::Mat& ground, SplitMix64& random) {
    cv::Mat result = rgb.clone();
    if (cv::countNonZero(hole) == 0) return result;
    const cv::Mat usable = ground & (hole == 0);
    const cv::Rect window = windowOf(hole, usable);
    const Scale whole{rgb(window).clone(), hole(window).clone(), usable(window).clone()};
    const double reduction =
        std::min({1.0, std::sqrt(static_cast<double>(kMostHole) / cv::countNonZero(whole.hole)),
                  std::sqrt(static_cast<double>(kMostWindow) / window.area())});
    Scale small = whole;
    if (reduction < 1) {
        const cv::Size size(std::max(1, static_cast<int>(window.width * reduction)),
                            std::max(1, static_cast<int>(window.height * reduction)));
        cv::resize(whole.rgb, small.rgb, size, 0, 0, cv::INTER_AREA);
        cv::Mat part;
        cv::resize(whole.hole, part, size, 0, 0, cv::INTER_AREA);
        small.hole = part > 0;
        cv::resize(whole.ground, part, size, 0, 0, cv::INTER_AREA);
        small.ground = (part == 255) & (small.hole == 0);
    }
    const std::optional<Search> search = searched(small, random);
    cv::Mat filled;
    if (search) {
        cv::Mat rim;
        cv::dilate(whole.hole, rim, cv::Mat::ones(3, 3, CV_8UC1));
        rim &= whole.ground;
        filled =
            levelled(whole.rgb, copied(whole.rgb, whole.hole | rim, whole.ground, *search), whole.hole, rim);
    } else {
        filled = smoothly(whole.rgb, whole.hole, whole.ground);
    }
    filled.copyTo(result(window), whole.hole);
    return result;
}

}  // namespace segad
