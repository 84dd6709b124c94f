#include "ui/segments/live_preview.h"

#include <QElapsedTimer>
#include <utility>

#include "core/workflow/segment_trial.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"

namespace segad::ui {

namespace {
constexpr int kMomentMs = 150;
}  // namespace

struct LivePreview::Outcome {
    std::shared_ptr<SegmentTrial> trial;
    bool learned = false;
    std::shared_ptr<const TriedPart> made;
    QString problem;
    double seconds = 0;
};

LivePreview::LivePreview(ProjectSession& session, QObject* parent)
    : QObject(parent), session_(session), job_(std::make_shared<Job>()) {
    pool_.setMaxThreadCount(1);
    soon_.setSingleShot(true);
    soon_.setInterval(kMomentMs);
    connect(&soon_, &QTimer::timeout, this, &LivePreview::learn);
    connect(&session_, &ProjectSession::currentPartChanged, this, &LivePreview::look);
}

LivePreview::~LivePreview() {
    stop();
    pool_.clear();
    pool_.waitForDone();
}

void LivePreview::stop() {
    job_->cancel();
    ++generation_;
    ++looking_;
}

void LivePreview::begin() {
    if (due_++ == 0) Q_EMIT busyChanged(true);
}

void LivePreview::end() {
    if (--due_ == 0) Q_EMIT busyChanged(false);
}

void LivePreview::setSource(const std::string& key, const Json& params) {
    if (key == source_ && params == params_) return;
    stop();
    source_ = key;
    params_ = params;
    trial_ = nullptr;
    hasLearned_ = false;
    problem_.clear();
    Q_EMIT shown(session_.currentPart(), nullptr, {});
    if (!source_.empty()) refit();
}

void LivePreview::refit() {
    if (!source_.empty()) soon_.start();
}

void LivePreview::learn() {
    if (source_.empty()) return;
    stop();
    job_ = std::make_shared<Job>();
    hasLearned_ = false;
    begin();
    runInBackground(
        this, pool_,
        [file = session_.file(), source = source_, params = params_, part = session_.currentPart(),
         job = job_, trial = trial_]() -> Outcome {
            QElapsedTimer clock;
            clock.start();
            Outcome outcome{.trial = trial};
            try {
                if (!outcome.trial) outcome.trial = std::make_shared<SegmentTrial>(file, source, params);
                outcome.trial->learn(*job);
                outcome.learned = true;
                outcome.made = std::make_shared<const TriedPart>(outcome.trial->look(part));
            } catch (const Error& error) {
                outcome.problem = errorText(error);
            } catch (const Cancelled&) {
                // Something newer is learned.
            }
            outcome.seconds = static_cast<double>(clock.elapsed()) / 1000;
            return outcome;
        },
        [this, part = session_.currentPart(), generation = generation_](const Outcome& outcome) {
            end();
            if (generation != generation_) return;
            trial_ = outcome.trial;
            hasLearned_ = outcome.learned;
            problem_ = outcome.problem;
            if (hasLearned_) Q_EMIT learned(outcome.seconds);
            Q_EMIT shown(part, outcome.made, outcome.problem);
            if (part != session_.currentPart()) look();
        });
}

void LivePreview::look() {
    const PartId part = session_.currentPart();
    if (part == 0) return;
    if (!hasLearned_) {
        // Else it comes with what is being learned.
        if (due_ == 0 && !soon_.isActive()) Q_EMIT shown(part, nullptr, problem_);
        return;
    }
    begin();
    runInBackground(
        this, pool_,
        [trial = trial_, part]() -> Outcome {
            try {
                return {.made = std::make_shared<const TriedPart>(trial->look(part))};
            } catch (const Error& error) {
                return {.problem = errorText(error)};
            }
        },
        [this, part, looking = ++looking_](const Outcome& outcome) {
            end();
            if (looking == looking_) Q_EMIT shown(part, outcome.made, outcome.problem);
        });
}

bool LivePreview::suggest(std::vector<PartId> among, std::size_t most) {
    if (!hasLearned_ || among.empty()) return false;
    begin();
    runInBackground(
        this, pool_,
        [trial = trial_, parts = std::move(among), most, job = job_] {
            try {
                return trial->leastCertain(parts, most, *job);
            } catch (const Cancelled&) {
                return std::pair<PartId, double>{0, 0};
            }
        },
        [this, generation = generation_](const std::pair<PartId, double>& found) {
            end();
            if (generation == generation_ && found.first != 0) Q_EMIT suggested(found.first, found.second);
        });
    return true;
}

}  // namespace segad::ui
