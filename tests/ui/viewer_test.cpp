#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSlider>
#include <QWheelEvent>

#include "tests/ui/ui_world.h"
#include "ui/session/project_session.h"
#include "ui/viewer/color_bar.h"
#include "ui/viewer/compare_grid.h"
#include "ui/viewer/contour_level.h"
#include "ui/viewer/heat_scale.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/elided_label.h"

using namespace segad;
using namespace segad::ui;

namespace {
std::shared_ptr<PartPicture> plainPicture(int width, int height) {
    auto picture = std::make_shared<PartPicture>();
    picture->part = 1;
    picture->image = QImage(width, height, QImage::Format_RGB888);
    picture->image.fill(Qt::darkGray);
    return picture;
}
/// Straight to the widget: the offscreen platform has no pointer of its own.
void moveMouse(QWidget& widget, const QPoint& position) {
    QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}
}  // namespace

class ViewerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().remove(QStringLiteral("viewer")); }

    void theScaleIsFixedByTheCalibrationParts() {
        std::vector<double> percentiles(101);
        for (std::size_t i = 0; i <= 100; ++i)
            percentiles[i] = static_cast<double>(i);
        const HeatScale scale = HeatScale::fromPercentiles(percentiles, 95);
        QCOMPARE(scale.low, 95.0);
        QCOMPARE(scale.high, 150.0);
        QCOMPARE(*scale.percentileOf(42.5), 42.5);
        QCOMPARE(*scale.percentileOf(-1), 0.0);
        QCOMPARE(*scale.percentileOf(1000), 100.0);
        const HeatScale flat = HeatScale::fromPercentiles(std::vector<double>(101, 3.0), 95);
        QVERIFY(flat.high > flat.low);
    }

    void zoomKeepsThePixelUnderTheCursor() {
        ImageCanvas canvas;
        canvas.resize(600, 500);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        canvas.setPicture(plainPicture(400, 300));
        QSignalSpy moved(&canvas, &ImageCanvas::cursorMoved);
        const QPoint cursor(220, 260);
        moveMouse(canvas, cursor);
        QVERIFY(!moved.isEmpty());
        const QPoint before = moved.last()[0].toPoint();
        for (int i = 0; i < 8; ++i) {
            QWheelEvent wheel(cursor, canvas.mapToGlobal(cursor), {}, QPoint(0, 120), Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&canvas, &wheel);
        }
        QVERIFY(canvas.zoom() > 4);
        moveMouse(canvas, cursor + QPoint(1, 0));
        const QPoint after = moved.last()[0].toPoint();
        QVERIFY2((after - before).manhattanLength() <= 1, "the image point moved away from the cursor");
        QTest::mouseDClick(&canvas, Qt::LeftButton, {}, cursor);
        QVERIFY(canvas.zoom() < 2);
    }

    void whatLiesOverTheCanvasLearnsOfEveryMove() {
        ImageCanvas canvas;
        canvas.resize(600, 500);
        canvas.setPicture(plainPicture(400, 300));
        QSignalSpy moved(&canvas, &ImageCanvas::transformChanged);
        canvas.zoomIn();
        QCOMPARE(moved.count(), 1);
        const QPointF pixel(123.5, 45.25);
        QVERIFY(QLineF(canvas.imageToWidget().map(pixel), canvas.imageToWidget(pixel)).length() < 1e-9);
        canvas.setView({.zoom = 2, .center = {10, 10}, .fitted = false});
        QCOMPARE(moved.count(), 2);
        QCOMPARE(canvas.imageToWidget().map(QPointF(10, 10)), QPointF(300, 250));
    }

    void heatIsTransparentBelowTheScaleAndDrawnAboveIt() {
        ImageCanvas canvas;
        canvas.resize(220, 220);
        auto picture = plainPicture(100, 100);
        cv::Mat map(10, 10, CV_32FC1, cv::Scalar(0));
        map(cv::Rect(0, 0, 5, 10)).setTo(10);
        picture->map = std::make_shared<AnomalyMap>(map, "test");
        canvas.setPicture(picture);
        const QImage bare = canvas.grab().toImage();
        HeatScale scale;
        scale.low = 1;
        scale.high = 5;
        canvas.setHeatScale(scale);
        canvas.setHeat({true, 1.0});
        const QImage heated = canvas.grab().toImage();
        QVERIFY(heated.pixel(60, 110) != bare.pixel(60, 110));
        QCOMPARE(heated.pixel(180, 110), bare.pixel(180, 110));
        canvas.setBare(true);
        QCOMPARE(canvas.grab().toImage(), bare);
    }

    void anOverlayLiesOnTopAndKnowsWhereThePixelsAre() {
        struct Dot : CanvasOverlay {
            explicit Dot(const ImageCanvas& on) : canvas(on) {}
            void paint(QPainter& painter, const QRect&) override {
                painter.fillRect(QRectF(canvas.imageToWidget({10, 20}), canvas.imageToWidget({11, 21})),
                                 Qt::red);
            }
            const ImageCanvas& canvas;
        };
        ImageCanvas canvas;
        canvas.resize(420, 320);
        canvas.setPicture(plainPicture(40, 30));
        Dot dot(canvas);
        canvas.setOverlay(&dot);
        const QPoint at = canvas.imageToWidget({10.5, 20.5}).toPoint();
        QCOMPARE(canvas.grab().toImage().pixelColor(at), QColor(Qt::red));
        const QPointF back = canvas.widgetToImage(canvas.imageToWidget({3.25, 7.5}));
        QVERIFY(QLineF(back, QPointF(3.25, 7.5)).length() < 1e-9);
        canvas.setBare(true);
        QVERIFY(canvas.grab().toImage().pixelColor(at) != QColor(Qt::red));
        canvas.setBare(false);
        canvas.setOverlay(nullptr);
        QVERIFY(canvas.grab().toImage().pixelColor(at) != QColor(Qt::red));
    }

    void contourLinesAreAtTheThresholdOnlyWhereItIsOneOfPixels() {
        ProjectData project;
        QVERIFY(!contourLevel(project, 1, ContourAt::Threshold, 99));
        std::vector<double> percentiles(101);
        for (std::size_t i = 0; i <= 100; ++i)
            percentiles[i] = static_cast<double>(i);
        project.percentiles[1] = percentiles;
        QCOMPARE(contourLevel(project, 1, ContourAt::Threshold, 99)->value, 100.0);
        QCOMPARE(contourLevel(project, 1, ContourAt::AboveGood, 99)->value, 100.0);
        QCOMPARE(contourLevel(project, 1, ContourAt::Percentile, 97)->value, 97.0);
        project.thresholds[1] = {.run = 1, .review = 120, .reject = 150};
        project.scores[1].byPart[7] = {.part = 7, .imageScore = 110, .mapMax = 110};
        QCOMPARE(contourLevel(project, 1, ContourAt::Threshold, 99)->value, 120.0);
        // A score that weighs or averages is not on the map's scale.
        project.scores[1].byPart[8] = {.part = 8, .imageScore = 90, .mapMax = 110};
        QVERIFY(!pixelThreshold(project, 1));
        QCOMPARE(contourLevel(project, 1, ContourAt::Threshold, 99)->value, 100.0);
    }

    void theMarksOfTheColourBarAreDragged() {
        std::vector<double> percentiles(101);
        for (std::size_t i = 0; i <= 100; ++i)
            percentiles[i] = static_cast<double>(i);
        ColorBar bar;
        bar.resize(bar.sizeHint().width(), 400);
        bar.setScale(HeatScale::fromPercentiles(percentiles, 95));
        bar.setContour(ContourLevel{120, QStringLiteral("test")});
        QSignalSpy low(&bar, &ColorBar::lowMoved);
        QSignalSpy contour(&bar, &ColorBar::contourMoved);
        const auto drag = [&](double from, double by) {
            const QPointF start(bar.width() / 2.0, bar.yOf(from));
            QTest::mousePress(&bar, Qt::LeftButton, {}, start.toPoint());
            const QPointF end = start + QPointF(0, by);
            QMouseEvent move(QEvent::MouseMove, end, bar.mapToGlobal(end), Qt::NoButton, Qt::LeftButton,
                             Qt::NoModifier);
            QCoreApplication::sendEvent(&bar, &move);
            QTest::mouseRelease(&bar, Qt::LeftButton, {}, end.toPoint());
        };
        drag(120, -50);
        QCOMPARE(contour.count(), 1);
        QVERIFY(contour.last()[0].toDouble() > 125);
        QVERIFY(low.isEmpty());
        drag(95, -20);
        QCOMPARE(low.count(), 1);
        QVERIFY(low.last()[0].toDouble() > 95);
        drag(140, 10);  // nothing to take hold of
        QCOMPARE(low.count() + contour.count(), 2);
    }

    void numbersOfTheColourBarAreNotCut() {
        for (const double scale : {0.005, 1.0, 5000.0}) {
            std::vector<double> percentiles(101);
            for (std::size_t i = 0; i <= 100; ++i)
                percentiles[i] = scale * (static_cast<double>(i) / 100 - 1.2345);
            ColorBar bar;
            bar.setScale(HeatScale::fromPercentiles(percentiles, 95));
            bar.setContour(ContourLevel{-0.3456 * scale, QStringLiteral("test")});
            bar.resize(bar.sizeHint().width(), 400);
            const QImage seen = bar.grab().toImage();
            const auto isPlain = [&](int x) {
                for (int y = 0; y < seen.height(); ++y)
                    if (seen.pixel(x, y) != seen.pixel(0, 0)) return false;
                return true;
            };
            QVERIFY2(isPlain(1) && isPlain(seen.width() - 1), qPrintable(QString::number(scale)));
            int inked = 0;
            for (int x = 2; x < 12; ++x)
                inked += isPlain(x) ? 0 : 1;
            QVERIFY2(inked > 0, "there is a minus");
        }
    }

    void coloursContoursAndOpacitiesAreKept() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        const auto named = [](ViewerPanel& panel, const QString& name) {
            for (QSlider* slider : panel.findChildren<QSlider*>())
                if (slider->accessibleName().contains(name)) return slider;
            return static_cast<QSlider*>(nullptr);
        };
        {
            ViewerPanel panel(session);
            named(panel, QStringLiteral("Heatmap"))->setValue(33);
            actionOf(panel, QStringLiteral("Viridis"))->trigger();
            actionOf(panel, QStringLiteral("Lines above all good pixels"))->trigger();
            actionOf(panel, QStringLiteral("Segments"))->trigger();
        }
        QCOMPARE(HeatScale::ofRun(session.data(), world.trainRun(), 95)->colors, HeatColors::Viridis);
        ViewerPanel panel(session);
        QCOMPARE(named(panel, QStringLiteral("Heatmap"))->value(), 33);
        QVERIFY(actionOf(panel, QStringLiteral("Viridis"))->isChecked());
        QVERIFY(actionOf(panel, QStringLiteral("Lines above all good pixels"))->isChecked());
        QVERIFY(actionOf(panel, QStringLiteral("Segments"))->isChecked());
    }

    void spaceShowsTheBareImageWhereverTheFocusIs() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        auto* panel = new ViewerPanel(session);
        auto* button = new QPushButton(QStringLiteral("press"));
        auto* list = new QListWidget;
        auto* line = new QLineEdit;
        for (int i = 0; i < 300; ++i)
            list->addItem(QString::number(i));
        for (QWidget* widget : std::initializer_list<QWidget*>{panel, button, list, line})
            row->addWidget(widget);
        window.resize(1200, 500);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy clicked(button, &QPushButton::clicked);
        for (QWidget* focus : {static_cast<QWidget*>(list), static_cast<QWidget*>(button)}) {
            focus->setFocus(Qt::MouseFocusReason);
            window.setAttribute(Qt::WA_KeyboardFocusChange, false);
            QTest::keyPress(&window, Qt::Key_Space);
            QVERIFY(panel->canvas().isBare());
            QKeyEvent repeat(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
            QCoreApplication::sendEvent(focus, &repeat);
            QVERIFY(panel->canvas().isBare());
            QTest::keyRelease(&window, Qt::Key_Space);
            QVERIFY(!panel->canvas().isBare());
        }
        QVERIFY(clicked.isEmpty());
        QCOMPARE(list->verticalScrollBar()->value(), 0);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Space);
        QCOMPARE(line->text(), QStringLiteral(" "));
        QVERIFY(!panel->canvas().isBare());
        // Who goes from button to button with the Tab key presses them with Space.
        button->setFocus(Qt::TabFocusReason);
        window.setAttribute(Qt::WA_KeyboardFocusChange, true);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 1);
        QVERIFY(!panel->canvas().isBare());
    }

    void segmentsAloneAndBack() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        ViewerPanel panel(session);
        const auto layer = [&](const QString& name) {
            for (QAction* action : panel.viewActions()) {
                if (action->text() == name) return action;
            }
            return static_cast<QAction*>(nullptr);
        };
        QAction* heat = layer(QStringLiteral("Heatmap"));
        QAction* segments = layer(QStringLiteral("Segments"));
        QAction* truth = layer(QStringLiteral("Ground truth"));
        QVERIFY(heat->isChecked() && !segments->isChecked() && truth->isChecked());
        truth->setChecked(false);
        panel.setSegmentsAlone(true);
        QVERIFY(!heat->isChecked() && segments->isChecked() && !truth->isChecked());
        heat->setChecked(true);  // what is switched meanwhile is for meanwhile
        panel.setSegmentsAlone(true);
        QVERIFY(heat->isChecked());
        panel.setSegmentsAlone(false);
        QVERIFY(heat->isChecked() && !segments->isChecked() && !truth->isChecked());
    }

    void thePanelShowsPartMapAndValue() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        ViewerPanel panel(session);
        panel.resize(700, 500);
        panel.show();
        QSignalSpy moved(&panel.canvas(), &ImageCanvas::cursorMoved);
        const auto hasValue = [&] {
            moveMouse(panel.canvas(), panel.canvas().rect().center() + QPoint(moved.count() % 3, 0));
            return !moved.isEmpty() && moved.last()[1].value<std::optional<double>>().has_value();
        };
        QTRY_VERIFY(hasValue());
        QVERIFY(panel.findChild<QComboBox*>()->isEnabled());
    }

    void theGridShowsThePartByEachDetector() {
        test::UiWorld world;
        addDetector(world, "fastflow", 4);
        const RunId newest = addDetector(world, "fastflow", 2);
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        ViewerPanel panel(session);
        panel.resize(900, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        session.setShownRun(newest);
        QVERIFY(!panel.grid().isVisible());
        QTest::keyClick(&panel, Qt::Key_C);
        QVERIFY(panel.grid().isVisible());
        QCOMPARE(panel.grid().runs(), (std::vector<RunId>{world.trainRun(), newest}));
        const QList<ImageCanvas*> cells = panel.grid().findChildren<ImageCanvas*>();
        QCOMPARE(cells.size(), 3);
        for (const ImageCanvas* cell : cells)
            QTRY_COMPARE(cell->imageSize(), QSize(64, 48));
        // Wide room: all in one row; high room: one above the other.
        QTRY_COMPARE(cells[0]->mapTo(&panel, QPoint()).y(), cells[2]->mapTo(&panel, QPoint()).y());
        panel.resize(300, 900);
        QTRY_COMPARE(cells[0]->mapTo(&panel, QPoint()).x(), cells[2]->mapTo(&panel, QPoint()).x());

        // One zoom and one position for all.
        QTest::keyClick(&panel, Qt::Key_Plus);
        const CanvasView lead = panel.grid().lead().view();
        QVERIFY(!lead.fitted);
        QTest::mousePress(cells[1], Qt::LeftButton, {}, QPoint(60, 60));
        QMouseEvent drag(QEvent::MouseMove, QPoint(50, 64), cells[1]->mapToGlobal(QPoint(50, 64)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(cells[1], &drag);
        QTest::mouseRelease(cells[1], Qt::LeftButton, {}, QPoint(50, 64));
        QVERIFY(cells[1]->view().center != lead.center);
        for (const ImageCanvas* cell : cells) {
            QCOMPARE(cell->view().zoom, lead.zoom);
            QCOMPARE(cell->view().center, cells[1]->view().center);
        }
        QTest::keyClick(&panel, Qt::Key_F);
        for (const ImageCanvas* cell : cells)
            QVERIFY(cell->view().fitted);

        // One cursor: a mark in the others, and each map's own value.
        const QImage before = cells[2]->grab().toImage();
        moveMouse(*cells[0], cells[0]->rect().center());
        QVERIFY(cells[2]->grab().toImage() != before);
        QVERIFY(cells[1]->valueAt({32, 24}).has_value());
        QVERIFY(*cells[1]->valueAt({32, 24}) != *cells[2]->valueAt({32, 24}));
        QVERIFY(!cells[0]->valueAt({32, 24}).has_value());
        QStringList words;
        for (const ElidedLabel* label : panel.grid().findChildren<ElidedLabel*>())
            words << label->text();
        QVERIFY2(words.filter(QStringLiteral("FastFlow · run %1").arg(newest)).size() == 1,
                 qPrintable(words.join(QLatin1Char('|'))));
        QCOMPARE(words.filter(QStringLiteral("42")).size(), 1);
        QTest::keyClick(&panel, Qt::Key_C);
        QVERIFY(!panel.grid().isVisible());
    }

    void aPictureIsReadOnceForAllItsMapsAndTheCacheKnowsItsBytes() {
        test::UiWorld world;
        const RunId other = addDetector(world, "fastflow", 4);
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        PictureLoader loader(session);
        QSignalSpy ready(&loader, &PictureLoader::ready);
        const PartId part = session.data().parts.front().id;
        QVERIFY(!loader.get(part, world.trainRun()));
        QVERIFY(!loader.get(part, other));
        QTRY_COMPARE(ready.count(), 2);
        const auto first = loader.get(part, world.trainRun());
        const auto second = loader.get(part, other);
        QVERIFY(first && second && first->map != second->map);
        QCOMPARE(first->image.cacheKey(), second->image.cacheKey());
        QVERIFY(loader.cachedBytes() > 64 * 48 * 3);
        QVERIFY(loader.cachedBytes() < 64 * 1024);
        // Maps may have changed, the picture has not.
        session.reload();
        QSignalSpy changed(&session, &ProjectSession::dataChanged);
        QVERIFY(test::waitFor(changed));
        QVERIFY(!loader.get(part, other));
        QTRY_COMPARE(ready.count(), 3);
        QCOMPARE(loader.get(part, other)->image.cacheKey(), first->image.cacheKey());
    }

private:
    static QAction* actionOf(const QWidget& widget, const QString& text) {
        for (QAction* action : widget.findChildren<QAction*>())
            if (action->text() == text) return action;
        return nullptr;
    }

    /// A training whose map of every part is 42 everywhere.
    static RunId addDetector(const test::UiWorld& world, const char* key, int cells) {
        Project project = Project::open(world.project());
        RunRecord run{.kind = RunKind::Train, .subject = key};
        run.id = project.runs().start(run);
        std::vector<ScoreRecord> scores;
        for (const PartRecord& part : project.parts().all()) {
            project.maps().put(run.id, part.id,
                               AnomalyMap(cv::Mat(cells, cells, CV_32FC1, cv::Scalar(42)), "test"));
            scores.push_back({.part = part.id, .imageScore = 1, .mapMax = 42});
        }
        project.runs().putScores(run.id, scores);
        run.outcome = RunOutcome::Done;
        project.runs().finish(run);
        return run.id;
    }
};

Q_DECLARE_METATYPE(std::optional<double>)
QTEST_MAIN(ViewerTest)
#include "viewer_test.moc"
