#include "core/segment/phase_starts.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/segment/warps.h"

namespace segad {

namespace {
/// Log of the spectrum's magnitude in logarithmic polar coordinates: a turn of the picture shifts it down, an
/// enlargement shifts it right.
cv::Mat polarSpectrum(const cv::Mat& picture) {
    cv::Mat window;
    cv::createHanningWindow(window, picture.size(), CV_32F);
    cv::Mat tapered = (picture - cv::mean(picture)[0]).mul(window);
    cv::Mat spectrum;
    cv::dft(tapered, spectrum, cv::DFT_COMPLEX_OUTPUT);
    cv::Mat planes[2];
    cv::split(spectrum, planes);
    cv::Mat magnitude;
    cv::magnitude(planes[0], planes[1], magnitude);
    cv::log(magnitude + 1, magnitude);
    // The origin in the middle.
    const int cx = picture.cols / 2;
    const int cy = picture.rows / 2;
    cv::Mat centred(magnitude.size(), CV_32FC1);
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x)
            centred.at<float>((y + cy) % picture.rows, (x + cx) % picture.cols) = magnitude.at<float>(y, x);
    }
    cv::Mat polar;
    const double radius = std::min(cx, cy);
    cv::warpPolar(
        centred, polar, {picture.cols, 2 * picture.rows},
        cv::Point2f(static_cast<float>(cx), static_cast<float>(cy)), radius,
        static_cast<int>(cv::INTER_LINEAR) | cv::WARP_POLAR_LOG | static_cast<int>(cv::WARP_FILL_OUTLIERS));
    // The lowest frequencies are those of the window.
    polar.colRange(0, picture.cols / 4).setTo(cv::mean(polar.colRange(picture.cols / 4, polar.cols)));
    return polar;
}

/// Where `part` lies against `picture`, as a shift.
cv::Matx33d phaseShift(const cv::Mat& picture, const cv::Mat& part) {
    cv::Mat window;
    cv::createHanningWindow(window, picture.size(), CV_32F);
    const cv::Point2d shift =
        cv::phaseCorrelate(picture - cv::mean(picture)[0], part - cv::mean(part)[0], window);
    // A picture of one colour has no phase.
    return shiftWarp(std::isfinite(shift.x) && std::isfinite(shift.y) ? shift : cv::Point2d());
}
}  // namespace

PhaseStarts::PhaseStarts(const cv::Mat& reference)
    : reference_(reference), polar_(polarSpectrum(reference)) {}

std::vector<cv::Matx33d> PhaseStarts::of(const cv::Mat& picture) const {
    const cv::Size size = picture.size();
    std::vector<cv::Matx33d> starts{cv::Matx33d::eye(), phaseShift(reference_, picture)};
    cv::Point2d offset = cv::phaseCorrelate(polar_, polarSpectrum(picture));
    if (!std::isfinite(offset.x) || !std::isfinite(offset.y)) offset = {};
    const double turn = offset.y * 2 * CV_PI / polar_.rows;
    const double stretch =
        std::exp(-offset.x * std::log(std::min(size.width / 2, size.height / 2)) / polar_.cols);
    if (stretch <= 0.5 || stretch >= 2) return starts;
    const CentredFrame frame(size);
    for (const double half : {0.0, CV_PI}) {
        const double cosine = std::cos(turn + half) * stretch;
        const double sine = std::sin(turn + half) * stretch;
        const cv::Matx33d turned =
            frame.toPixels() * cv::Matx33d(cosine, -sine, 0, sine, cosine, 0, 0, 0, 1) * frame.toUnits();
        cv::Mat pulled;
        cv::Mat valid;
        pullBack(picture, turned, pulled, valid);
        pulled.setTo(cv::mean(pulled, valid), ~valid);
        starts.push_back(turned * phaseShift(reference_, pulled));
    }
    return starts;
}

}  // namespace segad
