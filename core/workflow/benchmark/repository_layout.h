// The files of the SegAD repository (github.com/abc-125/segad), which its program reads and ours reads and
// writes:
//
//   ROOT/anomaly_maps/<detector>/<class>/anomaly_maps/{good|bad}/<stem>.npy   float32, 256 × 256
//   ROOT/anomaly_maps/<detector>/<class>/df_training.csv, df_test.csv
//   ROOT/visa_segm/<class>/{good|bad}/<stem>.npy                              integer labels
//
// The tables have the columns filepath, an_map_path, label (0 good, 1 bad), prediction_an_det (the detector's
// own score). df_training.csv lists the good parts that the forest learns from, df_test.csv the test parts. A
// map belongs to a row by the last name of its an_map_path and the folder of its label. Private to the room.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/file.h"

namespace segad {

struct RepositoryRow {
    std::string file;     ///< the picture, as the table has it
    std::string mapName;  ///< "000.npy"
    bool bad = false;
    double score = 0;
    bool training = false;  ///< from df_training.csv
};

struct RepositoryLayout {
    Path root;

    bool isThere() const;
    /// Detectors that have a folder: efficient_ad, rd4ad, then the others by name.
    std::vector<std::string> detectors() const;
    /// Classes that every one of `detectors` has, by name.
    std::vector<std::string> classes(const std::vector<std::string>& detectors) const;

    Path classFolder(const std::string& detector, const std::string& className) const;
    Path mapFile(const std::string& detector, const std::string& className, const RepositoryRow& row) const;
    /// The folder of segment maps: one called segm, or whose name ends in _segm; "" when there is none.
    Path segmentsRoot() const;
    Path segmentFile(const std::string& className, const RepositoryRow& row) const;
    /// Training rows, then test rows, in the order of the tables. Throws Error naming the table, also for a
    /// part that has two rows: it would be learned from and tested, or counted twice.
    std::vector<RepositoryRow> rows(const std::string& detector, const std::string& className) const;
    /// low_shot_train.json, when it is there.
    Path listFile() const { return root / "low_shot_train.json"; }
    /// Its lists in their order: name and file names of bad training parts; none without the file. Throws
    /// Error{InvalidData} naming the file when it holds anything else.
    std::vector<std::pair<std::string, std::vector<std::string>>> lists() const;
};

/// As messages name a row's map: "good/000.npy".
std::string mapNameOf(const RepositoryRow& row);

/// Segments of a VisA class with its background (segad.md § 6); 0 for any other name.
int publishedSegments(const std::string& className);

}  // namespace segad
