// The torch-free door to the backbones: a picture in, float feature maps out.
//
// Behind it a frozen trunk (BatchNorm folded into the convolutions, only the layers asked for) is built
// once per backbone and device and shared by everyone in the process who asks for the same one.
//
// Life:    openFeatureExtractor -> extract, extract, …
// Threads: extract() may be called from several threads; pictures never influence each other, and one
//          picture gives the same numbers whatever else is computed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/nn/network_input.h"

namespace segad {

struct BackboneRequest {
    std::string name =
        "resnet18";  ///< imported weights (weight_store.h), or a row that needs none (backbones.h)
    std::vector<int> layers = {2, 3};  ///< of 1…4, ascending, no repeats
    NetworkInput input;
    std::string device = "auto";  ///< auto, cpu, cuda[:i] (device.h)
    std::string
        weightsIdentity;  ///< "" = whatever is imported under the name; else these weights or an error
};

/// What is in use; stored with every run and model.
struct BackboneIdentity {
    std::string name;
    std::string architecture;     ///< "resnet18", "wide_resnet50_2"
    std::string weightsSha256;    ///< of the stored file; "" for an untrained backbone
    std::string weightsIdentity;  ///< WeightEntry::identityUpTo the last layer in use; "" when untrained

    bool operator==(const BackboneIdentity&) const = default;
};

/// Output of layerN after its last ReLU: values[(c · height + y) · width + x].
struct FeatureMap {
    int layer = 0;
    int channels = 0;
    int height = 0;
    int width = 0;
    std::vector<float> values;
};

class FeatureExtractor {
public:
    virtual ~FeatureExtractor() = default;

    virtual const BackboneIdentity& backbone() const = 0;
    /// "cpu" or "cuda:0".
    virtual std::string device() const = 0;

    /// CV_8UC3 RGB of any size -> one map per requested layer, in the order of the request.
    /// Throws Error{InvalidArgument} for another kind of picture.
    virtual std::vector<FeatureMap> extract(const cv::Mat& rgb) const = 0;
};

/// Opens segad-learn at first need. Throws Error{NotFound} (unknown backbone), Error{MissingWeights} (not
/// imported, or the file lacks a layer: it is named, and how to import it), Error{InvalidArgument}
/// (layers, size, device), Error{Corrupt} (weights of another hash than asked for).
std::unique_ptr<FeatureExtractor> openFeatureExtractor(const BackboneRequest& request);

}  // namespace segad
