// What lies over the picture in a figure: painted regions, contour lines, the reasons of a score, in each of
// the formats. In SVG and PDF they are lines and text, not dots.
#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

#include "tests/ui/ui_world.h"
#include "ui/viewer/figure.h"
#include "ui/viewer/layer_images.h"
#include "ui/viewer/region_layer.h"

using namespace segad;
using namespace segad::ui;

namespace {
constexpr int kWidth = 400;
constexpr int kHeight = 300;
const QColor kGrey(100, 100, 100);
/// Of the picture, which alone fills the paper.
const FigureStyle kBare{
    .widthMm = 84, .dpi = 0, .titles = false, .colorBars = false, .scaleBar = false, .onlySeen = false};

std::shared_ptr<PartPicture> picture() {
    auto made = std::make_shared<PartPicture>();
    made->image = QImage(kWidth, kHeight, QImage::Format_RGB888);
    made->image.fill(kGrey);
    // From 0 on the left to 1000 on the right.
    cv::Mat map(30, 40, CV_32FC1);
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.cols; ++x)
            map.at<float>(y, x) = static_cast<float>(x) * 1000 / 39;
    made->map = std::make_shared<AnomalyMap>(map, "test");
    return made;
}

Figure regionFigure() {
    Figure figure;
    FigurePanel panel{.picture = picture()};
    panel.regions = cv::Mat::zeros(kHeight, kWidth, CV_8UC1);
    panel.regions(cv::Rect(100, 75, 100, 75)).setTo(255);
    figure.panels.push_back(panel);
    figure.heat.shown = false;
    return figure;
}

Figure contourFigure() {
    Figure figure;
    figure.panels.push_back({.picture = picture(), .contourLevel = 500});
    figure.heat.shown = false;
    return figure;
}

Figure reasonFigure() {
    Figure figure;
    figure.panels.push_back(
        {.title = QStringLiteral("Why this score"),
         .reasons = {{QStringLiteral("wire × PatchCore"), 1.5}, {QStringLiteral("pin × RD4AD"), -0.75}}});
    return figure;
}

/// At a place of the picture, which begins a margin of one millimetre after the paper.
QColor at(const QImage& image, double x, double y) {
    const double margin = image.width() / kBare.widthMm;
    const double zoom = (image.width() - 2 * margin) / kWidth;
    return image.pixelColor(static_cast<int>(x * zoom + margin), static_cast<int>(y * zoom + margin));
}

bool isLike(const QColor& color, const QColor& wanted) {
    return std::abs(color.red() - wanted.red()) + std::abs(color.green() - wanted.green()) +
               std::abs(color.blue() - wanted.blue()) <
           40;
}

/// Whether `wanted` is among the pixels of the row around x.
bool rowHas(const QImage& image, double x, double y, const QColor& wanted) {
    for (double dx = -5; dx <= 5; dx += 0.25)
        if (isLike(at(image, x + dx, y), wanted)) return true;
    return false;
}

QByteArray contentsOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/// What a PDF draws: its streams, unpacked.
QByteArray drawnBy(const QByteArray& pdf) {
    QByteArray drawn;
    for (qsizetype from = pdf.indexOf("stream\n"); from >= 0; from = pdf.indexOf("stream\n", from)) {
        from += 7;
        const qsizetype to = pdf.indexOf("endstream", from);
        constexpr int kMost = 1 << 24;
        QByteArray packed(4, '\0');
        packed[0] = static_cast<char>(kMost >> 24);
        packed[1] = static_cast<char>(kMost >> 16);
        // Pictures may be packed otherwise.
        if (pdf[from] == 'x') drawn += qUncompress(packed + pdf.mid(from, to - from));
        from = to + 9;
    }
    return drawn;
}

/// Lines that are stroked in the colour, as an SVG has them.
qsizetype strokesIn(const QByteArray& svg, const QColor& color) {
    qsizetype strokes = 0;
    for (const QByteArray& group : svg.split('>')) {
        if (group.contains("stroke=\"" + color.name().toLatin1() + "\"")) ++strokes;
    }
    return strokes;
}
}  // namespace

class FigureLayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void regionsHaveAFillAndAnOutline() {
        Figure figure = regionFigure();
        figure.regions.opacity = 0.5;
        const QImage image = renderFigure(figure, kBare);
        QCOMPARE(at(image, 50, 40), kGrey);
        const QColor inside = at(image, 150, 110);
        QVERIFY2(!isLike(inside, kGrey) && !isLike(inside, RegionLayer::kColor), qPrintable(inside.name()));
        QVERIFY(rowHas(image, 100, 110, RegionLayer::kColor));
        QVERIFY(rowHas(image, 200, 110, RegionLayer::kColor));
        // Only the outline, when the fill is transparent; nothing, when they are off.
        figure.regions.opacity = 0;
        const QImage hollow = renderFigure(figure, kBare);
        QCOMPARE(at(hollow, 150, 110), kGrey);
        QVERIFY(rowHas(hollow, 100, 110, RegionLayer::kColor));
        figure.regions.shown = false;
        QVERIFY(!rowHas(renderFigure(figure, kBare), 100, 110, RegionLayer::kColor));
    }

    void regionsAreCutWhereTheViewEnds() {
        Figure figure = regionFigure();
        figure.seen = {0.375, 0.3, 0.5, 0.5};  // begins in the middle of the region
        FigureStyle style = kBare;
        style.onlySeen = true;
        style.dpi = 300;
        const QImage image = renderFigure(figure, style);
        const double margin = image.width() / style.widthMm;
        const double zoom = (image.width() - 2 * margin) / (kWidth / 2.0);
        constexpr int kHalf = 4;  // of a line with its halo
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < static_cast<int>(margin) - kHalf; ++x)
                QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
        // Its lower edge, 150, is seen 60 below the upper end.
        bool edge = false;
        for (double y = 57; y < 63; y += 0.25) {
            edge = edge || isLike(image.pixelColor(static_cast<int>(margin + 20 * zoom),
                                                   static_cast<int>(margin + y * zoom)),
                                  RegionLayer::kColor);
        }
        QVERIFY(edge);
    }

    void groundTruthIsDrawnAsOnTheScreen() {
        Figure figure = contourFigure();
        figure.panels[0].contourLevel.reset();
        auto shown = picture();
        shown->groundTruth = QImage(kWidth, kHeight, QImage::Format_Grayscale8);
        shown->groundTruth.fill(0);
        for (int y = 100; y < 200; ++y)
            std::fill_n(shown->groundTruth.scanLine(y) + 100, 100, uchar{255});
        figure.panels[0].picture = shown;
        figure.groundTruth.opacity = 0.3;
        FigureStyle style = kBare;
        style.dpi = 300;
        const QImage image = renderFigure(figure, style);
        // A faint fill, and an outline that is not faint.
        const QColor inside = at(image, 150, 150);
        QVERIFY(!isLike(inside, kGrey) && !isLike(inside, groundTruthColor()));
        QVERIFY(rowHas(image, 100, 150, groundTruthColor()));
    }

    void reasonsTakeTheRoomOfTheirRow() {
        Figure figure = contourFigure();
        figure.columns = 2;
        FigurePanel why{.title = QStringLiteral("Why this score")};
        for (int i = 0; i < 8; ++i)
            why.reasons.push_back({QStringLiteral("reason-%1").arg(i), 0.5 - i * 0.1});
        figure.panels.push_back(why);
        figure.panels[0].picture = [] {
            auto tall = picture();
            tall->image = QImage(300, 300, QImage::Format_RGB888);
            tall->image.fill(kGrey);
            return tall;
        }();
        QVERIFY(written(figure, QStringLiteral("svg")).contains("reason-7"));
    }

    void contoursFollowTheLevel() {
        FigureStyle style = kBare;
        style.dpi = 300;  // thinner lines are no longer white
        const QImage image = renderFigure(contourFigure(), style);
        QVERIFY(rowHas(image, kWidth / 2.0, 150, Qt::white));
        QVERIFY(rowHas(image, kWidth / 2.0, 150, Qt::black));
        QCOMPARE(at(image, 100, 150), kGrey);
        Figure lower = contourFigure();
        lower.panels[0].contourLevel = 250;
        const QImage moved = renderFigure(lower, style);
        QCOMPARE(at(moved, kWidth / 2.0, 150), kGrey);
        QVERIFY(rowHas(moved, kWidth / 4.0 + 2, 150, Qt::white));
    }

    void reasonsAreBarsToBothSides() {
        FigureStyle style{.widthMm = 84, .dpi = 150, .caption = false};
        const QImage image = renderFigure(reasonFigure(), style);
        int raised = 0;
        int lowered = 0;
        int mostLeft = image.width();
        int mostRight = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                if (color.saturation() < 100) continue;
                (color.red() > color.blue() ? raised : lowered)++;
                mostLeft = std::min(mostLeft, x);
                mostRight = std::max(mostRight, x);
            }
        }
        // One is twice as long as the other, and both fill the width together.
        QVERIFY2(raised > lowered * 1.8 && raised < lowered * 2.2,
                 qPrintable(QStringLiteral("%1 and %2").arg(raised).arg(lowered)));
        QVERIFY(mostRight - mostLeft > image.width() * 0.9);
    }

    void inSvgTheyAreLinesAndWords() {
        const QByteArray regions = written(regionFigure(), QStringLiteral("svg"));
        QVERIFY(strokesIn(regions, RegionLayer::kColor) > 0);
        Figure off = regionFigure();
        off.regions.shown = false;
        QCOMPARE(strokesIn(written(off, QStringLiteral("svg")), RegionLayer::kColor), 0);
        const QByteArray contours = written(contourFigure(), QStringLiteral("svg"));
        QVERIFY(strokesIn(contours, Qt::white) > 0);
        QCOMPARE(strokesIn(regions, Qt::white), 0);
        const QByteArray reasons = written(reasonFigure(), QStringLiteral("svg"));
        for (const char* words : {"wire × PatchCore", "pin × RD4AD", ">+1.50<", ">-0.75<", "Why this score"})
            QVERIFY2(reasons.contains(words), words);
        for (const QByteArray& svg : {regions, contours, reasons})
            QVERIFY(QSvgRenderer(svg).isValid());
    }

    void anSvgLooksLikeThePng() {
        for (Figure figure : {regionFigure(), contourFigure()}) {
            const QImage png = renderFigure(figure, kBare);
            QImage image(png.size(), QImage::Format_RGB32);
            image.fill(Qt::red);
            QPainter painter(&image);
            QSvgRenderer(written(figure, QStringLiteral("svg"), kBare)).render(&painter);
            int different = 0;
            for (int y = 0; y < png.height(); ++y)
                for (int x = 0; x < png.width(); ++x)
                    different += isLike(png.pixelColor(x, y), image.pixelColor(x, y)) ? 0 : 1;
            QVERIFY2(different < png.width() * png.height() / 50, qPrintable(QString::number(different)));
        }
    }

    void inPdfTheyAreLinesAndWords() {
        const auto strokes = [](const QByteArray& pdf, const QColor& color) {
            // "r g b SCN": the colour of what is stroked next.
            static const QRegularExpression set(QStringLiteral(R"(([\d.]+) ([\d.]+) ([\d.]+) SCN)"));
            int found = 0;
            for (auto it = set.globalMatch(QString::fromLatin1(drawnBy(pdf))); it.hasNext();) {
                const QRegularExpressionMatch match = it.next();
                const auto near = [&](int group, double wanted) {
                    return std::abs(match.captured(group).toDouble() - wanted) < 0.01;
                };
                found += near(1, color.redF()) && near(2, color.greenF()) && near(3, color.blueF()) ? 1 : 0;
            }
            return found;
        };
        const QByteArray regions = written(regionFigure(), QStringLiteral("pdf"));
        QVERIFY(strokes(regions, RegionLayer::kColor) > 0);
        QCOMPARE(strokes(regions, Qt::white), 0);
        QVERIFY(strokes(written(contourFigure(), QStringLiteral("pdf")), Qt::white) > 0);
        const QByteArray reasons = written(reasonFigure(), QStringLiteral("pdf"));
        QVERIFY(reasons.contains("/Font"));
        QVERIFY(drawnBy(reasons).contains(" Tj"));
    }

private:
    QByteArray written(
        const Figure& figure, const QString& suffix,
        const FigureStyle& style = {
            .widthMm = 84, .dpi = 150, .colorBars = false, .scaleBar = false, .onlySeen = false}) const {
        const QString file = QString::fromStdString((dir_ / "figure.").string()) + suffix;
        writeFigure(figure, style, file);
        return contentsOf(file);
    }

    test::TempDir dir_;
};

QTEST_MAIN(FigureLayersTest)
#include "figure_layers_test.moc"
