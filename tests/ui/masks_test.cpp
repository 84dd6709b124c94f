#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTreeWidget>

#include <opencv2/core.hpp>

#include "core/image/image.h"
#include "tests/ui/ui_world.h"
#include "ui/data/mask_actions.h"
#include "ui/data/mask_import_dialog.h"
#include "ui/session/project_session.h"

using namespace segad;
using namespace segad::ui;

class MasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comeInThroughADialogAndGoOutAgain() {
        const test::UiWorld world;
        const std::unique_ptr<MainWindow> window = test::openWindow(world);
        ProjectSession& session = *window->session();
        const PartId painted = session.data().parts[4].id;
        const PartId other = session.data().parts[5].id;
        QVERIFY(session.setRegions(painted, mask({1, 1, 5, 5})));
        const test::TempDir dir;
        encodeImage(dir / "1004.png", mask({9, 9, 5, 5}));
        encodeImage(dir / "1005.png", mask({3, 3, 5, 5}));
        encodeImage(dir / "7777.png", mask({3, 3, 5, 5}));
        auto* masks = window->findChild<MaskActions*>();
        QVERIFY(masks != nullptr);
        QVERIFY(test::actionWithKey(*window, QStringLiteral("Ctrl+Alt+Shift+I")) == masks->actions()[0]);
        QVERIFY(test::actionWithKey(*window, QStringLiteral("Ctrl+Alt+Shift+E")) == masks->actions()[1]);

        masks->importFrom(dir.path());
        auto* dialog = window->findChild<MaskImportDialog*>();
        QVERIFY(dialog != nullptr);
        auto* list = dialog->findChild<QTreeWidget*>();
        QTRY_COMPARE(list->topLevelItemCount(), 3);
        QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("7777.png"));
        QCOMPARE(list->topLevelItem(1)->text(0), QStringLiteral("kept"));
        QVERIFY(!session.regions(other));
        QTest::keyClick(dialog->findChild<QCheckBox*>(), Qt::Key_Space);
        QTRY_COMPARE(list->topLevelItemCount(), 3);
        QTRY_COMPARE(list->topLevelItem(1)->text(0), QStringLiteral("taken in"));
        QSignalSpy changed(&session, &ProjectSession::regionsChanged);
        QPushButton* import = button(*dialog);
        QTRY_VERIFY(import->isEnabled());
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(cv::countNonZero(*session.regions(painted) != mask({9, 9, 5, 5})), 0);
        QCOMPARE(cv::countNonZero(*session.regions(other) != mask({3, 3, 5, 5})), 0);

        // The whole import is one step.
        QTRY_COMPARE(session.undoStack().undoText(), QStringLiteral("Import masks"));
        session.undoStack().undo();
        QTRY_COMPARE(changed.count(), 4);
        QCOMPARE(cv::countNonZero(*session.regions(painted) != mask({1, 1, 5, 5})), 0);
        QCOMPARE(session.data().regions.at(painted).origin, std::string("user"));
        QVERIFY(!session.regions(other));
        session.undoStack().redo();
        QTRY_COMPARE(changed.count(), 6);
        QVERIFY(session.regions(other));
        // What somebody has painted since stays.
        QVERIFY(session.setRegions(other, mask({20, 20, 5, 5})));
        QSignalSpy said(&session, &ProjectSession::errorOccurred);
        session.undoStack().undo();
        QTRY_COMPARE(said.count(), 1);
        QTRY_VERIFY(cv::countNonZero(*session.regions(painted) != mask({1, 1, 5, 5})) == 0);
        QCOMPARE(cv::countNonZero(*session.regions(other) != mask({20, 20, 5, 5})), 0);
        QVERIFY(session.setRegions(other, mask({3, 3, 5, 5})));
        QVERIFY(session.setRegions(painted, mask({9, 9, 5, 5})));

        const test::TempDir out;
        masks->exportTo(out.path());
        QTRY_VERIFY(session.jobs().isIdle());
        QCOMPARE(cv::countNonZero(decodeLabels(out / "1004.png") != mask({9, 9, 5, 5})), 0);
        QVERIFY(std::filesystem::exists(out / "1005.png"));
    }

    void aFolderWithoutMasksIsSaid() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        const test::TempDir dir;
        MaskImportDialog dialog(session, dir.path());
        QTRY_VERIFY(!session.jobs().jobs().empty() &&
                    session.jobs().jobs().front().state == JobState::Failed);
        QVERIFY(!button(dialog)->isEnabled());
    }

private:
    static cv::Mat mask(const cv::Rect& painted) {
        cv::Mat pixels = cv::Mat::zeros(48, 64, CV_8UC1);
        pixels(painted).setTo(255);
        return pixels;
    }
    static QPushButton* button(const QDialog& dialog) {
        auto* box = dialog.findChild<QDialogButtonBox*>();
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
                return qobject_cast<QPushButton*>(button);
        }
        return nullptr;
    }
};

QTEST_MAIN(MasksTest)
#include "masks_test.moc"
