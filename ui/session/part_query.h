// What the gallery is asked for: filters that combine, and an order.
#pragma once

#include <QString>
#include <array>
#include <optional>
#include <set>

#include "core/project/records.h"

namespace segad::ui {

/// Properties of a part that have few values: what can be filtered and grouped by. The values ("choices")
/// are words that are never translated: "good", "reject", "train", a defect type, a folder, "generated";
/// empty is "none" (no verdict, no defect type, the top folder).
enum class Facet { Label, Verdict, Role, DefectType, Folder, Origin };
inline constexpr std::array kFacets{Facet::Label,      Facet::Verdict, Facet::Role,
                                    Facet::DefectType, Facet::Folder,  Facet::Origin};

template <class Value>
using PerFacet = std::array<Value, kFacets.size()>;

constexpr std::size_t facetNumber(Facet facet) {
    return static_cast<std::size_t>(facet);
}

enum class PartOrder { Path, ScoreDescending, ScoreAscending, UnlabelledFirst, BadFirst, DefectType, Newest };

/// Image scores of one run, both ends included; an end that is absent is open.
struct ScoreRange {
    RunId run = 0;  ///< 0 = no run chosen
    std::optional<double> from;
    std::optional<double> to;

    bool isFiltering() const { return run != 0 && (from || to); }
    bool operator==(const ScoreRange&) const = default;
};

/// Parts that something beside the gallery has picked out: those where one segment decided, for example.
struct PickedParts {
    QString words;  ///< what they have in common, as the user reads it
    std::set<PartId> parts;

    bool operator==(const PickedParts&) const = default;
};

struct PartQuery {
    QString text;                        ///< in path, defect type or note, in either case
    PerFacet<std::set<QString>> chosen;  ///< one of these; empty = any
    ScoreRange score;                    ///< parts without a score of the run are left out
    std::optional<PickedParts> picked;   ///< these only; absent = any

    std::set<QString>& choices(Facet facet) { return chosen[facetNumber(facet)]; }
    const std::set<QString>& choices(Facet facet) const { return chosen[facetNumber(facet)]; }
    bool isFiltering() const;
    bool operator==(const PartQuery&) const = default;
};

}  // namespace segad::ui
