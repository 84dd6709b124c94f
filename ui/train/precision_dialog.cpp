#include "ui/train/precision_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>

#include "ui/session/job_text.h"
#include "ui/session/project_session.h"
#include "ui/session/training_watch.h"
#include "ui/session/write_guard.h"
#include "ui/train/run_words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kWidth = 520;
constexpr int kHeight = 300;
constexpr double kNinetyFive = 1.96;

QString points(double fraction) {
    return QLocale().toString(100 * fraction, 'f', 1);
}

QString milliseconds(double seconds) {
    return PrecisionDialog::tr("%1 ms").arg(QLocale().toString(1000 * seconds, 'f', 1));
}

QString verdict(const PrecisionComparison& found) {
    const double ratio = found.float32.secondsPerPart / found.bfloat16.secondsPerPart;
    QString text =
        PrecisionDialog::tr("bfloat16 is %1 times as quick here.").arg(QLocale().toString(ratio, 'f', 2));
    if (!found.inHardware)
        text += QLatin1Char(' ') +
                PrecisionDialog::tr("This processor does not multiply it faster: float32 is the better choice.");
    if (found.float32.auroc && found.bfloat16.auroc && found.aurocError) {
        text += QLatin1Char(' ') + PrecisionDialog::tr("It changes the AUROC by %1 ± %2 points (95 %).")
                                       .arg(points(*found.bfloat16.auroc - *found.float32.auroc),
                                            points(kNinetyFive * *found.aurocError));
    }
    return text + QLatin1Char(' ') +
           PrecisionDialog::tr(
               "Measured on %1 good and %2 bad parts that the detector has "
               "not learned from; scores of other parts change alike.")
               .arg(found.good)
               .arg(found.bad);
}
}  // namespace

PrecisionDialog::PrecisionDialog(ProjectSession& session, const RunRecord& run, QWidget* parent,
                                 const Work& work)
    : QDialog(parent),
      session_(session),
      run_(run),
      words_(new QLabel),
      table_(recordTable({tr("What"), tr("float32"), tr("bfloat16")}, tr("What the precision changes"))),
      train_(new QPushButton(tr("&Train with bfloat16"))) {
    setWindowTitle(tr("Precision of run %1 — %2").arg(run.id).arg(runTitle(run)));
    resize(kWidth, kHeight);
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    train_->setEnabled(false);
    train_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Return")));
    train_->setToolTip(withKey(tr("Put the same training with bfloat16 into the queue"), train_->shortcut()));
    train_->setAccessibleName(tr("Train with bfloat16"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(train_, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(train_, &QPushButton::clicked, this, &PrecisionDialog::train);
    needsWriting(train_, session_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words_);
    column->addWidget(table_, 1);
    column->addWidget(buttons);
    measure(work);
}

PrecisionDialog::~PrecisionDialog() {
    if (const JobView* job = session_.jobs().find(job_); job != nullptr && !job->isOver())
        session_.jobs().cancel(job_);
}

void PrecisionDialog::measure(const Work& work) {
    const PrecisionRequest request{.project = session_.file(), .run = run_.id};
    const auto found = std::make_shared<std::vector<PrecisionComparison>>();
    job_ = session_.jobs().enqueue(tr("Compare precisions of %1").arg(runTitle(run_)),
                                   [request, found, work](Job& job) {
                                       *found = work(request, job);
                                       return QString();
                                   });
    connect(&session_.jobs(), &JobQueue::jobChanged, this, [this](quint64 id) {
        if (id == job_) showProgress();
    });
    connect(&session_.jobs(), &JobQueue::jobFinished, this, [this, found](quint64 id) {
        if (id != job_) return;
        if (found->empty())
            showProgress();
        else
            showResult(found->front());
    });
    showProgress();
}

void PrecisionDialog::showProgress() {
    const JobView* job = session_.jobs().find(job_);
    if (job == nullptr) return;
    if (job->isOver())
        words_->setText(job->message);
    else if (job->state == JobState::Waiting)
        words_->setText(tr("Waits for the jobs before it."));
    else
        words_->setText(tr("Measuring … %1").arg(jobStageText(*job)));
}

void PrecisionDialog::showResult(const PrecisionComparison& found) {
    words_->setText(verdict(found));
    table_->setRowCount(0);
    addRecord(table_, {tr("AUROC (%)"), percent(found.float32.auroc), percent(found.bfloat16.auroc)});
    addRecord(table_, {tr("Scoring a part"), milliseconds(found.float32.secondsPerPart),
                       milliseconds(found.bfloat16.secondsPerPart)});
    addRecord(table_,
              {tr("Largest change of a score"), QStringLiteral("—"),
               std::isfinite(found.largestChange)
                   ? tr("%1 deviations of good parts").arg(QLocale().toString(found.largestChange, 'f', 2))
                   : QStringLiteral("—")});
    train_->setEnabled(true);
    train_->setDefault(found.inHardware);
}

void PrecisionDialog::train() {
    TrainingWatch::of(session_.jobs())
        .start(inBFloat16(session_.file(), run_), tr("Train %1").arg(detectorTitle(run_.subject)));
    Q_EMIT trainingStarted();
    accept();
}

}  // namespace segad::ui
