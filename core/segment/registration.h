// Lays one picture over another of the same size: how a template sits on a part.
//
// Coarse: phase correlation for the shift, and of the spectra's logarithmic polar pictures for turn and size;
// or corners that both pictures have (picture_features.h).
// Fine: enhanced correlation coefficient (Evangelidis and Psarakis, PAMI 2008) in its inverse compositional
// form, whose gradients and normal equations belong to the template and are computed once for all parts.
// Motions are tried from the simplest on; one that fits hardly better than the one before is not taken.
//
// Threads: a Registrar is immutable; fit() from several at once.
#pragma once

#include <array>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>

#include "core/segment/picture_features.h"

namespace segad {

enum class Motion { Translation, Euclidean, Affine, Homography };
std::string_view toString(Motion motion) noexcept;

/// Where a template lies on a part.
struct RegistrationFit {
    cv::Matx33d warp = cv::Matx33d::eye();  ///< pixel of the template → pixel of the part
    Motion motion = Motion::Translation;    ///< the simplest that was good enough
    double error = 1;  ///< 1 − correlation of the two pictures where they overlap: 0 the same, 1 unrelated
};

struct RegistrationOptions {
    Motion most = Motion::Homography;  ///< no motion beyond it is tried
    double goodEnough = 0.005;         ///< error at which no further motion is tried
    double leastGain = 0.02;           ///< of its error that a motion must save over the one before,
    double leastSaving = 0.002;        ///< and at least so much
};

/// How the coarse place is found.
enum class CoarseSearch {
    Auto,     ///< by phase; by features too when that place is poor or turned, and the better of the two
    Phase,    ///< phase correlation
    Features  ///< corners and RANSAC
};

/// What is compared: brightness as float, slightly smoothed, halved again and again down to 32 pixels.
class RegistrationPicture {
public:
    RegistrationPicture() = default;
    /// `rgb`: CV_8UC3, at least 32 pixels a side.
    explicit RegistrationPicture(const cv::Mat& rgb);

    std::size_t levels() const noexcept { return levels_.size(); }
    /// CV_32FC1; 0 is the full size.
    const cv::Mat& level(std::size_t index) const { return levels_.at(index); }

private:
    std::vector<cv::Mat> levels_;
};

class Registrar {
public:
    explicit Registrar(const RegistrationPicture& reference);

    /// How far off the best coarse fit is, a fraction of fit()'s work: for choosing among templates.
    RegistrationFit coarse(const RegistrationPicture& part, CoarseSearch search = CoarseSearch::Auto) const;
    /// Refines `start`, which coarse() of the same part has given. `part` must have the reference's size.
    RegistrationFit fit(const RegistrationPicture& part, const RegistrationFit& start,
                        const RegistrationOptions& options) const;

private:
    /// One size of the reference with what the normal equations need.
    struct Level {
        cv::Mat picture;
        std::vector<cv::Mat> steps;  ///< 8 pictures: change of brightness with each number of a homography
        std::array<cv::Mat, 4> inverse;  ///< of the normal equations, by motion; empty: can't be solved
    };
    double climb(const Level& level, const cv::Mat& part, Motion motion, int rounds, cv::Matx33d& warp) const;
    std::vector<cv::Matx33d> startsByPhase(const cv::Mat& picture) const;
    std::optional<cv::Matx33d> startByFeatures(const RegistrationPicture& part) const;
    void tryStart(const cv::Matx33d& start, const RegistrationPicture& part, RegistrationFit& best) const;

    RegistrationPicture reference_;
    std::vector<Level> levels_;
    cv::Mat polar_;  ///< of the coarse level's spectrum
    mutable std::once_flag once_;
    mutable PictureFeatures features_;  ///< of the reference, found when they are first wanted
};

}  // namespace segad
