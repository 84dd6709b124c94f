// The table of runs: filter, course, comparison of two, deleting and taking it back.
#include "ui/train/runs_panel.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QThreadPool>
#include <QToolButton>

#include "tests/ui/ui_world.h"
#include "ui/session/project_session.h"
#include "ui/train/run_comparison.h"
#include "ui/train/run_words.h"
#include "ui/widgets/loss_plot.h"
#include "ui/widgets/roc_plot.h"

using namespace segad;
using namespace segad::ui;

namespace {
RunId addTraining(Project& project, const Json& params, std::uint64_t seed, std::vector<double> losses) {
    RunRecord run{.kind = RunKind::Train, .subject = "patchcore", .params = params, .seed = seed};
    run.backbone = "embedded";
    run.weightsSha256 = std::string(64, 'a');
    run.id = project.runs().start(run);
    LossCurve curve;
    for (const double loss : losses) {
        curve.steps += 10;
        curve.points.push_back({.step = curve.steps, .loss = loss});
    }
    if (!losses.empty()) project.runs().putLossCurve(run.id, curve);
    run.seconds = 75;
    run.outcome = RunOutcome::Done;
    project.runs().finish(run);
    return run.id;
}
}  // namespace

class RunsPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        world_ = std::make_unique<test::UiWorld>(12);
        {
            Project project = Project::open(world_->project());
            first_ = addTraining(project, {{"coreset_ratio", 0.25}}, 7, {});
            second_ = addTraining(project, Json::object(), 8, {3, 2, 1});
            RunRecord fit{.kind = RunKind::Fit, .subject = "brf", .inputs = {second_}};
            fit.id = fit_ = project.runs().start(fit);
            fit.outcome = RunOutcome::Done;
            project.runs().finish(fit);
        }
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        panel_ = std::make_unique<RunsPanel>(*session_);
        panel_->resize(900, 600);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
    }

    void cleanup() {
        panel_.reset();
        session_.reset();
        QThreadPool::globalInstance()->waitForDone();
        world_.reset();
    }

    void itShowsWhatMadeARunAndWhatCameOfIt() {
        QCOMPARE(table()->rowCount(), 4);
        const QStringList changed = cells(rowOf(first_));
        QCOMPARE(changed[1], QStringLiteral("PatchCore"));
        QCOMPARE(changed[2], QStringLiteral("—"));
        QCOMPARE(changed[3], QStringLiteral("done"));
        QCOMPARE(changed[4], QStringLiteral("1 min 15 s"));
        QVERIFY2(changed[6].contains(QStringLiteral("0.25")), qPrintable(changed[6]));
        QCOMPARE(changed[7], QStringLiteral("embedded"));
        QCOMPARE(changed[8], QStringLiteral("aaaaaaaa"));
        QCOMPARE(changed[9], QStringLiteral("7"));
        QVERIFY2(cells(rowOf(second_))[6].isEmpty(), qPrintable(cells(rowOf(second_))[6]));
        // The world's training was evaluated.
        QCOMPARE(cells(rowOf(world_->trainRun()))[2], QStringLiteral("87.5"));
    }

    void scoresAloneGiveAFigureToo() {
        {
            Project project = Project::open(world_->project());
            project.evaluations().remove(project.evaluations().all().front().id);
        }
        QTRY_COMPARE(cells(rowOf(world_->trainRun()))[2], QStringLiteral("≈ 100.0"));
        // It follows the labels.
        const std::vector<PartId> worst{session_->data().parts.back().id};
        session_->setLabel(worst, Label::Good);
        QTRY_VERIFY(cells(rowOf(world_->trainRun()))[2] != QStringLiteral("≈ 100.0"));
    }

    void theFilterTakesWordsFromAnywhere() {
        auto* filter = panel_->findChild<QLineEdit*>();
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("patchcore 0.25"));
        QCOMPARE(table()->rowCount(), 1);
        QTest::keyClicks(filter, QStringLiteral(" nowhere"));
        QCOMPARE(table()->rowCount(), 0);
        QVERIFY2(words().contains(QStringLiteral("No run has all of these words")), qPrintable(words()));
        filter->clear();
        panel_->findChild<QComboBox*>()->setCurrentIndex(1);
        QVERIFY(table()->rowCount() > 4);
    }

    void aRunShowsItsStoredCurve() {
        auto* plot = panel_->findChild<LossPlot*>();
        click(first_);
        QVERIFY(!plot->isVisible());
        click(second_);
        QVERIFY(plot->isVisible());
        QCOMPARE(plot->points().size(), std::size_t{3});
        QCOMPARE(plot->points().back().loss, 1.0);
    }

    void twoRunsAreCompared() {
        click(first_);
        QVERIFY(!action(tr("Compare"))->isEnabled());
        click(second_, Qt::ControlModifier);
        QVERIFY(action(tr("Compare"))->isEnabled());
        QTest::keyClick(panel_.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = panel_->findChild<RunComparison*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        const auto* lines = dialog->findChild<QTableWidget*>();
        QMap<QString, QStringList> found;
        for (int row = 0; row < lines->rowCount(); ++row) {
            found[lines->item(row, 0)->text()] = {lines->item(row, 1)->text(), lines->item(row, 2)->text()};
            QCOMPARE(lines->item(row, 0)->font().bold(),
                     lines->item(row, 1)->text() != lines->item(row, 2)->text());
        }
        QCOMPARE(found[QStringLiteral("≠ Seed")], (QStringList{QStringLiteral("7"), QStringLiteral("8")}));
        QCOMPARE(found[QStringLiteral("Backbone")],
                 (QStringList{QStringLiteral("embedded"), QStringLiteral("embedded")}));
        QVERIFY(dialog->findChild<LossPlot*>()->isVisible());
        dialog->close();
    }

    void twoRankingsAreComparedOnThePartsThatNeitherHasLearnedFrom() {
        RunId other = 0;
        {
            Project project = Project::open(world_->project());
            RunRecord run = *project.runs().find(world_->trainRun());
            std::vector<ScoreRecord> scores = project.runs().scores(run.id);
            // One bad part below all good ones.
            scores.back().imageScore = -1;
            run.outcome = RunOutcome::Running;
            run.id = other = project.runs().start(run);
            project.runs().putScores(other, scores);
            run.outcome = RunOutcome::Done;
            project.runs().finish(run);
        }
        QTRY_VERIFY(session_->data().run(other) != nullptr);
        RunComparison dialog(*session_, world_->trainRun(), other);
        QSignalSpy ranked(&dialog, &RunComparison::ranked);
        dialog.show();
        QVERIFY(test::waitFor(ranked));
        const QString text = dialog.findChild<QLabel*>()->text();
        QVERIFY2(text.contains(QStringLiteral("On the 6 good and 6 bad parts")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("run %1 ranks better, by 16.7 points").arg(world_->trainRun())),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("may well be chance (DeLong, p = ")), qPrintable(text));
        const auto* roc = dialog.findChild<RocPlot*>();
        QVERIFY(roc->isVisible());
        QCOMPARE(roc->curves().size(), std::size_t{2});
        QCOMPARE(*roc->curves()[0].auroc, 1.0);
    }

    void aForestSaysInWordsWhatItWasFittedOn() {
        RunRecord run{.kind = RunKind::Fit, .subject = "brf"};
        run.params = {{"forest", {{"parallel_trees", 50}}},
                      {"detectors", {"patchcore", "rd4ad"}},
                      {"segments", 6},
                      {"bad_for_fit", 0}};
        const QString text = changedParams(run);
        QVERIFY2(text.contains(QStringLiteral("Detectors PatchCore, ")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Bad parts to learn from as the dataset says")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(" 50")), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1Char('{')) && !text.contains(QLatin1Char('[')), qPrintable(text));
        QVERIFY(allParams(run).size() >= 4);
    }

    void theWeightOfABadPartIsSaidOnce() {
        RunRecord run{.kind = RunKind::Fit, .subject = "brf"};
        run.params = {{"forest", {{"scale_pos_weight", 0.5}}}, {"bad_weight", 1.6}};
        QStringList values;
        for (const ParamLine& line : allParams(run))
            if (line.title == QStringLiteral("Weight of a bad part")) values << line.value;
        QCOMPARE(values, QStringList{QLocale().toString(1.6)});
        QCOMPARE(changedParams(run).count(QStringLiteral("Weight of a bad part")), 1);
        // An older run kept only what was asked for.
        run.params.erase("bad_weight");
        QCOMPARE(changedParams(run).count(QStringLiteral("Weight of a bad part")), 1);
    }

    void aDeletedRunIsOutOfSightAndComesBack() {
        click(first_);
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(table()->rowCount(), 3);
        QVERIFY(session_->data().run(first_) == nullptr);
        // For other programs too.
        QCOMPARE(Project::open(world_->project(), true).runs().all().size(), session_->data().runs.size());
        session_->undoStack().undo();
        QTRY_COMPARE(table()->rowCount(), 4);
        session_->undoStack().redo();
        QTRY_COMPARE(table()->rowCount(), 3);
        panel_.reset();
        session_.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
        QVERIFY(!Project::open(world_->project(), true).runs().find(first_));
    }

    void whatOthersBuildOnStays() {
        QSignalSpy errors(session_.get(), &ProjectSession::errorOccurred);
        click(second_);
        QTest::mouseClick(button(tr("Delete")), Qt::LeftButton);
        QCOMPARE(errors.count(), 1);
        QVERIFY2(errors.front().front().toString().contains(QStringLiteral("builds on it")),
                 qPrintable(errors.front().front().toString()));
        QVERIFY(!session_->undoStack().canUndo());
        // Both together are no problem.
        click(second_);
        click(fit_, Qt::ControlModifier);
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(table()->rowCount(), 2);
        QCOMPARE(errors.count(), 1);
        session_->undoStack().undo();
        QTRY_COMPARE(table()->rowCount(), 4);
    }

    void aChosenRunIsTheOneThatIsShown() {
        session_->setShownRun(0);
        click(world_->trainRun());
        QTest::keyClick(panel_.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(session_->shownRun(), world_->trainRun());
        click(fit_);
        QVERIFY(!action(tr("Show"))->isEnabled());
    }

private:
    QTableWidget* table() const { return panel_->findChild<QTableWidget*>(); }
    int rowOf(RunId run) const {
        for (int row = 0; row < table()->rowCount(); ++row) {
            if (table()->item(row, 0)->text() == QString::number(run)) return row;
        }
        return -1;
    }
    QStringList cells(int row) const {
        QStringList texts;
        for (int column = 0; column < table()->columnCount(); ++column)
            texts << (row < 0 ? QString() : table()->item(row, column)->text());
        return texts;
    }
    void click(RunId run, Qt::KeyboardModifiers keys = Qt::NoModifier) {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, keys,
                          table()->visualItemRect(table()->item(rowOf(run), 0)).center());
    }
    QAction* action(const QString& text) const {
        for (QAction* action : panel_->actions()) {
            if (action->text() == text) return action;
        }
        return nullptr;
    }
    QToolButton* button(const QString& text) const {
        for (QToolButton* button : panel_->findChildren<QToolButton*>()) {
            if (button->text() == text) return button;
        }
        return nullptr;
    }
    QString words() const {
        QStringList list;
        for (const QLabel* label : panel_->findChildren<QLabel*>())
            list << label->text();
        return list.join(QLatin1Char('\n'));
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
    std::unique_ptr<RunsPanel> panel_;
    RunId first_ = 0;
    RunId second_ = 0;
    RunId fit_ = 0;
};

QTEST_MAIN(RunsPanelTest)
#include "runs_panel_test.moc"
