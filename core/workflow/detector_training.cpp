#include "core/workflow/detector_training.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/base/sha256.h"
#include "core/nn/checkpoint_info.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/made_up_parts.h"
#include "core/workflow/part_images.h"

namespace segad {

namespace {
constexpr std::size_t kNameDigits = 16;  // of a checkpoint's file; its header holds the whole

/// When the regions of each part were painted.
using PaintedAt = std::unordered_map<PartId, std::string>;

/// Which pictures these are, in which order, with which ground truth.
std::string identityOf(const std::vector<PartRecord>& parts, const PaintedAt& painted) {
    Sha256 hash;
    for (const PartRecord& part : parts) {
        const auto regions = painted.find(part.id);
        const std::string& truth = regions == painted.end() ? part.maskPath : regions->second;
        hash.update(std::to_string(part.id) + ':' + part.sha256 + ':' + truth + '\n');
    }
    return hash.hex();
}

/// Drops the parts whose pictures can't be read from a role, with a warning each. Training needs every
/// picture it is promised; finding the broken ones takes one pass, once something has failed.
bool dropUnreadable(const Project& project, RoleTable& roles, Job& job) {
    std::vector<PartRecord> learned;
    for (const Role role : {Role::Train, Role::Calibrate, Role::Fit})
        std::ranges::copy(roles.with(role), std::back_inserter(learned));
    const PartImages images(project, std::move(learned));
    std::set<PartId> broken;
    for (const auto& [index, error] : images.unreadable(job)) {
        broken.insert(images.parts()[index].id);
        job.warn(error);
    }
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        if (!broken.contains(roles.parts[i].id)) continue;
        roles.roles[i] = Role::None;
        roles.folds.erase(roles.parts[i].id);
    }
    return !broken.empty();
}

void requireReadable(const Project& project, const ResolvedTraining& training) {
    const bool good = training.roles.count(Role::Train) > 0;
    if (good && (!training.learnsFromBad() || training.roles.count(Role::Fit) > 0)) return;
    throw Error(ErrorCode::InvalidData, project.file().string(),
                std::string("has no readable ") + (good ? "bad" : "good") + " part to train on",
                "Check the pictures, or point the project to where they are now.");
}

bool isAboutOnePicture(const Error& error) {
    return error.code() == ErrorCode::InvalidData || error.code() == ErrorCode::NotFound ||
           error.code() == ErrorCode::Unsupported || error.code() == ErrorCode::Io ||
           error.code() == ErrorCode::PermissionDenied;
}
}  // namespace

/// What one detector learns from.
struct DetectorTraining::Lesson {
    std::string name;  ///< "all", "without-fold-2"
    std::vector<PartRecord> good;
    std::vector<PartRecord> calibrate;
    std::vector<PartRecord> bad;
    PaintedAt painted;
    std::shared_ptr<const MadeUpParts>
        madeUp;         ///< the good parts, where the detector asks for defects on them
    bool kept = false;  ///< its detector is the one that is kept, and its loss of interest

    Json fingerprint() const {
        Json print{{"good", identityOf(good, {})}, {"calibrate", identityOf(calibrate, {})}};
        if (!bad.empty()) print["bad"] = identityOf(bad, painted);
        if (madeUp) print["made_up"] = madeUp->identity();
        return print;
    }
};

DetectorTraining::DetectorTraining(Project& project, const TrainRequest& request, ResolvedTraining& training,
                                   const RunRecord& run, const DetectorFactory& make)
    : project_(project), request_(request), training_(training), run_(run), make_(make) {}

DetectorTraining::Lesson DetectorTraining::lessonOfAll() const {
    Lesson lesson{.name = "all",
                  .good = training_.roles.with(Role::Train),
                  .calibrate = training_.roles.with(Role::Calibrate),
                  .kept = true};
    if (!training_.learnsFromBad()) return lesson;
    lesson.bad = training_.roles.with(Role::Fit);
    if (wantsMadeUpDefects(training_.params))
        lesson.madeUp = std::make_shared<const MadeUpParts>(project_, lesson.good);
    for (RegionRecord& regions : project_.regions().all())
        lesson.painted.emplace(regions.part, std::move(regions.setAt));
    return lesson;
}

DetectorTraining::Lesson DetectorTraining::lessonWithout(int fold) const {
    Lesson lesson = lessonOfAll();
    lesson.name = "without-fold-" + std::to_string(fold);
    lesson.kept = false;
    std::erase_if(lesson.bad,
                  [&](const PartRecord& part) { return training_.roles.folds.at(part.id) == fold; });
    return lesson;
}

Path DetectorTraining::checkpointOf(const Lesson& lesson) const {
    const std::string print = sha256Hex(lesson.fingerprint().dump()).substr(0, kNameDigits);
    return project_.runs().checkpointFolder(run_.id) / (lesson.name + "-" + print + ".safetensors");
}

std::unique_ptr<Detector> DetectorTraining::learn(const Lesson& lesson, Job& job) const {
    std::unique_ptr<Detector> detector = make_(training_.info.key, {.params = training_.params,
                                                                    .backbone = run_.backbone,
                                                                    .seed = request_.seed,
                                                                    .device = request_.device});
    const PartImages good(project_, lesson.good);
    const PartImages calibration(project_, lesson.calibrate);
    const PartImages bad(project_, lesson.bad);
    const PartMasks masks(project_, lesson.bad);
    TrainingSet set{.good = lesson.madeUp ? *lesson.madeUp : good, .calibration = &calibration};
    if (training_.learnsFromBad()) {
        set.bad = &bad;
        set.badMasks = &masks;
    }
    // The folder is the run's own: whatever is there under this name was made for the same lesson.
    detector->train(set, job,
                    {.checkpoint = checkpointOf(lesson),
                     .resume = true,
                     .fingerprint = lesson.fingerprint(),
                     .deterministic = request_.deterministic,
                     .onPoint = lesson.kept ? request_.onPoint : std::function<void(const LossPoint&)>()});
    return detector;
}

void DetectorTraining::crossFitFold(int fold, Job& job) const {
    std::vector<PartRecord> unseen = training_.roles.with(Role::Fit);
    std::erase_if(unseen, [&](const PartRecord& part) { return training_.roles.folds.at(part.id) != fold; });
    // A fold that was scored before the training was stopped stays as it is.
    unseen = unscored(project_, run_, unseen, training_.info.makesMaps);
    if (unseen.empty()) return;
    const Lesson lesson = lessonWithout(fold);
    TrainedDetector trained{.run = run_};
    {
        Job::Stage stage(job, 0.95, "Cross-fitting");
        trained.detector = learn(lesson, stage.job());
    }
    Job::Stage stage(job, 0.05, "Scoring unseen bad parts");
    scoreUnseen(project_, trained, std::move(unseen), stage.job());
    std::error_code ignored;
    std::filesystem::remove(checkpointOf(lesson), ignored);
}

void DetectorTraining::crossFit(Job& job) const {
    for (int fold = 0; fold < training_.folds; ++fold) {
        Job::Stage stage(job, 1.0 / training_.folds, "");
        crossFitFold(fold, stage.job());
    }
}

std::unique_ptr<Detector> DetectorTraining::trainAll(Job& job) const {
    const double foldShare =
        training_.folds == 0 ? 0 : static_cast<double>(training_.folds) / (training_.folds + 1);
    std::unique_ptr<Detector> detector;
    {
        Job::Stage stage(job, 1 - foldShare, "Training");
        detector = learn(lessonOfAll(), stage.job());
    }
    if (training_.folds > 0) {
        Job::Stage stage(job, foldShare, "");
        crossFit(stage.job());
    }
    return detector;
}

std::unique_ptr<Detector> DetectorTraining::run(Job& job) {
    RoleTable& roles = training_.roles;
    const auto taught = [&](std::size_t i) { return roles.roles[i] == Role::Fit; };
    if (training_.learnsFromBad()) dropUnreadableMasks(project_, roles.parts, taught, job);
    try {
        return trainAll(job);
    } catch (const Error& error) {
        if (!isAboutOnePicture(error) || !dropUnreadable(project_, training_.roles, job)) throw;
        requireReadable(project_, training_);
        return trainAll(job);
    }
}

LossCurve DetectorTraining::curveSoFar() const {
    const std::optional<CheckpointInfo> info = readCheckpointInfo(checkpointOf(lessonOfAll()));
    return info ? info->curve : LossCurve{};
}

}  // namespace segad
