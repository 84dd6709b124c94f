// Boosted trees: a thin, owning face of XGBoost's C API. XGBoost is known only to this room.
//
// Life:    fit or load -> margins, contributions, gains -> save
// Threads: fit runs on the calling thread (the random numbers of XGBoost are per thread, so fits on
//          several threads at once don't disturb each other). A finished model is immutable; its const
//          functions may be called from any number of threads at once.
// Errors:  a failed call of the library becomes Error{InvalidArgument} (parameters), Error{Corrupt}
//          (model text) or Error{Internal}, with the library's own words in the message.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/job.h"
#include "core/base/json.h"

namespace segad {

/// A row-major table of float32 that somebody else owns. NaN means "missing"; infinities are refused.
struct TreeTable {
    std::span<const float> values;
    std::size_t columns = 0;

    std::size_t rows() const { return columns == 0 ? 0 : values.size() / columns; }
};

/// XGBoost's parameters, every value as text, as in its documentation.
using TreeParams = std::map<std::string, std::string>;

/// What a column was worth while the trees were grown.
enum class TreeImportance {
    TotalGain,    ///< loss reduction summed over all splits; adds up over columns
    AverageGain,  ///< mean per split; what Python's importance_type="gain" gives
    Splits        ///< number of splits ("weight")
};

class TreeModel {
public:
    TreeModel(TreeModel&&) noexcept;
    TreeModel& operator=(TreeModel&&) noexcept;
    ~TreeModel();

    /// Grows `rounds` rounds of trees on `table` with one label per row. Reports a unit per round and
    /// stops between rounds. The same input gives the same model when `params` has a seed and nthread 1.
    static TreeModel fit(TreeTable table, std::span<const float> labels, const TreeParams& params, int rounds,
                         Job& job);

    /// Takes a model as save() wrote it (XGBoost's JSON), parsed. The structure of every tree is checked
    /// before the library sees it; throws Error{Corrupt} naming `subject` for anything that doesn't hold.
    static TreeModel load(const Json& document, const std::string& subject);

    /// XGBoost's JSON model; loading it gives the same margins, bit for bit.
    std::string save() const;

    /// Raw margin of each row.
    std::vector<float> margins(TreeTable table) const;

    /// Exact SHAP values, rows × columns, row-major. What is left of a row's margin is the same for all rows,
    /// within float32 rounding.
    std::vector<double> contributions(TreeTable table) const;

    /// One number per column; 0 for a column that no split uses.
    std::vector<double> importance(TreeImportance kind) const;

    std::size_t columns() const noexcept;

private:
    struct Impl;
    explicit TreeModel(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// "1.7.4": the XGBoost library this program runs with.
std::string treeLibraryVersion();

}  // namespace segad
