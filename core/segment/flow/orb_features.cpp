// Behind the door of picture_features.h.
#include <opencv2/calib3d.hpp>
#include <opencv2/features2d.hpp>

#include "core/base/error.h"

namespace {
constexpr int kMostFeatures = 500;
constexpr int kPatch = 24;  // pixels around a corner that describe it
constexpr int kLevels = 5;
constexpr float kLevelScale = 1.25F;
constexpr int kLeastContrast = 8;
/// A pair counts when the second best is clearly worse (Lowe 2004).
constexpr float kRatio = 0.85F;
constexpr double kReach = 3;  // pixels that a pair may be off
constexpr std::size_t kLeastAgreeing = 8;

segad::Error failed(const cv::Exception& failure) {
    return {segad::ErrorCode::Internal, "registration by features", failure.what(),
            "Use phase correlation (coarse=phase)."};
}
}  // namespace

extern "C" void segadPictureFeatures(const cv::Mat& grey, std::vector<cv::Point2f>& points,
                                     cv::Mat& descriptors) {
    try {
        const cv::Ptr<cv::ORB> orb = cv::ORB::create(kMostFeatures, kLevelScale, kLevels, kPatch, 0, 2,
                                                     cv::ORB::HARRIS_SCORE, kPatch, kLeastContrast);
        std::vector<cv::KeyPoint> corners;
        orb->detectAndCompute(grey, cv::noArray(), corners, descriptors);
        cv::KeyPoint::convert(corners, points);
    } catch (const cv::Exception& failure) {
        throw failed(failure);
    }
}

extern "C" bool segadAgreedSimilarity(const std::vector<cv::Point2f>& points, const cv::Mat& descriptors,
                                      const std::vector<cv::Point2f>& otherPoints,
                                      const cv::Mat& otherDescriptors, cv::Matx33d& warp) {
    try {
        if (points.size() < kLeastAgreeing || otherPoints.size() < kLeastAgreeing) return false;
        std::vector<std::vector<cv::DMatch>> pairs;
        cv::BFMatcher(cv::NORM_HAMMING).knnMatch(descriptors, otherDescriptors, pairs, 2);
        std::vector<cv::Point2f> here;
        std::vector<cv::Point2f> there;
        for (const std::vector<cv::DMatch>& pair : pairs) {
            if (pair.size() < 2 || pair[0].distance > kRatio * pair[1].distance) continue;
            here.push_back(points[static_cast<std::size_t>(pair[0].queryIdx)]);
            there.push_back(otherPoints[static_cast<std::size_t>(pair[0].trainIdx)]);
        }
        if (here.size() < kLeastAgreeing) return false;
        std::vector<std::uint8_t> agreeing;
        const cv::Mat affine = cv::estimateAffinePartial2D(here, there, agreeing, cv::RANSAC, kReach);
        const auto count = static_cast<std::size_t>(cv::countNonZero(agreeing));
        if (affine.empty() || count < kLeastAgreeing) return false;
        warp = cv::Matx33d::eye();
        for (int r = 0; r < 2; ++r)
            for (int c = 0; c < 3; ++c)
                warp(r, c) = affine.at<double>(r, c);
        return true;
    } catch (const cv::Exception& failure) {
        throw failed(failure);
    }
}
