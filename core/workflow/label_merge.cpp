#include "core/workflow/label_merge.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "core/dataset/csv.h"
#include "core/dataset/listing.h"
#include "core/project/project.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
constexpr std::uint64_t kReportEvery = 256;  // rows

LabelState stateOf(const PartRecord& part) {
    return {.label = part.label, .defectType = part.defectType, .note = part.note};
}

LabelState stateOf(const LabelHistoryRecord& entry) {
    return {.label = entry.label, .defectType = entry.defectType, .note = entry.note};
}

std::string trimmed(const std::string& text) {
    constexpr std::string_view kBlank = " \t\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// Which columns of the table mean something.
struct Columns {
    explicit Columns(const CsvTable& table)
        : path(table.column("path")),
          label(table.column("label")),
          defectType(table.find("defect_type")),
          note(table.find("note")),
          revision(table.find("revision")) {}
    std::size_t path;
    std::size_t label;
    std::optional<std::size_t> defectType;
    std::optional<std::size_t> note;
    std::optional<std::size_t> revision;
};

class LabelMerge {
public:
    LabelMerge(const Project& project, const Path& file, bool restore)
        : project_(project), file_(file), table_(CsvTable::read(file)), columns_(table_) {
        for (const PartRecord& part : project.parts().all()) {
            // Several sources may have parts of the same path: then it takes the absolute one.
            if (!byPath_.emplace(part.path, part).second) ambiguous_.insert_or_assign(part.path, true);
        }
        for (const std::string& name : table_.columns()) {
            const bool known = name == "path" || name == "label" || name == "defect_type" || name == "note" ||
                               name == "revision";
            if (!known && !name.empty()) plan_.ignoredColumns.push_back(name);
        }
        if (restore) columns_.revision.reset();
        plan_.knowsRevisions = columns_.revision.has_value();
    }

    LabelMergePlan run(Job& job) {
        for (std::size_t row = 0; row < table_.rowCount(); ++row) {
            if (row % kReportEvery == 0) job.progress(row, table_.rowCount(), "Reading labels");
            try {
                read(row);
            } catch (const Error& error) {
                plan_.problems.push_back(error);
            }
        }
        job.throwIfCancelled();
        return std::move(plan_);
    }

private:
    Error problem(std::size_t row, const std::string& message, const std::string& remedy) const {
        return {ErrorCode::InvalidData, toUtf8(file_) + ", line " + std::to_string(table_.line(row)), message,
                remedy};
    }

    /// A path as people write it.
    std::optional<PartRecord> partAt(const std::string& path) const {
        if (!ambiguous_.contains(path)) {
            if (const auto found = byPath_.find(path); found != byPath_.end()) return found->second;
        }
        if (std::optional<PartRecord> part = project_.parts().findByPath(path)) return part;
        if (Path(path).is_absolute()) return std::nullopt;
        const Path besideTable = std::filesystem::absolute(file_).parent_path() / path;
        return project_.parts().findByPath(besideTable.lexically_normal().string());
    }

    PartRecord partOf(std::size_t row) const {
        const std::string path = trimmed(table_.at(row, columns_.path));
        if (path.empty()) throw problem(row, "names no part", "Fill in the column path.");
        std::string slashed = path;
        std::ranges::replace(slashed, '\\', '/');
        try {
            std::optional<PartRecord> part = partAt(path);
            if (!part && slashed != path) part = partAt(slashed);
            if (part) return *std::move(part);
        } catch (const Error& error) {
            throw problem(row, error.subject() + " " + error.message(), error.remedy());
        }
        throw problem(row, "'" + path + "' is not a part of the project",
                      "Use the paths that 'segad export --table labels' writes.");
    }

    LabelState stateIn(std::size_t row, const LabelState& project) const {
        LabelState state = project;
        if (columns_.note) state.note = table_.at(row, *columns_.note);
        const std::string label = lowerCase(trimmed(table_.at(row, columns_.label)));
        if (label.empty()) return state;
        try {
            state.label = labelFromString(label);
        } catch (const Error& error) {
            throw problem(row, error.subject() + " " + error.message(), "Use good, bad or unlabelled.");
        }
        if (columns_.defectType) state.defectType = trimmed(table_.at(row, *columns_.defectType));
        const bool asItWas = state.label == project.label && state.defectType == project.defectType;
        if (state.label != Label::Bad && !asItWas) state.defectType.clear();
        return state;
    }

    /// What the project said when the row was written; absent when the table doesn't tell.
    std::optional<LabelState> baseOf(std::size_t row, const PartRecord& part) const {
        if (!columns_.revision) return std::nullopt;
        const std::string text = trimmed(table_.at(row, *columns_.revision));
        std::size_t revision = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), revision).ec != std::errc())
            return std::nullopt;
        const std::vector<LabelHistoryRecord> history = project_.parts().labelHistory(part.id);
        if (revision > history.size()) return std::nullopt;  // the row was copied from another part's
        return revision == 0 ? LabelState{} : stateOf(history[history.size() - revision]);
    }

    static bool sameLabel(const LabelState& a, const LabelState& b) {
        return a.label == b.label && a.defectType == b.defectType;
    }

    static LabelMergeRow merge(LabelMergeRow row) {
        const LabelState& base = row.base ? *row.base : row.project;
        row.merged = row.project;
        if (!sameLabel(row.table, base) && !sameLabel(row.table, row.project)) {
            if (sameLabel(row.project, base)) {
                row.merged.label = row.table.label;
                row.merged.defectType = row.table.defectType;
            } else {
                row.conflict = true;
            }
        }
        if (row.table.note != base.note && row.table.note != row.project.note) {
            if (row.project.note == base.note) {
                row.merged.note = row.table.note;
            } else {
                row.conflict = true;
            }
        }
        return row;
    }

    void read(std::size_t number) {
        const PartRecord part = partOf(number);
        LabelMergeRow row{.part = part.id, .path = part.path, .line = table_.line(number)};
        row.project = stateOf(part);
        row.table = stateIn(number, row.project);
        row.base = baseOf(number, part);
        const auto [before, fresh] = seen_.emplace(part.id, std::pair(row.line, row.table));
        if (!fresh) {
            if (before->second.second == row.table) return;
            throw problem(number,
                          "says something else about " + part.path + " than line " +
                              std::to_string(before->second.first),
                          "Keep one row for each part.");
        }
        ++plan_.read;
        row = merge(std::move(row));
        if (row.conflict || row.merged != row.project) plan_.rows.push_back(std::move(row));
    }

    const Project& project_;
    const Path& file_;
    CsvTable table_;
    Columns columns_;
    std::unordered_map<std::string, PartRecord> byPath_;
    std::unordered_map<std::string, bool> ambiguous_;
    std::unordered_map<PartId, std::pair<std::size_t, LabelState>> seen_;
    LabelMergePlan plan_;
};

void store(Project& project, const std::vector<std::pair<LabelState, Parts::LabelChange>>& changes) {
    Transaction transaction = project.transaction();
    std::vector<Parts::LabelChange> wanted;
    wanted.reserve(changes.size());
    for (const auto& [expected, change] : changes) {
        const std::optional<PartRecord> part = project.parts().find(change.part);
        if (!part || stateOf(*part) != expected) {
            throw Error(ErrorCode::Locked, part ? part->path : project.file().string(),
                        "was labelled by somebody else just now", "Merge the table again.");
        }
        wanted.push_back(change);
    }
    project.parts().setLabels(wanted, "csv");
    transaction.commit();
}
}  // namespace

std::size_t LabelMergePlan::conflicts() const {
    return static_cast<std::size_t>(std::ranges::count(rows, true, &LabelMergeRow::conflict));
}

LabelState resolved(const LabelMergeRow& row, MergeConflicts conflicts) {
    if (!row.conflict || conflicts == MergeConflicts::KeepProject) return row.merged;
    // A side of the table that was not edited is not one to take.
    LabelState state = row.merged;
    const LabelState& base = row.base ? *row.base : row.project;
    if (row.table.label != base.label || row.table.defectType != base.defectType) {
        state.label = row.table.label;
        state.defectType = row.table.defectType;
    }
    if (row.table.note != base.note) state.note = row.table.note;
    return state;
}

LabelMergePlan planLabelMerge(const Path& project, const Path& table, Job& job, bool restore) {
    const Project opened = Project::open(project, true);
    return LabelMerge(opened, table, restore).run(job);
}

LabelMergeReport mergeLabels(const LabelMergeRequest& request, Job& job) {
    LabelMergeReport report{.plan = planLabelMerge(request.project, request.table, job, request.restore)};
    for (const Error& problem : report.plan.problems)
        job.warn(problem);
    std::vector<std::pair<LabelState, Parts::LabelChange>> changes;
    for (const LabelMergeRow& row : report.plan.rows) {
        if (row.conflict && request.conflicts == MergeConflicts::KeepProject) {
            job.warn(Error(ErrorCode::InvalidData,
                           toUtf8(request.table) + ", line " + std::to_string(row.line),
                           row.path + " was changed in the project, too, since the table was written",
                           "The project's side was kept; say --conflicts take for the table's."));
        }
        const LabelState wanted = resolved(row, request.conflicts);
        if (wanted == row.project) continue;
        changes.push_back({row.project,
                           {.part = row.part,
                            .label = wanted.label,
                            .defectType = wanted.defectType,
                            .note = wanted.note}});
    }
    report.changed = static_cast<int>(changes.size());
    job.throwIfCancelled();
    if (request.dryRun || changes.empty()) return report;
    Project project = Project::open(request.project);
    store(project, changes);
    return report;
}

}  // namespace segad
