#include "core/workflow/ruled_parts.h"

#include <sys/stat.h>

#include "core/base/sha256.h"
#include "core/image/image.h"
#include "core/project/inspection_store.h"
#include "core/project/project.h"

namespace segad {

namespace {
constexpr const char* kOrigin = "overrule";

struct Ruled {
    InspectionResult result;
    Path folder;
};

Path fromUtf8(const std::string& text) {
    return {std::u8string(text.begin(), text.end())};
}

std::vector<Ruled> ruledResults(const RuledPartsRequest& request, Job& job) {
    std::vector<Ruled> found;
    const InspectionStore store(request.results, true);
    for (const InspectionRecord& record : Project::open(request.results, true).inspections().all()) {
        if (request.inspection && *request.inspection != record.id) continue;
        job.throwIfCancelled();
        store.forEach(record.id, [&](const InspectionResult& result) {
            const bool wanted =
                request.path.empty() ? result.ruled.has_value() : result.part.path == request.path;
            if (!wanted) return;
            // Of a path that was judged several times only the newest result can be ruled on by its name.
            if (!request.path.empty()) found.clear();
            found.push_back({.result = result, .folder = fromUtf8(record.folder)});
        });
    }
    return found;
}

/// Whether the file is the picture that was judged, and not one that has its name now.
bool isJudged(const Path& file, const InspectionResult& result) {
    struct stat info {};
    if (::stat(file.c_str(), &info) != 0) return false;
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return static_cast<std::uint64_t>(info.st_size) == result.bytes &&
           static_cast<std::int64_t>(info.st_mtim.tv_sec) * kNanoseconds + info.st_mtim.tv_nsec ==
               result.modifiedNs;
}

/// Where the source of the picture is, and the picture's path in it.
struct Place {
    Path folder;
    Path path;
    Path file() const { return folder / path; }
};

Place placeOf(const Ruled& ruled) {
    const Place judged{ruled.folder, fromUtf8(ruled.result.part.path)};
    if (isJudged(judged.file(), ruled.result)) return judged;
    if (const Path placed = fromUtf8(ruled.result.placed);
        !placed.empty() && isJudged(placed, ruled.result)) {
        return {placed.parent_path(), placed.filename()};
    }
    throw Error(ErrorCode::NotFound, toUtf8(judged.file()), "is not the picture that was judged any more",
                "Bring the picture back, or import and label it by hand.");
}

PartId addPart(Project& project, const Place& place, const InspectionResult& result,
               const std::string& hash) {
    const ImageInfo info = probeImage(place.file());
    PartRecord part{.source = project.parts().addSource({.path = toUtf8(place.folder), .layout = "folder"}),
                    .path = place.path.generic_string(),
                    .sha256 = hash,
                    .bytes = result.bytes,
                    .modifiedNs = result.modifiedNs,
                    .width = info.width,
                    .height = info.height};
    return project.parts().put(part);
}

/// What the part is labelled by a ruling, when that was the last word on it.
bool isRuled(const Project& project, PartId part) {
    const std::vector<LabelHistoryRecord> history = project.parts().labelHistory(part);
    return !history.empty() && history.front().origin == kOrigin;
}

void take(Project& project, const Ruled& ruled, RuledPartsReport& report) {
    const Place place = placeOf(ruled);
    const std::string hash = sha256OfFile(place.file());
    std::vector<PartRecord> parts = project.parts().findByHash(hash);
    const std::optional<Label> label = ruled.result.ruled;
    Transaction transaction = project.transaction();
    if (parts.empty() && label) {
        parts = {*project.parts().find(addPart(project, place, ruled.result, hash))};
        ++report.added;
    }
    std::vector<Parts::LabelChange> changes;
    for (const PartRecord& part : parts) {
        const Label wanted = label.value_or(Label::Unlabelled);
        if (part.generated || (!label && !isRuled(project, part.id))) continue;
        if (part.label == wanted) {
            ++report.known;
            continue;
        }
        changes.push_back({.part = part.id,
                           .label = wanted,
                           .defectType = wanted == Label::Bad ? part.defectType : std::string(),
                           .note = part.note});
    }
    if (!changes.empty()) project.parts().setLabels(changes, kOrigin);
    transaction.commit();
    report.labelled += static_cast<int>(changes.size());
}
}  // namespace

RuledPartsReport takeRuledParts(const RuledPartsRequest& request, Job& job) {
    RuledPartsReport report;
    const std::vector<Ruled> ruled = ruledResults(request, job);
    Project project = Project::open(request.project);
    std::uint64_t done = 0;
    for (const Ruled& one : ruled) {
        try {
            take(project, one, report);
        } catch (const Error& error) {
            const bool ofPicture = error.code() == ErrorCode::NotFound ||
                                   error.code() == ErrorCode::InvalidData ||
                                   error.code() == ErrorCode::Unsupported;
            if (!ofPicture) throw;
            report.missing.push_back(error);
        }
        job.progress(++done, ruled.size(), "Taking ruled parts");
    }
    return report;
}

}  // namespace segad
