// Figures that were published for the protocols, to stand beside one's own. Only what a source at hand says
// is here; what none says is absent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace segad {

struct PublishedFigure {
    std::string protocol;   ///< key
    std::string className;  ///< "" = mean over the dataset's classes
    std::string method;     ///< title, as BenchmarkMethod::title() gives it
    double auroc = 0;       ///< a fraction; published in per cent with one decimal
    std::string source;     ///< where it was read
};

/// All there are; where two sources disagree, the supplement's figure is the one that is found.
const std::vector<PublishedFigure>& publishedFigures();

std::optional<PublishedFigure> publishedFigure(std::string_view protocol, std::string_view className,
                                               std::string_view method);

/// Classes of the dataset that a published mean is taken over; empty where none is published.
std::vector<std::string> publishedClasses(std::string_view protocol);

}  // namespace segad
