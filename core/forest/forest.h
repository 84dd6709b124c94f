// A Forest turns feature rows into margins: higher is worse, unbounded, 0.5 for nothing learnt
// (segad.md § 3). For display use displayProbability(); thresholds are chosen on margins.
//
// Life:    fit or deserialize -> score, explain, importance -> serialize
// Threads: fit runs on the calling thread; a finished forest is immutable and may be used from any
//          number of threads at once.
// The same table, labels and options give the same forest, bit for bit.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/job.h"
#include "core/forest/attribution.h"
#include "core/forest/feature_table.h"
#include "core/forest/forest_options.h"

namespace segad {

/// Why a row got its margin: score = bias + the sum of parts.columns, exactly.
struct Explanation {
    double score = 0;
    double bias = 0;  ///< what the forest says before it sees the part
    Attribution parts;
};

/// What a forest was made from; stored with it.
struct ForestFacts {
    std::string kind;
    Json params;  ///< complete
    std::uint64_t seed = 0;
    std::size_t good = 0;  ///< training rows
    std::size_t bad = 0;
    double badWeight = 1;  ///< scale_pos_weight
};

class Forest {
public:
    Forest(Forest&&) noexcept;
    Forest& operator=(Forest&&) noexcept;
    ~Forest();

    /// Learns from `table`; `isBad[i]` ≠ 0 says that row i is bad. Throws Error{InvalidData} when the
    /// table is empty, all rows are good or all are bad, or the labels don't match the rows, and
    /// Error{InvalidArgument} for options out of range.
    static Forest fit(const FeatureTable& table, std::span<const std::uint8_t> isBad,
                      const ForestOptions& options, Job& job);

    /// Reads what serialize() wrote. Throws Error naming `subject`: Corrupt for a damaged text,
    /// NewerVersion for the text of a newer program.
    static Forest deserialize(std::string_view text, const std::string& subject);

    /// One JSON document with options, columns and trees.
    std::string serialize() const;

    /// Margins of all rows. Throws Error{InvalidData} naming missing, extra or misplaced columns.
    std::vector<double> score(const FeatureTable& table) const;
    /// Margin of one row that has this forest's columns.
    double score(std::span<const double> row) const;

    std::vector<Explanation> explain(const FeatureTable& table) const;
    Explanation explain(std::span<const double> row) const;

    /// Share of the trees' total gain, adding up to 1 (all 0 when no tree has a split).
    Attribution importance() const;

    const std::vector<std::string>& columns() const noexcept;
    const ForestFacts& facts() const noexcept;

private:
    struct Impl;
    explicit Forest(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// 1 / (1 + exp(−margin)): for people's eyes, never a basis for a threshold.
double displayProbability(double margin);

}  // namespace segad
