// Painting in the Segments workspace with mouse and keys: strokes, templates, single maps put right, and the
// list of segments.
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTableWidget>
#include <QToolButton>

#include <opencv2/core.hpp>

#include "core/segment/catalog.h"
#include "core/workflow/workflows.h"
#include "tests/ui/ui_world.h"
#include "ui/segments/segment_list.h"
#include "ui/segments/segments_panel.h"
#include "ui/session/project_session.h"
#include "ui/session/segment_book.h"
#include "ui/session/write_queue.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/region_editor.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/param_form.h"

using namespace segad;
using namespace segad::ui;

class SegmentPaintingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        WriteQueue::setPatience(60'000);  // what is painted is looked for in the file
        QCoreApplication::setOrganizationName(QStringLiteral("segad-test"));
        QCoreApplication::setApplicationName(QStringLiteral("segment-painting-test"));
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

    void strokesArePaintedLearnedAndUndone() {
        choose("strokes");
        go(part(0));
        pick(QStringLiteral("background"));
        QCOMPARE(editor_->tool(), RegionTool::Brush);
        QVERIFY(hint().contains(QStringLiteral("Click a segment")));
        drag({4, 10}, {4, 40});
        pick(QStringLiteral("object"));
        drag({50, 10}, {50, 40});
        const cv::Mat both = stored(PaintedPurpose::Strokes, part(0));
        QCOMPARE(both.size(), cv::Size(64, 48));
        QCOMPARE(both.at<uchar>(25, 4), uchar{0});
        QCOMPARE(both.at<uchar>(25, 50), uchar{1});
        QCOMPARE(both.at<uchar>(25, 25), SegmentBook::kUnpainted);
        // What comes of it is shown at once.
        QTRY_VERIFY_WITH_TIMEOUT(hint().contains(QStringLiteral("Learned in")), 30'000);
        QVERIFY(hint().startsWith(QStringLiteral("Strokes on 1 part")));

        go(part(1));
        drag({40, 20}, {50, 20});
        QVERIFY(!stored(PaintedPurpose::Strokes, part(1)).empty());
        undo();
        QVERIFY(stored(PaintedPurpose::Strokes, part(1)).empty());
        undo();  // what is undone is seen
        QCOMPARE(session().currentPart(), part(0));
        QCOMPARE(stored(PaintedPurpose::Strokes, part(0)).at<uchar>(25, 50), SegmentBook::kUnpainted);
        undo();
        QVERIFY(stored(PaintedPurpose::Strokes, part(0)).empty());
        redo();
        redo();
        QVERIFY(same(stored(PaintedPurpose::Strokes, part(0)), both));

        // Nothing is left for closing to do.
        window_.reset();
        openIt();
        choose("strokes");
        QTRY_VERIFY(hint().startsWith(QStringLiteral("Strokes on 1 part")));
    }

    void theRightButtonTakesStrokesOff() {
        choose("strokes");
        go(part(0));
        pick(QStringLiteral("object"));
        drag({10, 10}, {50, 10});
        drag({30, 5}, {30, 15}, Qt::RightButton);
        const cv::Mat labels = stored(PaintedPurpose::Strokes, part(0));
        QCOMPARE(labels.at<uchar>(10, 30), SegmentBook::kUnpainted);
        QCOMPARE(labels.at<uchar>(10, 12), uchar{1});
    }

    void aTemplateIsBackgroundWhereItIsNotPainted() {
        choose("template");
        go(part(2));
        pick(QStringLiteral("object"));
        key(Qt::Key_X);
        QCOMPARE(editor_->tool(), RegionTool::Rectangle);
        drag({20, 10}, {40, 30});
        const cv::Mat labels = stored(PaintedPurpose::Template, part(2));
        QCOMPARE(cv::countNonZero(labels == 1), 21 * 21);
        QCOMPARE(cv::countNonZero(labels == 0), 64 * 48 - 21 * 21);
        QTRY_VERIFY_WITH_TIMEOUT(hint().contains(QStringLiteral("Learned in")), 30'000);
        // On another part one goes on from what the template makes of it.
        go(part(1));
        drag({0, 0}, {3, 3});
        const cv::Mat further = stored(PaintedPurpose::Template, part(1));
        QVERIFY(cv::countNonZero(further == 1) > 21 * 21);
        undo();
        QVERIFY(stored(PaintedPurpose::Template, part(1)).empty());
        redo();
        QVERIFY(same(stored(PaintedPurpose::Template, part(1)), further));
    }

    void aMapIsPutRightByHand() {
        go(part(1));
        const cv::Mat before = mapInForce(part(1));
        QAction* fix = test::actionWithKey(*window_, QStringLiteral("Alt+Shift+X"));
        QVERIFY(fix != nullptr && fix->isEnabled());
        fix->trigger();
        QCOMPARE(editor_->tool(), RegionTool::Brush);
        waitUntilPaintable();
        pick(QStringLiteral("object"));
        key(Qt::Key_X);
        drag({2, 2}, {5, 5});
        const cv::Mat fixed = stored(PaintedPurpose::Fix, part(1));
        QCOMPARE(fixed.at<uchar>(3, 3), uchar{1});
        QCOMPARE(fixed.at<uchar>(20, 10), uchar{0});
        QCOMPARE(fixed.at<uchar>(20, 50), uchar{1});  // it was so already
        QVERIFY(same(mapInForce(part(1)), fixed));
        drag({2, 20}, {5, 25});
        undo();
        QVERIFY(same(mapInForce(part(1)), fixed));
        undo();  // left to the source again
        QVERIFY(stored(PaintedPurpose::Fix, part(1)).empty());
        QVERIFY(same(mapInForce(part(1)), before));
        redo();
        QVERIFY(same(stored(PaintedPurpose::Fix, part(1)), fixed));
        QVERIFY(same(mapInForce(part(1)), fixed));
    }

    void segmentsAreAddedNamedMergedAndDropped() {
        choose("strokes");
        go(part(0));
        QTest::mouseClick(button(QStringLiteral("Add")), Qt::LeftButton);
        QTRY_COMPARE(table().rowCount(), 3);
        QTRY_VERIFY(table().findChild<QLineEdit*>() != nullptr);
        QTest::keyClicks(table().findChild<QLineEdit*>(), QStringLiteral("wire"));
        QTest::keyClick(table().findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_COMPARE(names(), (words({"background", "object", "wire"})));
        QCOMPARE(editor_->tool(), RegionTool::Brush);
        waitUntilPaintable();
        drag({10, 20}, {30, 20});
        QCOMPARE(stored(PaintedPurpose::Strokes, part(0)).at<uchar>(20, 20), uchar{2});

        // Merged into another: what is painted follows, and comes back.
        QTest::mouseClick(button(QStringLiteral("Merge into …")), Qt::LeftButton);
        auto* menu = list().findChild<QMenu*>();
        QTRY_VERIFY(menu->isVisible());
        QCOMPARE(menu->actions().size(), 2);
        menu->actions()[1]->trigger();
        menu->close();
        QTRY_COMPARE(names(), (words({"background", "object"})));
        QTRY_COMPARE(stored(PaintedPurpose::Strokes, part(0)).at<uchar>(20, 20), uchar{1});
        undo();
        QTRY_COMPARE(names(), (words({"background", "object", "wire"})));
        QTRY_COMPARE(stored(PaintedPurpose::Strokes, part(0)).at<uchar>(20, 20), uchar{2});

        pick(QStringLiteral("wire"));
        QTest::mouseClick(button(QStringLiteral("Drop")), Qt::LeftButton);
        QTRY_COMPARE(names(), (words({"background", "object"})));
        QTRY_VERIFY(stored(PaintedPurpose::Strokes, part(0)).empty());
        undo();
        QTRY_COMPARE(stored(PaintedPurpose::Strokes, part(0)).at<uchar>(20, 20), uchar{2});
        undo();
        QTRY_VERIFY(stored(PaintedPurpose::Strokes, part(0)).empty());
    }

    void thePartInDoubtIsSuggested() {
        choose("strokes");
        go(part(0));
        pick(QStringLiteral("background"));
        drag({4, 10}, {4, 40});
        QTRY_VERIFY_WITH_TIMEOUT(hint().contains(QStringLiteral("fewer than two segments. Paint")), 30'000);
        QVERIFY(!button(QStringLiteral("Suggest next part"))->isEnabled());
        pick(QStringLiteral("object"));
        drag({50, 10}, {50, 40});
        QTRY_VERIFY_WITH_TIMEOUT(hint().contains(QStringLiteral("Learned in")), 30'000);
        QTest::mouseClick(button(QStringLiteral("Suggest next part")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(session().currentPart() != part(0), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(hint().contains(QStringLiteral("doubt of this part")), 30'000);
    }

    void clustersAreMergedAfterTheirRun() {
        Job job;
        makeSegments({.project = world_->project(),
                      .source = "clusters",
                      .params = {{"count", 3}, {"side", 64}, {"specks", 0}}},
                     job);
        session().refresh();
        QTRY_COMPARE(table().rowCount(), 3);
        pick(names()[2]);
        QVERIFY(!button(QStringLiteral("Add"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Drop")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(table().rowCount(), 2, 30'000);
        QCOMPARE(mapInForce(part(0)).size(), cv::Size(64, 64));
        QCOMPARE(cv::countNonZero(mapInForce(part(0)) > 1), 0);
    }

    void aNameFollowsInTheMapsInForce() {
        QTableWidgetItem* object = table().item(1, 1);
        QCOMPARE(object->text(), QStringLiteral("object"));
        table().setCurrentItem(object);
        QTest::mouseClick(button(QStringLiteral("Rename")), Qt::LeftButton);
        QTRY_VERIFY(table().findChild<QLineEdit*>() != nullptr);
        table().findChild<QLineEdit*>()->selectAll();
        QTest::keyClicks(table().findChild<QLineEdit*>(), QStringLiteral("disc"));
        QTest::keyClick(table().findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_COMPARE(session().data().segments.at(1).name, std::string("disc"));
        undo();
        QTRY_COMPARE(session().data().segments.at(1).name, std::string("object"));
        QTRY_COMPARE(names(), (words({"background", "object"})));
    }

    void theFirstSegmentsOfAFreshProjectCanBeNamed() {
        const Path fresh = world_->folder().parent_path() / "fresh.segad";
        createProject(fresh);
        Job job;
        importFolder({.project = fresh, .folder = world_->folder()}, job);
        QSignalSpy shown(window_.get(), &MainWindow::projectShown);
        window_->openProject(QString::fromStdString(fresh.string()));
        QVERIFY(test::waitFor(shown));
        key(Qt::Key_2, Qt::ControlModifier);
        auto* box = panel().findChild<QComboBox*>();
        box->setCurrentIndex(box->findData(QStringLiteral("strokes")));
        QTRY_COMPARE(names(), (words({"background", "segment 1"})));
        pick(QStringLiteral("segment 1"));
        QTest::mouseClick(button(QStringLiteral("Rename")), Qt::LeftButton);
        QTRY_VERIFY(table().findChild<QLineEdit*>() != nullptr);
        QTest::keyClicks(table().findChild<QLineEdit*>(), QStringLiteral("track"));
        QTest::keyClick(table().findChild<QLineEdit*>(), Qt::Key_Return);
        const auto storedNames = [&] {
            QStringList all;
            for (const SegmentRecord& segment : Project::open(fresh, true).paintedMaps().segments())
                all << QString::fromStdString(segment.name);
            return all;
        };
        QTRY_COMPARE(storedNames(), (words({"background", "track"})));
        QTRY_COMPARE(names(), (words({"background", "track"})));
        undo();
        QTRY_COMPARE(storedNames(), (words({"background", "segment 1"})));
        QTRY_COMPARE(names(), (words({"background", "segment 1"})));
    }

    void elsewhereTheToolsPaintRegions() {
        choose("strokes");
        QVERIFY(!editor_->paintsRegions());
        key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(editor_->paintsRegions());
        QCOMPARE(editor_->tool(), RegionTool::None);
        go(part(4));
        key(Qt::Key_B);
        drag({10, 10}, {40, 10});
        QVERIFY(session().regions(part(4)).has_value());
        key(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!editor_->paintsRegions());
    }

private:
    void openIt() {
        window_ = test::openWindow(*world_);
        window_->resize(1400, 860);
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        editor_ = window_->findChild<RegionEditor*>();
        key(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(list().isVisible());
    }

    ProjectSession& session() { return *window_->session(); }
    ImageCanvas& canvas() { return window_->findChild<ViewerPanel*>()->canvas(); }
    SegmentsPanel& panel() { return *window_->findChild<SegmentsPanel*>(); }
    SegmentList& list() { return *window_->findChild<SegmentList*>(); }
    QTableWidget& table() { return *list().findChild<QTableWidget*>(); }
    PartId part(std::size_t row) { return session().data().parts[row].id; }

    static QStringList words(std::initializer_list<const char*> each) {
        QStringList all;
        for (const char* word : each)
            all << QString::fromUtf8(word);
        return all;
    }
    QStringList names() {
        QStringList all;
        for (int row = 0; row < table().rowCount(); ++row)
            all << table().item(row, 1)->text();
        return all;
    }
    QString hint() {
        auto* label = panel().findChild<QLabel*>(QStringLiteral("hint"));
        return label->isVisible() ? label->text() : QString();
    }
    QToolButton* button(const QString& text) {
        for (QToolButton* each : panel().findChildren<QToolButton*>())
            if (each->text() == text) return each;
        return nullptr;
    }

    void choose(const std::string& source) {
        auto* box = panel().findChild<QComboBox*>();
        const int row = box->findData(QString::fromStdString(source));
        box->setFocus();
        while (box->currentIndex() != row)
            QTest::keyClick(box, box->currentIndex() < row ? Qt::Key_Down : Qt::Key_Up);
        // As large as the pictures: on the usual 256 pixels each look takes a second.
        panel().findChild<ParamForm*>()->setValues({{"side", 64}});
        QTRY_COMPARE(names(), (words({"background", "object"})));
    }
    void pick(const QString& segment) {
        const int row = static_cast<int>(names().indexOf(segment));
        QVERIFY(row >= 0);
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {},
                          table().visualItemRect(table().item(row, 0)).center());
    }
    void go(PartId part) {
        session().setCurrentPart(part);
        QTRY_VERIFY(canvas().picture() && canvas().picture()->part == part &&
                    !canvas().picture()->image.isNull());
        waitUntilPaintable();
    }
    void waitUntilPaintable() {
        const PaintedPurpose purpose = purposeOf(panel().findChild<QComboBox*>()->currentData().toString());
        if (editor_->paintsRegions()) return;
        QTRY_VERIFY_WITH_TIMEOUT(
            SegmentBook::of(session()).labels(purpose, session().currentPart()) != nullptr, 30'000);
    }
    PaintedPurpose purposeOf(const QString& source) {
        if (test::actionWithKey(*window_, QStringLiteral("Alt+Shift+X"))->isChecked())
            return PaintedPurpose::Fix;
        return source == QStringLiteral("template") ? PaintedPurpose::Template : PaintedPurpose::Strokes;
    }

    cv::Mat stored(PaintedPurpose purpose, PartId part) {
        return Project::open(world_->project(), true).paintedMaps().get(part, purpose).value_or(cv::Mat());
    }
    cv::Mat mapInForce(PartId part) {
        return Project::open(world_->project(), true).segments().map(part)->labels().clone();
    }
    static bool same(const cv::Mat& a, const cv::Mat& b) {
        return a.size() == b.size() && !a.empty() && cv::countNonZero(a != b) == 0;
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window_.get(), key, modifiers);
    }
    void undo() { key(Qt::Key_Z, Qt::ControlModifier); }
    void redo() { key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }

    QPoint at(QPointF pixel) { return canvas().imageToWidget(pixel + QPointF(0.5, 0.5)).toPoint(); }
    void drag(QPointF from, QPointF to, Qt::MouseButton button = Qt::LeftButton) {
        QTest::mousePress(&canvas(), button, {}, at(from));
        for (const QPointF& pixel : {(from + to) / 2, to}) {
            // Straight to the widget: the offscreen platform has no pointer of its own.
            QMouseEvent event(QEvent::MouseMove, at(pixel), canvas().mapToGlobal(at(pixel)), Qt::NoButton,
                              button, Qt::NoModifier);
            QCoreApplication::sendEvent(&canvas(), &event);
        }
        QTest::mouseRelease(&canvas(), button, {}, at(to));
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<MainWindow> window_;
    RegionEditor* editor_ = nullptr;
};

QTEST_MAIN(SegmentPaintingTest)
#include "segment_painting_test.moc"
