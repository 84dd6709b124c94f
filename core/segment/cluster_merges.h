// Which clusters are one segment, written as a parameter: "3>1, 4>0" says that cluster 3 belongs to cluster 1
// and cluster 4 to the background.
#pragma once

#include <string>
#include <vector>

namespace segad {

/// The cluster that each of `count` clusters belongs to; itself where nothing is said. Throws
/// Error{InvalidArgument} for what does not name two of them.
std::vector<int> mergesFrom(const std::string& text, int count);

/// The clusters that are segments, ascending: their order is that of the segments.
std::vector<int> keptClusters(std::vector<int> into);

/// The parameter of `count` clusters whose parameter is `merge` now, when segment `from` becomes part of
/// segment `into`, too. Throws Error{InvalidArgument} for segments that are not there.
std::string mergedFurther(const std::string& merge, int count, int from, int into);

}  // namespace segad
