#include "core/defect/catalog.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/defect/kinds_p.h"

namespace segad {

namespace {
constexpr const char* kSegAd = "Baitieva et al. 2024, supplement A.2";
constexpr const char* kDraem = "Zavrtanik et al. 2021, § 3.3";
constexpr const char* kCutPaste = "Li et al. 2021, § 2.3";
constexpr const char* kNsa = "Schlüter et al. 2022, § 3";
constexpr double kPercent = 100;
constexpr const char* kSize = kSizeUnit.data();  // ends with its zero

struct Range {
    double low;
    double high;
    double least;
    double most;
};

/// The lower and the upper bound of a value that is drawn.
ParamSpec bound(const std::string& key, const std::string& title, double value, Range range,
                const std::string& unit, const std::string& help, bool advanced) {
    return {.key = key,
            .title = title,
            .type = ParamType::Real,
            .defaultValue = value,
            .minimum = range.least,
            .maximum = range.most,
            .unit = unit,
            .help = help,
            .advanced = advanced};
}
ParamSpec from(const std::string& key, const std::string& title, Range range, const std::string& unit,
               const std::string& help, bool advanced = false) {
    return bound(key + "_min", title + " from", range.low, range, unit, help, advanced);
}
ParamSpec to(const std::string& key, const std::string& title, Range range, const std::string& unit,
             const std::string& help, bool advanced = false) {
    return bound(key + "_max", title + " to", range.high, range, unit, help, advanced);
}

ParamSpec real(const std::string& key, const std::string& title, Range range, const std::string& help,
               const std::string& unit = "", bool advanced = true) {
    return bound(key, title, range.low, range, unit, help, advanced);
}

ParamSpec flag(const std::string& key, const std::string& title, bool value, const std::string& help) {
    return {.key = key, .title = title, .type = ParamType::Bool, .defaultValue = value, .help = help};
}

ParamSpec count(const std::string& key, const std::string& title, int value, Range range,
                const std::string& help) {
    return {.key = key,
            .title = title,
            .type = ParamType::Int,
            .defaultValue = value,
            .minimum = range.least,
            .maximum = range.most,
            .help = help,
            .advanced = true};
}

ParamSpec jitterSpec() {
    return real("jitter", "Change of colour", {0.1, 0, 0, 0.5},
                "Brightness, contrast and saturation change by up to this share; hue likewise");
}
ParamSpec placedSpec() {
    return flag("on_product", "Placed on the chosen segments", true,
                "The middle of the piece lies on a segment that is to have defects; otherwise anywhere, as "
                "published");
}

DefectKind blurRow() {
    return {
        .key = "blur",
        .title = "Blurred part",
        .help = "Part of a segment is out of focus, as by grease, a smear or a missing structure.",
        .reference = kSegAd,
        .params = {from("size", "Size", {6, 20, 0.5, 100}, kSize, "Width and height of the blurred window"),
                   to("size", "Size", {6, 20, 0.5, 100}, kSize, "Width and height of the blurred window"),
                   from("blur", "Blur", {0.8, 2, 0.05, 10}, kSize,
                        "Deviation of the Gaussian; at least 2 pixels"),
                   to("blur", "Blur", {0.8, 2, 0.05, 10}, kSize,
                      "Deviation of the Gaussian; at least 2 pixels")},
        .ofThePaper = true,
        .staysInSegment = true,
        .draw = drawBlur};
}

DefectKind rectangleRow() {
    return {.key = "rectangle",
            .title = "Small rectangle",
            .help = "A small foreign piece, turned at random, of one colour.",
            .reference = kSegAd,
            .params = {from("size", "Size", {1.2, 5, 0.1, 100}, kSize, "Width and height of the rectangle"),
                       to("size", "Size", {1.2, 5, 0.1, 100}, kSize, "Width and height of the rectangle"),
                       from("opacity", "Opacity", {0.7, 1, 0.05, 1}, "", "1 hides what is below"),
                       to("opacity", "Opacity", {0.7, 1, 0.05, 1}, "", "1 hides what is below")},
            .ofThePaper = true,
            .draw = drawRectangle};
}

DefectKind thinRectangleRow() {
    return {
        .key = "thin_rectangle",
        .title = "Thin rectangle",
        .help = "A hair, a scratch or a piece of wire: long, thin and straight.",
        .reference = kSegAd,
        .params = {from("length", "Length", {8, 30, 0.5, 140}, kSize, "Length of the stroke"),
                   to("length", "Length", {8, 30, 0.5, 140}, kSize, "Length of the stroke"),
                   from("width", "Width", {0.3, 1, 0.02, 20}, kSize, "Width of the stroke; at least 1 pixel"),
                   to("width", "Width", {0.3, 1, 0.02, 20}, kSize, "Width of the stroke; at least 1 pixel"),
                   from("opacity", "Opacity", {0.6, 1, 0.05, 1}, "", "1 hides what is below"),
                   to("opacity", "Opacity", {0.6, 1, 0.05, 1}, "", "1 hides what is below")},
        .ofThePaper = true,
        .draw = drawThinRectangle};
}

DefectKind perlinRow() {
    return {.key = "perlin",
            .title = "Perlin texture",
            .help = "Blots of Perlin noise filled with a strange texture, procedural or from a folder.",
            .reference = kDraem,
            .params = {from("opacity", "Opacity", {0.2, 1, 0.05, 1}, "", "1 hides what is below"),
                       to("opacity", "Opacity", {0.2, 1, 0.05, 1}, "", "1 hides what is below"),
                       real("threshold", "Threshold", {0.5, 0, 0.05, 0.95},
                            "Noise above it is the defect: the higher, the smaller", "", false),
                       count("cells", "Finest cells", 5, {0, 5, 0, 5},
                             "The noise has at most 2 to the power of this cells along each side"),
                       flag("on_product", "Only on the chosen segments", true,
                            "Cut the mask to the segments that are to have defects")},
            .staysOnProduct = true,
            .takesTextures = true,
            .draw = drawPerlin};
}

DefectKind cutPasteRow() {
    return {.key = "cutpaste",
            .title = "CutPaste",
            .help = "A piece of the picture, its colours changed a little, pasted elsewhere.",
            .reference = kCutPaste,
            .params = {from("area", "Area", {0.02, 0.15, 0.001, 0.5}, "", "Share of the picture"),
                       to("area", "Area", {0.02, 0.15, 0.001, 0.5}, "", "Share of the picture"), jitterSpec(),
                       placedSpec()},
            .draw = drawCutPaste};
}

DefectKind cutPasteScarRow() {
    return {.key = "cutpaste_scar",
            .title = "CutPaste scar",
            .help = "A thin piece of the picture, turned and pasted elsewhere.",
            .reference = kCutPaste,
            .params = {from("length", "Length", {3.9, 9.8, 0.5, 100}, kSize, "Length of the scar"),
                       to("length", "Length", {3.9, 9.8, 0.5, 100}, kSize, "Length of the scar"),
                       from("width", "Width", {0.8, 6.25, 0.1, 50}, kSize, "Width of the scar"),
                       to("width", "Width", {0.8, 6.25, 0.1, 50}, kSize, "Width of the scar"), jitterSpec(),
                       placedSpec()},
            .draw = drawCutPasteScar};
}

DefectKind blendedPatchRow() {
    return {
        .key = "blended_patch",
        .title = "Blended patch",
        .help = "A patch of another good part, blended in without seams: a subtle, natural change.",
        .reference = kNsa,
        .params = {from("size", "Half size", {3, 40, 0.5, 50}, kSize,
                        "Bounds of half the width and height; most patches are nearer to the lower one"),
                   to("size", "Half size", {3, 40, 0.5, 50}, kSize,
                      "Bounds of half the width and height; most patches are nearer to the lower one"),
                   from("scale", "Change of size", {0.7, 1.3, 0.5, 2}, "", "The patch is enlarged by it",
                        true),
                   to("scale", "Change of size", {0.7, 1.3, 0.5, 2}, "", "The patch is enlarged by it", true),
                   real("object_share", "Share of product", {0.25, 0, 0, 0.95},
                        "At least this much of the patch, and of where it goes, shows the product"),
                   count("patches", "Patches at most", 3, {1, 4, 1, 4},
                         "One, and each further one with chance one half"),
                   count("places", "Places tried", 16, {1, 64, 1, 64},
                         "The one where the patch fits in best is taken; 1 takes the first, as published"),
                   real("seam", "Step at the rim", {60, 0, 5, 255},
                        "The rim is drawn in to where the two pictures differ by less, and a patch whose "
                        "rim would leave shades on a flat ground is drawn anew; 255 leaves it, as published",
                        "grey levels"),
                   flag("mixed", "Keep strong edges", false,
                        "Of the patch and of what is below, the stronger edge stays (mixed blending)")},
        .drawnSince = 3,
        .needsPartner = true,
        .draw = drawBlendedPatch};
}

DefectKind missingRow() {
    return {
        .key = "missing",
        .title = "Missing",
        .help = "A piece of the product is not there: its surroundings go on where it was.",
        .params = {real("whole_up_to", "Whole up to", {0.12, 0, 0, 0.6},
                        "A piece of a segment up to this share of the picture is missing as a whole; of a "
                        "larger one a bite is missing",
                        "", false),
                   from("bite", "Bite", {5, 15, 0.5, 60}, kSize, "Diameter of a bite"),
                   to("bite", "Bite", {5, 15, 0.5, 60}, kSize, "Diameter of a bite"),
                   real("margin", "Margin", {0.6, 0, 0, 5}, "Its shadow and edge go with it, as far as this",
                        kSize)},
        .drawnSince = 2,
        .draw = drawMissing};
}

DefectKind displacedRow() {
    return {.key = "displaced",
            .title = "Displaced",
            .help = "A piece of the product has slipped or is turned.",
            .params = {from("shift", "Shift", {1.5, 6, 0, 50}, kSize, "How far the piece has moved"),
                       to("shift", "Shift", {1.5, 6, 0, 50}, kSize, "How far the piece has moved"),
                       from("turn", "Turn", {0, 15, 0, 180}, "°", "How far it is turned, either way"),
                       to("turn", "Turn", {0, 15, 0, 180}, "°", "How far it is turned, either way"),
                       real("margin", "Margin", {0.6, 0, 0, 5},
                            "Its shadow and edge go with it, as far as this", kSize)},
            .drawnSince = 2,
            .draw = drawDisplaced};
}

DefectKind stainRow() {
    return {.key = "stain",
            .title = "Stain",
            .help = "A soft-edged discolouration of a segment; its structure stays to be seen.",
            .params = {from("size", "Size", {5, 16, 0.5, 100}, kSize, "Diameter of the stain"),
                       to("size", "Size", {5, 16, 0.5, 100}, kSize, "Diameter of the stain"),
                       from("strength", "Strength", {0.35, 0.75, 0.05, 1}, "", "1 colours it over"),
                       to("strength", "Strength", {0.35, 0.75, 0.05, 1}, "", "1 colours it over"),
                       ParamSpec{
                           .key = "colour",
                           .title = "Colour",
                           .type = ParamType::Choice,
                           .defaultValue = "any",
                           .choices = {"any", "dark", "light", "coloured"},
                           .help = "Dirt and oil are dark, powder and bleach light, rust and dye coloured"}},
            .staysInSegment = true,
            .draw = drawStain};
}

std::vector<DefectKind> allRows() {
    return {blurRow(),         rectangleRow(),    thinRectangleRow(), perlinRow(),    cutPasteRow(),
            cutPasteScarRow(), blendedPatchRow(), missingRow(),       displacedRow(), stainRow()};
}
}  // namespace

const std::vector<DefectKind>& defectCatalog() {
    static const std::vector<DefectKind> rows = allRows();
    return rows;
}

const DefectKind* findDefectKind(std::string_view key) noexcept {
    const auto& rows = defectCatalog();
    const auto found = std::ranges::find(rows, key, &DefectKind::key);
    return found == rows.end() ? nullptr : &*found;
}

const DefectKind& requireDefectKind(std::string_view key) {
    if (const DefectKind* kind = findDefectKind(key)) return *kind;
    std::string known;
    for (const DefectKind& kind : defectCatalog())
        known += (known.empty() ? "" : ", ") + kind.key;
    throw Error(ErrorCode::NotFound, std::string(key), "is no kind of generated defect",
                "Use one of: " + known + ".");
}

std::vector<std::string> paperDefectKinds() {
    std::vector<std::string> keys;
    for (const DefectKind& kind : defectCatalog()) {
        if (kind.ofThePaper) keys.push_back(kind.key);
    }
    return keys;
}

std::string_view toString(SizeUnit unit) noexcept {
    switch (unit) {
        case SizeUnit::Percent:
            return "%";
        case SizeUnit::Pixels:
            return "px";
        case SizeUnit::Millimetres:
            return "mm";
    }
    return "";
}

SizeUnit sizeUnitFromString(std::string_view text) {
    for (const SizeUnit unit : {SizeUnit::Percent, SizeUnit::Pixels, SizeUnit::Millimetres}) {
        if (toString(unit) == text) return unit;
    }
    throw Error(ErrorCode::InvalidArgument, std::string(text), "is no unit of sizes", "Use %, px or mm.");
}

double SizeScale::whole() const {
    if (unit == SizeUnit::Percent) return kPercent;
    if (side <= 0) {
        throw Error(ErrorCode::InvalidArgument, "size", "has no picture to refer to", "Choose a part first.");
    }
    if (unit == SizeUnit::Pixels) return side;
    if (!(pixelsPerMillimetre > 0) || !std::isfinite(pixelsPerMillimetre)) {
        throw Error(ErrorCode::InvalidArgument, "scale", "must be a number of pixels over 0",
                    "Say how many pixels a millimetre has.");
    }
    return side / pixelsPerMillimetre;
}

Json inPercent(const ParamSchema& schema, const Json& values, const SizeScale& scale) {
    Json percent = values;
    if (scale.unit == SizeUnit::Percent) return percent;
    const double factor = kPercent / scale.whole();
    for (const ParamSpec& spec : schema.specs()) {
        if (spec.unit != kSizeUnit || !percent.contains(spec.key) || !percent[spec.key].is_number()) continue;
        percent[spec.key] = percent[spec.key].get<double>() * factor;
    }
    return percent;
}

}  // namespace segad
