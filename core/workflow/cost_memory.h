// What trainings and scorings took on this machine, compared with the catalog's estimates: the next estimate
// is the catalog's times the median of the last ratios. Kept for all projects together in
// userDataDir()/timings.json, by host, detector, backbone and device.
//
// A ratio is taken only from what the catalog puts at two seconds or more (below, loading libraries is most
// of it), and only from trainings that ran in one piece.
//
// Threads: stateless. Two processes that write at once lose one ratio, no more.
#pragma once

#include <string>

#include "core/detector/catalog.h"

namespace segad {

/// Factors on the catalog's seconds; 1 where nothing is known.
struct CostFactors {
    double train = 1;
    double score = 1;
};

/// A file that can't be read counts as an empty one, with a line in the log.
CostFactors rememberedCost(const std::string& detector, const std::string& backbone,
                           const std::string& device);

enum class CostKind { Train, Score };

/// Remembers that what the catalog (not refined) puts at `estimated` seconds took `measured`. Never throws: a
/// training is not lost for its clock.
void rememberCost(CostKind kind, const std::string& detector, const std::string& backbone,
                  const std::string& device, double estimated, double measured) noexcept;

/// The catalog's estimate as this machine has shown it to be.
CostEstimate refined(CostEstimate cost, const CostFactors& factors);

}  // namespace segad
