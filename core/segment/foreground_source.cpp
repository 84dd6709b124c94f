#include "core/segment/foreground_source.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/threads.h"
#include "core/segment/segment_source.h"

namespace segad {

namespace {
/// Parts that prepare() looks at.
constexpr std::size_t kClues = 48;

std::string toHex(const cv::Vec3b& rgb) {
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
    return text;
}

std::optional<cv::Vec3b> fromHex(const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto digit = [&](char c) -> unsigned {
        if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
        if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
        if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
        throw Error(ErrorCode::InvalidArgument, "ground", "'" + text + "' is not a colour",
                    "Write it as #rrggbb, or leave it empty.");
    };
    if (text.size() != 7 || text[0] != '#') {
        throw Error(ErrorCode::InvalidArgument, "ground", "'" + text + "' is not a colour",
                    "Write it as #rrggbb, or leave it empty.");
    }
    cv::Vec3b rgb;
    for (std::size_t i = 0; i < 3; ++i)
        rgb[static_cast<int>(i)] =
            static_cast<std::uint8_t>(digit(text[1 + 2 * i]) * 16 + digit(text[2 + 2 * i]));
    return rgb;
}

/// Evenly spread over all parts.
std::vector<const SegmentPart*> sample(std::span<const SegmentPart> parts) {
    const std::size_t count = std::min(kClues, parts.size());
    std::vector<const SegmentPart*> chosen;
    for (std::size_t i = 0; i < count; ++i)
        chosen.push_back(&parts[i * parts.size() / count]);
    return chosen;
}

double rgbDistance(const cv::Vec3b& a, const cv::Vec3b& b) {
    return cv::norm(cv::Vec3i(a) - cv::Vec3i(b));
}

/// The colour with the least distance to all others: one of the majority's, never a mixture.
cv::Vec3b usualGround(const std::vector<ForegroundClue>& clues) {
    const auto total = [&](const ForegroundClue& from) {
        double sum = 0;
        for (const ForegroundClue& to : clues)
            sum += rgbDistance(from.ground, to.ground);
        return sum;
    };
    return std::ranges::min_element(clues, {}, total)->ground;
}

/// The median over the parts whose border shows the usual ground; 0 when there are none.
double usualContrast(const std::vector<ForegroundClue>& clues, const cv::Vec3b& ground) {
    constexpr double kSameColor = 48;
    std::vector<double> contrasts;
    for (const ForegroundClue& clue : clues) {
        if (rgbDistance(clue.ground, ground) <= kSameColor) contrasts.push_back(clue.contrast);
    }
    if (contrasts.empty()) return 0;
    const auto middle = contrasts.begin() + static_cast<std::ptrdiff_t>(contrasts.size() / 2);
    std::ranges::nth_element(contrasts, middle);
    return *middle;
}

class ForegroundSource : public SegmentSource {
public:
    explicit ForegroundSource(const Json& params)
        : params_(params),
          options_{.side = params.at("side").get<int>(),
                   .close = params.at("close").get<int>(),
                   .minimumShare = params.at("minimum_share").get<double>(),
                   .fillHoles = params.at("fill_holes").get<bool>(),
                   .largestHole = params.at("largest_hole").get<double>(),
                   .sensitivity = params.at("sensitivity").get<double>(),
                   .ground = fromHex(params.at("ground").get<std::string>()),
                   .contrast = params.at("contrast").get<double>()} {
        if (options_.close % 2 == 0) {
            throw Error(ErrorCode::InvalidArgument, "close", "must be odd", "Use 5, 7 or 9.");
        }
    }

    void prepare(std::span<const SegmentPart> parts, Job& job) override {
        if (options_.ground && options_.contrast > 0) return;
        const std::vector<ForegroundClue> clues = readClues(sample(parts), job);
        if (clues.empty()) return;  // no picture can be read: segment() says so for each
        if (!options_.ground) options_.ground = usualGround(clues);
        if (options_.contrast <= 0) options_.contrast = usualContrast(clues, *options_.ground);
        params_["ground"] = toHex(*options_.ground);
        params_["contrast"] = options_.contrast;
    }

    std::vector<std::string> names() const override { return {"background", "object"}; }
    SegmentedPart segment(const SegmentPart& part) const override {
        return {.map = SegmentMap(foreground(part.rgb(), options_), 2, part.path)};
    }
    Json settledParams() const override { return params_; }

private:
    /// Clues of the pictures that can be read, in order; segment() says what is wrong with the others.
    std::vector<ForegroundClue> readClues(const std::vector<const SegmentPart*>& chosen, Job& job) const {
        constexpr std::size_t kAtATime = 8;
        std::vector<ForegroundClue> clues;
        for (std::size_t begin = 0; begin < chosen.size(); begin += kAtATime) {
            job.progress(begin, chosen.size());
            std::vector<std::optional<ForegroundClue>> found(std::min(kAtATime, chosen.size() - begin));
            parallelFor(found.size(), [&](std::size_t i) {
                try {
                    found[i] = foregroundClue(chosen[begin + i]->rgb(), options_.side);
                } catch (const Error&) {
                    found[i].reset();
                }
            });
            for (const auto& clue : found)
                if (clue) clues.push_back(*clue);
        }
        return clues;
    }

    Json params_;
    ForegroundOptions options_;
};

ParamSchema schema() {
    return {
        {.key = "side",
         .title = "Map side",
         .type = ParamType::Int,
         .defaultValue = 256,
         .minimum = 32,
         .maximum = 2048,
         .unit = "px",
         .help = "Width and height of the segment map",
         .advanced = true},
        {.key = "sensitivity",
         .title = "Sensitivity",
         .type = ParamType::Real,
         .defaultValue = 1.0,
         .minimum = 0.1,
         .maximum = 10.0,
         .help = "More makes paler pixels object, less keeps only those far from the ground's colour",
         .reference = "Otsu 1979"},
        {.key = "close",
         .title = "Closing",
         .type = ParamType::Int,
         .defaultValue = 7,
         .minimum = 1,
         .maximum = 63,
         .unit = "px",
         .help = "Gaps narrower than this are closed; odd"},
        {.key = "minimum_share",
         .title = "Smallest area",
         .type = ParamType::Real,
         .defaultValue = 0.001,
         .minimum = 0,
         .maximum = 0.5,
         .help = "Share of the picture below which specks are dropped"},
        {.key = "largest_hole",
         .title = "Largest filled hole",
         .type = ParamType::Real,
         .defaultValue = 0.01,
         .minimum = 0,
         .maximum = 1,
         .help = "Share of the picture below which holes are filled: dark spots on a part belong to it"},
        {.key = "fill_holes",
         .title = "Fill all holes",
         .type = ParamType::Bool,
         .defaultValue = false,
         .help = "Holes of any size belong to the object"},
        {.key = "ground",
         .title = "Colour of the ground",
         .type = ParamType::Text,
         .defaultValue = "",
         .help = "#rrggbb; empty finds it from the borders of the pictures",
         .advanced = true},
        {.key = "contrast",
         .title = "Usual contrast",
         .type = ParamType::Real,
         .defaultValue = 0.0,
         .minimum = 0.0,
         .maximum = 300.0,
         .help = "Distance in CIE L*a*b* that parts object and ground, within a factor of two; 0 finds it",
         .advanced = true},
    };
}
}  // namespace

SegmentSourceInfo foregroundSourceRow() {
    return {
        .key = "foreground",
        .title = "Automatic foreground",
        .help =
            "Background and object, by how far a pixel's colour is from that of the picture's border. For "
            "parts photographed on a plain ground.",
        .params = schema(),
        .create = [](const Json& params) -> std::unique_ptr<SegmentSource> {
            return std::make_unique<ForegroundSource>(params);
        }};
}

}  // namespace segad
