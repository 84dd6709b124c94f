// The torch-free side of the door: opens segad-learn and hands the call on.
#include "core/base/module.h"
#include "core/nn/distil.h"
#include "core/nn/feature_extractor.h"
#include "core/nn/learn_info.h"

namespace segad {

namespace {
const Module& learn() {
    return Module::open("segad-learn");
}
}  // namespace

std::unique_ptr<FeatureExtractor> openFeatureExtractor(const BackboneRequest& request) {
    using Open = std::unique_ptr<FeatureExtractor>(const BackboneRequest&);
    return learn().function<Open>("segadOpenFeatureExtractor")(request);
}

DistilResult distilBackbone(const DistilOptions& options, const DistilPictures& training,
                            const DistilPictures& heldOut, Job& job) {
    using Distil = DistilResult(const DistilOptions&, const DistilPictures&, const DistilPictures&, Job&);
    return learn().function<Distil>("segadDistilBackbone")(options, training, heldOut, job);
}

LearnInfo learnInfo() {
    return learn().function<LearnInfo()>("segadLearnInfo")();
}

std::string resolveDevice(const std::string& device) {
    using Resolve = std::string(const std::string&);
    return learn().function<Resolve>("segadResolveDevice")(device);
}

}  // namespace segad
