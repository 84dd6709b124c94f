// A table of labels that was edited elsewhere, merged in the window.
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QThreadPool>
#include <fstream>
#include <sstream>

#include "core/workflow/workflows.h"
#include "tests/ui/ui_world.h"
#include "ui/data/label_merge_dialog.h"
#include "ui/data/label_merge_model.h"
#include "ui/session/project_session.h"

using namespace segad;
using namespace segad::ui;

class LabelMergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        world_ = std::make_unique<test::UiWorld>();
        csv_ = world_->project().parent_path() / "labels.csv";
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        Job job;
        exportData({.project = world_->project(), .table = ExportTable::Labels, .file = csv_}, job);
    }
    void cleanup() {
        session_.reset();
        QThreadPool::globalInstance()->waitForDone();
        world_.reset();
    }

    void whatTheTableChangesIsShownDecidedAndOneStep() {
        // Two parts were edited in the table; one of them was labelled here meanwhile.
        edit("1000.png,good", "1000.png,bad");
        edit("1001.png,good", "1001.png,bad");
        const PartId edited = part(0);
        const PartId disputed = part(1);
        session_->setLabel(std::vector<PartId>{disputed}, Label::Unlabelled);
        session_->setLabel(std::vector<PartId>{part(5)}, Label::Good);  // not touched in the table
        LabelMergeDialog dialog(*session_, csv_);
        QSignalSpy compared(&dialog, &LabelMergeDialog::compared);
        dialog.show();
        QVERIFY(test::waitFor(compared));
        auto* model = dialog.findChild<LabelMergeModel*>();
        const QAbstractItemModelTester tester(model);
        QCOMPARE(model->rowCount(), 2);
        QVERIFY2(text(*model, 0, 0).startsWith(QStringLiteral("⚠ 1001.png")), qPrintable(text(*model, 0, 0)));
        QCOMPARE(model->data(model->index(0, 0), Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QCOMPARE(model->data(model->index(1, 0), Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(model->changes().size(), std::size_t{1});
        // The keyboard decides the conflict.
        auto* table = dialog.findChild<QTableView*>();
        table->setFocus();
        table->setCurrentIndex(model->index(0, 0));
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(model->changes().size(), std::size_t{2});
        QTest::mouseClick(button(dialog, QStringLiteral("Keep the &project's")), Qt::LeftButton);
        QCOMPARE(model->changes().size(), std::size_t{1});
        QTest::mouseClick(button(dialog, QStringLiteral("Take the &table's")), Qt::LeftButton);
        const int steps = session_->undoStack().count();
        QTest::mouseClick(button(dialog, QStringLiteral("&Change 2 part(s)")), Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(session_->undoStack().count(), steps + 1);
        QVERIFY(stored(edited) == Label::Bad && stored(disputed) == Label::Bad);
        QVERIFY(stored(part(5)) == Label::Good);
        session_->undoStack().undo();
        QVERIFY(stored(edited) == Label::Good && stored(disputed) == Label::Unlabelled);
    }

    void linesThatCanNotBeUsedAreSaid() {
        std::ofstream(csv_, std::ios::app) << "nowhere.png,bad,,,\n";
        LabelMergeDialog dialog(*session_, csv_);
        QSignalSpy compared(&dialog, &LabelMergeDialog::compared);
        dialog.show();
        QVERIFY(test::waitFor(compared));
        QVERIFY2(words(dialog).contains(QStringLiteral("The project says the same")),
                 qPrintable(words(dialog)));
        QVERIFY2(words(dialog).contains(QStringLiteral("nowhere.png")), qPrintable(words(dialog)));
        QVERIFY(!button(dialog, QStringLiteral("&Change 0 part(s)"))->isEnabled());
    }

    void whatIsLabelledMeanwhileIsComparedAnew() {
        edit("1000.png,good", "1000.png,bad");
        LabelMergeDialog dialog(*session_, csv_);
        QSignalSpy compared(&dialog, &LabelMergeDialog::compared);
        dialog.show();
        QVERIFY(test::waitFor(compared));
        auto* model = dialog.findChild<LabelMergeModel*>();
        QCOMPARE(model->plan().conflicts(), std::size_t{0});
        session_->setLabel(std::vector<PartId>{part(0)}, Label::Unlabelled);
        QTRY_COMPARE(model->plan().conflicts(), std::size_t{1});
        QCOMPARE(model->changes().size(), std::size_t{0});
    }

    void noTableIsNoTable() {
        writeFileAtomically(csv_, "nothing,of,use\n1,2,3\n");
        LabelMergeDialog dialog(*session_, csv_);
        QSignalSpy compared(&dialog, &LabelMergeDialog::compared);
        dialog.show();
        QVERIFY(test::waitFor(compared));
        QVERIFY2(words(dialog).contains(QStringLiteral("path")), qPrintable(words(dialog)));
    }

private:
    PartId part(std::size_t row) const { return session_->data().parts[row].id; }
    Label stored(PartId id) const { return Project::open(world_->project(), true).parts().find(id)->label; }
    void edit(const std::string& from, const std::string& to) const {
        std::ostringstream all;
        all << std::ifstream(csv_).rdbuf();
        std::string table = all.str();
        const std::size_t place = table.find(from);
        QVERIFY(place != std::string::npos);
        table.replace(place, from.size(), to);
        writeFileAtomically(csv_, table);
    }
    static QString text(const QAbstractItemModel& model, int row, int column) {
        return model.data(model.index(row, column), Qt::DisplayRole).toString();
    }
    static QPushButton* button(const QWidget& owner, const QString& label) {
        for (QPushButton* found : owner.findChildren<QPushButton*>()) {
            if (found->text() == label) return found;
        }
        qFatal("no button %s", qPrintable(label));
    }
    static QString words(const QWidget& owner) {
        QStringList list;
        for (const QLabel* label : owner.findChildren<QLabel*>()) {
            if (label->isVisible()) list << label->text();
        }
        return list.join(QLatin1Char('\n'));
    }

    std::unique_ptr<test::UiWorld> world_;
    Path csv_;
    std::unique_ptr<ProjectSession> session_;
};

QTEST_MAIN(LabelMergeTest)
#include "label_merge_test.moc"
