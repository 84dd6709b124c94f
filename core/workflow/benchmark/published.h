// Figures that were published for the protocols, to stand beside one's own: those that the program has, where
// only what a source at hand says is entered, and those that a person enters (enterPublished), which come
// first. What no source says is absent, and the tables say so.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/workflow/benchmark/figure.h"

namespace segad {

struct PublishedFigure {
    std::string protocol;   ///< key
    std::string className;  ///< "" = mean over the dataset's classes
    std::string method;     ///< title, as methodTitle() gives it
    BenchmarkFigure figure = BenchmarkFigure::Auroc;
    double value = 0;      ///< a fraction
    std::string source;    ///< where it was read
    bool entered = false;  ///< by a person, not by the program's authors
};

/// The fraction that is written so: 97.4 and 0.974 are the same number, to the last bit.
double fromPerCent(double perCent);

/// All that the program has; where two sources disagree, the supplement's figure is the one that is found.
const std::vector<PublishedFigure>& publishedFigures();

/// Of `entered`, else of the program's own.
std::optional<PublishedFigure> publishedFigure(std::span<const PublishedFigure> entered,
                                               std::string_view protocol, std::string_view className,
                                               std::string_view method,
                                               BenchmarkFigure figure = BenchmarkFigure::Auroc);

/// Classes of the dataset that a published mean is taken over; empty where none is published.
std::vector<std::string> publishedClasses(std::string_view protocol);

/// What the program has for one method of a protocol.
struct PublishedExtent {
    std::string method;  ///< title
    int classes = 0;     ///< with an AUROC
    bool mean = false;
};

/// For each method that the paper compares under the protocol, also for those without a figure.
std::vector<PublishedExtent> publishedExtent(std::string_view protocol);
/// "EfficientAD (mean, 1 class), DevNet (nothing)".
std::string extentText(const std::vector<PublishedExtent>& extent);

/// Reads figures that somebody has copied from a paper. A table (.csv) or a JSON array of objects with
///   method                 as in our tables: "RD4AD + SegAD", "rd4ad+segad"
///   percent or published   97.4 or 0.974: as papers print it, or a fraction as our own tables have it
///   source                 where it stands: paper, table
///   class                  none or "mean": the mean over the classes
///   figure                 a key of benchmarkFigures(); none: auroc
///   protocol               none: `protocol`
/// so that a CSV of `segad benchmark --out` can be filled in. Rows without a number are left out. Throws
/// Error{InvalidData} naming file and line for what can't be understood, for a row without a source, and for
/// two rows that say different things.
std::vector<PublishedFigure> readPublished(const Path& file, const std::string& protocol);

/// As a results file keeps what was entered, and back.
Json publishedJson(std::span<const PublishedFigure> figures);
std::vector<PublishedFigure> publishedFromJson(const Json& json, const std::string& subject);

struct EnteredFigures {
    int entered = 0;
    int beside = 0;  ///< of these, stand beside a result
};

/// Keeps the figures of `file` with the results, in the place of what was entered before: a file that is
/// corrected is entered again, and one without rows takes all away. Throws what readPublished() and
/// BenchmarkFile::open() throw.
EnteredFigures enterPublished(const Path& results, const Path& file);

}  // namespace segad
