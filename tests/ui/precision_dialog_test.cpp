// What bfloat16 would change, shown; and a training with it, started.
#include "ui/train/precision_dialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTableWidget>
#include <QThreadPool>

#include "tests/ui/ui_world.h"
#include "ui/session/project_session.h"
#include "ui/session/training_watch.h"

using namespace segad;
using namespace segad::ui;

namespace {
PrecisionComparison comparison(bool inHardware) {
    return {.run = 7,
            .detector = "patchcore",
            .good = 20,
            .bad = 10,
            .float32 = {.auroc = 0.9, .secondsPerPart = 0.08},
            .bfloat16 = {.auroc = 0.895, .secondsPerPart = 0.05},
            .aurocError = 0.01,
            .largestChange = 0.03,
            .inHardware = inHardware};
}
}  // namespace

class PrecisionDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QLocale::setDefault(QLocale::c());
        world_ = std::make_unique<test::UiWorld>(4);
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        run_ = {
            .id = 7, .kind = RunKind::Train, .subject = "patchcore", .params = {{"layers", "2"}}, .seed = 5};
        run_.backbone = "embedded";
        run_.modelFile = "model.safetensors";
        run_.outcome = RunOutcome::Done;
    }

    void cleanup() {
        session_.reset();
        QThreadPool::globalInstance()->waitForDone();
        world_.reset();
    }

    void itIsForFinishedTrainingsWithAFrozenBackbone() {
        QVERIFY(hasPrecision(run_));
        RunRecord other = run_;
        other.outcome = RunOutcome::Cancelled;
        QVERIFY(!hasPrecision(other));
        other = run_;
        other.subject = "devnet";
        QVERIFY(!hasPrecision(other));
        other = run_;
        other.modelFile.clear();
        QVERIFY(!hasPrecision(other));
    }

    void itShowsWhatWasMeasured() {
        PrecisionRequest asked;
        PrecisionDialog dialog(*session_, run_, nullptr, [&](const PrecisionRequest& request, Job&) {
            asked = request;
            return std::vector{comparison(true)};
        });
        dialog.show();
        QVERIFY(!trainButton(dialog)->isEnabled());
        QTRY_VERIFY(trainButton(dialog)->isEnabled());
        QCOMPARE(asked.run, std::optional<RunId>(7));
        QCOMPARE(asked.project, session_->file());
        const auto* table = dialog.findChild<QTableWidget*>();
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("90.0"));
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("89.5"));
        QCOMPARE(table->item(1, 2)->text(), QStringLiteral("50.0 ms"));
        QVERIFY2(words(dialog).contains(QStringLiteral("1.60 times")), qPrintable(words(dialog)));
        QVERIFY2(words(dialog).contains(QStringLiteral("-0.5 ± 2.0")), qPrintable(words(dialog)));
        QVERIFY(!words(dialog).contains(QStringLiteral("float32 is the better choice")));
    }

    void itSaysWhenTheProcessorCanNot() {
        PrecisionDialog dialog(*session_, run_, nullptr,
                               [](const PrecisionRequest&, Job&) { return std::vector{comparison(false)}; });
        QTRY_VERIFY(words(dialog).contains(QStringLiteral("float32 is the better choice")));
    }

    void anErrorIsSaid() {
        PrecisionDialog dialog(*session_, run_, nullptr,
                               [](const PrecisionRequest&, Job&) -> std::vector<PrecisionComparison> {
                                   throw Error(ErrorCode::NotFound, "model", "is gone", "Train again.");
                               });
        QTRY_VERIFY(words(dialog).contains(QStringLiteral("is gone")));
        QVERIFY(!trainButton(dialog)->isEnabled());
    }

    void closingItStopsTheMeasurement() {
        auto dialog = std::make_unique<PrecisionDialog>(
            *session_, run_, nullptr,
            [](const PrecisionRequest&, Job& job) -> std::vector<PrecisionComparison> {
                for (std::uint64_t i = 0;; ++i) {
                    job.progress(0, 1);
                    QThread::msleep(5);
                }
            });
        QTRY_VERIFY(session_->jobs().running() != nullptr);
        dialog.reset();
        QTRY_COMPARE(session_->jobs().jobs().back().state, JobState::Cancelled);
    }

    void theSameTrainingCanBeStartedWithIt() {
        const TrainRequest request = inBFloat16(session_->file(), run_);
        QCOMPARE(request.detector, std::string("patchcore"));
        QCOMPARE(request.backbone, std::string("embedded"));
        QCOMPARE(request.seed, std::uint64_t{5});
        QVERIFY(request.params == (Json{{"layers", "2"}, {"precision", "bfloat16"}}));
        PrecisionDialog dialog(*session_, run_, nullptr,
                               [](const PrecisionRequest&, Job&) { return std::vector{comparison(true)}; });
        dialog.show();
        QSignalSpy started(&dialog, &PrecisionDialog::trainingStarted);
        QTRY_VERIFY(trainButton(dialog)->isEnabled());
        QTest::mouseClick(trainButton(dialog), Qt::LeftButton);
        QCOMPARE(started.count(), 1);
        QVERIFY(!dialog.isVisible());
        const quint64 job = session_->jobs().jobs().back().id;
        const WatchedTraining* training = TrainingWatch::of(session_->jobs()).find(job);
        QVERIFY(training != nullptr);
        QVERIFY(training->request.params == request.params);
        session_->jobs().cancel(job);
    }

private:
    static QAbstractButton* trainButton(const PrecisionDialog& dialog) {
        for (QAbstractButton* button : dialog.findChildren<QAbstractButton*>()) {
            if (button->accessibleName() == QStringLiteral("Train with bfloat16")) return button;
        }
        return nullptr;
    }
    static QString words(const PrecisionDialog& dialog) { return dialog.findChild<QLabel*>()->text(); }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
    RunRecord run_;
};

QTEST_MAIN(PrecisionDialogTest)
#include "precision_dialog_test.moc"
