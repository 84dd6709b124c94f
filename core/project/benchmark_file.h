// The results of a benchmark: one SQLite file with a row for each cell of its grid, the score of each part
// that a cell has tested, and what made them. Results are joined by queries on it.
//
// Life:    create or open -> put, put, … -> destroy. A cell is stored whole or not at all.
// Threads: a handle belongs to one thread; several processes may read while one writes.
// Errors:  as Project: SQLite's own codes never leave this room.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/json.h"

namespace segad {

class Connection;

/// Names a cell: what was scored, by what, and which draw of bad parts it learned from.
struct BenchmarkCellKey {
    std::string className;
    std::string method;  ///< "rd4ad+segad"
    std::string repeat;  ///< the seed, or the name of a list that the dataset publishes

    auto operator<=>(const BenchmarkCellKey&) const = default;
};

/// Figures of one cell. Rates are fractions; an undefined figure is absent.
struct BenchmarkCell {
    BenchmarkCellKey key;
    std::uint64_t seed = 0;
    std::optional<double> auroc;
    std::optional<double> averagePrecision;
    std::optional<double> fprAt95Tpr;     ///< as released with SegAD: by a quantile of the bad scores
    std::optional<double> fprAt95TprRoc;  ///< by the curve
    std::optional<double> seen;           ///< AUROC of defects that are also learned from …
    std::optional<double> unseen;         ///< … and of the others; absent where none are marked
    int good = 0;                         ///< test parts
    int bad = 0;
    int learnedGood = 0;  ///< parts that the forest, or a supervised detector, has learned from
    int learnedBad = 0;
    double seconds = 0;            ///< of this cell alone; trainings it shares with others stand in `origin`
    std::string finishedAt;        ///< UTC, ISO 8601; put() fills it in when it is empty
    Json origin = Json::object();  ///< trainings, weights, segments, forest, versions: what made the result
};

/// One tested part of a cell, or (without a score) one bad part that it has learned from.
struct BenchmarkScore {
    std::string part;  ///< path, as the class's dataset has it
    bool bad = false;
    bool unseen = false;
    std::optional<double> score;
};

/// One class of the dataset as it was when its first cell was computed.
struct BenchmarkClassRecord {
    std::string name;
    std::string sha256;  ///< over paths, labels and contents of its parts: another one is another dataset
    Json facts = Json::object();
};

class BenchmarkFile {
public:
    /// Throws Error{AlreadyExists} when the file is there.
    static BenchmarkFile create(const Path& file, const Json& grid);
    /// Throws Error{NotFound, InvalidData (another kind of file), NewerVersion, Corrupt, Locked}.
    static BenchmarkFile open(const Path& file, bool readOnly = false);
    ~BenchmarkFile();
    BenchmarkFile(BenchmarkFile&&) noexcept;
    BenchmarkFile& operator=(BenchmarkFile&&) noexcept;

    const Path& file() const;

    /// What the grid is made of, as the workflow stored it.
    Json grid() const;
    void setGrid(const Json& grid);

    /// Published figures that a person has entered, as the workflow stored them; an empty list at first.
    Json published() const;
    void setPublished(const Json& figures);

    /// Adds the class, in the order of the calls. Throws Error{InvalidData} when it is there with another
    /// hash: its cells would not be comparable.
    void putClass(const BenchmarkClassRecord& record);
    std::vector<BenchmarkClassRecord> classes() const;

    /// Adds the cell, or replaces it.
    void put(const BenchmarkCell& cell, const std::vector<BenchmarkScore>& scores);
    std::optional<BenchmarkCell> find(const BenchmarkCellKey& key) const;
    /// Class by class, in the order in which they were stored.
    std::vector<BenchmarkCell> cells() const;
    std::vector<BenchmarkCellKey> keys() const;
    /// Tested parts first, in the order they were put, then those learned from.
    std::vector<BenchmarkScore> scores(const BenchmarkCellKey& key) const;

    /// Takes over the cells of another file of the same grid; those that both have must have the same
    /// figures; published figures that were entered, when there are none here. How many cells came. Throws
    /// Error{InvalidData} naming the first cell that differs; nothing is taken over then.
    int merge(const BenchmarkFile& other);

    /// Suffix of such files, with dot.
    static constexpr const char* kSuffix = ".segad-bench";
    static constexpr int kApplicationId = 0x5347424D;  // "SGBM"

private:
    explicit BenchmarkFile(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace segad
