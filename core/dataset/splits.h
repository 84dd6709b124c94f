// Who does what in a run: roles from labels and the layout's subsets, bit for bit as scikit-learn
// splits (shared spec splits.md §§ 1–4, segad.md § 4). Pure functions; the project stores what they say.
//
// Good parts. Those of the test subset are tested. When the dataset has none, ceil(20 %) of the good
// parts are held out (seed 333). Of the others ceil(10 %), the first of the permutation (seed 333),
// calibrate; the rest train the detectors. Neither depends on the run's seed.
//
// Bad parts, when a forest is wanted.
//   - The layout has bad training parts (VAD, the demo): they fit the forest (all, or as many as asked
//     for); every bad test part is tested.
//   - It has bad test parts only: as many as asked for are drawn with the run's seed (the last of the
//     permutation), never one with an unseen defect; the rest are tested.
//   - The layout says nothing: ceil(20 %) are held out for testing (seed 333), the others fit.
//   - Generated defects fit, and are never tested.
//
// Copies. The permutations run over all parts, so that published splits come out exactly. Byte-identical
// parts that then have different roles keep one of them (fit before test before calibrate before train);
// the other copies take no part. A picture labelled both good and bad takes no part at all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/finding.h"
#include "core/dataset/part.h"

namespace segad {

/// The paper's seeds in their order (segad.md § 4).
inline constexpr std::array<std::uint32_t, 10> kPaperSeeds{333, 576, 725, 823, 831, 902, 226, 598, 874, 589};

/// How the good parts kept from the detectors are chosen (splits.md § 2).
enum class CalibrateDraw {
    SegAd,  ///< scikit-learn, first of the permutation
    Nelson  ///< torch.randperm with seed 42, int((1 - fraction) · n) train, the rest calibrate
};

/// How bad parts are drawn for the forest (splits.md §§ 1 and 3).
enum class BadDraw {
    SegAd,  ///< the last of the permutation
    DevNet  ///< the first: DevNet's and DRA's own protocol
};

/// What a split needs to know of a part.
struct SplitPart {
    std::int64_t id = 0;  ///< the caller's; not looked at
    std::string path;     ///< relative to its source, '/'-separated: decides the order
    std::string sha256;   ///< "" when unknown: then it counts as unlike every other
    Label label = Label::Unlabelled;
    Subset subset = Subset::Unspecified;
    bool unseenDefect = false;
    bool generated = false;
};

struct SplitOptions {
    /// How many bad parts fit the forest. Absent: no forest is wanted, bad parts are only tested.
    /// 0: all that the layout (or the hold-out) has for it; where it has only test parts, none when there
    /// are generated defects, else 10.
    std::optional<std::size_t> badForFit = 0;
    std::uint64_t seed = 333;           ///< of the draw of bad parts; at most 2^32 - 1, as NumPy's
    std::vector<std::string> fitPaths;  ///< a PublishedSubset: exactly these bad parts fit
    bool generatedForFit = true;        ///< generated defects serve the forest
    bool realForFit = true;             ///< false: one-class, every real bad part is tested
    BadDraw badDraw = BadDraw::SegAd;
    double calibrateFraction = 0.1;  ///< of the good training parts, in (0, 1)
    std::uint64_t calibrateSeed = 333;
    CalibrateDraw calibrateDraw = CalibrateDraw::SegAd;
    double testFraction = 0.2;  ///< held out where there is no test subset, in (0, 1)
    std::uint64_t testSeed = 333;
};

struct RolePlan {
    std::vector<Role> roles;     ///< of parts[i], Role::None for those that take no part
    std::vector<Finding> notes;  ///< what was decided that the user should know

    std::size_t count(Role role) const;
};

/// The roles of one run. The same for the same set of parts, in whatever order they are given.
/// Throws Error{InvalidArgument} for options out of range, and Error{InvalidData} saying how many parts
/// there are when the good parts don't suffice to train and calibrate, or the bad ones don't to fit and test.
RolePlan planRoles(std::span<const SplitPart> parts, const SplitOptions& options = {});

/// The order of splits.md § 4: byte-wise, folder by folder ('/' sorts before every other character).
bool pathLess(std::string_view a, std::string_view b) noexcept;

/// torch.randperm(n, generator = torch.Generator().manual_seed(seed)) on the CPU.
std::vector<std::size_t> torchPermutation(std::size_t n, std::uint32_t seed);

}  // namespace segad
