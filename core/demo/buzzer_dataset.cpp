#include <atomic>
#include <set>
#include <system_error>
#include <thread>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/threads.h"
#include "core/demo/buzzer.h"
#include "core/image/image.h"

namespace segad {

namespace {

/// Raised whenever a part of the same name comes out with other pixels, so that an interrupted dataset of
/// an older program is not completed with parts that don't match.
constexpr int kDrawingVersion = 1;
constexpr std::string_view kManifest = "demo.json";

std::string manifestOf(const BuzzerOptions& options) {
    Json segments = Json::array();
    for (const std::string_view name : buzzerSegmentNames())
        segments.push_back(name);
    const Json manifest{{"dataset", "piezo buzzer"},
                        {"drawing", kDrawingVersion},
                        {"seed", options.seed},
                        {"size", options.size},
                        {"train_good", options.trainGood},
                        {"train_bad", options.trainBad},
                        {"test_good", options.testGood},
                        {"test_bad", options.testBad},
                        {"test_bad_unseen_defects", options.testUnseenBad},
                        {"segments", segments}};
    return manifest.dump(2) + "\n";
}

void makeFolder(const Path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw errorFromErrno(error.value(), folder.string(), "create the folder");
}

[[noreturn]] void refuse(const Path& folder, const std::string& why) {
    throw Error(ErrorCode::AlreadyExists, folder.string(), why,
                "Choose an empty folder for the demo dataset.");
}

/// Makes the folder ours, or finds that it is: the manifest is written before anything else.
void claim(const Path& folder, const BuzzerOptions& options) {
    makeFolder(folder);
    const Path manifest = folder / kManifest;
    std::error_code error;
    if (std::filesystem::exists(manifest, error)) {
        constexpr std::uint64_t kMostBytes = 1 << 20;
        if (readFile(manifest, kMostBytes) != manifestOf(options))
            refuse(folder, "holds a demo dataset of other settings");
        return;
    }
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        // What a killed claim leaves behind is no reason to refuse.
        if (entry->path().filename() != std::string(kManifest) + ".partial") refuse(folder, "is not empty");
    }
    if (error) throw errorFromErrno(error.value(), folder.string(), "list the folder");
    writeFileAtomically(manifest, manifestOf(options));
}

/// A file that is there is whole: it got its name only after its last byte.
bool isThere(const Path& file) {
    std::error_code error;
    return std::filesystem::is_regular_file(file, error);
}

void writePart(const Path& folder, const BuzzerEntry& entry, const BuzzerOptions& options) {
    const bool masked = !entry.maskPath.empty();
    const Path segments = folder / entry.segmentsPath;
    const Path picture = folder / entry.path;
    if (isThere(picture) && isThere(segments) && (!masked || isThere(folder / entry.maskPath))) return;
    const BuzzerPart part = drawBuzzer(options.seed, entry.path, entry.defect, options.size);
    encodeImage(segments, part.segments);
    if (masked) encodeImage(folder / entry.maskPath, part.defectMask);
    encodeImage(picture, part.rgb);
}

std::string tableOf(const std::vector<BuzzerEntry>& plan) {
    std::string table = "path,label,defect_type,segment,unseen\n";
    for (const BuzzerEntry& entry : plan) {
        table += entry.path;
        if (entry.defect.empty()) {
            table += ",good,,,no\n";
            continue;
        }
        const BuzzerDefectKind& kind = buzzerDefect(entry.defect);
        table += ",bad," + entry.defect + ',' +
                 std::string(buzzerSegmentNames()[static_cast<std::size_t>(kind.segment)]) +
                 (kind.unseen ? ",yes\n" : ",no\n");
    }
    return table;
}

}  // namespace

std::vector<BuzzerEntry> writeBuzzerDataset(const Path& folder, const BuzzerOptions& options, Job& job) {
    std::vector<BuzzerEntry> plan = planBuzzerDataset(options);
    job.progress(0, plan.size(), "Drawing parts");
    claim(folder, options);
    std::set<Path> folders;
    for (const BuzzerEntry& entry : plan) {
        for (const std::string& file : {entry.path, entry.segmentsPath, entry.maskPath})
            if (!file.empty()) folders.insert((folder / file).parent_path());
    }
    for (const Path& each : folders)
        makeFolder(each);
    // Only this thread may talk to the job; the others merely see whether to stop.
    const auto here = std::this_thread::get_id();
    std::atomic<std::size_t> done{0};
    parallelFor(plan.size(), [&](std::size_t i) {
        job.throwIfCancelled();
        writePart(folder, plan[i], options);
        const std::size_t count = ++done;
        if (std::this_thread::get_id() == here) job.progress(count, plan.size(), "Drawing parts");
    });
    writeFileAtomically(folder / "parts.csv", tableOf(plan));
    job.progress(plan.size(), plan.size(), "Drawing parts");
    return plan;
}

}  // namespace segad
