// The frozen trunk: a backbone as detectors use it, made for speed and nothing else. BatchNorm is folded
// into the convolutions, ReLU fused where the library can, weights laid out once for oneDNN
// (channels-last activations), and only layers up to the last one asked for exist at all.
//
// On a processor pictures go through one by one, so that a picture's features are bit for bit the same
// alone and in company (patchcore.md § 5), and memory does not grow with the batch; one picture already
// keeps all threads busy.
//
// Life:    makeTrunk / openTrunk -> forward, forward, … Immutable, shared by everyone who needs it.
// Threads: forward() from any number of threads.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/nn/feature_extractor.h"
#include "core/nn/network_input.h"
#include "core/nn/precision.h"
#include "core/nn/prepared_convolution_torch.h"
#include "core/nn/resnet_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// What a trunk saw in one picture: maps [1,C,h,w] by layer, float32, channels-last, on the trunk's device.
class TrunkFeatures {
public:
    TrunkFeatures(std::vector<int> layers, std::vector<at::Tensor> maps)
        : layers_(std::move(layers)), maps_(std::move(maps)) {}

    const std::vector<int>& layers() const noexcept { return layers_; }
    bool has(int layer) const noexcept;
    /// std::logic_error for a layer that was not asked for.
    const at::Tensor& map(int layer) const;

private:
    std::vector<int> layers_;
    std::vector<at::Tensor> maps_;
};

class Trunk {
public:
    /// `state` holds stem and layer1 … layer`lastLayer` (checked by the caller). `identities`: for each
    /// of these layers, who the weights up to it are. `type`: what it computes in, float32 or bfloat16 (two
    /// to three significant digits); features are handed out in float32 either way.
    Trunk(const BackboneShape& shape, const StateDict& state, int lastLayer, const at::Device& device,
          std::vector<BackboneIdentity> identities, at::ScalarType type = at::kFloat);

    /// Who the weights up to `layer` are: what a model that looks no deeper rests on.
    const BackboneIdentity& identity(int layer) const {
        return identities_.at(static_cast<std::size_t>(layer - 1));
    }
    const at::Device& device() const noexcept { return device_; }
    at::ScalarType type() const noexcept { return type_; }
    int lastLayer() const noexcept { return static_cast<int>(layers_.size()); }
    /// Channels of layerN's output.
    int channels(int layer) const { return shape_.channels(layer); }

    /// Features of one normalised picture [1,3,H,W] (preprocess()).
    TrunkFeatures forward(const at::Tensor& picture, const std::vector<int>& layers) const;

    /// Resizes and normalises CV_8UC3 RGB: [1,3,H,W] float32, channels-last, on the trunk's device.
    /// Throws Error{InvalidArgument} for another kind of picture.
    at::Tensor preprocess(const cv::Mat& rgb, const NetworkInput& input) const;

private:
    struct Block {
        std::vector<PreparedConvolution> path;
        std::vector<PreparedConvolution> projection;  ///< none or one
    };

    Block foldBlock(const StateDict& state, int layer, int index) const;

    const BackboneShape& shape_;
    at::Device device_;
    at::ScalarType type_;
    std::vector<BackboneIdentity> identities_;
    PreparedConvolution stem_;
    std::vector<std::vector<Block>> layers_;
};

/// The trunk of a named backbone, from the weight store or the fixed untrained tensors, up to `lastLayer`.
/// Trunks in use are shared: asking again gives the same object. `identity`: "" or the weights a model was
/// trained with, which are found under whatever name they are imported.
/// Throws as openFeatureExtractor().
std::shared_ptr<const Trunk> openTrunk(const std::string& backbone, int lastLayer, const std::string& device,
                                       const std::string& identity = {},
                                       Precision precision = Precision::Float32);

}  // namespace segad::nn
