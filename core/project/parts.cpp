#include <algorithm>

#include "core/project/state.h"

namespace segad {

namespace {
/// The query for whole parts, ending with `tail`.
std::string selectParts(std::string_view tail) {
    static constexpr std::string_view kSelect =
        "SELECT part.id, part.source_id, part.path, part.sha256, part.bytes, part.modified_ns, part.width, "
        "part.height, part.subset, part.unseen_defect, part.generated, part.mask_path, label.label, "
        "label.defect_type, label.note FROM part LEFT JOIN label ON label.part_id = part.id ";
    return std::string(kSelect).append(tail);
}

constexpr const char* kFilter =
    "WHERE (?1 IS NULL OR part.source_id = ?1) AND (?2 IS NULL OR coalesce(label.label, 'unlabelled') = ?2) "
    "AND (?3 IS NULL OR coalesce(part.subset, '') = ?3) AND (?4 IS NULL OR part.generated = ?4) "
    "AND (?5 IS NULL OR part.path LIKE ?5 ESCAPE '\\' OR label.defect_type LIKE ?5 ESCAPE '\\' "
    "OR label.note LIKE ?5 ESCAPE '\\') ";

PartRecord readPart(const Query& row) {
    PartRecord part;
    part.id = row.integer(0);
    part.source = row.integer(1);
    part.path = row.view(2);
    part.sha256 = row.view(3);
    part.bytes = static_cast<std::uint64_t>(row.integer(4));
    part.modifiedNs = row.integer(5);
    part.width = row.number(6);
    part.height = row.number(7);
    part.subset = subsetFromString(row.view(8));
    part.unseenDefect = row.integer(9) != 0;
    part.generated = row.integer(10) != 0;
    part.maskPath = row.view(11);
    if (!row.isNull(12)) {
        part.label = labelFromString(row.view(12));
        part.defectType = row.view(13);
        part.note = row.view(14);
    }
    return part;
}

std::vector<PartRecord> readParts(Query rows) {
    std::vector<PartRecord> parts;
    while (rows.step())
        parts.push_back(readPart(rows));
    return parts;
}

/// The text for NULL when empty.
std::optional<std::string> textOrNull(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

/// A LIKE pattern that finds `text` anywhere, with its own % and _ taken literally.
std::optional<std::string> likePattern(const std::string& text) {
    if (text.empty()) return std::nullopt;
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

Query filtered(ProjectState& state, const std::string& select, const PartFilter& filter) {
    std::optional<std::string> label;
    if (filter.label) label = toString(*filter.label);
    std::optional<std::string> subset;
    if (filter.subset) subset = toString(*filter.subset);
    return state.main->query(select, filter.source, label, subset, filter.generated,
                             likePattern(filter.text));
}

void storeLabel(ProjectState& state, PartId part, const PartRecord& values, const std::string& origin,
                const std::string& at, std::optional<std::int64_t> audit) {
    const std::string label(toString(values.label));
    state.main->run(
        "INSERT INTO label (part_id, label, defect_type, note, origin, set_at) VALUES (?1, ?2, ?3, ?4, ?5, "
        "?6) "
        "ON CONFLICT (part_id) DO UPDATE SET label = excluded.label, defect_type = excluded.defect_type, "
        "note = excluded.note, origin = excluded.origin, set_at = excluded.set_at",
        part, label, values.defectType, values.note, origin, at);
    state.main->run(
        "INSERT INTO label_history (part_id, label, defect_type, note, origin, set_at, who, audit_id) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        part, label, values.defectType, values.note, origin, at, userName(), audit);
}

}  // namespace

void dropComputed(ProjectState& state, PartId part) {
    state.main->run("DELETE FROM score WHERE part_id = ?1", part);
    state.main->run("DELETE FROM segment_map WHERE part_id = ?1", part);
    state.main->run("DELETE FROM segment_doubt WHERE part_id = ?1", part);
    state.main->run("DELETE FROM segment_finding WHERE part_id = ?1", part);
    if (state.maps.reading() == nullptr) return;
    MapsWrite write(state);
    write.database().run("DELETE FROM map WHERE part_id = ?1", part);
    write.database().run("DELETE FROM feature_row WHERE part_id = ?1", part);
    write.commit();
}

namespace {
PartId insertPart(ProjectState& state, const PartRecord& part) {
    state.main->run(
        "INSERT INTO part (source_id, path, sha256, bytes, modified_ns, width, height, subset, "
        "unseen_defect, "
        "generated, mask_path) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        part.source, part.path, textOrNull(part.sha256), part.bytes, part.modifiedNs, part.width, part.height,
        textOrNull(std::string(toString(part.subset))), part.unseenDefect, part.generated,
        textOrNull(part.maskPath));
    const PartId id = state.main->lastRowId();
    if (part.label != Label::Unlabelled || !part.defectType.empty() || !part.note.empty()) {
        storeLabel(state, id, part, "import", nowText(), std::nullopt);
    }
    return id;
}

void updatePart(ProjectState& state, PartId id, const PartRecord& part) {
    state.main->run(
        "UPDATE part SET sha256 = ?2, bytes = ?3, modified_ns = ?4, width = ?5, height = ?6, subset = ?7, "
        "unseen_defect = ?8, generated = ?9, mask_path = ?10 WHERE id = ?1",
        id, textOrNull(part.sha256), part.bytes, part.modifiedNs, part.width, part.height,
        textOrNull(std::string(toString(part.subset))), part.unseenDefect, part.generated,
        textOrNull(part.maskPath));
}

bool sameFacts(const PartRecord& a, const PartRecord& b) {
    return a.sha256 == b.sha256 && a.bytes == b.bytes && a.width == b.width && a.height == b.height &&
           a.subset == b.subset && a.unseenDefect == b.unseenDefect && a.generated == b.generated &&
           a.maskPath == b.maskPath;
}

bool sameLabel(const PartRecord& a, const PartRecord& b) {
    return a.label == b.label && a.defectType == b.defectType && a.note == b.note;
}

/// Nobody but an import has said anything about the part.
bool labelIsImported(ProjectState& state, PartId part) {
    return !state.main->integer("SELECT 1 FROM label WHERE part_id = ?1 AND origin <> 'import'", part);
}
}  // namespace

PartId Parts::put(const PartRecord& part, PutOutcome* outcome) {
    Transaction transaction(state_);
    std::optional<PartRecord> known;
    {
        Query row = state_.main->query(selectParts("WHERE part.source_id = ?1 AND part.path = ?2"),
                                       part.source, part.path);
        if (row.step()) known = readPart(row);
    }
    PutOutcome done = PutOutcome::Unchanged;
    PartId id = 0;
    if (!known) {
        id = insertPart(state_, part);
        done = PutOutcome::Added;
    } else {
        id = known->id;
        const bool facts = sameFacts(*known, part);
        if (!facts || known->modifiedNs != part.modifiedNs) updatePart(state_, id, part);
        if (known->sha256 != part.sha256) {
            dropComputed(state_, id);
            renewGenerated(state_, id);
        }
        const bool relabel = !sameLabel(*known, part) && labelIsImported(state_, id);
        if (relabel) storeLabel(state_, id, part, "import", nowText(), std::nullopt);
        if (!facts || relabel) done = PutOutcome::Updated;
    }
    transaction.commit();
    if (outcome != nullptr) *outcome = done;
    return id;
}

std::vector<PartRecord> Parts::all(const PartFilter& filter) const {
    static const std::string select = selectParts(kFilter) + "ORDER BY part.id";
    return readParts(filtered(state_, select, filter));
}

std::size_t Parts::count(const PartFilter& filter) const {
    static const std::string select =
        std::string("SELECT count(*) FROM part LEFT JOIN label ON label.part_id = part.id ") + kFilter;
    Query row = filtered(state_, select, filter);
    return row.step() ? static_cast<std::size_t>(row.integer(0)) : 0;
}

std::optional<PartRecord> Parts::find(PartId id) const {
    Query row = state_.main->query(selectParts("WHERE part.id = ?1"), id);
    if (!row.step()) return std::nullopt;
    return readPart(row);
}

std::vector<PartRecord> Parts::findByHash(const std::string& sha256) const {
    return readParts(state_.main->query(selectParts("WHERE part.sha256 = ?1 ORDER BY part.id"), sha256));
}

std::optional<PartRecord> Parts::findByPath(const std::string& path) const {
    const Path asked(path);
    if (!asked.is_absolute()) {
        std::vector<PartRecord> found = readParts(state_.main->query(
            selectParts("WHERE part.path = ?1 ORDER BY part.id"), toUtf8(asked.lexically_normal())));
        if (found.size() > 1) {
            throw Error(ErrorCode::InvalidArgument, path, "is the path of parts in several sources",
                        "Give the absolute path.");
        }
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    }
    std::error_code failure;
    const Path real = std::filesystem::weakly_canonical(asked, failure);
    for (const SourceRecord& source : sources()) {
        const Path folder = sourceFolder(source.id);
        const Path realFolder = std::filesystem::weakly_canonical(folder, failure);
        for (const Path& relative :
             {asked.lexically_normal().lexically_relative(folder), real.lexically_relative(realFolder)}) {
            if (relative.empty() || *relative.begin() == "..") continue;
            std::vector<PartRecord> found = readParts(state_.main->query(
                selectParts("WHERE part.source_id = ?1 AND part.path = ?2"), source.id, toUtf8(relative)));
            if (!found.empty()) return std::move(found.front());
        }
    }
    return std::nullopt;
}

void Parts::setLabels(std::span<const LabelChange> changes, const std::string& origin) {
    if (changes.empty()) return;
    Transaction transaction(state_);
    std::vector<PartRecord> before;
    before.reserve(changes.size());
    for (const LabelChange& change : changes) {
        std::optional<PartRecord> part = find(change.part);
        if (!part) {
            throw Error(ErrorCode::NotFound, "part " + std::to_string(change.part), "is not in the project",
                        "Reload the project.");
        }
        before.push_back(std::move(*part));
    }
    Json detail = {{"origin", origin}, {"parts", changes.size()}};
    const bool alike = std::ranges::all_of(changes, [&](const LabelChange& change) {
        return change.label == changes.front().label && change.defectType == changes.front().defectType;
    });
    if (alike) {
        detail["label"] = toString(changes.front().label);
        if (!changes.front().defectType.empty()) detail["defect_type"] = changes.front().defectType;
    }
    if (changes.size() == 1) detail["before"] = toString(before.front().label);
    const std::string subject =
        changes.size() == 1 ? before.front().path : std::to_string(changes.size()) + " parts";
    const std::int64_t audit = addAudit(state_, "label", subject, detail);
    const std::string at = nowText();
    for (const LabelChange& change : changes) {
        PartRecord values;
        values.label = change.label;
        values.defectType = change.defectType;
        values.note = change.note;
        storeLabel(state_, change.part, values, origin, at, audit);
    }
    transaction.commit();
}

std::vector<LabelHistoryRecord> Parts::labelHistory(PartId part) const {
    Query rows = state_.main->query(
        "SELECT set_at, who, origin, label, defect_type, note FROM label_history WHERE part_id = ?1 "
        "ORDER BY id DESC",
        part);
    std::vector<LabelHistoryRecord> history;
    while (rows.step()) {
        history.push_back({.at = rows.text(0),
                           .who = rows.text(1),
                           .origin = rows.text(2),
                           .label = labelFromString(rows.view(3)),
                           .defectType = rows.text(4),
                           .note = rows.text(5)});
    }
    return history;
}

}  // namespace segad
