#include "core/segment/source_backbone.h"

#include "core/nn/embedded_backbone.h"

namespace segad {

std::unique_ptr<FeatureExtractor> openSourceBackbone(const std::string& name, const std::vector<int>& layers,
                                                     int side, const std::string& identity) {
    return openFeatureExtractor({.name = name.empty() ? kEmbeddedBackbone : name,
                                 .layers = layers,
                                 .input = {.size = {side, side}, .resize = ResizeMode::Antialias},
                                 .weightsIdentity = identity});
}

ParamSpec sourceBackboneParam() {
    return {.key = "backbone",
            .title = "Backbone",
            .type = ParamType::Text,
            .defaultValue = "",
            .help = "Name of the weights whose features are looked at; empty: the best there is",
            .advanced = true};
}

ParamSpec sourceSideParam() {
    return {.key = "side",
            .title = "Map side",
            .type = ParamType::Int,
            .defaultValue = 256,
            .minimum = 64,
            .maximum = 1024,
            .unit = "px",
            .help = "Width and height of the segment map",
            .advanced = true};
}

}  // namespace segad
