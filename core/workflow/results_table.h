// The results of an inspection as a CSV file that grows while it is inspected. Private to the room.
//
// The store is the truth: what the file holds when an inspection is continued is never trusted, it is written
// anew from the store. After that, lines are only added, whole lines at a time.
#pragma once

#include <span>
#include <string>

#include "core/project/inspection_store.h"

namespace segad {

class ResultsTable {
public:
    /// Writes the file, atomically, with all results that the store has so far. See AtomicFile for failures.
    ResultsTable(const Path& file, const InspectionStore& store, InspectionId id);
    ~ResultsTable();
    ResultsTable(const ResultsTable&) = delete;
    ResultsTable& operator=(const ResultsTable&) = delete;

    void append(std::span<const InspectionResult> results);

private:
    Path file_;
    InspectionFacts facts_;
    int descriptor_ = -1;
};

}  // namespace segad
