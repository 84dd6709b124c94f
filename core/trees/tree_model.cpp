#include "core/trees/tree_model.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <mutex>
#include <optional>

#include "core/base/threads.h"
#include "core/trees/model_check_p.h"
#include "core/trees/tree_shares_p.h"
#include "core/trees/xgboost_handles_p.h"

namespace segad {

namespace {
/// Rows handed to one thread at a time. Below two such blocks a second thread costs more than it saves.
constexpr std::size_t kRowsPerBlock = 256;
/// Contributions take a tenth of a millisecond a row and more.
constexpr std::size_t kContributionRowsPerBlock = 8;

constexpr const char* kPredictMargin =
    R"({"type":1,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false,"cache_id":0,"missing":NaN})";
constexpr const char* kInternalRemedy = "Report this as a bug.";

void requireTable(TreeTable table) {
    if (table.columns == 0 || table.values.size() % table.columns != 0) {
        throw Error(ErrorCode::InvalidArgument, "feature table", "is not rows × columns", kInternalRemedy);
    }
    if (std::ranges::any_of(table.values, [](float value) { return std::isinf(value); })) {
        throw Error(ErrorCode::InvalidData, "feature table", "holds an infinite value",
                    "Check the maps these features come from.");
    }
}

/// NumPy's __array_interface__ of the table.
std::string arrayInterface(TreeTable table) {
    return R"({"data":[)" + std::to_string(reinterpret_cast<std::uintptr_t>(table.values.data())) +
           R"(,true],"shape":[)" + std::to_string(table.rows()) + "," + std::to_string(table.columns) +
           R"(],"typestr":"<f4","version":3})";
}

/// Calls body(firstRow, rowCount) for blocks of rows, on several threads when there are enough of them.
template <class Body>
void forBlocks(std::size_t rows, std::size_t rowsPerBlock, const Body& body) {
    if (rows < 2 * rowsPerBlock) {
        if (rows > 0) body(std::size_t{0}, rows);
        return;
    }
    parallelFor((rows + rowsPerBlock - 1) / rowsPerBlock, [&](std::size_t block) {
        const std::size_t first = block * rowsPerBlock;
        body(first, std::min(rowsPerBlock, rows - first));
    });
}
}  // namespace

struct TreeModel::Impl {
    BoosterPtr booster;
    std::size_t columns = 0;
    /// Made when they are needed: most forests that are fitted never explain anything.
    mutable std::once_flag sharesMade;
    mutable std::optional<TreeShares> shares;

    /// Prediction threads are ours (forBlocks), and the library configures itself lazily on its first
    /// prediction, which is not thread-safe: it happens here.
    void makeReady() {
        setParam(booster.get(), "nthread", "1");
        const std::vector<float> zeros(columns, 0.0F);
        float margin = 0;
        predictBlock({zeros, columns}, &margin);
    }

    void predictBlock(TreeTable block, float* margins) const {
        const bst_ulong* shape = nullptr;
        bst_ulong dimensions = 0;
        const float* result = nullptr;
        checkCall(XGBoosterPredictFromDense(booster.get(), arrayInterface(block).c_str(), kPredictMargin,
                                            nullptr, &shape, &dimensions, &result),
                  ErrorCode::Internal, "trees", kInternalRemedy);
        std::copy_n(result, block.rows(), margins);
    }

    std::string text() const {
        bst_ulong length = 0;
        const char* data = nullptr;
        checkCall(XGBoosterSaveModelToBuffer(booster.get(), R"({"format":"json"})", &length, &data),
                  ErrorCode::Internal, "trees", kInternalRemedy);
        return {data, static_cast<std::size_t>(length)};
    }

    const TreeShares& explained() const {
        std::call_once(sharesMade, [&] { shares.emplace(parseJson(text(), "trees")); });
        return *shares;
    }

    void requireColumns(TreeTable table) const {
        requireTable(table);
        if (table.columns != columns) {
            throw Error(ErrorCode::InvalidData, "feature table",
                        "has " + std::to_string(table.columns) + " columns where the model has " +
                            std::to_string(columns),
                        "Compute the features as they were for the fit, or fit again.");
        }
    }
};

TreeModel::TreeModel(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TreeModel::TreeModel(TreeModel&&) noexcept = default;
TreeModel& TreeModel::operator=(TreeModel&&) noexcept = default;
TreeModel::~TreeModel() = default;

TreeModel TreeModel::fit(TreeTable table, std::span<const float> labels, const TreeParams& params, int rounds,
                         Job& job) {
    requireTable(table);
    if (table.rows() == 0 || labels.size() != table.rows() || rounds < 0) {
        throw Error(ErrorCode::InvalidArgument, "feature table", "has no rows, or not one label per row",
                    "Give one label per row and at least one row.");
    }
    job.throwIfCancelled();
    const MatrixPtr matrix = makeMatrix(table);
    checkCall(XGDMatrixSetFloatInfo(matrix.get(), "label", labels.data(), labels.size()),
              ErrorCode::InvalidData, "labels", "Label every part of the fit good or bad.");
    auto impl = std::make_unique<Impl>();
    impl->columns = table.columns;
    // Names the matrix, so that the number of columns is known before the first tree.
    const DMatrixHandle cached[] = {matrix.get()};
    BoosterHandle handle = nullptr;
    checkCall(XGBoosterCreate(cached, 1, &handle), ErrorCode::Internal, "trees", kInternalRemedy);
    impl->booster.reset(handle);
    setParam(handle, "verbosity", "0");
    for (const auto& [key, value] : params)
        setParam(handle, key, value);
    for (int round = 0; round < rounds; ++round) {
        checkCall(XGBoosterUpdateOneIter(handle, round, matrix.get()), ErrorCode::InvalidArgument, "trees",
                  "Correct the parameters of the fit.");
        job.progress(static_cast<std::uint64_t>(round) + 1, static_cast<std::uint64_t>(rounds));
    }
    impl->makeReady();
    return TreeModel(std::move(impl));
}

TreeModel TreeModel::load(const Json& document, const std::string& subject) {
    auto impl = std::make_unique<Impl>();
    impl->columns = checkModel(document, subject);
    impl->booster = makeBooster();
    setParam(impl->booster.get(), "verbosity", "0");
    // Before loading, too: waking a second thread takes longer than reading the trees.
    setParam(impl->booster.get(), "nthread", "1");
    const std::string text = document.dump();
    checkCall(XGBoosterLoadModelFromBuffer(impl->booster.get(), text.data(), text.size()), ErrorCode::Corrupt,
              subject, "Fit the forest again.");
    impl->makeReady();
    std::call_once(impl->sharesMade, [&] { impl->shares.emplace(document); });
    return TreeModel(std::move(impl));
}

std::string TreeModel::save() const {
    return impl_->text();
}

std::vector<float> TreeModel::margins(TreeTable table) const {
    impl_->requireColumns(table);
    std::vector<float> result(table.rows());
    forBlocks(table.rows(), kRowsPerBlock, [&](std::size_t first, std::size_t count) {
        impl_->predictBlock(
            {table.values.subspan(first * table.columns, count * table.columns), table.columns},
            result.data() + first);
    });
    return result;
}

std::vector<double> TreeModel::contributions(TreeTable table) const {
    impl_->requireColumns(table);
    const TreeShares& shares = impl_->explained();
    std::vector<double> result(table.values.size());
    forBlocks(table.rows(), kContributionRowsPerBlock, [&](std::size_t first, std::size_t count) {
        for (std::size_t row = first; row < first + count; ++row) {
            const std::size_t begin = row * table.columns;
            shares.of(table.values.subspan(begin, table.columns),
                      std::span(result).subspan(begin, table.columns));
        }
    });
    return result;
}

std::vector<double> TreeModel::importance(TreeImportance kind) const {
    const char* config = R"({"importance_type":"total_gain"})";
    if (kind == TreeImportance::AverageGain) config = R"({"importance_type":"gain"})";
    if (kind == TreeImportance::Splits) config = R"({"importance_type":"weight"})";
    bst_ulong count = 0;
    char const** names = nullptr;
    bst_ulong dimensions = 0;
    const bst_ulong* shape = nullptr;
    const float* scores = nullptr;
    checkCall(
        XGBoosterFeatureScore(impl_->booster.get(), config, &count, &names, &dimensions, &shape, &scores),
        ErrorCode::Internal, "trees", kInternalRemedy);
    std::vector<double> result(impl_->columns, 0.0);
    for (bst_ulong i = 0; i < count; ++i) {
        // Columns are called f0, f1, … and only those with a split are listed.
        const std::string_view name = names[i];
        std::size_t column = result.size();
        std::from_chars(name.data() + 1, name.data() + name.size(), column);
        if (column < result.size()) result[column] = scores[i];
    }
    return result;
}

std::size_t TreeModel::columns() const noexcept {
    return impl_->columns;
}

std::string treeLibraryVersion() {
    int major = 0;
    int minor = 0;
    int patch = 0;
    XGBoostVersion(&major, &minor, &patch);
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

}  // namespace segad
