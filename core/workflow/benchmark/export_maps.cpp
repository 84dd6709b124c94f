#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/base/error.h"
#include "core/forest/features.h"
#include "core/image/npy.h"
#include "core/project/project.h"
#include "core/workflow/benchmark/benchmark.h"
#include "core/workflow/benchmark/fit_order.h"
#include "core/workflow/benchmark/repository_layout.h"
#include "core/workflow/benchmark/work_folder.h"
#include "core/workflow/csv_writer.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/roles.h"

namespace segad {

namespace {
/// visa_segm, mvtec_segm, vad_segm, segm.
std::string segmentsFolder(const std::string& protocol) {
    const std::string dataset = protocol.substr(0, protocol.find('-'));
    return dataset == "folder" ? "segm" : dataset + "_segm";
}

void makeFolderOf(const Path& file) {
    std::error_code failure;
    std::filesystem::create_directories(file.parent_path(), failure);
    if (failure) throw errorFromErrno(failure.value(), file.parent_path().string(), "create the folder");
}

/// A part that the tables list.
struct Listed {
    PartRecord part;
    RepositoryRow row;
};

/// Maps are named after their pictures; where two of one folder would be alike, after the whole paths.
void nameMaps(std::vector<Listed>& parts) {
    std::map<std::pair<bool, std::string>, int> stems;
    const auto stem = [](const Listed& one) { return toUtf8(Path(one.part.path).stem()); };
    for (const Listed& one : parts)
        ++stems[{one.row.bad, stem(one)}];
    const bool unique = std::ranges::all_of(stems, [](const auto& entry) { return entry.second == 1; });
    for (Listed& one : parts) {
        std::string name = stem(one);
        if (!unique) {
            name = toUtf8(Path(one.part.path).replace_extension());
            std::ranges::replace(name, '/', '_');
        }
        one.row.mapName = name + ".npy";
    }
}

class ClassExport {
public:
    ClassExport(const BenchmarkRequest& request, std::string className, Path root)
        : draw_(benchmarkProtocol(request.protocol).draw),
          segments_(segmentsFolder(request.protocol)),
          layout_{.root = std::move(root)},
          name_(std::move(className)),
          project_(Project::open(benchmarkProject(request.results, name_), true)) {}

    int write(Job& job) {
        list();
        writeSegments();
        int written = 0;
        const std::vector<RunRecord> runs = newestTrainings(project_);
        for (std::size_t r = 0; r < runs.size(); ++r) {
            job.progress(r, runs.size(), name_);
            if (!project_.maps().partsWithMap(runs[r].id).empty()) written += writeDetector(runs[r]);
        }
        return written;
    }

private:
    /// Calibrating good parts and, where the protocol trains with such, bad training parts; then the test
    /// parts in the order of their paths, bad ones first.
    void list() {
        const RoleTable roles = rolesForTraining(project_);
        for (std::size_t i = 0; i < roles.parts.size(); ++i) {
            const PartRecord& part = roles.parts[i];
            const bool generated = part.generated && draw_ == BenchmarkDraw::Generated;
            const bool trainBad = part.label == Label::Bad && !part.generated &&
                                  part.subset == Subset::Train && draw_ != BenchmarkDraw::Generated;
            const bool training = roles.roles[i] == Role::Calibrate || generated || trainBad;
            if (part.label == Label::Unlabelled || (part.generated && !generated)) continue;
            if (!training && roles.roles[i] != Role::Test) continue;
            parts_.push_back({.part = part,
                              .row = {.file = part.path,
                                      .mapName = {},
                                      .bad = part.label == Label::Bad,
                                      .score = 0,
                                      .training = training}});
        }
        // Training rows as a forest sees them, test rows by their paths, bad ones first.
        std::unordered_map<PartId, std::size_t> place;
        for (const PartId id : learningOrder(roles, 0))
            place.emplace(id, place.size());
        std::ranges::sort(parts_, [&](const Listed& a, const Listed& b) {
            if (a.row.training != b.row.training) return a.row.training;
            if (a.row.bad != b.row.bad) return a.row.training ? b.row.bad : a.row.bad;
            const auto first = place.find(a.part.id);
            const auto second = place.find(b.part.id);
            if (first != place.end() && second != place.end()) return first->second < second->second;
            return pathLess(a.part.path, b.part.path);
        });
        nameMaps(parts_);
    }

    void writeSegments() const {
        const RunId run = project_.segments().currentRun();
        const cv::Size size(kFeatureMapSide, kFeatureMapSide);
        for (const Listed& one : parts_) {
            const std::optional<SegmentMap> map = project_.segments().map(run, one.part.id);
            const Path file =
                layout_.root / segments_ / name_ / (one.row.bad ? "bad" : "good") / one.row.mapName;
            makeFolderOf(file);
            writeNpy(file, map ? map->resized(size).labels() : cv::Mat(cv::Mat::zeros(size, CV_8UC1)));
        }
    }

    int writeDetector(const RunRecord& run) const {
        const Path folder = layout_.classFolder(run.subject, name_);
        const cv::Size size(kFeatureMapSide, kFeatureMapSide);
        int written = 0;
        makeFolderOf(folder / "df_test.csv");
        const std::vector<std::string> columns{"filepath", "an_map_path", "label", "prediction_an_det"};
        CsvWriter training(folder / "df_training.csv", columns);
        CsvWriter test(folder / "df_test.csv", columns);
        for (const Listed& one : parts_) {
            const std::optional<AnomalyMap> map = project_.maps().get(run.id, one.part.id);
            if (!map) continue;
            const AnomalyMap square = map->size() == size ? *map : map->resized(size);
            const Path file = layout_.mapFile(run.subject, name_, one.row);
            makeFolderOf(file);
            writeNpy(file, square.pixels());
            const std::vector<std::string> fields{
                one.part.path, toUtf8(file.lexically_relative(layout_.root)), one.row.bad ? "1" : "0",
                numberText(static_cast<double>(map->maximum()))};
            (one.row.training ? training : test).row(fields);
            ++written;
        }
        training.finish();
        test.finish();
        return written;
    }

    BenchmarkDraw draw_;
    std::string segments_;
    RepositoryLayout layout_;
    std::string name_;
    Project project_;
    std::vector<Listed> parts_;
};

/// The dataset's own lists, with file names only, as VAD has them.
void writeLists(const Project& project, const Path& file) {
    Json lists = Json::object();
    for (const PublishedSubsetRecord& subset : project.parts().publishedSubsets()) {
        Json names = Json::array();
        for (const PartId id : subset.parts) {
            if (const auto part = project.parts().find(id))
                names.push_back(toUtf8(Path(part->path).filename()));
        }
        lists[subset.name] = std::move(names);
    }
    if (!lists.empty()) writeFileAtomically(file, lists.dump(1) + "\n");
}
}  // namespace

int exportBenchmarkMaps(const Path& results, const Path& folder, Job& job) {
    const BenchmarkRequest request = benchmarkRequestOf(results);
    const std::vector<BenchmarkClassRecord> classes = BenchmarkFile::open(results, true).classes();
    int written = 0;
    for (const BenchmarkClassRecord& one : classes) {
        const Path project = benchmarkProject(results, one.name);
        std::error_code ignored;
        if (one.facts.value("from_maps", false) || !std::filesystem::exists(project, ignored)) {
            throw Error(
                ErrorCode::NotFound, project.string(), "is not there, and with it the maps of its class",
                "Run the benchmark on pictures into this results file, or export from the machine that "
                "did.");
        }
        Job::Stage stage(job, 1.0 / static_cast<double>(classes.size()), one.name);
        written += ClassExport(request, one.name, folder).write(stage.job());
        writeLists(Project::open(project, true), RepositoryLayout{.root = folder}.listFile());
    }
    return written;
}

}  // namespace segad
