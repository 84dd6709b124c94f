#include "core/dataset/part.h"

#include <array>
#include <utility>

#include "core/base/error.h"

namespace segad {

namespace {
template <class E, std::size_t N>
using Names = std::array<std::pair<E, std::string_view>, N>;

constexpr Names<Label, 3> kLabels{
    {{Label::Unlabelled, "unlabelled"}, {Label::Good, "good"}, {Label::Bad, "bad"}}};
constexpr Names<Role, 5> kRoles{{{Role::None, "none"},
                                 {Role::Train, "train"},
                                 {Role::Calibrate, "calibrate"},
                                 {Role::Fit, "fit"},
                                 {Role::Test, "test"}}};
constexpr Names<Subset, 3> kSubsets{
    {{Subset::Unspecified, ""}, {Subset::Train, "train"}, {Subset::Test, "test"}}};

template <class E, std::size_t N>
std::string_view nameOf(const Names<E, N>& names, E value) noexcept {
    for (const auto& [candidate, name] : names) {
        if (candidate == value) return name;
    }
    return {};
}

template <class E, std::size_t N>
E valueOf(const Names<E, N>& names, std::string_view text) {
    for (const auto& [value, name] : names) {
        if (name == text) return value;
    }
    std::string known;
    for (const auto& [value, name] : names)
        known += (known.empty() ? "" : ", ") + std::string(name);
    throw Error(ErrorCode::InvalidData, std::string(text), "is not a word known here",
                "Use one of: " + known + ".");
}
}  // namespace

std::string_view toString(Label label) noexcept {
    return nameOf(kLabels, label);
}
std::string_view toString(Role role) noexcept {
    return nameOf(kRoles, role);
}
std::string_view toString(Subset subset) noexcept {
    return nameOf(kSubsets, subset);
}

Label labelFromString(std::string_view name) {
    return valueOf(kLabels, name);
}
Role roleFromString(std::string_view name) {
    return valueOf(kRoles, name);
}
Subset subsetFromString(std::string_view name) {
    return valueOf(kSubsets, name);
}

}  // namespace segad
