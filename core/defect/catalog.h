// Every kind of defect this program can generate, in one ordered table: forms, command-line flags and help
// follow from the rows. To add one: its function in a file *_kind.cpp, one row, its test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/param_spec.h"

namespace segad {

class DefectScene;
class SplitMix64;
struct DefectDraft;

struct DefectKind {
    std::string key;        ///< stable: "thin_rectangle"
    std::string title;      ///< "Thin rectangle"
    std::string help;       ///< one or two sentences
    std::string reference;  ///< paper, section
    ParamSchema params;
    int drawnSince = 1;       ///< kDefectVersion from which on it is drawn as it is now
    bool ofThePaper = false;  ///< one of SegAD's own three, which are generated unless others are asked for
    bool staysInSegment = false;  ///< changes pixels of the segment it was placed on only
    bool staysOnProduct = false;  ///< changes pixels of the wanted segments only (as its parameters are now)
    bool needsPartner = false;    ///< takes a piece from another good part
    bool takesTextures = false;   ///< may take its texture from a folder of pictures
    DefectDraft (*draw)(const DefectScene& scene, const Json& completeParams, SplitMix64& random) = nullptr;
};

/// In the order they are offered.
const std::vector<DefectKind>& defectCatalog();

/// nullptr for a key this program does not know.
const DefectKind* findDefectKind(std::string_view key) noexcept;

/// Throws Error{NotFound} that lists the known keys.
const DefectKind& requireDefectKind(std::string_view key);

/// SegAD's three.
std::vector<std::string> paperDefectKinds();

/// On one part at most (generated_defects.md § 1: one, option 1–3).
inline constexpr int kMostDefects = 3;

/// Sizes are parameters with this unit: per cent of the picture's shorter side.
inline constexpr std::string_view kSizeUnit = "%";

/// What sizes are given in, by a form or on the command line.
enum class SizeUnit { Percent, Pixels, Millimetres };

std::string_view toString(SizeUnit unit) noexcept;
/// "%", "px", "mm"; Error{InvalidArgument} for anything else.
SizeUnit sizeUnitFromString(std::string_view text);

/// How large a picture is in the unit: 100 %, or its shorter side in pixels or millimetres.
struct SizeScale {
    SizeUnit unit = SizeUnit::Percent;
    int side = 0;                    ///< shorter side of the picture, pixels
    double pixelsPerMillimetre = 0;  ///< for Millimetres

    /// Of the shorter side. Throws Error{InvalidArgument} for millimetres without a scale.
    double whole() const;
};

/// Values given in the scale's unit as per cent again, which recipes hold.
Json inPercent(const ParamSchema& schema, const Json& values, const SizeScale& scale);

}  // namespace segad
