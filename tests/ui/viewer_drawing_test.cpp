// How the viewer draws: what the screen shows of pictures, maps and masks, pixel for pixel.
#include <QPainter>
#include <QTest>
#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "ui/session/halvings.h"
#include "ui/viewer/contour_lines.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/line_raster.h"
#include "ui/viewer/minimap.h"
#include "ui/viewer/view_buffer.h"
#include "ui/viewer/view_sampling.h"

using namespace segad;
using namespace segad::ui;

namespace {
cv::Mat noise(int width, int height) {
    cv::theRNG().state = 7;
    cv::Mat pixels(height, width, CV_8UC3);
    cv::randu(pixels, cv::Scalar::all(0), cv::Scalar::all(256));
    return pixels;
}

QRgb colorAt(const cv::Mat& pixels, int x, int y) {
    const auto& rgb = pixels.at<cv::Vec3b>(y, x);
    return qRgb(rgb[0], rgb[1], rgb[2]);
}

QImage sampled(const cv::Mat& pixels, const ViewGeometry& geometry) {
    QImage view(geometry.size, QImage::Format_RGB32);
    samplePicture(view, view.rect(), geometry, pixels);
    return view;
}

cv::Mat cone(int side) {
    cv::Mat map(side, side, CV_32FC1);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            map.at<float>(y, x) = static_cast<float>(-std::hypot(x + 0.5 - side / 2.0, y + 0.5 - side / 2.0));
    }
    return map;
}

std::shared_ptr<PartPicture> partOf(const cv::Mat& pixels) {
    auto picture = std::make_shared<PartPicture>();
    picture->part = 1;
    picture->levels = halvings(pixels, Halving::Mean);
    picture->image = QImage(pixels.data, pixels.cols, pixels.rows, static_cast<qsizetype>(pixels.step),
                            QImage::Format_RGB888)
                         .copy();
    return picture;
}
}  // namespace

class ViewerDrawingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void halvingsGetSmallerAndKeepTheMean() {
        const cv::Mat pixels = noise(1001, 400);
        const auto levels = halvings(pixels, Halving::Mean);
        QCOMPARE(levels.size(), 4U);
        QCOMPARE(levels[1].cols, 501);
        QCOMPARE(levels[3].rows, 50);
        QVERIFY(std::abs(cv::mean(levels[3])[1] - cv::mean(pixels)[1]) < 1);
        QCOMPARE(levelFor(levels, 1.0), 0U);
        QCOMPARE(levelFor(levels, 0.51), 0U);
        QCOMPARE(levelFor(levels, 0.5), 1U);
        QCOMPARE(levelFor(levels, 0.001), 3U);
        QCOMPARE(levelFor(levels, 0.51, true), 1U);
    }

    void everyPixelIsItselfAtOneToOneAndASquareAboveIt() {
        const cv::Mat pixels = noise(40, 30);
        const QImage same =
            sampled(pixels, {.scale = 1, .origin = {3, 2}, .size = {50, 40}, .picture = {40, 30}});
        const QImage large =
            sampled(pixels, {.scale = 4, .origin = {-20, -12}, .size = {60, 60}, .picture = {40, 30}});
        for (int y = 0; y < 30; ++y) {
            for (int x = 0; x < 40; ++x)
                QCOMPARE(same.pixel(x + 3, y + 2), colorAt(pixels, x, y));
        }
        for (int y = 0; y < 60; ++y) {
            for (int x = 0; x < 60; ++x)
                QCOMPARE(large.pixel(x, y), colorAt(pixels, (x + 20) / 4, (y + 12) / 4));
        }
    }

    void halfPixelsOfTheScreenAreMixedButMiddlesAreTrue() {
        const cv::Mat pixels = noise(20, 20);
        const QImage view =
            sampled(pixels, {.scale = 2.5, .origin = {0, 0}, .size = {50, 50}, .picture = {20, 20}});
        for (int i = 0; i < 20; ++i) {
            const int middle = static_cast<int>((i + 0.5) * 2.5);
            QCOMPARE(view.pixel(middle, middle), colorAt(pixels, i, i));
        }
    }

    void aThinLineOfAMaskDoesNotVanish() {
        cv::Mat mask = cv::Mat::zeros(2000, 3000, CV_8UC1);
        mask.row(777).setTo(255);
        const auto levels = halvings(mask, Halving::Largest);
        PixelTable table{};
        table[255] = qRgb(1, 2, 3);
        for (const double scale : {0.9, 0.6, 0.31, 0.1, 0.05}) {
            const QSize size = (QSizeF(3000, 2000) * scale).toSize();
            QImage view(size, QImage::Format_ARGB32_Premultiplied);
            sampleLabels(view, view.rect(),
                         {.scale = scale, .origin = {}, .size = size, .picture = {3000, 2000}},
                         levels[levelFor(levels, scale, true)], table);
            int found = 0;
            for (int y = 0; y < view.height(); ++y)
                found += view.pixel(view.width() / 2, y) == table[255] ? 1 : 0;
            QVERIFY2(found >= 1 && found <= 2, qPrintable(QString::number(scale)));
        }
    }

    void mapsAreInterpolatedBeforeTheyAreColoured() {
        const cv::Mat map = (cv::Mat_<float>(1, 2) << 0, 10);
        PixelTable table{};
        for (std::size_t i = 0; i < table.size(); ++i)
            table[i] = static_cast<QRgb>(i);
        QImage view(200, 4, QImage::Format_ARGB32_Premultiplied);
        sampleMap(view, view.rect(), {.scale = 1, .origin = {}, .size = {200, 4}, .picture = {200, 4}}, map,
                  0, 10, table);
        QCOMPARE(view.pixel(0, 0), QRgb{0});
        QCOMPARE(view.pixel(199, 3), QRgb{255});
        QVERIFY(std::abs(static_cast<int>(view.pixel(100, 1)) - 128) <= 2);
        QVERIFY(std::abs(static_cast<int>(view.pixel(75, 1)) - 64) <= 2);
    }

    void aContourIsTheCircleItShouldBe() {
        const auto lines = contourLines(cone(64), -20, {640, 640});
        QCOMPARE(lines.size(), 1U);
        const QPolygonF& circle = lines.front().points;
        QVERIFY(circle.first() == circle.last());
        double area = 0;
        for (qsizetype i = 0; i + 1 < circle.size(); ++i) {
            QVERIFY(std::abs(std::hypot(circle[i].x() - 320, circle[i].y() - 320) - 200) < 2);
            area += circle[i].x() * circle[i + 1].y() - circle[i + 1].x() * circle[i].y();
        }
        QVERIFY2(area > 0, "the larger values lie on the right");
        // Where it leaves the image it ends at the edge.
        const auto open = contourLines(cone(64), -38, {640, 640});
        QCOMPARE(open.size(), 4U);
        for (const ContourLine& line : open) {
            for (const QPointF& end : {line.points.first(), line.points.last()})
                QVERIFY(end.x() == 0 || end.y() == 0 || end.x() == 640 || end.y() == 640);
        }
        QVERIFY(contourLines(cone(64), 1, {640, 640}).empty());
    }

    void contoursOfNoiseAreAllClosedOrEndAtTheEdge() {
        cv::theRNG().state = 3;
        cv::Mat map(40, 60, CV_32FC1);
        cv::randu(map, cv::Scalar(0), cv::Scalar(1));
        const auto lines = contourLines(map, 0.6F, {60, 40});
        QVERIFY(lines.size() > 20);
        for (const ContourLine& line : lines) {
            if (line.points.first() == line.points.last()) continue;
            for (const QPointF& end : {line.points.first(), line.points.last()})
                QVERIFY(end.x() == 0 || end.y() == 0 || end.x() == 60 || end.y() == 40);
        }
    }

    void aMovedViewIsAsIfDrawnAnew() {
        const cv::Mat pixels = noise(300, 200);
        ViewGeometry geometry{.scale = 3.3, .origin = {-100, -80}, .size = {220, 160}, .picture = {300, 200}};
        ViewBuffer buffer(QImage::Format_RGB32);
        int drawn = 0;
        const auto draw = [&](QImage& view, const QRect& area) {
            drawn += area.width() * area.height();
            samplePicture(view, area, geometry, pixels);
        };
        buffer.at(geometry, draw);
        QCOMPARE(drawn, 220 * 160);
        for (const QPoint& by : {QPoint(5, 3), QPoint(-7, 2), QPoint(0, -9), QPoint(4, -4), QPoint(-11, 0),
                                 QPoint(-3, -6), QPoint(0, 0), QPoint(400, 0)}) {
            drawn = 0;
            geometry.origin += by;
            QCOMPARE(buffer.at(geometry, draw), sampled(pixels, geometry));
            if (by.manhattanLength() < 100) QVERIFY(drawn < 220 * 160 / 4);
        }
    }

    void theScreenShowsEveryPixelAtHighZoomAndTheGridAboveIt() {
        const cv::Mat pixels = noise(30, 20);
        ImageCanvas canvas;
        canvas.resize(400, 300);
        canvas.setPicture(partOf(pixels));
        canvas.setView({.zoom = 10, .center = {15, 10}, .fitted = false});
        const QImage shown = canvas.grab().toImage();
        for (const QPoint& pixel : {QPoint(5, 5), QPoint(20, 14), QPoint(15, 3)}) {
            const QPoint at = canvas.imageToWidget(QPointF(pixel) + QPointF(0.5, 0.5)).toPoint();
            QCOMPARE(shown.pixel(at), colorAt(pixels, pixel.x(), pixel.y()));
            QCOMPARE(shown.pixel(at + QPoint(-4, -4)), colorAt(pixels, pixel.x(), pixel.y()));
        }
        canvas.setView({.zoom = 20, .center = {15, 10}, .fitted = false});
        const QImage near = canvas.grab().toImage();
        const QPoint corner = canvas.imageToWidget(QPointF(15, 10)).toPoint();
        QVERIFY(near.pixel(corner + QPoint(0, 10)) != near.pixel(corner + QPoint(3, 10)));
        QCOMPARE(near.pixel(corner + QPoint(5, 10)), near.pixel(corner + QPoint(12, 10)));
    }

    void linesLookTheSameInPiecesAndAreAsWideAsAsked() {
        const std::vector<QPolygonF> pieces{{{10, 20.5}, {90, 20.5}}, {{20, 70}, {60, 30}, {95, 66}}};
        const LineLook look{.color = Qt::white, .width = 1, .halo = Qt::black, .haloWidth = 5};
        const auto empty = [] {
            QImage image(100, 80, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            return image;
        };
        QImage whole = empty();
        rasterLines(whole, whole.rect(), pieces, look);
        QImage strips = empty();
        rasterLines(strips, {0, 0, 100, 33}, pieces, look);
        rasterLines(strips, {0, 33, 40, 47}, pieces, look);
        rasterLines(strips, {40, 33, 60, 47}, pieces, look);
        QCOMPARE(strips, whole);
        QCOMPARE(whole.pixelColor(50, 20), QColor(Qt::white));
        QCOMPARE(whole.pixelColor(50, 22), QColor(Qt::black));
        QCOMPARE(whole.pixelColor(50, 24).alpha(), 0);
        QVERIFY(whole.pixelColor(50, 23).alpha() < 40);
        QCOMPARE(whole.pixelColor(4, 20).alpha(), 0);
    }

    void theGridLiesBetweenThePixelsOnly() {
        QImage view(100, 80, QImage::Format_ARGB32_Premultiplied);
        view.fill(Qt::transparent);
        const ViewGeometry geometry{
            .scale = 20, .origin = {10, 10}, .size = {100, 80}, .picture = QSize(3, 2)};
        rasterPixelGrid(view, view.rect(), geometry, Qt::black);
        QCOMPARE(view.pixelColor(30, 15).alpha(), 255);
        QCOMPARE(view.pixelColor(15, 30).alpha(), 255);
        QCOMPARE(view.pixelColor(31, 15).alpha(), 0);
        QCOMPARE(view.pixelColor(5, 30).alpha(), 0);
        QCOMPARE(view.pixelColor(30, 60).alpha(), 0);
    }

    void anotherPartOfTheSameSizeKeepsZoomAndPlace() {
        ImageCanvas canvas;
        canvas.resize(400, 300);
        canvas.setPicture(partOf(noise(800, 600)));
        canvas.setView({.zoom = 2, .center = {200, 100}, .fitted = false});
        // On the way to a part that has yet to be read, its preview is shown.
        canvas.setPreview(QImage(80, 60, QImage::Format_RGB32), {800, 600});
        QVERIFY(!canvas.picture());
        QCOMPARE(canvas.imageSize(), QSize(800, 600));
        QCOMPARE(canvas.zoom(), 2.0);
        canvas.setPicture(partOf(noise(800, 600)));
        QCOMPARE(canvas.view().center, QPointF(200, 100));
        canvas.setPicture(partOf(noise(700, 600)));
        QVERIFY(canvas.view().fitted);
    }

    void contourLinesComeAndGo() {
        ImageCanvas canvas;
        canvas.resize(416, 416);
        auto picture = partOf(cv::Mat(100, 100, CV_8UC3, cv::Scalar::all(128)));
        picture->map = std::make_shared<AnomalyMap>(cone(50), "test");
        canvas.setPicture(picture);
        const QImage bare = canvas.grab().toImage();
        canvas.setContourLevel(-12.5);
        // A circle of 25 image pixels around the middle.
        const QPoint on = canvas.imageToWidget(QPointF(75, 50)).toPoint();
        const auto seen = [&] {
            const QImage shown = canvas.grab().toImage().copy(QRect(on - QPoint(3, 3), QSize(7, 7)));
            int darkest = 255;
            int brightest = 0;
            for (int x = 0; x < shown.width(); ++x) {
                const int lightness = shown.pixelColor(x, 3).lightness();
                darkest = std::min(darkest, lightness);
                brightest = std::max(brightest, lightness);
            }
            return darkest < 90 && brightest > 170;  // a bright line between dark ones, on grey
        };
        QTRY_VERIFY(seen());
        canvas.setContoursShown(false);
        QCOMPARE(canvas.grab().toImage(), bare);
        canvas.setContoursShown(true);
        QVERIFY(seen());
        canvas.setContourLevel(std::nullopt);
        QCOMPARE(canvas.grab().toImage(), bare);
    }

    void theMinimapShowsWhereOneIsAndGoesWhereOneClicks() {
        ImageCanvas canvas;
        canvas.resize(500, 400);
        canvas.setMinimapShown(true);
        canvas.show();
        canvas.setPicture(partOf(noise(800, 600)));
        auto* map = canvas.findChild<Minimap*>();
        QVERIFY(!map->isVisible());
        canvas.setView({.zoom = 3, .center = {400, 300}, .fitted = false});
        QVERIFY(map->isVisible());
        QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(map->width() / 4, map->height() / 4));
        QVERIFY(QLineF(canvas.view().center, QPointF(200, 150)).length() < 12);
        QTest::mouseDClick(&canvas, Qt::LeftButton, {}, QPoint(50, 50));
        QVERIFY(!map->isVisible());
    }

    void theKeyboardPans() {
        ImageCanvas canvas;
        canvas.resize(500, 400);
        canvas.setPicture(partOf(noise(800, 600)));
        canvas.setView({.zoom = 3, .center = {400, 300}, .fitted = false});
        QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(canvas.view().center.x() > 400);
        QTest::keyClick(&canvas, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(canvas.view().center.y() < 300);
        const QPointF before = canvas.view().center;
        QTest::keyClick(&canvas, Qt::Key_Right);
        QCOMPARE(canvas.view().center, before);
    }
};

QTEST_MAIN(ViewerDrawingTest)
#include "viewer_drawing_test.moc"
