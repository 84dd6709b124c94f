#include <QAction>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QWheelEvent>

#include <opencv2/core.hpp>

#include "core/image/image.h"
#include "core/image/region_select.h"
#include "tests/ui/ui_world.h"
#include "ui/session/project_session.h"
#include "ui/session/region_book.h"
#include "ui/shell/project_view.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/region_editor.h"
#include "ui/viewer/region_hint.h"
#include "ui/viewer/region_layer.h"
#include "ui/viewer/region_tool_bar.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/elided_label.h"

using namespace segad;
using namespace segad::ui;

namespace {
std::int64_t areaOf(const std::optional<cv::Mat>& mask) {
    return mask ? cv::countNonZero(*mask) : 0;
}

/// Parts of the canvas that were repainted.
class Repaints : public QObject {
public:
    explicit Repaints(QWidget& widget) { widget.installEventFilter(this); }
    QRect area;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) area |= static_cast<QPaintEvent*>(event)->rect();
        return QObject::eventFilter(watched, event);
    }
};
}  // namespace

class RegionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("segad-test"));
        QCoreApplication::setApplicationName(QStringLiteral("regions-test"));
    }

    void init() {
        QSettings().clear();
        world_ = std::make_unique<test::UiWorld>();
        openIt();
    }

    void cleanup() {
        window_.reset();
        world_.reset();
    }

    void strokesAreStepsAcrossPartsAndOutliveTheProgram() {
        const PartId first = part(4);
        const PartId second = part(5);
        go(first);
        key(Qt::Key_B);
        QCOMPARE(editor_->tool(), RegionTool::Brush);
        setSize(5);
        drag({10, 10}, {40, 10});
        const cv::Mat stroke = mask(first);
        QCOMPARE(stroke.size(), cv::Size(64, 48));
        QCOMPARE(stroke.at<uchar>(10, 25), uchar{255});
        QCOMPARE(stroke.at<uchar>(20, 25), uchar{0});
        QVERIFY(!painted().isEmpty());
        drag({10, 30}, {40, 30});
        const cv::Mat both = mask(first);
        QCOMPARE(countRegions(both), 2);
        QVERIFY(painted().startsWith(QStringLiteral("2 region")));

        key(Qt::Key_Right);
        QCOMPARE(session().currentPart(), second);
        waitForPicture(second);
        QCOMPARE(painted(), QString());
        drag({20, 20}, {30, 25});
        QVERIFY(areaOf(session().regions(second)) > 0);

        undo();
        QCOMPARE(areaOf(session().regions(second)), 0);
        undo();  // what is undone is seen
        QCOMPARE(session().currentPart(), first);
        QVERIFY(same(mask(first), stroke));
        undo();
        QCOMPARE(areaOf(session().regions(first)), 0);
        QCOMPARE(painted(), QString());
        for (int i = 0; i < 3; ++i)
            redo();
        QVERIFY(same(mask(first), both));
        const cv::Mat other = mask(second);
        QVERIFY(cv::countNonZero(other) > 0);

        // Nothing is left for closing to do: what another program reads now is the same.
        const Project elsewhere = Project::open(world_->project(), true);
        QVERIFY(same(*elsewhere.regions().get(first), both));
        window_.reset();
        openIt();
        QVERIFY(same(mask(first), both));
        QVERIFY(same(mask(second), other));
        go(first);
        QVERIFY(painted().startsWith(QStringLiteral("2 region")));
    }

    void theRightButtonErases() {
        go(part(4));
        key(Qt::Key_X);
        drag({10, 10}, {50, 40});
        QCOMPARE(areaOf(session().regions(part(4))), 41 * 31);
        drag({20, 20}, {29, 29}, Qt::RightButton);
        QCOMPARE(areaOf(session().regions(part(4))), 41 * 31 - 100);
        key(Qt::Key_E);
        setSize(3);
        drag({5, 25}, {60, 25});
        const cv::Mat mask = this->mask(part(4));
        QCOMPARE(cv::countNonZero(mask.row(25)), 0);
        undo();
        QCOMPARE(areaOf(session().regions(part(4))), 41 * 31 - 100);
        key(Qt::Key_B);
        QTest::mousePress(&canvas(), Qt::LeftButton, Qt::AltModifier, at({12, 12}));
        QTest::mouseRelease(&canvas(), Qt::LeftButton, Qt::AltModifier, at({12, 12}));
        QCOMPARE(areaOf(session().regions(part(4))), 41 * 31 - 109);
        key(Qt::Key_O);
        drag({10, 10}, {50, 40}, Qt::RightButton);
        QVERIFY(areaOf(session().regions(part(4))) < 41 * 31 * 0.25);
    }

    void polygonsAreClickedAndClosed() {
        go(part(4));
        key(Qt::Key_P);
        const double zoom = canvas().zoom();
        QVERIFY(!test::actionWithKey(*window_, QStringLiteral("Return"))->isEnabled());
        for (const QPointF& corner : {QPointF(10, 10), QPointF(50, 10), QPointF(50, 40), QPointF(33, 33)})
            click(corner);
        key(Qt::Key_Backspace);
        QCOMPARE(areaOf(session().regions(part(4))), 0);
        key(Qt::Key_Return);
        const std::int64_t triangle = areaOf(session().regions(part(4)));
        QVERIFY2(std::abs(triangle - 600) < 60, qPrintable(QString::number(triangle)));
        // Esc drops what is being drawn, then the tool.
        click({5, 5});
        click({60, 5});
        key(Qt::Key_Escape);
        QVERIFY(!editor_->isDrawing());
        QCOMPARE(editor_->tool(), RegionTool::Polygon);
        key(Qt::Key_Escape);
        QCOMPARE(editor_->tool(), RegionTool::None);
        QCOMPARE(areaOf(session().regions(part(4))), triangle);
        // A double click closes, and does not fit the view as it would without a tool.
        key(Qt::Key_P);
        key(Qt::Key_Plus);
        const double closer = canvas().zoom();
        QVERIFY(closer > zoom);
        for (const QPointF& corner : {QPointF(20, 34), QPointF(40, 34), QPointF(30, 44)})
            click(corner);
        QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, at({30, 44}));
        QCOMPARE(canvas().zoom(), closer);
        QVERIFY(areaOf(session().regions(part(4))) > triangle);
        // The right button draws one that erases; a click on the first corner closes it.
        const std::int64_t before = areaOf(session().regions(part(4)));
        QTest::mouseClick(&canvas(), Qt::RightButton, {}, at({25, 10}));
        for (const QPointF& corner : {QPointF(45, 10), QPointF(45, 30), QPointF(25, 10)})
            click(corner);
        QVERIFY(areaOf(session().regions(part(4))) < before);
        QVERIFY(!editor_->isDrawing());
    }

    void aPolygonCanBeDrawnInOneGo() {
        go(part(4));
        key(Qt::Key_P);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, at({32, 8}));
        for (int i = 1; i <= 40; ++i) {
            const double angle = i * 2 * M_PI / 41;
            move({32 + 15 * std::sin(angle), 23 - 15 * std::cos(angle)}, Qt::LeftButton);
        }
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, at({31, 8}));
        QVERIFY(!editor_->isDrawing());
        QVERIFY(std::abs(static_cast<double>(areaOf(session().regions(part(4)))) - M_PI * 225) < 40);
    }

    void selectionsAreSearchedForInTheBackground() {
        go(part(4));
        key(Qt::Key_W);
        QCOMPARE(size().maximum(), 255);
        setSize(60);
        click({32, 24});
        QTRY_VERIFY(!editor_->isSearching());
        const std::int64_t similar = areaOf(session().regions(part(4)));
        QVERIFY(similar > 100 && similar < 64 * 48);
        undo();
        key(Qt::Key_M);
        QCOMPARE(size().maximum(), 100);
        setSize(20);
        click({33, 25});  // the hot cell of the map
        QTRY_VERIFY(!editor_->isSearching());
        const cv::Mat hot = mask(part(4));
        QVERIFY(cv::countNonZero(hot) > 3 && cv::countNonZero(hot) < 100);
        QCOMPARE(hot.at<uchar>(25, 33), uchar{255});
        undo();
        click({5, 5});  // nothing is hot here
        QTRY_COMPARE(painted(), QStringLiteral("Nothing found here"));
        QVERIFY(session().undoStack().canRedo());
        key(Qt::Key_G);
        drag({20, 12}, {44, 36});
        QVERIFY(editor_->isSearching());
        key(Qt::Key_Escape);  // not wanted any more
        QVERIFY(!editor_->isSearching());
        QTest::qWait(300);
        QCOMPARE(areaOf(session().regions(part(4))), 0);
    }

    void allRegionsAreTidied() {
        go(part(4));
        key(Qt::Key_X);
        drag({10, 10}, {40, 30});
        drag({20, 15}, {24, 19}, Qt::RightButton);
        drag({60, 40}, {61, 41});
        const std::int64_t area = 31 * 21 - 25 + 4;
        QCOMPARE(areaOf(session().regions(part(4))), area);
        key(Qt::Key_H, Qt::ShiftModifier);
        QTRY_COMPARE(areaOf(session().regions(part(4))), area + 25);
        key(Qt::Key_S, Qt::ShiftModifier);
        QTRY_COMPARE(areaOf(session().regions(part(4))), area + 25 - 4);
        key(Qt::Key_BracketRight, Qt::ControlModifier);
        QTRY_VERIFY(areaOf(session().regions(part(4))) > 34 * 24);
        key(Qt::Key_BracketLeft, Qt::ControlModifier);
        QTRY_COMPARE(areaOf(session().regions(part(4))), area + 25 - 4);
        key(Qt::Key_Delete, Qt::ShiftModifier);
        QCOMPARE(areaOf(session().regions(part(4))), 0);
        undo();
        QCOMPARE(areaOf(session().regions(part(4))), area + 25 - 4);
    }

    void paintingLabelsAnUnlabelledPartInTheSameStep() {
        const PartId one = part(4);
        session().setLabel(std::span(&one, 1), Label::Unlabelled);
        go(one);
        key(Qt::Key_B);
        drag({10, 10}, {40, 10});
        QVERIFY(session().currentRecord()->label == Label::Bad);
        undo();
        QVERIFY(session().currentRecord()->label == Label::Unlabelled);
        QCOMPARE(areaOf(session().regions(one)), 0);
        redo();
        QVERIFY(session().currentRecord()->label == Label::Bad);
        undo();
        key(Qt::Key_B, Qt::ShiftModifier);  // without
        drag({10, 10}, {40, 10});
        QVERIFY(session().currentRecord()->label == Label::Unlabelled);
        QVERIFY(areaOf(session().regions(one)) > 0);
    }

    void aGoodPartIsAskedAboutWithoutABox() {
        go(part(0));
        auto* hint = canvas().findChild<RegionHint*>();
        QVERIFY(!hint->isVisible());
        key(Qt::Key_B);
        drag({10, 20}, {40, 30});
        QVERIFY(hint->isVisible());
        QVERIFY(session().currentRecord()->label == Label::Good);
        undo();
        QVERIFY(!hint->isVisible());
        redo();
        QVERIFY(hint->isVisible());
        QTest::mouseClick(hint->findChildren<QPushButton*>().front(), Qt::LeftButton);
        QVERIFY(session().currentRecord()->label == Label::Bad);
        QVERIFY(!hint->isVisible());
        go(part(1));
        QVERIFY(!hint->isVisible());
        drag({10, 20}, {40, 30});
        QVERIFY(hint->isVisible());
        QTest::mouseClick(hint->findChildren<QPushButton*>().back(), Qt::LeftButton);  // leave it
        QVERIFY(!hint->isVisible());
        drag({10, 30}, {40, 40});
        QVERIFY2(!hint->isVisible(), "asked once");
    }

    void looking() {
        go(part(4));
        // Without a tool the canvas pans and paints nothing.
        drag({10, 10}, {30, 20});
        QCOMPARE(areaOf(session().regions(part(4))), 0);
        QVERIFY(!canvas().view().fitted);
        key(Qt::Key_F);
        key(Qt::Key_B);
        QCOMPARE(canvas().cursor().shape(), Qt::BlankCursor);  // the ring stands for it
        // With one, Space and the middle button still do.
        QTest::keyPress(window_.get(), Qt::Key_Space);
        drag({10, 10}, {30, 20});
        QVERIFY(canvas().cursor().shape() != Qt::BlankCursor);
        QTest::keyRelease(window_.get(), Qt::Key_Space);
        QVERIFY(!canvas().view().fitted);
        key(Qt::Key_F);
        drag({10, 10}, {30, 20}, Qt::MiddleButton);
        QVERIFY(!canvas().view().fitted);
        QCOMPARE(areaOf(session().regions(part(4))), 0);
        // Ctrl and the wheel change the brush, not the zoom.
        const CanvasView view = canvas().view();
        setSize(20);
        QWheelEvent wheel(QPointF(50, 50), canvas().mapToGlobal(QPointF(50, 50)), {}, QPoint(0, 120),
                          Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas(), &wheel);
        QCOMPARE(canvas().view().zoom, view.zoom);
        QCOMPARE(size().value(), 24);
        key(Qt::Key_BracketLeft);
        QCOMPARE(size().value(), 20);
        setSize(1);
        key(Qt::Key_BracketLeft);
        QCOMPARE(size().value(), 1);
        key(Qt::Key_BracketRight);
        QCOMPARE(size().value(), 2);
        window_.reset();
        openIt();
        QCOMPARE(size().value(), 2);  // remembered
        go(part(4));
        // The grid has no tools, and a tool leaves the grid.
        key(Qt::Key_C);
        QCOMPARE(editor_->tool(), RegionTool::None);
        QVERIFY(!canvas().isVisible());
        key(Qt::Key_B);
        QVERIFY(canvas().isVisible());
        // Segments has none either.
        key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(editor_->tool(), RegionTool::None);
        key(Qt::Key_B);
        QCOMPARE(editor_->tool(), RegionTool::None);
        key(Qt::Key_1, Qt::ControlModifier);
        key(Qt::Key_B);
        QCOMPARE(editor_->tool(), RegionTool::Brush);
    }

    void aStrokeUnderWayIsDroppedOrKept() {
        go(part(4));
        key(Qt::Key_B);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, at({10, 10}));
        move({40, 10}, Qt::LeftButton);
        key(Qt::Key_Escape);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, at({40, 10}));
        QCOMPARE(areaOf(session().regions(part(4))), 0);
        QVERIFY(!session().undoStack().canUndo());
        // The part changes below the pointer: what was painted stays with the part it was painted on.
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, at({10, 10}));
        move({40, 10}, Qt::LeftButton);
        session().setCurrentPart(part(5));
        waitForPicture(part(5));
        move({40, 30}, Qt::LeftButton);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, at({40, 30}));
        QVERIFY(areaOf(session().regions(part(4))) > 0);
        QCOMPARE(areaOf(session().regions(part(5))), 0);
    }

    void whatAnotherProgramPaintsIsSeen() {
        go(part(4));
        key(Qt::Key_X);
        drag({10, 10}, {20, 20});
        cv::Mat other(48, 64, CV_8UC1, cv::Scalar(0));
        other(cv::Rect(30, 30, 10, 10)).setTo(255);
        Project::open(world_->project()).regions().put(part(4), other, "import");
        session().refresh();
        QTRY_VERIFY(painted().contains(QStringLiteral("100 px")));
        drag({50, 5}, {51, 6});
        QCOMPARE(areaOf(session().regions(part(4))), 104);
    }

    void theyAreDrawnAtAnyZoomAndOnlyWhereTheyChange() {
        go(part(4));
        key(Qt::Key_X);
        drag({20, 10}, {40, 30});
        key(Qt::Key_Escape);
        move({2, 2}, Qt::NoButton);
        const auto color = [&](QPointF point) { return canvas().grab().toImage().pixelColor(at(point)); };
        QAction* layer = test::actionWithKey(*window_, QStringLiteral("R"));
        QVERIFY(layer->isChecked());
        const QColor inside = color({30, 20});
        layer->trigger();
        const QColor bare = color({30, 20});
        QVERIFY2(inside != bare, "a translucent fill");
        layer->trigger();
        // The outline is a line of the colour itself, with a dark one outside.
        const QImage shot = canvas().grab().toImage();
        const int edge = static_cast<int>(std::lround(canvas().imageToWidget(QPointF(20, 20)).x()));
        const int row = at({20, 20}).y();
        QCOMPARE(shot.pixelColor(edge, row), RegionLayer::kColor);
        QVERIFY(shot.pixelColor(edge - 1, row).lightness() < 60);

        key(Qt::Key_B);
        setSize(3);
        move({50, 40}, Qt::NoButton);
        QCoreApplication::processEvents();
        Repaints repaints(canvas());
        click({50, 40});
        QCoreApplication::processEvents();
        QVERIFY(repaints.area.isValid());
        QVERIFY2(repaints.area.width() * repaints.area.height() < canvas().width() * canvas().height() / 8,
                 "a dab repaints its surroundings only");
    }

    void aFineRegionDoesNotVanishWhenItIsSmallOnTheScreen() {
        cv::Mat mask(3000, 4000, CV_8UC1, cv::Scalar(0));
        mask(cv::Rect(0, 1501, 4000, 1)).setTo(255);
        RegionLayer layer;
        layer.setMask(mask);
        const auto shown = [&](double zoom) {
            QImage image(static_cast<int>(4000 * zoom), static_cast<int>(3000 * zoom),
                         QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            layer.paint(painter, image.rect(), QTransform::fromScale(zoom, zoom), 0.3);
            painter.end();
            bool everywhere = true;
            for (int x = 0; x < image.width(); ++x) {
                bool here = false;
                for (int y = 0; y < image.height(); ++y)
                    here |= image.pixelColor(x, y) == RegionLayer::kColor;
                everywhere &= here;
            }
            return everywhere;
        };
        for (const double zoom : {0.05, 0.11, 0.25, 0.3})
            QVERIFY2(shown(zoom), qPrintable(QString::number(zoom)));
        // A change far from everything else is found again.
        mask(cv::Rect(3850, 250, 1, 1)).setTo(255);
        layer.refresh({3850, 250, 1, 1});
        QImage corner(40, 30, QImage::Format_ARGB32_Premultiplied);
        corner.fill(Qt::white);
        QPainter painter(&corner);
        layer.paint(painter, corner.rect(), QTransform::fromScale(0.01, 0.01), 0.3);
        painter.end();
        QCOMPARE(corner.pixelColor(38, 2), RegionLayer::kColor);
    }

private:
    void openIt() {
        window_ = test::openWindow(*world_);
        window_->resize(1300, 860);
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        editor_ = window_->findChild<RegionEditor*>();
        QVERIFY(editor_ != nullptr);
    }

    ProjectSession& session() { return *window_->session(); }
    ImageCanvas& canvas() { return window_->findChild<ViewerPanel*>()->canvas(); }
    PartId part(std::size_t row) { return session().data().parts[row].id; }
    QSpinBox& size() { return *window_->findChild<RegionToolBar*>()->findChild<QSpinBox*>(); }
    void setSize(int value) { size().setValue(value); }
    cv::Mat mask(PartId part) {
        return session().regions(part).value_or(cv::Mat(48, 64, CV_8UC1, cv::Scalar(0)));
    }
    static bool same(const cv::Mat& a, const cv::Mat& b) {
        return a.size() == b.size() && cv::countNonZero(a != b) == 0;
    }
    /// What the status line says of the regions.
    QString painted() { return window_->findChild<ElidedLabel*>(QStringLiteral("painted"))->text(); }

    void go(PartId part) {
        session().setCurrentPart(part);
        waitForPicture(part);
    }
    void waitForPicture(PartId part) {
        QTRY_VERIFY(canvas().picture() && canvas().picture()->part == part &&
                    !canvas().picture()->image.isNull());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window_.get(), key, modifiers);
    }
    void undo() { key(Qt::Key_Z, Qt::ControlModifier); }
    void redo() { key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }

    /// The middle of an image pixel on the canvas.
    QPoint at(QPointF pixel) { return canvas().imageToWidget(pixel + QPointF(0.5, 0.5)).toPoint(); }
    void click(QPointF pixel) { QTest::mouseClick(&canvas(), Qt::LeftButton, {}, at(pixel)); }
    /// Straight to the widget: the offscreen platform has no pointer of its own.
    void move(QPointF pixel, Qt::MouseButton button) {
        const QPoint position = at(pixel);
        QMouseEvent event(QEvent::MouseMove, position, canvas().mapToGlobal(position), Qt::NoButton, button,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas(), &event);
    }
    void drag(QPointF from, QPointF to, Qt::MouseButton button = Qt::LeftButton) {
        QTest::mousePress(&canvas(), button, {}, at(from));
        const QPoint end = at(to);
        move((from + to) / 2, button);
        QMouseEvent event(QEvent::MouseMove, end, canvas().mapToGlobal(end), Qt::NoButton, button,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas(), &event);
        QTest::mouseRelease(&canvas(), button, {}, end);
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<MainWindow> window_;
    RegionEditor* editor_ = nullptr;
};

QTEST_MAIN(RegionsTest)
#include "regions_test.moc"
