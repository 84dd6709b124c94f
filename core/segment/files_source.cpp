#include "core/segment/files_source.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/threads.h"
#include "core/dataset/mask.h"
#include "core/image/image.h"
#include "core/image/npy.h"
#include "core/segment/segment_source.h"

namespace segad {

namespace {
constexpr std::array<std::string_view, 8> kExtensions{".npy",  ".png", ".bmp", ".tif",
                                                      ".tiff", ".PNG", ".BMP", ".NPY"};
constexpr const char* kDefaultFolder = "segments";
/// Sides may be rounded when a map is made at another size.
constexpr double kRatioTolerance = 0.02;

cv::Mat readLabels(const Path& file) {
    const std::string extension = file.extension().string();
    return extension == ".npy" || extension == ".NPY" ? readNpyLabels(file) : decodeLabels(file);
}

bool sameShape(cv::Size map, int width, int height) {
    const double wanted = static_cast<double>(width) / height;
    const double have = static_cast<double>(map.width) / map.height;
    return std::abs(have / wanted - 1) <= kRatioTolerance || map == cv::Size(1, 1);
}

class FilesSource : public SegmentSource {
public:
    explicit FilesSource(const Json& params)
        : folder_(params.at("folder").get<std::string>()),
          components_(params.at("components").get<int>()),
          wholeWhenMissing_(params.at("missing").get<std::string>() == "whole") {
        const auto list = params.at("names").get<std::string>();
        for (std::size_t begin = 0; begin < list.size();) {
            const std::size_t comma = std::min(list.find(',', begin), list.size());
            const std::size_t first = std::min(list.find_first_not_of(' ', begin), comma);
            if (first < comma) names_.push_back(list.substr(first, comma - first));
            begin = comma + 1;
        }
    }

    void prepare(std::span<const SegmentPart> parts, Job& job) override;
    std::vector<std::string> names() const override;
    SegmentMap segment(const SegmentPart& part) const override;
    Json settledParams() const override;

private:
    Path folderFor(const SegmentPart& part) const {
        return folder_.is_absolute() ? folder_ : part.folder / folder_;
    }
    std::optional<Path> find(const SegmentPart& part) const;

    Path folder_;
    int components_;  ///< 0: not settled yet
    bool wholeWhenMissing_;
    std::vector<std::string> names_;
};

std::optional<Path> FilesSource::find(const SegmentPart& part) const {
    const Path relative(part.path);
    const Path stem = relative.stem();
    std::vector<Path> places{relative.parent_path() / stem};
    if (relative.has_parent_path()) places.push_back(relative.parent_path().filename() / stem);
    places.push_back(stem);
    const Path folder = folderFor(part);
    for (const Path& place : places) {
        for (const std::string_view extension : kExtensions) {
            Path candidate = folder / place;
            candidate += extension;
            std::error_code ignored;
            if (std::filesystem::is_regular_file(candidate, ignored)) return candidate;
        }
    }
    return std::nullopt;
}

void FilesSource::prepare(std::span<const SegmentPart> parts, Job& job) {
    if (components_ > 0) return;
    std::vector<int> largest(parts.size(), -1);
    // The count must hold for every part, or the columns of the feature rows would differ (segad.md § 6).
    parallelFor(parts.size(), [&](std::size_t i) {
        job.throwIfCancelled();
        const std::optional<Path> file = find(parts[i]);
        if (!file) return;
        try {
            double value = 0;
            cv::minMaxLoc(readLabels(*file), nullptr, &value);
            largest[i] = static_cast<int>(value);
        } catch (const Error&) {
            return;  // said for its part by segment()
        }
    });
    job.progress(parts.size(), parts.size());
    const int top = parts.empty() ? -1 : *std::ranges::max_element(largest);
    if (top < 0) {
        throw Error(ErrorCode::NotFound, parts.empty() ? folder_.string() : folderFor(parts.front()).string(),
                    "no segment map was found for any part",
                    "Name the folder whose files are called like the parts' pictures (.npy or .png).");
    }
    components_ = std::max(top + 1, static_cast<int>(names_.size()));
}

std::vector<std::string> FilesSource::names() const {
    std::vector<std::string> names = names_;
    for (int i = static_cast<int>(names.size()); i < components_; ++i) {
        names.push_back(i == 0 ? "background" : "segment " + std::to_string(i));
    }
    names.resize(static_cast<std::size_t>(components_));
    return names;
}

SegmentMap FilesSource::segment(const SegmentPart& part) const {
    const std::optional<Path> file = find(part);
    if (!file) {
        if (wholeWhenMissing_)
            return SegmentMap(cv::Mat(1, 1, CV_8UC1, cv::Scalar(0)), components_, part.path);
        throw Error(ErrorCode::NotFound, part.path, "has no segment map in " + folderFor(part).string(),
                    "Add the file, or set missing=whole.");
    }
    cv::Mat labels = readLabels(*file);
    if (!sameShape(labels.size(), part.width, part.height)) {
        const ImageInfo picture = probeImage(part.folder / part.path);
        if (picture.orientation < 5 || !sameShape(labels.size(), part.height, part.width)) {
            throw Error(ErrorCode::InvalidData, file->string(),
                        "is " + std::to_string(labels.cols) + " × " + std::to_string(labels.rows) +
                            " px, another shape than its picture (" + std::to_string(part.width) + " × " +
                            std::to_string(part.height) + ")",
                        "Make the map from this picture, or remove it.");
        }
        labels = turnedUpright(labels, picture.orientation);
    }
    return SegmentMap(labels, components_, file->string());
}

Json FilesSource::settledParams() const {
    std::string list;
    for (const std::string& name : names())
        list += (list.empty() ? "" : ",") + name;
    return {{"folder", folder_.string()},
            {"components", components_},
            {"names", list},
            {"missing", wholeWhenMissing_ ? "whole" : "error"}};
}
}  // namespace

SegmentSourceInfo filesSourceRow() {
    return {
        .key = "files",
        .title = "From files",
        .help = "Integer .npy arrays, indexed or grey pictures, called like the parts' pictures.",
        .params = {{.key = "folder",
                    .title = "Folder",
                    .type = ParamType::Text,
                    .defaultValue = kDefaultFolder,
                    .help = "Folder of the maps, absolute or below the images' folder"},
                   {.key = "components",
                    .title = "Components",
                    .type = ParamType::Int,
                    .defaultValue = 0,
                    .minimum = 0,
                    .maximum = 256,
                    .help = "Number of labels, 0 = largest label found + 1; fixed for the project"},
                   {.key = "names",
                    .title = "Names",
                    .type = ParamType::Text,
                    .defaultValue = "",
                    .help = "Names of the components in the order of their labels, separated by commas"},
                   {.key = "missing",
                    .title = "Missing map",
                    .type = ParamType::Choice,
                    .defaultValue = "error",
                    .choices = {"error", "whole"},
                    .help =
                        "What to do with a part that has no map: leave it out, or make it all background"}},
        .create = [](const Json& params) -> std::unique_ptr<SegmentSource> {
            return std::make_unique<FilesSource>(params);
        }};
}

}  // namespace segad
