// Lays one picture over another of the same size: how a template sits on a part.
//
// Coarse: phase correlation (phase_starts.h), or corners that both pictures have (picture_features.h).
// Fine: enhanced correlation coefficient (ecc.h).
// Motions are tried from the simplest on; one that fits hardly better than the one before is not taken.
//
// Threads: a Registrar is immutable; fit() from several at once.
#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>

#include "core/segment/ecc.h"
#include "core/segment/phase_starts.h"
#include "core/segment/picture_features.h"

namespace segad {

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
    std::optional<cv::Matx33d> startByFeatures(const RegistrationPicture& part) const;
    void tryStart(const cv::Matx33d& start, const RegistrationPicture& part, RegistrationFit& best) const;

    RegistrationPicture reference_;
    std::vector<EccLevel> levels_;
    PhaseStarts phase_;
    mutable std::once_flag once_;
    mutable PictureFeatures features_;  ///< of the reference, found when they are first wanted
};

}  // namespace segad
