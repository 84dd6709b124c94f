// Generated parts of a project: bad parts made from good ones by a recipe. Each is a part like any other
// (PartRecord::generated), with a label, scores and maps; its picture is made again when it is needed. Those
// labelled bad are kept, those that somebody has dropped are unlabelled: so dropping has a history and can be
// undone like any label.
//
// A part's segment map is that of the part it was made from, unless one is stored for it (Segments).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/image/segment_map.h"
#include "core/project/records.h"

namespace segad {

struct ProjectState;

struct GeneratedRecord {
    PartId part = 0;
    PartId madeFrom = 0;
    PartId partner = 0;  ///< another part it has a piece of, 0 = none
    std::string kind;
    int number = 0;  ///< of the defects of this kind on that part
    Json recipe;     ///< core/defect/recipe.h
    std::string madeAt;
};

/// A generated part with the segments it was placed by.
struct NewGeneratedPart {
    GeneratedRecord record;  ///< `part` and `madeAt` are ignored
    SegmentMap segments;     ///< of the part it is made from
    std::optional<SegmentMap> partnerSegments;
};

class GeneratedParts {
public:
    explicit GeneratedParts(ProjectState& state) : state_(state) {}

    /// Defect type of generated parts of a kind.
    static std::string defectType(const std::string& kind) { return "generated: " + kind; }

    /// Adds a part, labelled bad, or finds the one that has the same recipe: it is as it was, labelled bad
    /// again. With `replaced` that generated part gets the recipe instead, and what was computed of it goes.
    /// Error{NotFound} when one of the parts has gone, Error{InvalidArgument} when it is a generated one (or
    /// `replaced` is none), Error{AlreadyExists} when another generated part than `replaced` has the number.
    PartId put(const NewGeneratedPart& part, PartId replaced = 0, PutOutcome* outcome = nullptr);

    std::optional<GeneratedRecord> find(PartId part) const;
    /// In the order of part ids.
    std::vector<GeneratedRecord> all() const;
    /// The segments it was placed by, and those of its partner. Throws Error{Corrupt} when they can't be
    /// read.
    SegmentMap segments(PartId part) const;
    std::optional<SegmentMap> partnerSegments(PartId part) const;
    /// The lowest number that no defect of the kind on the part has had yet.
    int nextNumber(PartId madeFrom, const std::string& kind) const;

    /// Removes generated parts. Those that a run's snapshot names stay for the record, unlabelled. Returns
    /// how many are gone. Error{InvalidArgument} for a part that isn't generated.
    int remove(std::span<const PartId> parts);

private:
    ProjectState& state_;
};

/// After the picture of `part` has changed: what was made from it is another picture, too. For Parts::put().
void renewGenerated(ProjectState& state, PartId part);

}  // namespace segad
