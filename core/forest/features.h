// Segment features: an anomaly map pooled over the segments of the product (segad.md § 1 and 2; Baitieva
// et al. 2024, § 3.1). Deterministic, independent of the order in which parts are processed, thread-safe.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/forest/feature_names.h"
#include "core/image/anomaly_map.h"
#include "core/image/segment_map.h"

namespace segad {

/// What one detector saw of a part.
struct DetectorMap {
    std::string detector;  ///< key: "patchcore"
    AnomalyMap map;        ///< of any size
};

/// An image score without a map, e.g. of a supervised classifier.
struct DetectorScore {
    std::string detector;
    double score = 0;
};

/// Distribution of the map's values inside one segment, computed in double.
struct SegmentStatistics {
    std::size_t pixels = 0;
    double q995 = 0;      ///< linear quantile .995
    double skewness = 0;  ///< biased; NaN where the values are (nearly) constant
    double kurtosis = 0;  ///< biased, Fisher (normal = 0); NaN likewise
    double mean = 0;
};

/// Side of the square all maps are brought to before they are pooled, in pixels.
inline constexpr int kFeatureMapSide = 256;

/// One entry per component of `segments`; a segment without pixels has zeros. The segment map is resized
/// (nearest) to the map's size when the two differ; the map is taken as it is.
std::vector<SegmentStatistics> segmentStatistics(const AnomalyMap& map, const SegmentMap& segments);

/// The feature row of one part, in the order of featureNames(segments.componentCount(), …). Maps of
/// another size than `mapSize` are resized to it (bilinear) first, and so is the segment map (nearest).
/// Throws Error{InvalidArgument} when `maps` is empty, a detector comes twice, or a score is not finite.
std::vector<double> featureRow(std::span<const DetectorMap> maps, const SegmentMap& segments,
                               std::span<const DetectorScore> scoresOnly = {},
                               cv::Size mapSize = {kFeatureMapSide, kFeatureMapSide});

}  // namespace segad
