#include "ui/session/explainer.h"

#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

namespace {
/// Parts that are only passed by are not explained.
constexpr int kPatience = 120;
constexpr std::size_t kMostKept = 500;
}  // namespace

Explainer& Explainer::of(ProjectSession& session) {
    auto* own = session.findChild<Explainer*>(QString(), Qt::FindDirectChildrenOnly);
    return *(own != nullptr ? own : new Explainer(session));
}

Explainer::Explainer(ProjectSession& session) : QObject(&session), session_(session) {
    pool_.setMaxThreadCount(1);
    soon_.setSingleShot(true);
    soon_.setInterval(kPatience);
    connect(&soon_, &QTimer::timeout, this, &Explainer::begin);
    connect(&session_, &ProjectSession::currentPartChanged, this, &Explainer::follow);
    connect(&session_, &ProjectSession::labelsChanged, this, &Explainer::forget);
    connect(&session_, &ProjectSession::dataChanged, this, &Explainer::forget);
}

Explainer::~Explainer() {
    stop();
    pool_.waitForDone();
}

void Explainer::want(const QObject& who, bool wanted) {
    if (wanted && wanting_.insert(&who).second) {
        // Later: who goes still hears what is said, and its neighbours may be gone already.
        connect(&who, &QObject::destroyed, this, [this, gone = &who] {
            wanting_.erase(gone);
            QMetaObject::invokeMethod(this, &Explainer::follow, Qt::QueuedConnection);
        });
    }
    if (!wanted && wanting_.erase(&who) > 0) disconnect(&who, &QObject::destroyed, this, nullptr);
    follow();
}

void Explainer::follow() {
    setPart(wanting_.empty() ? 0 : session_.currentPart());
}

void Explainer::stop() {
    ++generation_;
    soon_.stop();
    if (job_) job_->cancel();
    job_.reset();
    pool_.clear();
    underway_ = false;
}

void Explainer::setPart(PartId part) {
    if (part == part_ && (underway_ || reasons_ || !problem_.isEmpty())) return;
    stop();
    part_ = part;
    reasons_.reset();
    problem_.clear();
    if (part != 0 && session_.data().scoredRuns(RunKind::Fit).empty()) {
        problem_ = tr("Fit a forest: then this says which segment and which detector decided.");
    } else if (const auto found = known_.find(part); found != known_.end()) {
        reasons_ = found->second;
    } else if (part != 0) {
        underway_ = true;
        soon_.start();
    }
    Q_EMIT changed();
}

/// What is shown stays until the new is there.
void Explainer::forget() {
    known_.clear();
    good_.reset();
    const auto shown = reasons_;
    const PartId part = std::exchange(part_, 0);
    stop();
    setPart(part);
    if (underway_ && shown) {
        reasons_ = shown;
        Q_EMIT changed();
    }
}

void Explainer::begin() {
    job_ = std::make_shared<Job>();
    runInBackground(
        this, pool_,
        [file = session_.file(), part = part_, good = good_, job = job_] {
            return explain(file, part, good, *job);
        },
        [this, part = part_, generation = generation_](const Answer& answer) {
            if (generation == generation_) take(part, answer);
        });
}

Explainer::Answer Explainer::explain(const Path& project, PartId part,
                                     std::shared_ptr<const GoodFeatures> good, Job& job) {
    Answer answer{.reasons = {}, .good = std::move(good), .problem = {}};
    try {
        auto made = std::make_shared<PartReasons>();
        made->explanation = explainPart(project, part, job);
        const RunId fit = made->explanation.fit.id;
        if (!answer.good || answer.good->fit != fit)
            answer.good = std::make_shared<GoodFeatures>(goodFeatures(project, fit, job));
        made->goodParts = answer.good->parts;
        made->details = reasonsFor(made->explanation, *answer.good, made->explanation.cells.size());
        answer.reasons = std::move(made);
    } catch (const Cancelled&) {
        answer.givenUp = true;
    } catch (const Error& error) {
        answer.problem = errorText(error);
    }
    return answer;
}

void Explainer::take(PartId part, const Answer& answer) {
    if (answer.givenUp) return;
    underway_ = false;
    job_.reset();
    good_ = answer.good;
    reasons_ = answer.reasons;
    problem_ = answer.problem;
    if (known_.size() >= kMostKept) known_.clear();
    if (reasons_) known_[part] = reasons_;
    Q_EMIT changed();
}

}  // namespace segad::ui
