// The words for parts that every room uses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace segad {

enum class Label { Unlabelled, Good, Bad };

/// What a part is used for in one run (ARCHITECTURE.md § 3).
enum class Role {
    None,       ///< takes no part
    Train,      ///< detectors learn from it
    Calibrate,  ///< good, kept from detectors: normalises maps and serves the forest
    Fit,        ///< bad, for the forest
    Test
};

/// Where the dataset's layout puts a part, before any run assigns roles.
enum class Subset {
    Unspecified,  ///< the layout says nothing: roles come from a split
    Train,
    Test
};

/// Stable lower-case names: "good", "bad", "unlabelled"; "train", "calibrate", "fit", "test", "none";
/// "train", "test", "".
std::string_view toString(Label label) noexcept;
std::string_view toString(Role role) noexcept;
std::string_view toString(Subset subset) noexcept;

/// The reverse; throws Error{InvalidData} naming the word.
Label labelFromString(std::string_view name);
Role roleFromString(std::string_view name);
Subset subsetFromString(std::string_view name);

}  // namespace segad
