// What a column of the benchmark's table is: a bare detector, or a forest on the maps of some.
//
// In words: "rd4ad", "rd4ad+segad", "efficientad+rd4ad+segad", "all+segad"; with "/whole" or "/shuffled" the
// forest's segments are taken away, as a baseline.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace segad {

/// What a forest's maps are pooled over.
enum class SegmentUse {
    Own,      ///< the segments of the product
    Whole,    ///< the whole picture as one segment
    Shuffled  ///< the labels of the segment map, dealt to other pixels: as many columns, no place
};

struct BenchmarkMethod {
    std::vector<std::string> detectors;  ///< in column order; one for a bare detector
    bool forest = false;
    SegmentUse segments = SegmentUse::Own;

    /// Names it in results: the text that parses to it, "all" written out.
    std::string key() const;
    /// As the paper writes it: "RD4AD + SegAD"; "All + SegAD" when its detectors are `all`.
    std::string title(std::span<const std::string> all = {}) const;

    bool operator==(const BenchmarkMethod&) const = default;
};

/// `all` is what the word "all" stands for. Names are of the catalog, or short ones of the paper
/// ("efficientad", "wideresnet"); a name that is neither is kept, for maps made elsewhere. Throws
/// Error{InvalidArgument} for a text that is no method.
BenchmarkMethod benchmarkMethod(std::string_view text, std::span<const std::string> all = {});

/// The catalog's key for a name that the paper or its program uses: "efficientad" is "efficientad_medium".
std::string detectorKeyOf(std::string_view name);

/// What the paper calls a detector: "RD4AD", "EfficientAD" for either size and for "efficient_ad"; the
/// catalog's title, or the name itself, for those it doesn't have.
std::string paperName(std::string_view detector);

/// What the tables call a method that somebody has written down, as a key or as papers do: "rd4ad+segad",
/// "All AD + SegAD". A text that is no method of ours is kept.
std::string methodTitle(std::string_view text);
/// In lower case and without blanks: titles that are alike so are the same.
std::string plainTitle(std::string_view title);

/// Each of the detectors alone, each that has maps for it with a forest, and one forest on all of those.
std::vector<std::string> methodsFor(const std::vector<std::string>& detectors);

/// The same methods once more without their segments, behind those that have a forest.
std::vector<BenchmarkMethod> withBaselines(const std::vector<BenchmarkMethod>& methods);

/// Detectors with maps that any of the methods names, in the order of first mention: what "all" stands for.
std::vector<std::string> mapDetectorsOf(const std::vector<std::string>& texts);

}  // namespace segad
