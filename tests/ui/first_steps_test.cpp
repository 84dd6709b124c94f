// From nothing to heatmaps, a forest and its result, by what the window says comes next: no documentation, no
// command line. Real pictures, real training.
#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

#include <opencv2/imgproc.hpp>

#include "core/image/image.h"
#include "tests/ui/ui_world.h"
#include "ui/data/import_dialog.h"
#include "ui/data/part_grid.h"
#include "ui/session/project_session.h"
#include "ui/shell/main_window.h"
#include "ui/shell/next_step_bar.h"
#include "ui/shell/project_view.h"
#include "ui/shell/settings.h"
#include "ui/train/queue_panel.h"
#include "ui/train/train_panel.h"
#include "ui/viewer/image_canvas.h"

using namespace segad;
using namespace segad::ui;

namespace {
constexpr int kPatience = 60'000;
constexpr int kGood = 24;
constexpr int kBad = 6;

/// A plate with a grain of its own; the bad ones have a hole.
cv::Mat plate(int number, bool bad) {
    cv::Mat pixels(96, 96, CV_8UC3, cv::Scalar(120, 130, 140));
    cv::RNG random(static_cast<std::uint64_t>(number) + 1);
    cv::Mat grain(pixels.size(), CV_8UC3);
    random.fill(grain, cv::RNG::UNIFORM, 0, 25);
    pixels += grain;
    cv::rectangle(pixels, {20, 20}, {75, 75}, {60, 90, 170}, cv::FILLED);
    if (bad) cv::circle(pixels, {35 + number % 20, 50}, 7, {250, 250, 250}, cv::FILLED);
    return pixels;
}

/// Types `path` into the next file dialog.
void answerFileDialog(const QString& path) {
    QTimer::singleShot(50, qApp, [path] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            answerFileDialog(path);
            return;
        }
        auto* name = dialog->findChild<QLineEdit*>();
        name->setText(path);
        name->setFocus();
        QTest::keyClick(name, Qt::Key_Return);
    });
}
}  // namespace

class FirstStepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QSettings().clear();
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        dir_ = std::make_unique<test::TempDir>();
        qputenv("SEGAD_DATA_HOME", QByteArray::fromStdString((*dir_ / "home").string()));
        photos_ = *dir_ / "photos";
        std::filesystem::create_directories(photos_);
        for (int i = 0; i < kGood + kBad; ++i)
            encodeImage(photos_ / ("DSC_" + std::to_string(1000 + i) + ".png"), plate(i, i >= kGood));
        window_ = std::make_unique<MainWindow>();
        window_->resize(1440, 900);
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }

    void cleanup() {
        window_.reset();
        dir_.reset();
    }

    void fromAFolderOfPicturesToTheResult() {
        importPhotos();
        QCOMPARE(session().data().parts.size(), std::size_t{kGood + kBad});
        QTRY_VERIFY(window_->findChild<PartGrid*>()->hasFocus());

        // Labels, with the keys that the bar names.
        QCOMPARE(bar().step(), NextStep::Label);
        QVERIFY(bar().text().contains(QStringLiteral("1 (good)")));
        QTest::keyClick(focus(), Qt::Key_1);
        QCOMPARE(bar().step(), NextStep::Train);
        QVERIFY2(bar().text().contains(QStringLiteral("Twenty or more")), qPrintable(bar().text()));
        QTest::keyClick(focus(), Qt::Key_Home, Qt::ShiftModifier);
        for (int i = 1; i < kGood; ++i)
            QTest::keyClick(focus(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(focus(), Qt::Key_1);
        QCOMPARE(count(Label::Good), kGood);
        QVERIFY2(bar().text().startsWith(QStringLiteral("24 good")), qPrintable(bar().text()));

        // A detector.
        goOn(QStringLiteral("Go to Train"));
        QCOMPARE(window_->view()->workspace(), 3);
        QAction* train = test::actionWithKey(*window_, QStringLiteral("Ctrl+Shift+T"));
        QTRY_VERIFY_WITH_TIMEOUT(train->isEnabled(), kPatience);
        QTest::keyClick(window_.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(session().jobs().isIdle() && seesHeatmap(), kPatience);

        // Bad parts for the forest: the bar leads back to the parts.
        QTRY_COMPARE(bar().step(), NextStep::LabelBad);
        goOn(QStringLiteral("Go to the parts"));
        QCOMPARE(window_->view()->workspace(), 0);
        QTest::keyClick(focus(), Qt::Key_End);
        for (int i = 1; i < kBad; ++i)
            QTest::keyClick(focus(), Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(focus(), Qt::Key_2);
        QCOMPARE(count(Label::Bad), kBad);
        QCOMPARE(bar().step(), NextStep::Forest);

        // What the training is worth follows the labels.
        goOn(QStringLiteral("Go to the forest"));
        session().reload();
        QTRY_VERIFY2(result().contains(QStringLiteral("labelled after the training count from the next")),
                     qPrintable(result()));

        QAction* fit = test::actionWithKey(*window_, QStringLiteral("Ctrl+Shift+F"));
        QVERIFY(fit->isEnabled());
        QTest::keyClick(window_.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(bar().step(), NextStep::Results, kPatience);
        QTRY_VERIFY2(result().startsWith(QStringLiteral("AUROC ")), qPrintable(result()));
        goOn(QStringLiteral("Go to Results"));
        QCOMPARE(window_->view()->workspace(), 4);
        QVERIFY(!bar().isVisible());
    }

    void theImportSaysInWordsWhatItFound() {
        openImport();
        ImportDialog* dialog = importDialog();
        QCOMPARE(dialog->findChild<QComboBox*>()->currentText(), QStringLiteral("Recognised by itself"));
        QCOMPARE(dialog->request().layout, std::string("auto"));
        const auto says = [&](const QString& words) {
            const auto labels = dialog->findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QTRY_VERIFY(says(QStringLiteral("Layout: Folders. 30 new part")));
        QVERIFY(!says(QStringLiteral("Class")));  // there is nothing to choose from
        const auto* report = dialog->findChild<QTreeWidget*>();
        QVERIFY(report->isColumnHidden(1) && report->isColumnHidden(3));
        QCOMPARE(report->topLevelItem(0)->text(2), QStringLiteral("30 pictures: unlabelled"));
    }

    void aHintThatWasPutAwayStaysAway() {
        importPhotos();
        QVERIFY(bar().isVisible());
        auto* close = bar().findChild<QToolButton*>();
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!bar().isVisible());
        const QString file = QString::fromStdString(session().file().string());
        QSignalSpy shown(window_.get(), &MainWindow::projectShown);
        window_->openProject(file);
        QVERIFY(test::waitFor(shown));
        QVERIFY(!bar().isVisible());
        // But the next one is due when its time comes.
        activate();
        QTest::keyClick(focus(), Qt::Key_1);
        QCOMPARE(bar().step(), NextStep::Train);
        QVERIFY(bar().isVisible());
    }

    void aProjectThatCannotBeMadeLeavesTheOpenOne() {
        importPhotos();
        QSignalSpy refused(window_.get(), &MainWindow::projectRefused);
        answerFileDialog(QString::fromStdString(photos_.string()));
        QTimer::singleShot(300, qApp, [] { answerFileDialog(QStringLiteral("/proc/mine")); });
        QTest::keyClick(window_.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(test::waitFor(refused));
        QVERIFY(window_->session() != nullptr);
        QCOMPARE(session().name(), QStringLiteral("mine"));
        QCOMPARE(session().data().parts.size(), std::size_t{kGood + kBad});
        QVERIFY(window_->view()->isVisible());
    }

    void theNextFolderIsLookedForWhereTheLastOneWas() {
        importPhotos();
        QCOMPARE(settings::pictureFolder(), QString::fromStdString(photos_.string()));
    }

private:
    ProjectSession& session() const { return *window_->session(); }
    NextStepBar& bar() const { return *window_->findChild<NextStepBar*>(); }
    QWidget* focus() const {
        QWidget* widget = QApplication::focusWidget();
        return widget == nullptr ? window_.get() : widget;
    }
    int count(Label label) const {
        return static_cast<int>(std::ranges::count(session().data().parts, label, &PartRecord::label));
    }
    bool seesHeatmap() const {
        return std::ranges::any_of(window_->findChildren<ImageCanvas*>(), [](const ImageCanvas* canvas) {
            return canvas->isVisible() && canvas->picture() && canvas->picture()->map;
        });
    }
    QString result() const {
        for (const QLabel* label : window_->findChild<QueuePanel*>()->findChildren<QLabel*>())
            if (label->accessibleName() == QStringLiteral("Result so far")) return label->text();
        return {};
    }
    ImportDialog* importDialog() const { return window_->findChild<ImportDialog*>(); }

    void goOn(const QString& words) {
        auto* button = bar().findChild<QPushButton*>();
        QCOMPARE(button->text(), words);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    void openImport() {
        const QString project = QString::fromStdString((*dir_ / "mine").string());
        answerFileDialog(QString::fromStdString(photos_.string()));
        QTimer::singleShot(300, qApp, [project] { answerFileDialog(project); });
        QTest::keyClick(window_.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(importDialog() != nullptr, kPatience);
        QCOMPARE(session().name(), QStringLiteral("mine"));
    }

    void importPhotos() {
        openImport();
        QPushButton* import = nullptr;
        for (auto* button : importDialog()->findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Import")) import = button;
        QTRY_VERIFY(import->isEnabled());
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_VERIFY(!session().data().parts.empty());
        QTRY_VERIFY(session().jobs().isIdle());
        activate();
    }

    /// There is no window manager here that does it when a dialog closes.
    void activate() {
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }

    std::unique_ptr<test::TempDir> dir_;
    Path photos_;
    std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(FirstStepsTest)
#include "first_steps_test.moc"
