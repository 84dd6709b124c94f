// What is known of every pixel of a picture: colour and brightness around it at several scales, edges, lines,
// texture, what a backbone sees there, and, when asked for, where it is. The columns a pixel classifier
// learns from.
//
// Threads: immutable once made.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/nn/feature_extractor.h"

namespace segad {

/// Feature maps of one picture with the channels of a place beside each other, looked up between places.
class FeatureField {
public:
    explicit FeatureField(const FeatureMap& map);

    int channels() const noexcept { return channels_; }
    /// Bilinear at a place of the picture, 0…1 in both directions; writes channels() numbers.
    void at(double x, double y, float* out) const;

private:
    int channels_;
    int width_;
    int height_;
    std::vector<float> values_;
};

class PixelFeatures {
public:
    /// `rgb`: CV_8UC3. `backbone` may be null: then only local filters are used.
    PixelFeatures(const cv::Mat& rgb, const FeatureExtractor* backbone, bool position);

    cv::Size size() const { return local_.size(); }
    std::size_t columns() const noexcept { return columns_; }
    /// columns() numbers of one pixel.
    void write(int x, int y, float* out) const;

private:
    cv::Mat local_;  ///< CV_32FC(n)
    std::vector<FeatureField> fields_;
    bool position_;
    std::size_t columns_;
};

}  // namespace segad
