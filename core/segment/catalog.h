// Every segment source this program has, in one ordered table: forms, command-line flags and help follow
// from the rows. To add one: its two files, one row in catalog.cpp, its line in CMakeLists.txt, its test.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/param_spec.h"

namespace segad {

class SegmentSource;

/// What a user paints for a source.
enum class SegmentPainting { None, Templates, Strokes };

struct SegmentSourceInfo {
    std::string key;    ///< stable: "foreground"
    std::string title;  ///< "Automatic foreground"
    std::string help;   ///< one or two sentences
    ParamSchema params;
    SegmentPainting painting = SegmentPainting::None;  ///< what it learns from
    std::unique_ptr<SegmentSource> (*create)(const Json& completeParams) = nullptr;
};

/// In the order they are offered.
const std::vector<SegmentSourceInfo>& segmentCatalog();

/// nullptr for a key this program does not know.
const SegmentSourceInfo* findSegmentSource(std::string_view key) noexcept;

/// Throws Error{NotFound} that lists the known keys, Error{InvalidArgument} for wrong parameters.
std::unique_ptr<SegmentSource> createSegmentSource(std::string_view key, const Json& params);

}  // namespace segad
