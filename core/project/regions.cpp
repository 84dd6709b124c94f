#include "core/image/region_runs.h"
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
    if (runs.pixels > 0) {
        store(state_, part, runs, origin);
    } else {
        state_.main->run("DELETE FROM region WHERE part_id = ?1", part);
        if (state_.main->changes() == 0) return;
    }
    addAudit(state_, "regions", picture.path,
             {{"origin", origin}, {"regions", runs.count}, {"pixels", runs.pixels}});
    transaction.commit();
}

std::optional<cv::Mat> Regions::get(PartId part) const {
    Query row = state_.main->query(
        "SELECT part.path, region.width, region.height, region.region_count, region.pixels, "
        "region.run_count, region.runs FROM region JOIN part ON part.id = region.part_id "
        "AND part.width = region.width AND part.height = region.height WHERE region.part_id = ?1",
        part);
    if (!row.step()) return std::nullopt;
    const std::string subject = subjectOf(row.text(0));
    const auto damaged = [&](const std::string& why) {
        return Error(ErrorCode::Corrupt, subject, why,
                     "Run 'segad doctor " + state_.file.string() + " --repair', then paint them again.");
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
        state_.codec.unpack(row.blob(6), sizeof(std::uint32_t),
                            std::as_writable_bytes(std::span(runs.lengths)), subject);
    } catch (const Error& error) {
        throw damaged(error.message());
    }
    const auto [all, painted] = covered(runs);
    if (all != static_cast<std::uint64_t>(width * height)) throw damaged("don't fill their picture");
    if (painted != runs.pixels) throw damaged("are not as many pixels as they should be");
    return drawRegions(runs);
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
