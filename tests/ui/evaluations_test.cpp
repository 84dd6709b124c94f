// The table of stored evaluations: sorted, compared, deleted and brought back, written as CSV.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QUndoStack>

#include "tests/ui/forest_world.h"
#include "ui/results/evaluation_comparison.h"
#include "ui/results/evaluation_model.h"
#include "ui/results/evaluations_panel.h"
#include "ui/session/project_session.h"
#include "ui/widgets/roc_plot.h"

using namespace segad;
using namespace segad::ui;

class EvaluationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        world_ = std::make_unique<test::UiWorld>();
        other_ = test::addContrary(*world_);
        store("fastflow", other_, 0.125, "2030-01-01T10:00:00Z");
        store("patchcore", world_->trainRun(), 0.95, "2031-01-01T10:00:00Z");
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        panel_ = std::make_unique<EvaluationsPanel>(*session_);
        panel_->resize(700, 400);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
    }

    void cleanup() {
        panel_.reset();
        session_.reset();
        world_.reset();
    }

    void theModelIsSound() {
        EvaluationModel model;
        QAbstractItemModelTester tester(&model);
        model.setProject(session_->data());
        QCOMPARE(model.rowCount(), 3);
        const QModelIndex auroc = model.index(1, EvaluationModel::Auroc);
        QCOMPARE(model.data(auroc, Qt::DisplayRole).toString(), QStringLiteral("12.5"));
        QCOMPARE(model.data(auroc, Qt::UserRole).toDouble(), 0.125);
        QCOMPARE(model.data(model.index(2, EvaluationModel::Review), Qt::DisplayRole).toString(),
                 QStringLiteral("0.25"));
        for (int column = 0; column < EvaluationModel::ColumnCount; ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
    }

    void aColumnSortsByItsNumbers() {
        QCOMPARE(shown(0, EvaluationModel::Auroc), QStringLiteral("95.0"));  // the newest first
        table().sortByColumn(EvaluationModel::Auroc, Qt::AscendingOrder);
        QCOMPARE(shown(0, EvaluationModel::Auroc), QStringLiteral("12.5"));
        QCOMPARE(shown(2, EvaluationModel::Auroc), QStringLiteral("95.0"));
    }

    void twoAreCompared() {
        QVERIFY(!action(QStringLiteral("Compare two …"))->isEnabled());
        table().selectAll();
        QVERIFY2(!action(QStringLiteral("Compare two …"))->isEnabled(), "three are one too many");
        table().sortByColumn(EvaluationModel::Auroc, Qt::AscendingOrder);
        select({0, 2});
        QCOMPARE(panel_->selected().size(), std::size_t{2});
        action(QStringLiteral("Compare two …"))->trigger();
        auto* dialog = panel_->findChild<EvaluationComparisonDialog*>();
        QVERIFY(dialog != nullptr);
        QSignalSpy compared(dialog, &EvaluationComparisonDialog::compared);
        QVERIFY(test::waitFor(compared));
        QCOMPARE(dialog->findChild<RocPlot*>()->curves().size(), std::size_t{2});
        auto* tabs = dialog->findChild<QTabWidget*>();
        QCOMPARE(tabs->count(), 3);
        auto* settings = qobject_cast<QTableWidget*>(tabs->widget(0));
        QVERIFY(settings->rowCount() > 5);
        QCOMPARE(settings->item(0, 1)->text(), QStringLiteral("12.5"));
        for (int row = 0; row < settings->rowCount(); ++row) {
            const QString what = settings->item(row, 0)->text();
            QVERIFY2(!what.contains(QLatin1Char('_')),
                     qPrintable(what + QStringLiteral(" is a key, no title")));
        }
        // The second run has no roles of parts: all parts differ, and a click leads to one.
        auto* roles = qobject_cast<QTableWidget*>(tabs->widget(1));
        QCOMPARE(roles->rowCount(), 6);
        tabs->setCurrentIndex(1);
        QTest::mouseClick(roles->viewport(), Qt::LeftButton, {},
                          roles->visualItemRect(roles->item(4, 0)).center());
        QCOMPARE(session_->currentPart(), session_->data().parts[4].id);
        dialog->close();
    }

    void deletedOnesComeBack() {
        select({0});
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Delete, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(rows(), 2);
        QCOMPARE(stored(), std::size_t{2});
        session_->undoStack().undo();
        QTRY_COMPARE(rows(), 3);
        QCOMPARE(shown(0, EvaluationModel::Auroc), QStringLiteral("95.0"));
        session_->undoStack().redo();
        QTRY_COMPARE(rows(), 2);
        session_->undoStack().undo();
        QTRY_COMPARE(rows(), 3);
        QCOMPARE(stored(), std::size_t{3});
    }

    void theTableIsWritten() {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("evaluations.csv"));
        table().sortByColumn(EvaluationModel::Auroc, Qt::AscendingOrder);
        QVERIFY(panel_->writeCsv(file));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = csv.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[1].contains("fastflow"));
        QSignalSpy failed(session_.get(), &ProjectSession::errorOccurred);
        QVERIFY(!panel_->writeCsv(dir.filePath(QStringLiteral("nowhere/a.csv"))));
        QCOMPARE(failed.size(), 1);
    }

private:
    void store(const std::string& name, RunId run, double auroc, const std::string& at) const {
        Project project = Project::open(world_->project());
        RunRecord evaluate{.kind = RunKind::Evaluate, .subject = "evaluate"};
        evaluate.id = project.runs().start(evaluate);
        EvaluationRecord record{.run = evaluate.id,
                                .scoredBy = run,
                                .name = name,
                                .detectors = {name},
                                .good = 3,
                                .bad = 3,
                                .auroc = auroc,
                                .createdAt = at};
        record.extra = {{"at_review", {{"threshold", 0.25}}}, {"at_reject", {{"threshold", 0.75}}}};
        project.evaluations().put(record, std::vector<RocPointRecord>{{9, 0, 0}, {0, 1, 1}});
        evaluate.outcome = RunOutcome::Done;
        project.runs().finish(evaluate);
    }
    QTableView& table() const { return *panel_->findChild<QTableView*>(); }
    int rows() const { return table().model()->rowCount(); }
    QString shown(int row, int column) const {
        return table().model()->index(row, column).data(Qt::DisplayRole).toString();
    }
    std::size_t stored() const { return Project::open(world_->project(), true).evaluations().all().size(); }
    void select(const QList<int>& wanted) const {
        table().clearSelection();
        for (const int row : wanted) {
            table().selectionModel()->select(table().model()->index(row, 0),
                                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    QAction* action(const QString& text) const {
        for (QAction* found : panel_->findChildren<QAction*>()) {
            if (found->text() == text) return found;
        }
        return nullptr;
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
    std::unique_ptr<EvaluationsPanel> panel_;
    RunId other_ = 0;
};

QTEST_MAIN(EvaluationsTest)
#include "evaluations_test.moc"
