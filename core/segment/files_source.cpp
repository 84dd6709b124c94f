#include "core/segment/files_source.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cctype>
#include <cmath>
#include <map>
#include <mutex>
#include <optional>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/threads.h"
#include "core/dataset/mask.h"
#include "core/image/image.h"
#include "core/image/map_shape.h"
#include "core/segment/label_file.h"
#include "core/segment/segment_source.h"

namespace segad {

namespace {
constexpr std::array<std::string_view, 10> kExtensions{".npy", ".png",  ".bmp", ".tif", ".tiff",
                                                       ".pgm", ".webp", ".PNG", ".BMP", ".NPY"};
constexpr const char* kDefaultFolder = "segments";

using LabelSet = std::bitset<256>;

/// Where a map was found.
struct FoundMap {
    Path file;
    bool published = false;  ///< in good/ or bad/ as the SegAD authors publish them
};

LabelSet labelsIn(const cv::Mat& labels) {
    LabelSet seen;
    for (int y = 0; y < labels.rows; ++y) {
        const std::uint8_t* row = labels.ptr(y);
        for (int x = 0; x < labels.cols; ++x)
            seen.set(row[x]);
    }
    return seen;
}

/// Only 0 and 255: a mask of one object as paint programs make it, not 256 components.
bool isMask(const LabelSet& seen) {
    LabelSet blackAndWhite;
    blackAndWhite.set(0).set(255);
    return seen.test(255) && (seen & ~blackAndWhite).none();
}

int countOf(const LabelSet& seen) {
    int count = 256;
    while (count > 1 && !seen.test(static_cast<std::size_t>(count - 1)))
        --count;
    return count;
}

/// The folder that published maps of the part are in: good for parts from good, ok or normal, else bad.
std::string publishedFolder(const Path& partFolder) {
    std::string name = partFolder.filename().string();
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name == "good" || name == "ok" || name == "normal" ? "good" : "bad";
}

class FilesSource : public SegmentSource {
public:
    explicit FilesSource(const Json& params)
        : folder_(params.at("folder").get<std::string>()),
          components_(params.at("components").get<int>()),
          values_(params.at("values").get<std::string>()),
          squareMaps_(params.at("square_maps").get<bool>()),
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
    SegmentedPart segment(const SegmentPart& part) const override;
    Json settledParams() const override;

private:
    Path folderFor(const SegmentPart& part) const {
        return folder_.is_absolute() ? folder_ : part.folder / folder_;
    }
    std::optional<FoundMap> find(const SegmentPart& part) const;
    std::vector<std::optional<FoundMap>> findAll(std::span<const SegmentPart> parts, Job& job) const;
    static LabelSet readAll(const std::vector<std::optional<FoundMap>>& maps, Job& job);
    void settleComponents(const LabelSet& seen, const std::string& folder, Job& job);
    void requireShape(const cv::Mat& labels, const SegmentPart& part, const FoundMap& map) const;

    Path folder_;
    int components_;      ///< 0: not settled yet
    std::string values_;  ///< auto: not settled yet; labels; mask: anything but 0 is component 1
    bool squareMaps_;
    bool wholeWhenMissing_;
    std::vector<std::string> names_;
};

std::optional<FoundMap> FilesSource::find(const SegmentPart& part) const {
    const Path relative(part.path);
    const Path stem = relative.stem();
    const Path parent = relative.parent_path();
    std::vector<FoundMap> places{{parent / stem}};
    if (!parent.empty()) {
        places.push_back({publishedFolder(parent) / stem, true});
        places.push_back({parent.filename() / stem});
    }
    places.push_back({stem});
    const Path folder = folderFor(part);
    for (const FoundMap& place : places) {
        for (const std::string_view extension : kExtensions) {
            Path candidate = folder / place.file;
            candidate += extension;
            std::error_code ignored;
            if (std::filesystem::is_regular_file(candidate, ignored))
                return FoundMap{candidate, place.published};
        }
    }
    return std::nullopt;
}

std::vector<std::optional<FoundMap>> FilesSource::findAll(std::span<const SegmentPart> parts,
                                                          Job& job) const {
    std::vector<std::optional<FoundMap>> maps;
    std::map<Path, std::string> owners;
    std::vector<std::string> missing;
    for (const SegmentPart& part : parts) {
        job.progress(maps.size(), parts.size());
        maps.push_back(find(part));
        if (!maps.back()) {
            missing.push_back(part.path);
            continue;
        }
        const auto [owner, isNew] = owners.emplace(maps.back()->file, part.path);
        if (isNew) continue;
        throw Error(ErrorCode::InvalidData, maps.back()->file.string(),
                    "would be the segment map of two parts, " + owner->second + " and " + part.path,
                    "Put the maps into folders like those of the parts.");
    }
    if (owners.empty()) {
        throw Error(ErrorCode::NotFound, parts.empty() ? folder_.string() : folderFor(parts.front()).string(),
                    "no segment map was found for any part",
                    "Name the folder whose files are called like the parts' pictures (.npy or .png).");
    }
    if (wholeWhenMissing_ && !missing.empty()) {
        job.warn({ErrorCode::NotFound, missing.front(),
                  missing.size() == 1 ? std::string("has no segment map and counts as background")
                                      : "and " + std::to_string(missing.size() - 1) +
                                            " other parts have no segment map and count as background",
                  "Add the maps, or set missing=error to leave such parts out."});
    }
    return maps;
}

/// All labels that occur. Maps that can't be read are left to segment(), which names them, unless all are.
LabelSet FilesSource::readAll(const std::vector<std::optional<FoundMap>>& maps, Job& job) {
    constexpr std::size_t kAtATime = 32;
    LabelSet seen;
    std::mutex mutex;
    std::optional<Error> failure;
    for (std::size_t begin = 0; begin < maps.size(); begin += kAtATime) {
        job.progress(begin, maps.size());
        parallelFor(std::min(kAtATime, maps.size() - begin), [&](std::size_t i) {
            if (!maps[begin + i]) return;
            try {
                const LabelSet own = labelsIn(readLabels(maps[begin + i]->file));
                const std::scoped_lock lock(mutex);
                seen |= own;
            } catch (const Error& error) {
                const std::scoped_lock lock(mutex);
                if (!failure) failure = error;
            }
        });
    }
    if (seen.none() && failure) throw Error(*failure);
    return seen;
}

void FilesSource::settleComponents(const LabelSet& seen, const std::string& folder, Job& job) {
    const int count = values_ == "mask" ? 2 : countOf(seen);
    components_ = std::max(count, static_cast<int>(names_.size()));
    const auto used = values_ == "mask" ? 2U : seen.count();
    if (used >= static_cast<std::size_t>(components_)) return;
    job.warn({ErrorCode::InvalidData, folder,
              "only " + std::to_string(used) + " of the " + std::to_string(components_) +
                  " components occur in the maps; the others make empty columns",
              "Number the segments 0, 1, 2, … without gaps."});
}

void FilesSource::prepare(std::span<const SegmentPart> parts, Job& job) {
    std::vector<std::optional<FoundMap>> maps;
    {
        Job::Stage finding(job, 0.2, "Looking for segment maps");
        maps = findAll(parts, finding.job());
    }
    if (components_ > 0 && values_ != "auto") return;
    // The count must hold for every part, or the columns of the feature rows would differ (segad.md § 6).
    Job::Stage reading(job, 0.8, "Reading segment maps");
    const LabelSet seen = readAll(maps, reading.job());
    if (values_ == "auto") values_ = isMask(seen) ? "mask" : "labels";
    if (components_ == 0) settleComponents(seen, folderFor(parts.front()).string(), reading.job());
}

std::vector<std::string> FilesSource::names() const {
    std::vector<std::string> names = names_;
    for (int i = static_cast<int>(names.size()); i < components_; ++i) {
        names.push_back(i == 0 ? "background" : "segment " + std::to_string(i));
    }
    names.resize(static_cast<std::size_t>(components_));
    return names;
}

void FilesSource::requireShape(const cv::Mat& labels, const SegmentPart& part, const FoundMap& map) const {
    if (hasShapeOf(labels.size(), {part.width, part.height})) return;
    // Published maps have the size of the network's input, which is square whatever the picture is.
    const bool square = labels.cols == labels.rows;
    if (square && (squareMaps_ || map.published)) return;
    throw Error(ErrorCode::InvalidData, map.file.string(),
                "is " + std::to_string(labels.cols) + " × " + std::to_string(labels.rows) +
                    " px, another shape than its picture (" + std::to_string(part.width) + " × " +
                    std::to_string(part.height) + ")",
                square ? "If it covers the whole picture, stretched, set square_maps=true."
                       : "Make the map from this picture, or remove it.");
}

SegmentedPart FilesSource::segment(const SegmentPart& part) const {
    const std::optional<FoundMap> map = find(part);
    if (!map) {
        if (wholeWhenMissing_)
            return {.map = SegmentMap(cv::Mat(1, 1, CV_8UC1, cv::Scalar(0)), components_, part.path)};
        throw Error(ErrorCode::NotFound, part.path, "has no segment map in " + folderFor(part).string(),
                    "Add the file, or set missing=whole.");
    }
    cv::Mat labels = readLabels(map->file);
    if (values_ == "mask") cv::min(labels, 1, labels);
    if (!hasShapeOf(labels.size(), {part.width, part.height}) &&
        hasShapeOf(labels.size(), {part.height, part.width})) {
        // Perhaps the picture was turned by its EXIF orientation and the map was not.
        const ImageInfo picture = probeImage(part.folder / part.path);
        if (picture.orientation >= 5) labels = turnedUpright(labels, picture.orientation);
    }
    requireShape(labels, part, *map);
    return {.map = SegmentMap(labels, components_, map->file.string())};
}

Json FilesSource::settledParams() const {
    std::string list;
    for (const std::string& name : names())
        list += (list.empty() ? "" : ",") + name;
    return {{"folder", folder_.string()},
            {"components", components_},
            {"names", list},
            {"missing", wholeWhenMissing_ ? "whole" : "error"},
            {"values", values_},
            {"square_maps", squareMaps_}};
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
                        "What to do with a part that has no map: leave it out, or make it all background"},
                   {.key = "values",
                    .title = "Values",
                    .type = ParamType::Choice,
                    .defaultValue = "auto",
                    .choices = {"auto", "labels", "mask"},
                    .help = "labels are component numbers; a mask is 0 for background, anything else for the "
                            "object; auto takes files of only 0 and 255 as masks",
                    .advanced = true},
                   {.key = "square_maps",
                    .title = "Square maps",
                    .type = ParamType::Bool,
                    .defaultValue = false,
                    .help = "Accepts square maps of other pictures, made at a network's input size",
                    .advanced = true}},
        .create = [](const Json& params) -> std::unique_ptr<SegmentSource> {
            return std::make_unique<FilesSource>(params);
        }};
}

}  // namespace segad
