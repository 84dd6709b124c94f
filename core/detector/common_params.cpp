#include "core/detector/common_params.h"

namespace segad {

ParamSpec imageSizeParam(const std::string& reference, int minimum) {
    return {.key = "image_size",
            .title = "Input size",
            .type = ParamType::Int,
            .defaultValue = 256,
            .minimum = minimum,
            .maximum = 1024,
            .unit = "px",
            .help = "Every picture is resized to a square of this side.",
            .reference = reference};
}

ParamSpec resizeParam(ResizeMode published, const std::string& reference) {
    const bool antialias = published == ResizeMode::Antialias;
    return {.key = "resize",
            .title = "Resizing",
            .type = ParamType::Choice,
            .defaultValue = antialias ? "antialias" : "linear",
            .choices = {"linear", "antialias"},
            .help = antialias
                        ? "antialias averages what a strong reduction would skip, as the published code does."
                        : "linear as published; antialias averages what a strong reduction would skip.",
            .reference = reference};
}

ParamSpec epochsParam(int published, const std::string& reference) {
    return {.key = "epochs",
            .title = "Epochs",
            .type = ParamType::Int,
            .defaultValue = published,
            .minimum = 1,
            .maximum = 100000,
            .help = "How often each part is learnt from.",
            .reference = reference};
}

ParamSpec batchSizeParam(int published, const std::string& reference, int minimum) {
    return {.key = "batch_size",
            .title = "Batch size",
            .type = ParamType::Int,
            .defaultValue = published,
            .minimum = minimum,
            .maximum = 1024,
            .help = "Pictures in a step; memory and seconds of a step grow with it.",
            .reference = reference};
}

ParamSpec learningRateParam(double published, const std::string& reference) {
    return {.key = "learning_rate",
            .title = "Learning rate",
            .type = ParamType::Real,
            .defaultValue = published,
            .minimum = 1e-8,
            .maximum = 1.0,
            .help = "How far a step goes; lower it when the loss does not fall.",
            .reference = reference};
}

ParamSpec weightDecayParam(double published, const std::string& reference) {
    return {.key = "weight_decay",
            .title = "Weight decay",
            .type = ParamType::Real,
            .defaultValue = published,
            .minimum = 0.0,
            .maximum = 1.0,
            .help = "How strongly weights are drawn to zero.",
            .reference = reference,
            .advanced = true};
}

ParamSpec blurSigmaParam(const std::string& reference) {
    return {.key = "blur_sigma",
            .title = "Blur of the map",
            .type = ParamType::Real,
            .defaultValue = 4.0,
            .minimum = 0.0,
            .maximum = 32.0,
            .unit = "px",
            .help = "Deviation of the Gaussian over the map; 0 leaves it sharp.",
            .reference = reference,
            .advanced = true};
}

}  // namespace segad
