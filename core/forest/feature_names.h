// The names of feature columns, and what a name says. The order is binding: XGBoost draws columns by
// their place (segad.md § 2).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace segad {

/// The four numbers of a segment under one detector, in column order, a part's image score, and how much of
/// the picture a segment covers, which is no detector's.
enum class Statistic { Q995, Skewness, Kurtosis, Mean, ImageScore, Area };

/// Segment index of a column that belongs to the whole part: the image scores.
inline constexpr int kWholePart = -1;

struct FeatureColumn {
    int segment = kWholePart;  ///< 0-based component, or kWholePart
    std::string detector;      ///< "patchcore"; "" for areas
    Statistic statistic = Statistic::ImageScore;

    bool operator==(const FeatureColumn&) const = default;
};

/// "a" … "z", "aa", "ab", … for component 0, 1, …
std::string segmentLetter(int segment);

/// `{letter}_{detector}_q995`, `…_scewness` (spelt as released), `…_kurtosis`, `…_mean` for every segment
/// and detector, then `an_det_score_{detector}` for every detector and then for every name in `scoresOnly`
/// (classifiers that make no map). 4·C·K + K + S names.
std::vector<std::string> featureNames(int segments, std::span<const std::string> detectors,
                                      std::span<const std::string> scoresOnly = {});

/// `{letter}_area` for every segment: columns that may follow those of featureNames(). The paper has none.
std::vector<std::string> areaNames(int segments);

/// The forest's parameter (core/forest/forest_options.h) that says whether its table has areaNames().
inline constexpr const char* kSegmentAreas = "segment_areas";

/// The inverse for one name; `skewness` is taken as well as `scewness`. Absent for any other name.
std::optional<FeatureColumn> parseFeatureName(std::string_view name);

}  // namespace segad
