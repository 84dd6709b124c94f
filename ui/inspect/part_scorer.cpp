#include "ui/inspect/part_scorer.h"

#include <QAction>
#include <QWidget>
#include <utility>

#include "ui/inspect/inspect_settings.h"
#include "ui/session/background.h"
#include "ui/session/job_queue.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
PartScorer::Answer answerOn(const Inspector& inspector, const Path& file) {
    try {
        const JudgedFile judged = judgeFile(inspector, file);
        const Judgement& judgement = judged.judgement;
        InspectionResult result;
        result.part = judgement.part;
        return {.part = livePartOf({.result = result,
                                    .totals = {},
                                    .file = file,
                                    .rgb = judged.rgb,
                                    .map = judgement.map ? &*judgement.map : nullptr,
                                    .range = judgement.range,
                                    .segments = judgement.segments ? &*judgement.segments : nullptr,
                                    .topSegment = judgement.topSegment},
                                   0),
                .problem = {}};
    } catch (const Error& error) {
        return {.part = {}, .problem = errorText(error)};
    }
}
}  // namespace

PartScorer::PartScorer(JobQueue& jobs, QWidget* owner)
    : QObject(owner),
      jobs_(jobs),
      wanted_(makeAction(owner, QStringLiteral("heatmap"), tr("Heatmaps"),
                         tr("Judge a part that is looked at again, so that its heatmap and the segment that "
                            "decided can be shown"),
                         QStringLiteral("Ctrl+Shift+F2"))) {
    pool_.setMaxThreadCount(1);
    wanted_->setCheckable(true);
    wanted_->setChecked(inspect_settings::heatmaps());
    connect(wanted_, &QAction::toggled, this, [this](bool on) {
        inspect_settings::setHeatmaps(on);
        if (!on) {
            inspector_.reset();
            request_ = {};
        }
        Q_EMIT toggled(on);
    });
    connect(&jobs_, &JobQueue::jobFinished, this, &PartScorer::onJobFinished);
}

PartScorer::~PartScorer() {
    pool_.clear();
    pool_.waitForDone();
}

bool PartScorer::isOn() const {
    return wanted_->isChecked();
}

void PartScorer::score(const Path& model, const Path& file, Then then) {
    request_ = {.model = model, .file = file, .then = std::move(then), .number = ++last_};
    if (inspector_ && model_ == model)
        judge();
    else if (job_ == 0)
        load();
}

void PartScorer::load() {
    inspector_.reset();  // two models at once may be too much for a small machine
    loading_ = std::make_shared<std::shared_ptr<const Inspector>>();
    loadingModel_ = request_.model;
    const QString name = QString::fromStdString(toUtf8(loadingModel_.filename()));
    job_ = jobs_.runBeside(tr("Load %1 for heatmaps").arg(name),
                           [loaded = loading_, model = loadingModel_](Job& job) -> QString {
                               *loaded = openInspector(model, "auto", job);
                               return {};
                           });
}

void PartScorer::onJobFinished(quint64 id) {
    if (id != job_) return;
    job_ = 0;
    const JobView* job = jobs_.find(id);
    if (*loading_) {
        inspector_ = std::exchange(*loading_, nullptr);
        model_ = loadingModel_;
    } else if (request_.then && request_.model == loadingModel_) {
        std::exchange(request_.then,
                      nullptr)({.part = {}, .problem = job != nullptr ? job->message : QString()});
    }
    if (!isOn()) inspector_.reset();
    if (!request_.then) return;
    if (inspector_ && model_ == request_.model)
        judge();
    else
        load();
}

void PartScorer::judge() {
    pool_.clear();
    runInBackground(
        this, pool_, [inspector = inspector_, file = request_.file] { return answerOn(*inspector, file); },
        [this, number = request_.number](const Answer& answer) {
            if (number == request_.number && request_.then) std::exchange(request_.then, nullptr)(answer);
        });
}

}  // namespace segad::ui
