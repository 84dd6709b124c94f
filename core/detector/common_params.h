// Parameters that several detectors have, said once: only the published value and where it is from differ.
#pragma once

#include <string>

#include "core/detector/catalog.h"
#include "core/image/resize.h"

namespace segad {

/// Side of the square that every picture is resized to.
ParamSpec imageSizeParam(const std::string& reference, int minimum = 32);
/// `published`: how the detector's own code reduces pictures; the default.
ParamSpec resizeParam(ResizeMode published, const std::string& reference);
/// Passes over the train parts.
ParamSpec epochsParam(int published, const std::string& reference);
ParamSpec batchSizeParam(int published, const std::string& reference, int minimum = 1);
ParamSpec learningRateParam(double published, const std::string& reference);
ParamSpec weightDecayParam(double published, const std::string& reference);
/// Of the Gaussian over the finished map.
ParamSpec blurSigmaParam(const std::string& reference);

}  // namespace segad
