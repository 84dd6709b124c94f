// The report of an inspection, for people: read from the store, so that it can be made at any time, while the
// inspection goes on, after it was continued, or of several that were merged. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "core/project/inspection_store.h"

namespace segad {

/// For people: forests and detectors are called by their titles.
struct InspectionReport {
    struct Card {
        InspectionResult result;
        InspectionPicture picture;
    };

    InspectionRecord totals;
    InspectionFacts facts;
    std::uint64_t vanished = 0;
    ScoreHistogram histogram;
    std::vector<TrendPoint> trend;
    std::vector<Card> cards;               ///< the worst parts whose pictures are kept
    std::vector<InspectionResult> worst;   ///< a table of more of them
    std::vector<InspectionResult> failed;  ///< without a verdict; the first ones
};

/// Size does not depend on the number of parts. Throws Error{NotFound} for an unknown inspection.
InspectionReport readReport(const InspectionStore& store, InspectionId id);

/// Sentences of the report's head, without their full stops: what was inspected, what came out, by what.
struct ReportHead {
    std::string title;
    std::string where;   ///< folder and time
    std::string counts;  ///< "100 parts: 90 pass, …"
    std::string judge;
    std::vector<std::string> notes;
};
ReportHead headOf(const InspectionReport& report);

/// "wire under PatchCore +1.20, …"; "" without reasons.
std::string reasonsText(const InspectionResult& result);

/// One page that needs no other file, written atomically.
void writeHtmlReport(const Path& file, const InspectionReport& report);

/// The same on paper: A4, written atomically.
void writePdfReport(const Path& file, const InspectionReport& report);

}  // namespace segad
