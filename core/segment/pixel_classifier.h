// Which segment a pixel belongs to, learned from a few painted ones: boosted trees, one model a label against
// all others, their chances brought to a sum of one.
//
// Life:    fit or load -> chances
// Threads: immutable; chances() from several at once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/job.h"
#include "core/segment/pixel_features.h"
#include "core/trees/tree_model.h"

namespace segad {

/// Painted pixels: a row of features and a label each.
struct PixelSample {
    std::size_t columns = 0;
    std::vector<float> values;
    std::vector<std::uint8_t> labels;
};

class PixelClassifier {
public:
    /// Learns; `components` is one more than the largest label there may be. The same sample gives the same
    /// models. Throws Error{InvalidData} when fewer than two labels are painted, and Cancelled.
    static PixelClassifier fit(const PixelSample& sample, int components, Job& job);
    static PixelClassifier load(const Json& document, const std::string& subject);
    Json save() const;

    int components() const noexcept { return static_cast<int>(models_.size()); }
    std::size_t columns() const noexcept;
    /// The chance of every label at every `every`-th pixel of every `every`-th line: one CV_32FC1 a label;
    /// all 0 for one that was never painted. As if all labels were equally frequent: see usualShares().
    std::vector<cv::Mat> chances(const PixelFeatures& features, int every = 1) const;
    /// Nearly the same as chances() of every pixel at half the work: each second pixel of each second line is
    /// looked at, and of the others those around which the chances differ; the rest lie between.
    std::vector<cv::Mat> sparingChances(const PixelFeatures& features) const;

private:
    /// Of every label at these pixels; empty for one that was never painted.
    std::vector<std::vector<float>> chancesAt(const PixelFeatures& features,
                                              std::span<const cv::Point> places) const;

    std::vector<std::unique_ptr<TreeModel>> models_;  ///< null for a label that was never painted
};

/// How frequent each label is in pictures of which `chances` (planes of one label in a row, label by label)
/// say what each pixel may be: expectation maximisation (Saerens, Latinne and Decaestecker 2002). Strokes
/// don't tell: a wire gets as many as the ground it runs over.
std::vector<double> usualShares(const std::vector<std::vector<cv::Mat>>& chances);

/// Chances under these shares, in place.
void weighByShares(std::vector<cv::Mat>& chances, const std::vector<double>& shares);

}  // namespace segad
