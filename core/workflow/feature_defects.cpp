#include "core/workflow/feature_defects.h"

#include "core/defect/feature_space.h"

namespace segad {

namespace {
/// Columns that are higher for bad parts, whatever the detector.
std::vector<int> risingColumns(const std::vector<std::string>& columns) {
    std::vector<int> rising;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string& name = columns[i];
        if (name.ends_with("_q995") || name.ends_with("_mean") || name.starts_with("an_det_score_"))
            rising.push_back(static_cast<int>(i));
    }
    return rising;
}

cv::Mat goodRows(const FeatureTable& table, const FitRows& rows) {
    cv::Mat good(static_cast<int>(rows.good()), static_cast<int>(table.columns().size()), CV_64FC1);
    int next = 0;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        if (rows.isBad[i] != 0) continue;
        const std::span<const double> row = table.row(rows.rows[i]);
        std::ranges::copy(row, good.ptr<double>(next++));
    }
    return good;
}
}  // namespace

void requireFeatureDefects(const std::vector<std::string>& kinds) {
    for (const std::string& kind : kinds)
        featureDefectFromString(kind);
}

Lessons withFeatureDefects(const FeatureTable& table, const FitRows& rows,
                           const std::vector<std::string>& kinds, std::uint64_t seed) {
    Lessons lessons{.table = table, .rows = rows};
    if (kinds.empty()) return lessons;
    FeatureDefectOptions options{.kinds = {}, .seed = seed, .risingColumns = risingColumns(table.columns())};
    for (const std::string& kind : kinds)
        options.kinds.push_back(featureDefectFromString(kind));
    const cv::Mat generated = generateFeatureDefects(goodRows(table, rows), options);
    for (int i = 0; i < generated.rows; ++i) {
        lessons.rows.rows.push_back(lessons.table.rows());
        lessons.rows.isBad.push_back(1);
        lessons.table.append(-1 - i, {generated.ptr<double>(i), static_cast<std::size_t>(generated.cols)});
    }
    return lessons;
}

}  // namespace segad
