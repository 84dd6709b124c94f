#include "core/detector/trunk_precision.h"

namespace segad {

ParamSpec precisionParam() {
    return {
        .key = kPrecisionParam,
        .title = "Precision of the networks",
        .type = ParamType::Choice,
        .defaultValue = toString(Precision::Float32),
        .choices = {toString(Precision::Float32), toString(Precision::BFloat16)},
        .help =
            "Of the backbone, and of what was learnt on it when it scores. bfloat16 is quicker on processors "
            "that multiply it and slower on others; scores change in their third digit.",
        .reference = "Kalamkar et al. 2019, arXiv 1905.12322",
        .advanced = true};
}

Precision trunkPrecision(const DetectorConfig& config) {
    if (config.precision) return *config.precision;
    return precisionNamed(config.params.value(kPrecisionParam, toString(Precision::Float32)));
}

}  // namespace segad
