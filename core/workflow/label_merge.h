// Labels that were edited in a spreadsheet, merged into a project that may have gone on meanwhile. See
// requests.h for the rules that requests share.
//
//   exportData({.table = ExportTable::Labels, …})   path, label, defect_type, note, revision
//   … somebody edits the table, somebody else labels parts …
//   LabelMergePlan plan = planLabelMerge(…);        shown to the user
//   mergeLabels(…);                                 or the plan's rows through an undoable step
//
// The column `revision` (how many labels the part had had) tells what the project said when the table was
// written, so that only what was edited in the table changes anything: label with defect type on the one
// hand, the note on the other. Without it every difference counts as an edit, and there are no conflicts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/project/records.h"

namespace segad {

/// What is said of a part.
struct LabelState {
    Label label = Label::Unlabelled;
    std::string defectType;
    std::string note;

    bool operator==(const LabelState&) const = default;
};

/// One part that the table would change.
struct LabelMergeRow {
    PartId part = 0;
    std::string path;
    std::size_t line = 0;            ///< of the table, from 1
    LabelState project;              ///< as it is now
    LabelState table;                ///< as the table has it
    std::optional<LabelState> base;  ///< as it was when the table was written, when that is known
    LabelState merged;      ///< with the edits of both; the project's where they contradict each other
    bool conflict = false;  ///< both have changed the label (or the note), and not to the same
};

struct LabelMergePlan {
    std::vector<LabelMergeRow> rows;          ///< in the order of the table; conflicts among them
    std::size_t read = 0;                     ///< rows of the table that name a part
    std::vector<Error> problems;              ///< rows that can't be used, each named by file and line
    std::vector<std::string> ignoredColumns;  ///< that mean nothing here
    bool knowsRevisions = false;              ///< the table says what it started from

    std::size_t conflicts() const;
};

/// What a user wants where both have changed the same.
enum class MergeConflicts { KeepProject, TakeTable };

/// What the part is to be: `merged`, or the table's side of what contradicts.
LabelState resolved(const LabelMergeRow& row, MergeConflicts conflicts);

/// Reads a table with the columns path and label and optionally defect_type, note and revision, in any order
/// (core/dataset/csv.h says what tables may look like). Paths are relative to the source, to the table, or
/// absolute. Label words in any case; a row with an empty label says nothing about label and defect type. A
/// label that is set to something else than bad takes the defect type away, as in the window.
/// `restore`: the table is what is wanted, whatever was said since it was written; its revisions don't count.
/// Changes nothing. Throws Error{InvalidData} for a table that isn't one.
LabelMergePlan planLabelMerge(const Path& project, const Path& table, Job& job, bool restore = false);

struct LabelMergeRequest {
    Path project;
    Path table;
    MergeConflicts conflicts = MergeConflicts::KeepProject;
    bool restore = false;  ///< see planLabelMerge()
    bool dryRun = false;   ///< only the plan
};

struct LabelMergeReport {
    LabelMergePlan plan;
    int changed = 0;  ///< parts whose label, defect type or note is (with dryRun: would be) another
};

/// Plans, then changes the labels in one step. Problems are warnings, and so is each conflict that is kept.
/// Error{Locked} when somebody changed one of these labels just between the two.
LabelMergeReport mergeLabels(const LabelMergeRequest& request, Job& job);

}  // namespace segad
