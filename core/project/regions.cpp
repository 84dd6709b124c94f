#include "core/project/region_steps.h"
#include "core/project/state.h"

namespace segad {

namespace {
constexpr std::int64_t kMaxPixels = std::int64_t{1} << 30U;

/// Of regions that fit their pictures.
constexpr const char* kRecords =
    "SELECT region.part_id, region.region_count, region.pixels, region.width, region.height, region.origin, "
    "region.set_at FROM region JOIN part ON part.id = region.part_id AND part.width = region.width "
    "AND part.height = region.height ";

RegionRecord readRecord(const Query& row) {
    return {.part = row.integer(0),
            .count = row.number(1),
            .pixels = row.integer(2),
            .areaShare = row.real(2) / (row.real(3) * row.real(4)),
            .origin = row.text(5),
            .setAt = row.text(6)};
}

struct Picture {
    std::string path;
    int width = 0;
    int height = 0;
};

Picture pictureOf(ProjectState& state, PartId part) {
    Query row = state.main->query("SELECT path, width, height FROM part WHERE id = ?1", part);
    if (!row.step()) {
        throw Error(ErrorCode::NotFound, "part " + std::to_string(part), "is not in the project",
                    "Reload the project.");
    }
    return {.path = row.text(0), .width = row.number(1), .height = row.number(2)};
}

std::string subjectOf(const std::string& path) {
    return "regions of " + path;
}

RegionRuns runsOf(const cv::Mat& mask, const Picture& picture) {
    const auto refuse = [&](const std::string& message, const std::string& remedy) {
        return Error(ErrorCode::InvalidData, subjectOf(picture.path), message, remedy);
    };
    if (mask.type() != CV_8UC1) throw refuse("are not a mask of 8 bits a pixel", "Use 0 and 255.");
    if (mask.cols != picture.width || mask.rows != picture.height) {
        throw refuse("are " + std::to_string(mask.cols) + " × " + std::to_string(mask.rows) +
                         " pixels, the picture " + std::to_string(picture.width) + " × " +
                         std::to_string(picture.height),
                     "Make the mask in the size of its picture.");
    }
    std::optional<RegionRuns> runs = regionRuns(mask);
    if (!runs) throw refuse("hold values other than 0 and 255", "Use 0 for background, 255 for regions.");
    return *std::move(runs);
}

void store(ProjectState& state, PartId part, const RegionRuns& runs, const std::string& origin) {
    const auto packed =
        state.codec.pack(std::as_bytes(std::span(runs.lengths)), sizeof(runs.lengths.front()));
    state.main->run(
        "INSERT OR REPLACE INTO region (part_id, width, height, region_count, pixels, run_count, runs, "
        "origin, set_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        part, runs.size.width, runs.size.height, runs.count, runs.pixels,
        static_cast<std::int64_t>(runs.lengths.size()), packed, origin, nowText());
}

/// Says so in the audit log; false when there was nothing and is nothing.
bool replace(ProjectState& state, const PartRegions& wanted, const Picture& picture) {
    if (wanted.runs.pixels > 0) {
        store(state, wanted.part, wanted.runs, wanted.origin);
    } else {
        state.main->run("DELETE FROM region WHERE part_id = ?1", wanted.part);
        if (state.main->changes() == 0) return false;
    }
    addAudit(state, "regions", picture.path,
             {{"part", wanted.part},
              {"origin", wanted.origin},
              {"regions", wanted.runs.count},
              {"pixels", wanted.runs.pixels}});
    return true;
}

/// How many pixels the runs cover, and how many of these are painted.
std::pair<std::uint64_t, std::int64_t> covered(const RegionRuns& runs) {
    std::uint64_t all = 0;
    std::int64_t painted = 0;
    for (std::size_t i = 0; i < runs.lengths.size(); ++i) {
        all += runs.lengths[i];
        if (i % 2 == 1) painted += runs.lengths[i];
    }
    return {all, painted};
}
}  // namespace

void Regions::put(PartId part, const cv::Mat& mask, const std::string& origin) {
    const Picture picture = pictureOf(state_, part);
    const RegionRuns runs = mask.empty() ? RegionRuns{} : runsOf(mask, picture);
    Transaction transaction(state_);
    if (replace(state_, {.part = part, .runs = runs, .origin = origin}, picture)) transaction.commit();
}

namespace {
std::optional<PartRegions> readRegions(ProjectState& state, PartId part) {
    Query row = state.main->query(
        "SELECT part.path, region.width, region.height, region.region_count, region.pixels, "
        "region.run_count, region.runs, region.origin FROM region JOIN part ON part.id = region.part_id "
        "AND part.width = region.width AND part.height = region.height WHERE region.part_id = ?1",
        part);
    if (!row.step()) return std::nullopt;
    const std::string subject = subjectOf(row.text(0));
    const auto damaged = [&](const std::string& why) {
        return Error(ErrorCode::Corrupt, subject, why,
                     "Run 'segad doctor " + state.file.string() + " --repair', then paint them again.");
    };
    const std::int64_t width = row.integer(1);
    const std::int64_t height = row.integer(2);
    const std::int64_t count = row.integer(5);
    if (width > kMaxPixels / height) throw damaged("are larger than any picture can be");
    if (count < 2 || count > width * height + 1) throw damaged("have more runs than pixels");
    RegionRuns runs{.size = {static_cast<int>(width), static_cast<int>(height)},
                    .lengths = std::vector<std::uint32_t>(static_cast<std::size_t>(count)),
                    .pixels = row.integer(4),
                    .count = row.number(3)};
    try {
        state.codec.unpack(row.blob(6), sizeof(std::uint32_t),
                           std::as_writable_bytes(std::span(runs.lengths)), subject);
    } catch (const Error& error) {
        throw damaged(error.message());
    }
    const auto [all, painted] = covered(runs);
    if (all != static_cast<std::uint64_t>(width * height)) throw damaged("don't fill their picture");
    if (painted != runs.pixels) throw damaged("are not as many pixels as they should be");
    return PartRegions{.part = part, .runs = std::move(runs), .origin = row.text(7)};
}

PartRegions storedOrNone(ProjectState& state, PartId part) {
    return readRegions(state, part).value_or(PartRegions{.part = part});
}

/// Throws unless the runs fill the part's picture.
void requireFitting(const PartRegions& wanted, const Picture& picture) {
    const RegionRuns& runs = wanted.runs;
    if (runs.pixels == 0) return;
    const auto [all, painted] = covered(runs);
    const auto area = static_cast<std::uint64_t>(picture.width) * static_cast<std::uint64_t>(picture.height);
    if (runs.size == cv::Size(picture.width, picture.height) && all == area && painted == runs.pixels) return;
    throw Error(ErrorCode::InvalidData, subjectOf(picture.path), "don't fit the picture",
                "Make the mask in the size of its picture.");
}
}  // namespace

std::optional<cv::Mat> Regions::get(PartId part) const {
    const auto stored = readRegions(state_, part);
    return stored ? std::optional(drawRegions(stored->runs)) : std::nullopt;
}

bool PartRegions::samePixels(const PartRegions& other) const {
    return runs.pixels == 0 ? other.runs.pixels == 0 : runs == other.runs;
}

std::vector<PartRegions> regionsOf(const Path& project, std::span<const PartId> parts) {
    ProjectState state(project, true);
    std::vector<PartRegions> stored;
    stored.reserve(parts.size());
    for (const PartId part : parts) {
        try {
            stored.push_back(storedOrNone(state, part));
        } catch (const Error& error) {
            if (error.code() != ErrorCode::Corrupt) throw;
            stored.push_back({.part = part});
        }
    }
    return stored;
}

void putRegions(const Path& project, std::span<const PartRegions> wanted) {
    ProjectState state(project, false);
    Transaction transaction(state);
    for (const PartRegions& regions : wanted) {
        const Picture picture = pictureOf(state, regions.part);
        requireFitting(regions, picture);
        replace(state, regions, picture);
    }
    transaction.commit();
}

std::vector<PartId> putRegionsIf(const Path& project, std::span<const PartRegions> expected,
                                 std::span<const PartRegions> wanted) {
    if (expected.size() != wanted.size()) {
        throw Error(ErrorCode::InvalidArgument, "regions", "differ in number from those that are expected",
                    "Give one for each.");
    }
    ProjectState state(project, false);
    Transaction transaction(state);
    std::vector<PartId> leftAlone;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        try {
            const Picture picture = pictureOf(state, wanted[i].part);
            requireFitting(wanted[i], picture);
            if (storedOrNone(state, wanted[i].part).samePixels(expected[i])) {
                replace(state, wanted[i], picture);
                continue;
            }
        } catch (const Error& error) {
            // The part is gone, its picture has another size now, or what is stored can't be read.
            const bool ofPart = error.code() == ErrorCode::NotFound ||
                                error.code() == ErrorCode::InvalidData || error.code() == ErrorCode::Corrupt;
            if (!ofPart) throw;
        }
        leftAlone.push_back(wanted[i].part);
    }
    transaction.commit();
    return leftAlone;
}

std::optional<RegionRecord> Regions::find(PartId part) const {
    Query row = state_.main->query(std::string(kRecords) + "WHERE region.part_id = ?1", part);
    if (!row.step()) return std::nullopt;
    return readRecord(row);
}

std::vector<RegionRecord> Regions::all() const {
    Query rows = state_.main->query(std::string(kRecords) + "ORDER BY region.part_id");
    std::vector<RegionRecord> records;
    while (rows.step())
        records.push_back(readRecord(rows));
    return records;
}

std::vector<PartId> Regions::misfits() const {
    Query rows = state_.main->query(
        "SELECT region.part_id FROM region JOIN part ON part.id = region.part_id "
        "WHERE part.width <> region.width OR part.height <> region.height ORDER BY region.part_id");
    std::vector<PartId> parts;
    while (rows.step())
        parts.push_back(rows.integer(0));
    return parts;
}

}  // namespace segad
