#include <algorithm>
#include <map>
#include <set>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/base/threads.h"
#include "core/dataset/listing.h"
#include "core/forest/features.h"
#include "core/image/npy.h"
#include "core/workflow/benchmark/material.h"
#include "core/workflow/benchmark/repository_layout.h"
#include "core/workflow/seed_material.h"

namespace segad {

namespace {
constexpr std::size_t kBatch = 32;  // bounds the maps in memory
constexpr std::string_view kUnseenFolder = "bad_unseen_defects";

void requireSize(cv::Size expected, cv::Size found, const Path& file) {
    if (found == expected) return;
    const auto text = [](cv::Size size) {
        return std::to_string(size.width) + " × " + std::to_string(size.height);
    };
    throw Error(ErrorCode::InvalidData, file.string(),
                "is " + text(found) + " pixels, the first map of its detector " + text(expected),
                "Make all maps of a detector at one size.");
}

class MapMaterial : public BenchmarkMaterial {
public:
    MapMaterial(const BenchmarkRequest& request, const BenchmarkClass& one)
        : request_(request),
          draw_(benchmarkProtocol(request.protocol).draw),
          layout_{.root = request.dataset},
          name_(one.name) {}

    BenchmarkClassRecord prepare(Job& job) override;
    void make(const BenchmarkMethod& method, std::span<const BenchmarkRepeat> repeats, Job& job) override;
    RoleTable roles(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) override;
    FeatureTable features(const BenchmarkMethod& method, Job& job) override;
    ScoreOfPart scores(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) override;
    Json origin(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) override;

private:
    void readParts();
    void readSegments(Job& job);

    void drawFromTest(RoleTable& table, std::uint64_t seed) const;
    void takeListed(RoleTable& table, const std::string& list) const;

    const BenchmarkRequest& request_;
    BenchmarkDraw draw_;
    RepositoryLayout layout_;
    std::string name_;
    std::vector<RepositoryRow> rows_;
    std::vector<PartRecord> parts_;  ///< of rows_[i]; ids from 1
    std::vector<cv::Mat> segments_;
    int stored_ = 1;                             ///< components that the segment maps have
    int used_ = 1;                               ///< components that features are made of
    std::map<std::string, std::string> hashes_;  ///< of each detector's maps and tables
};

BenchmarkClassRecord MapMaterial::prepare(Job& job) {
    readParts();
    readSegments(job);
    Sha256 hash;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        hash.update(rows_[i].file + "\t" + rows_[i].mapName + (rows_[i].bad ? "\tbad" : "\tgood") +
                    (rows_[i].training ? "\ttrain\n" : "\ttest\n"));
        hash.update(std::as_bytes(std::span(segments_[i].ptr<std::uint8_t>(), segments_[i].total())));
    }
    return {.name = name_,
            .sha256 = hash.hex(),
            .facts = {{"folder", toUtf8(layout_.root)},
                      {"parts", rows_.size()},
                      {"segments", used_},
                      {"from_maps", true}}};
}

void MapMaterial::readParts() {
    // The tables of one detector say which parts there are, as in the authors' program.
    const std::string detector = layout_.detectors().front();
    rows_ = layout_.rows(detector, name_);
    if (rows_.empty()) {
        throw Error(ErrorCode::InvalidData, layout_.classFolder(detector, name_).string(),
                    "has tables without a part", "Restore df_training.csv and df_test.csv.");
    }
    for (const RepositoryRow& row : rows_) {
        PartRecord part;
        part.id = static_cast<PartId>(parts_.size()) + 1;
        part.path = row.file;
        part.label = row.bad ? Label::Bad : Label::Good;
        part.subset = row.training ? Subset::Train : Subset::Test;
        part.unseenDefect = row.file.find(kUnseenFolder) != std::string::npos;
        parts_.push_back(std::move(part));
    }
}

void MapMaterial::readSegments(Job& job) {
    if (layout_.segmentsRoot().empty()) {
        throw Error(ErrorCode::NotFound, layout_.root.string(), "has no folder of segment maps",
                    "Put them into visa_segm/<class>/{good|bad}, as the SegAD repository has them.");
    }
    segments_.resize(rows_.size());
    for (std::size_t begin = 0; begin < rows_.size(); begin += kBatch) {
        job.progress(begin, rows_.size(), "Reading segment maps");
        parallelFor(std::min(kBatch, rows_.size() - begin), [&](std::size_t i) {
            segments_[begin + i] = readNpyLabels(layout_.segmentFile(name_, rows_[begin + i])).clone();
        });
    }
    for (const cv::Mat& labels : segments_) {
        double highest = 0;
        cv::minMaxLoc(labels, nullptr, &highest);
        stored_ = std::max(stored_, static_cast<int>(highest) + 1);
    }
    // Labels beyond the published number are ignored, as the authors' program does.
    const int published = publishedSegments(name_);
    used_ = published > 0 ? published : stored_;
    stored_ = std::max(stored_, used_);
}

void MapMaterial::make(const BenchmarkMethod& method, std::span<const BenchmarkRepeat> /*repeats*/,
                       Job& job) {
    for (const std::string& detector : method.detectors) {
        if (hashes_.contains(detector)) continue;
        Sha256 hash;
        const Path folder = layout_.classFolder(detector, name_);
        hash.update(sha256OfFile(folder / "df_training.csv"));
        hash.update(sha256OfFile(folder / "df_test.csv"));
        std::vector<std::string> maps(rows_.size());
        for (std::size_t begin = 0; begin < rows_.size(); begin += kBatch) {
            job.progress(begin, rows_.size(), "Reading maps");
            parallelFor(std::min(kBatch, rows_.size() - begin), [&](std::size_t i) {
                maps[begin + i] = sha256OfFile(layout_.mapFile(detector, name_, rows_[begin + i]));
            });
        }
        for (const std::string& map : maps)
            hash.update(map);
        hashes_[detector] = hash.hex();
    }
}

/// The last of a permutation of the bad test parts in the order of the table (splits.md § 1).
void MapMaterial::drawFromTest(RoleTable& table, std::uint64_t seed) const {
    std::vector<std::size_t> bad;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].bad && !rows_[i].training) bad.push_back(i);
    }
    const auto wanted = static_cast<std::size_t>(badPartsOf(request_));
    if (bad.size() <= wanted) {
        throw Error(ErrorCode::InvalidData, name_,
                    "has " + std::to_string(bad.size()) + " bad test parts; " + std::to_string(wanted) +
                        " are wanted to learn from and others to test",
                    "Ask for fewer (--bad).");
    }
    const Split split = trainTestSplit(bad.size(), bad.size() - wanted, static_cast<std::uint32_t>(seed));
    for (const std::size_t i : split.train)
        table.roles[bad[i]] = Role::Fit;
}

/// Of the bad training parts only those that a list of low_shot_train.json names.
void MapMaterial::takeListed(RoleTable& table, const std::string& list) const {
    std::set<std::string> names;
    for (const auto& [name, files] : layout_.lists()) {
        if (name != list) continue;
        for (const std::string& file : files)
            names.emplace(fileNameOf(file));
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (table.roles[i] == Role::Fit && names.erase(std::string(fileNameOf(rows_[i].file))) == 0)
            table.roles[i] = Role::None;
    }
    if (names.empty() && table.count(Role::Fit) > 0) return;
    throw Error(ErrorCode::InvalidData, layout_.listFile().string(),
                names.empty() ? "list '" + list + "' is empty"
                              : "list '" + list + "' names " + *names.begin() +
                                    ", which is not a bad training part of " + name_,
                "Take the lists that belong to these maps.");
}

RoleTable MapMaterial::roles(const BenchmarkMethod& /*method*/, const BenchmarkRepeat& repeat) {
    RoleTable table{.parts = parts_, .roles = {}, .folds = {}, .notes = {}};
    bool trainBad = false;
    for (const RepositoryRow& row : rows_) {
        const Role training = row.bad ? Role::Fit : Role::Calibrate;
        table.roles.push_back(row.training ? training : Role::Test);
        trainBad = trainBad || (row.training && row.bad);
    }
    if (draw_ == BenchmarkDraw::FromTest || (draw_ == BenchmarkDraw::AsLaidOut && !trainBad)) {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (table.roles[i] == Role::Fit) table.roles[i] = Role::None;
        }
        drawFromTest(table, repeat.seed);
    } else if (repeat.list) {
        takeListed(table, *repeat.list);
    }
    return table;
}

FeatureTable MapMaterial::features(const BenchmarkMethod& method, Job& job) {
    const int components = method.segments == SegmentUse::Whole ? 1 : stored_;
    FeatureTable all(featureNames(components, method.detectors));
    // Statistics of maps of several sizes are not comparable.
    std::vector<cv::Size> sizes;
    for (const std::string& detector : method.detectors)
        sizes.push_back(readNpyFloat(layout_.mapFile(detector, name_, rows_.front())).size());
    for (std::size_t begin = 0; begin < rows_.size(); begin += kBatch) {
        job.progress(begin, rows_.size());
        std::vector<std::vector<double>> batch(std::min(kBatch, rows_.size() - begin));
        parallelFor(batch.size(), [&](std::size_t i) {
            const std::size_t row = begin + i;
            std::vector<DetectorMap> maps;
            for (const std::string& detector : method.detectors) {
                const Path file = layout_.mapFile(detector, name_, rows_[row]);
                maps.push_back({.detector = detector, .map = AnomalyMap(readNpyFloat(file), file.string())});
                requireSize(sizes[maps.size() - 1], maps.back().map.size(), file);
            }
            // At the size the maps have: the figures are to follow from them as they are.
            const cv::Size size = maps.front().map.size();
            const SegmentMap segments(segments_[row], stored_, rows_[row].mapName);
            batch[i] =
                featureRow(maps, segmentsAs(method.segments, segments, size, rows_[row].file), {}, size);
        });
        for (std::size_t i = 0; i < batch.size(); ++i)
            all.append(parts_[begin + i].id, batch[i]);
    }
    if (components <= used_) return all;
    return withColumns(all, [&](const FeatureColumn& column) { return column.segment < used_; });
}

ScoreOfPart MapMaterial::scores(const BenchmarkMethod& method, const BenchmarkRepeat& /*repeat*/) {
    // As each detector's own tables have them, joined by the names of the maps.
    const std::string& detector = method.detectors.front();
    std::map<std::string, double> byMap;
    for (const RepositoryRow& row : layout_.rows(detector, name_))
        byMap[mapNameOf(row)] = row.score;
    ScoreOfPart scores;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto score = byMap.find(mapNameOf(rows_[i]));
        if (score != byMap.end()) {
            scores[parts_[i].id] = score->second;
        } else if (!rows_[i].training) {  // of what it has learned from nobody asks
            throw Error(
                ErrorCode::InvalidData, (layout_.classFolder(detector, name_) / "df_test.csv").string(),
                "has no row for the map " + mapNameOf(rows_[i]) + ", which other detectors are tested on",
                "Score the same parts by every detector.");
        }
    }
    return scores;
}

Json MapMaterial::origin(const BenchmarkMethod& method, const BenchmarkRepeat& /*repeat*/) {
    Json detectors = Json::array();
    for (const std::string& detector : method.detectors) {
        detectors.push_back({{"detector", detector},
                             {"maps", toUtf8(layout_.classFolder(detector, name_))},
                             {"maps_sha256", hashes_.at(detector)}});
    }
    Json origin{{"detectors", std::move(detectors)}};
    if (method.forest) origin["segments"] = {{"maps", toUtf8(layout_.segmentsRoot() / name_)}};
    return origin;
}
}  // namespace

std::unique_ptr<BenchmarkMaterial> materialFromMaps(const BenchmarkRequest& request,
                                                    const BenchmarkClass& one) {
    return std::make_unique<MapMaterial>(request, one);
}

}  // namespace segad
