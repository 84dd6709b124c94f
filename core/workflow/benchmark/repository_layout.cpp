#include "core/workflow/benchmark/repository_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/dataset/csv.h"

namespace segad {

namespace {
constexpr const char* kMaps = "anomaly_maps";
constexpr std::array kFirst{"efficient_ad", "rd4ad"};

std::vector<std::string> foldersIn(const Path& folder) {
    std::vector<std::string> names;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        if (entry.is_directory()) names.push_back(toUtf8(entry.path().filename()));
    }
    if (failure) throw errorFromErrno(failure.value(), folder.string(), "read the folder");
    std::ranges::sort(names);
    return names;
}

const char* labelFolder(const RepositoryRow& row) {
    return row.bad ? "bad" : "good";
}

/// The last name of a path of any system.
std::string lastName(const std::string& path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

Error unreadable(const Path& table, const CsvTable& csv, std::size_t row, const std::string& what) {
    return {ErrorCode::InvalidData, table.string(), "line " + std::to_string(csv.line(row)) + ": " + what,
            "Restore the table as the SegAD repository writes it."};
}

double numberIn(const Path& table, const CsvTable& csv, std::size_t row, std::size_t column) {
    const std::string& text = csv.at(row, column);
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || !std::isfinite(value))
        throw unreadable(table, csv, row, "'" + text + "' is not a number");
    return value;
}

void addRows(const Path& table, bool training, std::vector<RepositoryRow>& rows,
             std::set<std::string>& known) {
    const CsvTable csv = CsvTable::read(table);
    const std::size_t file = csv.column("filepath");
    const std::size_t map = csv.column("an_map_path");
    const std::size_t label = csv.column("label");
    const std::size_t score = csv.column("prediction_an_det");
    for (std::size_t row = 0; row < csv.rowCount(); ++row) {
        const double bad = numberIn(table, csv, row, label);
        if (bad != 0 && bad != 1) throw unreadable(table, csv, row, "the label is neither 0 nor 1");
        rows.push_back({.file = csv.at(row, file),
                        .mapName = lastName(csv.at(row, map)),
                        .bad = bad == 1,
                        .score = numberIn(table, csv, row, score),
                        .training = training});
        if (!known.insert(mapNameOf(rows.back())).second)
            throw unreadable(table, csv, row, "the map " + mapNameOf(rows.back()) + " has a row already");
    }
}

}  // namespace

std::string mapNameOf(const RepositoryRow& row) {
    return std::string(labelFolder(row)) + "/" + row.mapName;
}

bool RepositoryLayout::isThere() const {
    std::error_code ignored;
    return std::filesystem::is_directory(root / kMaps, ignored);
}

std::vector<std::string> RepositoryLayout::detectors() const {
    std::vector<std::string> names = foldersIn(root / kMaps);
    const auto place = [](const std::string& name) {
        return std::ranges::find(kFirst, name) - kFirst.begin();
    };
    std::ranges::stable_sort(names, {}, place);
    return names;
}

std::vector<std::string> RepositoryLayout::classes(const std::vector<std::string>& detectors) const {
    std::vector<std::string> common;
    for (const std::string& detector : detectors) {
        std::vector<std::string> own = foldersIn(root / kMaps / detector);
        std::erase_if(own, [&](const std::string& name) {
            std::error_code ignored;
            return !std::filesystem::exists(root / kMaps / detector / name / "df_test.csv", ignored);
        });
        if (&detector == &detectors.front()) {
            common = own;
            continue;
        }
        std::erase_if(common,
                      [&](const std::string& name) { return !std::ranges::binary_search(own, name); });
    }
    return common;
}

Path RepositoryLayout::classFolder(const std::string& detector, const std::string& className) const {
    return root / kMaps / detector / className;
}

Path RepositoryLayout::mapFile(const std::string& detector, const std::string& className,
                               const RepositoryRow& row) const {
    return classFolder(detector, className) / kMaps / labelFolder(row) / row.mapName;
}

Path RepositoryLayout::segmentsRoot() const {
    for (const std::string& name : foldersIn(root)) {
        if (name == "segm" || name.ends_with("_segm")) return root / name;
    }
    return {};
}

Path RepositoryLayout::segmentFile(const std::string& className, const RepositoryRow& row) const {
    return segmentsRoot() / className / labelFolder(row) / row.mapName;
}

std::vector<RepositoryRow> RepositoryLayout::rows(const std::string& detector,
                                                  const std::string& className) const {
    std::vector<RepositoryRow> rows;
    std::set<std::string> known;
    addRows(classFolder(detector, className) / "df_training.csv", true, rows, known);
    addRows(classFolder(detector, className) / "df_test.csv", false, rows, known);
    return rows;
}

std::vector<std::pair<std::string, std::vector<std::string>>> RepositoryLayout::lists() const {
    std::error_code ignored;
    if (!std::filesystem::exists(listFile(), ignored)) return {};
    const Json json = readJson(listFile());
    const auto isText = [](const Json& value) { return value.is_string(); };
    const bool sound = json.is_object() && std::ranges::all_of(json, [&](const Json& list) {
                           return list.is_array() && std::ranges::all_of(list, isText);
                       });
    if (!sound) {
        throw Error(ErrorCode::InvalidData, listFile().string(), "is no set of named lists of file names",
                    "Restore it as VAD's repository has it: {\"0\": [\"000.png\", …], …}.");
    }
    std::vector<std::pair<std::string, std::vector<std::string>>> lists;
    for (const auto& [name, files] : json.items())
        lists.emplace_back(name, files.get<std::vector<std::string>>());
    return lists;
}

int publishedSegments(const std::string& className) {
    static constexpr std::array<std::pair<std::string_view, int>, 12> kCounts{{{"candle", 2},
                                                                               {"capsules", 2},
                                                                               {"cashew", 2},
                                                                               {"chewinggum", 2},
                                                                               {"fryum", 2},
                                                                               {"pipe_fryum", 2},
                                                                               {"macaroni1", 2},
                                                                               {"macaroni2", 2},
                                                                               {"pcb1", 6},
                                                                               {"pcb2", 8},
                                                                               {"pcb3", 8},
                                                                               {"pcb4", 6}}};
    for (const auto& [name, count] : kCounts) {
        if (name == className) return count;
    }
    return 0;
}

}  // namespace segad
