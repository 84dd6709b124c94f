#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSvgRenderer>
#include <QTimer>

#include "core/base/error.h"
#include "tests/ui/ui_world.h"
#include "ui/session/project_session.h"
#include "ui/viewer/compare_grid.h"
#include "ui/viewer/figure_dialog.h"
#include "ui/viewer/figure_preview.h"
#include "ui/viewer/viewer_panel.h"

using namespace segad;
using namespace segad::ui;

namespace {
HeatScale someScale() {
    std::vector<double> percentiles(101);
    for (std::size_t i = 0; i <= 100; ++i)
        percentiles[i] = static_cast<double>(i);
    return HeatScale::fromPercentiles(percentiles, 95);
}

/// A grey picture whose left half is hot, and a square of ground truth.
std::shared_ptr<PartPicture> picture(int width, int height) {
    auto made = std::make_shared<PartPicture>();
    made->part = 1;
    made->run = 1;
    made->image = QImage(width, height, QImage::Format_RGB888);
    made->image.fill(QColor(100, 100, 100));
    cv::Mat map(10, 10, CV_32FC1, cv::Scalar(0));
    map(cv::Rect(0, 0, 5, 10)).setTo(1000);
    made->map = std::make_shared<AnomalyMap>(map, "test");
    made->groundTruth = QImage(width, height, QImage::Format_Grayscale8);
    made->groundTruth.fill(0);
    for (int y = height / 4; y < height / 2; ++y)
        for (int x = width / 4; x < width / 2; ++x)
            made->groundTruth.scanLine(y)[x] = 255;
    return made;
}

Figure twoPanels() {
    Figure figure{.title = QStringLiteral("world-1000"),
                  .caption = QStringLiteral("Where it comes from"),
                  .columns = 2};
    const auto shown = picture(400, 300);
    figure.panels.push_back({.title = QStringLiteral("1000.png"), .picture = shown});
    figure.panels.push_back({.title = QStringLiteral("PatchCore"),
                             .note = QStringLiteral("score 3.2"),
                             .picture = shown,
                             .scale = someScale()});
    return figure;
}

QByteArray contentsOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/// Types `file` into the next file dialog.
void answerFileDialog(const QString& file, const QString& filter) {
    QTimer::singleShot(50, qApp, [file, filter] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            answerFileDialog(file, filter);
            return;
        }
        dialog->selectNameFilter(filter);
        dialog->findChild<QLineEdit*>()->setText(file);
        dialog->findChild<QLineEdit*>()->setFocus();
        QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
    });
}
}  // namespace

class FigureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("segad-figure-test"));
        QSettings().clear();
    }

    void aPngHasTheSizeThatWasAskedFor() {
        const QString file = QString::fromStdString((dir_ / "two.png").string());
        FigureStyle style{.widthMm = 84, .dpi = 300};
        writeFigure(twoPanels(), style, file);
        const QImage image(file);
        QCOMPARE(image.width(), 992);  // 84 mm
        QVERIFY(std::abs(image.dotsPerMeterX() - 11811) <= 1);
        QVERIFY(image.height() > 300 && image.height() < 800);
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("world-1000"));
        // The bare picture left; hot and cold right.
        const int y = image.height() / 2 - 20;
        QCOMPARE(image.pixelColor(400, y), QColor(100, 100, 100));
        QVERIFY(image.pixelColor(700, y) != QColor(100, 100, 100));
        QCOMPARE(image.pixelColor(900, y), QColor(100, 100, 100));
        QCOMPARE(QSize(static_cast<int>(figureSize(twoPanels(), style).width()), 0), QSize(84, 0));
    }

    void pixelsOneToOne() {
        FigureStyle style{.widthMm = 84, .dpi = 0, .titles = false, .colorBars = false, .scaleBar = false};
        Figure figure = twoPanels();
        figure.groundTruth.shown = false;
        figure.heat.shown = false;
        figure.panels.resize(1);
        figure.columns = 1;
        const QImage image = renderFigure(figure, style);
        QVERIFY2(image.width() >= 400 && image.width() < 420, qPrintable(QString::number(image.width())));
        figure.seen = {0.25, 0.25, 0.5, 0.5};
        QVERIFY(renderFigure(figure, style).width() < 215);
        style.onlySeen = false;
        QVERIFY(renderFigure(figure, style).width() >= 400);
    }

    void svgKeepsTextAsText() {
        const QString file = QString::fromStdString((dir_ / "two.svg").string());
        FigureStyle style{.widthMm = 174, .dpi = 150, .letters = true, .caption = true};
        writeFigure(twoPanels(), style, file);
        const QByteArray svg = contentsOf(file);
        QVERIFY(svg.contains("width=\"174mm\""));
        for (const char* words :
             {">(b) PatchCore</text>", "score 3.2", "Where it comes from", "95.0 %", "100 px"})
            QVERIFY2(svg.contains(words), words);
        QVERIFY(svg.contains("data:image/png;base64"));
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QImage image(696, static_cast<int>(696 / renderer.viewBoxF().width() * renderer.viewBoxF().height()),
                     QImage::Format_RGB32);
        image.fill(Qt::red);
        QPainter painter(&image);
        renderer.render(&painter);
        QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
        QCOMPARE(image.pixelColor(320, 180), QColor(100, 100, 100));
    }

    void pdfHasThePageOfTheFigure() {
        const QString file = QString::fromStdString((dir_ / "two.pdf").string());
        writeFigure(twoPanels(), {.widthMm = 84, .dpi = 150}, file);
        const QByteArray pdf = contentsOf(file);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/Font"));
        const qsizetype at = pdf.indexOf("/MediaBox [0 0 ");
        QVERIFY(at > 0);
        const double width = pdf.mid(at + 15, 8).split(' ').front().toDouble();
        QVERIFY2(std::abs(width - 84 / 25.4 * 72) < 1, qPrintable(QString::number(width)));
    }

    void outlinesEndWhereThePictureEnds() {
        Figure figure = twoPanels();
        figure.panels.resize(1);
        figure.columns = 1;
        figure.seen = {0.3, 0.3, 0.3, 0.3};  // the square goes from 0.25 to 0.5
        figure.groundTruth.opacity = 0;      // of its fill
        FigureStyle style{.widthMm = 84, .dpi = 150, .titles = false, .scaleBar = false};
        const QImage image = renderFigure(figure, style);
        // Nothing outside of the picture, but something inside.
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(image.pixelColor(x, 1), QColor(Qt::white));
        int outlined = 0;
        for (int x = 10; x < image.width() - 10; ++x)
            outlined += image.pixelColor(x, image.height() / 4) != QColor(100, 100, 100);
        QVERIFY(outlined > 0 && outlined < 20);
    }

    void aFileIsWholeOrAsItWas() {
        const QString file = QString::fromStdString((dir_ / "nowhere" / "a.png").string());
        const auto message = [&](const QString& name) {
            try {
                writeFigure(twoPanels(), {}, name);
            } catch (const Error& error) {
                return QString::fromUtf8(error.what());
            }
            return QString();
        };
        QVERIFY(message(file).contains(QStringLiteral("nowhere/a.png: could not be written")));
        QVERIFY(message(QStringLiteral("a.bmp")).contains(QStringLiteral(".png, .svg or .pdf")));
        try {
            renderFigure(twoPanels(), {.widthMm = 500, .dpi = 4000});
            QFAIL("a figure of gigabytes was made");
        } catch (const Error& error) {
            QVERIFY(error.code() == ErrorCode::OutOfMemory);
        }
    }

    void theViewerExportsWhatItShows() {
        const test::UiWorld world;
        ProjectSession session(world.project());
        QSignalSpy opened(&session, &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        ViewerPanel panel(session);
        panel.resize(700, 500);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QTRY_VERIFY(panel.figure().panels.front().picture != nullptr);
        QCOMPARE(panel.figure().panels.front().title, QStringLiteral("PatchCore"));
        QVERIFY(panel.figure().panels.front().scale.has_value());
        QTest::keyClick(&panel, Qt::Key_C);
        QTRY_COMPARE(panel.figure().panels.size(), 2U);
        QCOMPARE(panel.figure().panels.front().title, QStringLiteral("1000.png"));
        QTRY_COMPARE(panel.grid().lead().imageSize(), QSize(64, 48));
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(&panel, Qt::Key_Plus);
        QVERIFY(panel.figure().seen.width() < 1 || panel.figure().seen.height() < 1);

        QTest::keyClick(&panel, Qt::Key_E, Qt::ControlModifier);
        auto* dialog = panel.findChild<FigureDialog*>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(!dialog->findChild<FigurePreview*>()->image().isNull());
        const QImage before = dialog->findChild<FigurePreview*>()->image();
        for (QCheckBox* check : dialog->findChildren<QCheckBox*>())
            if (check->text() == QStringLiteral("Caption"))
                QTest::mouseClick(check, Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(dialog->style().caption);
        QTRY_VERIFY(dialog->findChild<FigurePreview*>()->image() != before);

        QSignalSpy written(dialog, &FigureDialog::written);
        const QString file = QString::fromStdString((dir_ / "shown").string());
        answerFileDialog(file, QStringLiteral("SVG drawing (*.svg)"));
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(test::waitFor(written));
        QVERIFY(QSvgRenderer(file + QStringLiteral(".svg")).isValid());
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QSignalSpy copied(dialog, &FigureDialog::copied);
        QTest::keyClick(dialog, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(test::waitFor(copied));
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());

        QSignalSpy failed(dialog, &FigureDialog::failed);
        dialog->writeTo(QStringLiteral("/nowhere/at/all.png"));
        QVERIFY(test::waitFor(failed));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(panel.findChild<FigureDialog*>() == nullptr);

        // The last choice is there again.
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QTest::keyClick(&panel, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(panel.findChild<FigureDialog*>() != nullptr);
        QVERIFY(panel.findChild<FigureDialog*>()->style().caption);
    }

private:
    test::TempDir dir_;
};

QTEST_MAIN(FigureTest)
#include "figure_test.moc"
