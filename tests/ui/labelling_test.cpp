// Labelling as people do it: with keys, with the panel, many parts at once, back again.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>

#include "tests/ui/ui_world.h"
#include "ui/data/defect_picker.h"
#include "ui/data/gallery.h"
#include "ui/data/import_dialog.h"
#include "ui/data/part_grid.h"
#include "ui/data/part_panel.h"
#include "ui/session/project_session.h"
#include "ui/shell/main_window.h"

using namespace segad;
using namespace segad::ui;

class LabellingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("segad-test"));
        QCoreApplication::setApplicationName(QStringLiteral("labelling-test"));
    }

    void init() {
        QSettings().clear();
        world_ = std::make_unique<test::UiWorld>();
        window_ = test::openWindow(*world_);
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        session_ = window_->session();
    }

    void cleanup() {
        window_.reset();
        world_.reset();
    }

    void oneKeyAPartAndBackAgain() {
        session_->setLabel(all(), Label::Unlabelled);
        session_->view().setOrder(PartOrder::UnlabelledFirst);
        session_->setCurrentPart(id(0));
        press(Qt::Key_A);
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_1})
            press(key);
        QCOMPARE(labels(), QStringLiteral("GBGUUU"));
        QCOMPARE(session_->currentPart(), id(3));
        QCOMPARE(window_->findChild<Gallery*>()->findChild<QProgressBar*>()->value(), 3);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(labels(), QStringLiteral("GBUUUU"));
        QCOMPARE(session_->currentPart(), id(2));  // where the wrong label was
        press(Qt::Key_2);
        QCOMPARE(labels(), QStringLiteral("GBBUUU"));
        // A label that is corrected goes on to the next part, labelled or not.
        session_->setCurrentPart(id(0));
        press(Qt::Key_2);
        QCOMPARE(session_->currentPart(), id(1));
        press(Qt::Key_U);
        QCOMPARE(session_->currentPart(), id(3));
        press(Qt::Key_U, Qt::ShiftModifier);
        QCOMPARE(session_->currentPart(), id(5));
        // It is all in the file.
        const Project project = Project::open(world_->project(), true);
        QVERIFY(project.parts().find(id(2))->label == Label::Bad);
    }

    void theDefectTypeIsTypedAndRepeated() {
        session_->setCurrentPart(id(0));
        press(Qt::Key_3);
        QPointer<DefectPicker> picker = window_->findChild<DefectPicker*>();
        QVERIFY(picker != nullptr);
        auto* list = picker->findChild<QListWidget*>();
        QCOMPARE(list->count(), 2);  // scratch, none
        auto* text = picker->findChild<QLineEdit*>();
        QTest::keyClicks(text, QStringLiteral("ratch"));
        QCOMPARE(list->currentItem()->text(), QStringLiteral("scratch"));
        text->clear();
        QTest::keyClicks(text, QStringLiteral("dent"));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY(picker.isNull());
        QCOMPARE(session_->data().parts[0].defectType, std::string("dent"));
        QVERIFY(session_->data().parts[0].label == Label::Bad);
        session_->setCurrentPart(id(1));
        press(Qt::Key_4);
        QCOMPARE(QString::fromStdString(session_->data().parts[1].defectType), QStringLiteral("dent"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(session_->data().parts[1].label == Label::Good);
        QCOMPARE(session_->data().parts[1].defectType, std::string());
    }

    void aNoteIsSavedWhenItIsLeft() {
        session_->setCurrentPart(id(0));
        press(Qt::Key_M, Qt::ControlModifier);
        auto* note = panel().findChild<QPlainTextEdit*>();
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("1 look"));  // no label key here
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!note->hasFocus());
        QCOMPARE(QString::fromStdString(session_->data().parts[0].note), QStringLiteral("1 look"));
        QVERIFY(session_->data().parts[0].label == Label::Good);
        QCOMPARE(Project::open(world_->project(), true).parts().find(id(0))->note, std::string("1 look"));
        // Another part has a note of its own; what is typed goes to the part it was typed for.
        session_->setCurrentPart(id(1));
        QCOMPARE(note->toPlainText(), QString());
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("two"));
        session_->setCurrentPart(id(2));
        QCOMPARE(session_->data().parts[1].note, std::string("two"));
        QCOMPARE(session_->data().parts[2].note, std::string());
        session_->undoStack().undo();
        QCOMPARE(session_->data().parts[1].note, std::string());
        QCOMPARE(session_->currentPart(), id(1));
        session_->undoStack().undo();
        QCOMPARE(session_->data().parts[0].note, std::string());
    }

    void thePanelSpeaksForAllThatAreSelected() {
        press(Qt::Key_A, Qt::ControlModifier);
        auto* type = panel().findChild<QComboBox*>();
        QVERIFY(type->lineEdit()->placeholderText().contains(QStringLiteral("several")));
        for (const auto* button : panel().findChildren<QPushButton*>())
            QVERIFY(!button->isChecked());
        type->setFocus();
        QTest::keyClicks(type->lineEdit(), QStringLiteral("crack"));
        QTest::keyClick(type->lineEdit(), Qt::Key_Return);
        QCOMPARE(labels(), QStringLiteral("BBBBBB"));
        for (const PartRecord& part : session_->data().parts)
            QCOMPARE(part.defectType, std::string("crack"));
        QCOMPARE(session_->undoStack().count(), 1);
        QVERIFY(panel().findChildren<QPushButton*>()[1]->isChecked());
        session_->undoStack().undo();
        QCOMPARE(labels(), QStringLiteral("GGGBBB"));
    }

    void whatIsKnownOfThePartCanBeCopied() {
        session_->setCurrentPart(id(4));
        test::actionWithKey(*window_, QStringLiteral("Alt+Shift+H"))->trigger();
        QCOMPARE(QApplication::clipboard()->text().toStdString(), session_->data().parts[4].sha256);
        test::actionWithKey(*window_, QStringLiteral("Alt+Shift+C"))->trigger();
        QVERIFY(QApplication::clipboard()->text().endsWith(QStringLiteral("1004.png")));
        const auto tables = panel().findChildren<QTableWidget*>();
        QCOMPARE(tables.size(), 2);
        QCOMPARE(tables[0]->rowCount(), 1);  // one run has scored it
        QCOMPARE(tables[1]->rowCount(), 2);  // labelled by the import, imported
    }

    void importLabelUndoFilter() {
        std::filesystem::create_directories(world_->folder() / "more");
        for (const char* name : {"a.png", "b.png"})
            std::filesystem::copy_file(world_->folder() / "1000.png", world_->folder() / "more" / name);
        window_->importFolder(QString::fromStdString((world_->folder() / "more").string()));
        auto* dialog = window_->findChild<ImportDialog*>();
        QVERIFY(dialog != nullptr);
        QPushButton* import = nullptr;
        for (auto* button : dialog->findChildren<QPushButton*>()) {
            if (button->isDefault()) import = button;
        }
        QVERIFY(import != nullptr);
        QTRY_VERIFY(import->isEnabled());
        QTest::mouseClick(import, Qt::LeftButton);
        auto* grid = window_->findChild<PartGrid*>();
        QTRY_COMPARE(grid->model()->rowCount(), 8);
        session_->setCurrentPart(id(7));
        press(Qt::Key_2);
        QVERIFY(session_->data().parts[7].label == Label::Bad);
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(session_->data().parts[7].label != Label::Bad);
        press(Qt::Key_F, Qt::ControlModifier);
        auto* text = window_->findChild<Gallery*>()->findChild<QLineEdit*>();
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("b.png"));
        QCOMPARE(grid->model()->rowCount(), 1);
        press(Qt::Key_Escape, Qt::ShiftModifier);
        QCOMPARE(grid->model()->rowCount(), 8);
    }

private:
    /// A key of the window, which a popup or dialog may have taken the keys from.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTest::keyClick(window_.get(), key, modifiers);
    }

    PartId id(std::size_t row) const { return session_->data().parts[row].id; }

    std::vector<PartId> all() const {
        std::vector<PartId> parts;
        for (const PartRecord& part : session_->data().parts)
            parts.push_back(part.id);
        return parts;
    }

    /// One letter a part: good, bad, unlabelled.
    QString labels() const {
        QString letters;
        for (const PartRecord& part : session_->data().parts) {
            letters += QLatin1Char(part.label == Label::Good ? 'G' : part.label == Label::Bad ? 'B' : 'U');
        }
        return letters;
    }

    PartPanel& panel() const { return *window_->findChild<PartPanel*>(); }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<MainWindow> window_;
    ProjectSession* session_ = nullptr;
};

QTEST_MAIN(LabellingTest)
#include "labelling_test.moc"
