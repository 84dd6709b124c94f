#include "core/project/generated_parts.h"

#include <array>

#include "core/base/sha256.h"
#include "core/project/state.h"

namespace segad {

namespace {
constexpr std::int64_t kMaxPixels = std::int64_t{1} << 30U;
/// Paths of generated parts begin so; no dataset has such a folder.
constexpr const char* kFolder = "~generated/";

constexpr const char* kSelect =
    "SELECT part_id, made_from, coalesce(partner_id, 0), kind, number, recipe, made_at FROM generated_part ";

GeneratedRecord readRecord(const Query& row, const ProjectState& state) {
    return {.part = row.integer(0),
            .madeFrom = row.integer(1),
            .partner = row.integer(2),
            .kind = row.text(3),
            .number = row.number(4),
            .recipe = jsonFrom(row.view(5), state),
            .madeAt = row.text(6)};
}

PartRecord photographed(ProjectState& state, PartId id) {
    std::optional<PartRecord> part = Parts(state).find(id);
    if (!part) {
        throw Error(ErrorCode::NotFound, "part " + std::to_string(id), "is not in the project",
                    "Reload the project.");
    }
    if (part->generated) {
        throw Error(ErrorCode::InvalidArgument, part->path, "is a generated part itself",
                    "Generate defects on photographed parts.");
    }
    return *std::move(part);
}

/// Two pictures that come out alike have the same name, in every project.
std::string pictureHash(const PartRecord& from, const std::optional<PartRecord>& partner,
                        const std::string& grounds, const std::string& recipe) {
    std::string text = "generated part\n" + (from.sha256.empty() ? from.path : from.sha256) + '\n';
    if (partner) text += partner->sha256.empty() ? partner->path : partner->sha256;
    return sha256Hex(text + '\n' + grounds + '\n' + recipe);
}

struct Ground {
    std::int64_t id = 0;
    std::string sha256;
};

Ground putGround(ProjectState& state, const SegmentMap& map) {
    const cv::Mat labels = map.labels().isContinuous() ? map.labels() : map.labels().clone();
    const std::string_view bytes(labels.ptr<char>(), labels.total());
    Ground ground{.sha256 = sha256Hex(std::to_string(labels.cols) + ' ' + std::to_string(labels.rows) + ' ' +
                                      std::to_string(map.componentCount()) + '\n' + std::string(bytes))};
    ground.id =
        state.main->integer("SELECT id FROM defect_ground WHERE sha256 = ?1", ground.sha256).value_or(0);
    if (ground.id != 0) return ground;
    const auto packed = state.codec.pack(std::as_bytes(std::span(bytes)), 1);
    state.main->run(
        "INSERT INTO defect_ground (sha256, width, height, component_count, labels) VALUES (?1, ?2, ?3, ?4, "
        "?5)",
        ground.sha256, labels.cols, labels.rows, map.componentCount(), packed);
    ground.id = state.main->lastRowId();
    return ground;
}

std::optional<SegmentMap> readGround(ProjectState& state, const char* column, PartId part) {
    Query row = state.main->query(
        std::string("SELECT width, height, component_count, labels FROM generated_part JOIN defect_ground ON "
                    "defect_ground.id = generated_part.") +
            column + " WHERE generated_part.part_id = ?1",
        part);
    if (!row.step()) return std::nullopt;
    const std::string subject = "segments of generated part " + std::to_string(part);
    const std::int64_t width = row.integer(0);
    const std::int64_t height = row.integer(1);
    if (width > kMaxPixels / height) {
        throw Error(ErrorCode::Corrupt, state.file.string(), subject + " are larger than any can be",
                    "Generate the defects again.");
    }
    cv::Mat labels(static_cast<int>(height), static_cast<int>(width), CV_8UC1);
    state.codec.unpack(row.blob(3), 1,
                       std::as_writable_bytes(std::span(labels.ptr<std::uint8_t>(), labels.total())),
                       subject);
    return SegmentMap(labels, row.number(2), subject);
}

void dropUnusedGrounds(ProjectState& state) {
    state.main->run(
        "DELETE FROM defect_ground WHERE id NOT IN (SELECT ground_id FROM generated_part) AND id NOT IN "
        "(SELECT partner_ground_id FROM generated_part WHERE partner_ground_id IS NOT NULL)");
}

void setLabel(ProjectState& state, const PartRecord& part, Label label) {
    if (part.label == label) return;
    const Parts::LabelChange change{
        .part = part.id, .label = label, .defectType = part.defectType, .note = part.note};
    Parts(state).setLabels({&change, 1}, "generate");
}

/// As a part of the same source, in a folder of its own. `grounds` are the hashes of its segments and of its
/// partner's.
PartRecord partOf(const PartRecord& from, const std::optional<PartRecord>& partner,
                  const GeneratedRecord& record, const std::string& grounds) {
    return {.source = from.source,
            .path = kFolder + record.kind + '/' + from.path + " #" + std::to_string(record.number),
            .sha256 = pictureHash(from, partner, grounds, jsonText(record.recipe)),
            .modifiedNs = from.modifiedNs,
            .width = from.width,
            .height = from.height,
            .generated = true,
            .label = Label::Bad,
            .defectType = GeneratedParts::defectType(record.kind)};
}

bool isGenerated(ProjectState& state, PartId part) {
    return state.main->integer("SELECT 1 FROM generated_part WHERE part_id = ?1", part).has_value();
}

void requireGenerated(ProjectState& state, PartId part) {
    if (isGenerated(state, part)) return;
    throw Error(ErrorCode::InvalidArgument, "part " + std::to_string(part), "is not a generated part",
                "Choose generated parts only.");
}

void renameTo(ProjectState& state, PartId id, const PartRecord& part) {
    state.main->run(
        "UPDATE part SET source_id = ?2, path = ?3, sha256 = ?4, width = ?5, height = ?6 WHERE id = ?1", id,
        part.source, part.path, part.sha256, part.width, part.height);
    dropComputed(state, id);
    state.main->run("DELETE FROM region WHERE part_id = ?1", id);
}
}  // namespace

PartId GeneratedParts::put(const NewGeneratedPart& part, PartId replaced, PutOutcome* outcome) {
    Transaction transaction(state_);
    const GeneratedRecord& record = part.record;
    const PartRecord from = photographed(state_, record.madeFrom);
    std::optional<PartRecord> partner;
    if (record.partner != 0) partner = photographed(state_, record.partner);
    const Ground ground = putGround(state_, part.segments);
    std::optional<Ground> partnerGround;
    if (partner && part.partnerSegments) partnerGround = putGround(state_, *part.partnerSegments);
    const PartRecord made =
        partOf(from, partner, record, ground.sha256 + (partnerGround ? partnerGround->sha256 : ""));
    Parts parts(state_);

    const auto there = state_.main->integer(
        "SELECT part_id FROM generated_part WHERE made_from = ?1 AND kind = ?2 AND number = ?3", from.id,
        record.kind, record.number);
    if (replaced != 0 && there && *there != replaced) {
        throw Error(ErrorCode::AlreadyExists, made.path, "is another generated part",
                    "Choose another number.");
    }
    PutOutcome done = PutOutcome::Unchanged;
    PartId id = replaced != 0 ? replaced : there.value_or(0);
    if (id == 0) {
        id = parts.put(made);
        done = PutOutcome::Added;
    } else {
        requireGenerated(state_, id);
        const PartRecord known = parts.find(id).value();
        if (known.sha256 != made.sha256) {
            renameTo(state_, id, made);
            done = PutOutcome::Updated;
        }
        PartRecord labelled = known;
        labelled.defectType = made.defectType;
        setLabel(state_, labelled, Label::Bad);
    }
    if (done != PutOutcome::Unchanged) {
        std::optional<PartId> partnerId;
        std::optional<std::int64_t> partnerGroundId;
        if (partnerGround) {
            partnerId = partner->id;
            partnerGroundId = partnerGround->id;
        }
        state_.main->run(
            "INSERT OR REPLACE INTO generated_part (part_id, made_from, ground_id, partner_id, "
            "partner_ground_id, kind, number, recipe, made_at) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            id, from.id, ground.id, partnerId, partnerGroundId, record.kind, record.number,
            jsonText(record.recipe), nowText());
    }
    if (done == PutOutcome::Updated) dropUnusedGrounds(state_);
    transaction.commit();
    if (outcome != nullptr) *outcome = done;
    return id;
}

std::optional<GeneratedRecord> GeneratedParts::find(PartId part) const {
    Query row = state_.main->query(std::string(kSelect) + "WHERE part_id = ?1", part);
    if (!row.step()) return std::nullopt;
    return readRecord(row, state_);
}

std::vector<GeneratedRecord> GeneratedParts::all() const {
    Query rows = state_.main->query(std::string(kSelect) + "ORDER BY part_id");
    std::vector<GeneratedRecord> records;
    while (rows.step())
        records.push_back(readRecord(rows, state_));
    return records;
}

SegmentMap GeneratedParts::segments(PartId part) const {
    requireGenerated(state_, part);
    return readGround(state_, "ground_id", part).value();
}

std::optional<SegmentMap> GeneratedParts::partnerSegments(PartId part) const {
    return readGround(state_, "partner_ground_id", part);
}

int GeneratedParts::nextNumber(PartId madeFrom, const std::string& kind) const {
    return static_cast<int>(
        state_.main
            ->integer("SELECT max(number) + 1 FROM generated_part WHERE made_from = ?1 AND kind = ?2",
                      madeFrom, kind)
            .value_or(0));
}

int GeneratedParts::remove(std::span<const PartId> parts) {
    Transaction transaction(state_);
    int gone = 0;
    for (const PartId part : parts) {
        requireGenerated(state_, part);
        if (state_.main->integer("SELECT 1 FROM snapshot_part WHERE part_id = ?1 LIMIT 1", part)) {
            setLabel(state_, Parts(state_).find(part).value(), Label::Unlabelled);
            continue;
        }
        dropComputed(state_, part);
        state_.main->run("DELETE FROM part WHERE id = ?1", part);
        ++gone;
    }
    dropUnusedGrounds(state_);
    if (!parts.empty())
        addAudit(state_, "remove generated parts", std::to_string(parts.size()) + " parts", {});
    transaction.commit();
    return gone;
}

void renewGenerated(ProjectState& state, PartId part) {
    std::vector<GeneratedRecord> children;
    {
        Query rows =
            state.main->query(std::string(kSelect) + "WHERE made_from = ?1 OR partner_id = ?1", part);
        while (rows.step())
            children.push_back(readRecord(rows, state));
    }
    for (const GeneratedRecord& child : children) {
        const PartRecord from = photographed(state, child.madeFrom);
        std::optional<PartRecord> partner;
        if (child.partner != 0) partner = photographed(state, child.partner);
        std::string grounds;
        Query row = state.main->query(
            "SELECT own.sha256, coalesce(other.sha256, '') FROM generated_part JOIN defect_ground AS own ON "
            "own.id = "
            "ground_id LEFT JOIN defect_ground AS other ON other.id = partner_ground_id WHERE part_id = ?1",
            child.part);
        if (row.step()) grounds = row.text(0) + row.text(1);
        renameTo(state, child.part, partOf(from, partner, child, grounds));
    }
}

}  // namespace segad
