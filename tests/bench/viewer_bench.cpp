// What a frame of the viewer costs, against UI.md's figures: zooming, panning and another opacity at 4,000 ×
// 3,000 and 10,000 × 8,000 pixels with every layer on (a frame: 16.7 ms), and going to another part that is
// or is not in the cache (100 ms). Prints one line each: median and 99 % of all frames, in milliseconds.
//
//     QT_QPA_PLATFORM=offscreen bench_viewer [SCALE]      SCALE: device pixels per point, 1 or 2
#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/sha256.h"
#include "core/image/image.h"
#include "core/project/project.h"
#include "tests/support/test_support.h"
#include "ui/session/halvings.h"
#include "ui/session/project_session.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/viewer_panel.h"

using namespace segad;
using namespace segad::ui;

namespace {
constexpr int kWidth = 1400;
constexpr int kHeight = 900;
constexpr int kSegments = 6;
constexpr int kMapSide = 512;

double processorMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class Times {
public:
    void time(const std::function<void()>& frame) {
        start();
        frame();
        stop();
    }
    void start() {
        before_ = processorMilliseconds();
        timer_.start();
    }
    void stop() {
        clock_.push_back(static_cast<double>(timer_.nsecsElapsed()) / 1e6);
        processor_.push_back(processorMilliseconds() - before_);
    }
    void print(const QString& what) {
        std::printf("%-46s %8.1f %8.1f %8.1f\n", qPrintable(what), at(clock_, 0.5), at(clock_, 0.99),
                    at(processor_, 0.5));
        std::fflush(stdout);
    }

private:
    static double at(std::vector<double>& values, double share) {
        std::ranges::sort(values);
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    }
    QElapsedTimer timer_;
    double before_ = 0;
    std::vector<double> clock_;
    std::vector<double> processor_;
};

/// Structure at every scale, so that neither JPEG nor the sampling has it easy.
cv::Mat texture(cv::Size size, int seed) {
    cv::theRNG().state = static_cast<std::uint64_t>(seed) + 1;
    cv::Mat coarse(size.height / 16, size.width / 16, CV_8UC3);
    cv::randu(coarse, cv::Scalar::all(40), cv::Scalar::all(220));
    cv::Mat picture;
    cv::resize(coarse, picture, size, 0, 0, cv::INTER_CUBIC);
    cv::Mat fine(size, CV_8UC3);
    cv::randu(fine, cv::Scalar::all(0), cv::Scalar::all(24));
    return picture + fine;
}

cv::Mat blobs(int side) {
    cv::Mat map(side, side, CV_32FC1);
    cv::randu(map, cv::Scalar(0), cv::Scalar(1));
    cv::GaussianBlur(map, map, {}, side / 80.0);
    cv::normalize(map, map, 0, 2, cv::NORM_MINMAX);
    return map;
}

cv::Mat blobMask(cv::Size size) {
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    for (int i = 0; i < 12; ++i)
        cv::circle(mask, {(i * 977 + 300) % size.width, (i * 661 + 200) % size.height}, size.width / 60,
                   cv::Scalar(255), cv::FILLED);
    return mask;
}

cv::Mat stripes(int side) {
    cv::Mat labels(side, side, CV_8UC1);
    for (int x = 0; x < side; ++x)
        labels.col(x).setTo(x * kSegments / side);
    return labels;
}

QImage imageOf(const cv::Mat& pixels, QImage::Format format) {
    return QImage(pixels.data, pixels.cols, pixels.rows, static_cast<qsizetype>(pixels.step), format);
}

std::vector<QColor> colors() {
    return {Qt::black, Qt::red, Qt::green, Qt::blue, Qt::cyan, Qt::magenta};
}

HeatScale scale() {
    std::vector<double> percentiles(101);
    for (std::size_t i = 0; i < percentiles.size(); ++i)
        percentiles[i] = static_cast<double>(i) / 100;
    return HeatScale::fromPercentiles(std::move(percentiles), 95);
}

void wheel(QWidget& widget, int steps, const QPoint& at) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, QPoint(0, 120 * steps), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

void zoomAndPan(ImageCanvas& canvas, const QString& size) {
    Times zooming;
    for (int round = 0; round < 3; ++round) {
        canvas.fitView();
        for (int i = 0; i < 44; ++i) {
            wheel(canvas, i < 22 ? 1 : -1, {500 + i, 400});
            zooming.time([&] { canvas.repaint(); });
        }
    }
    zooming.print(size + QStringLiteral(", zoom"));
    for (const double zoom : {0.4, 1.0, 5.0}) {
        canvas.setView(
            {.zoom = zoom, .center = QRectF({0, 0}, canvas.imageSize()).center(), .fitted = false});
        canvas.repaint();
        Times panning;
        for (int i = 0; i < 120; ++i) {
            const CanvasView view = canvas.view();
            const QPointF by = i < 60 ? QPointF(7, 4) : QPointF(-7, -4);
            canvas.setView({.zoom = zoom, .center = view.center + by / zoom, .fitted = false});
            panning.time([&] { canvas.repaint(); });
        }
        panning.print(size + QStringLiteral(", pan at %1 %").arg(zoom * 100));
    }
}

void changeOpacity(ImageCanvas& canvas, const QString& size) {
    canvas.fitView();
    canvas.repaint();
    Times heat;
    Times segments;
    for (int i = 0; i <= 100; ++i) {
        canvas.setHeat({true, i / 100.0});
        heat.time([&] { canvas.repaint(); });
        canvas.setSegments({true, i / 100.0});
        segments.time([&] { canvas.repaint(); });
    }
    heat.print(size + QStringLiteral(", heatmap's opacity"));
    segments.print(size + QStringLiteral(", segments' opacity"));
    Times scales;
    for (int i = 0; i < 50; ++i) {
        HeatScale moved = scale();
        moved.low += i / 200.0;
        canvas.setHeatScale(moved);
        scales.time([&] { canvas.repaint(); });
    }
    scales.print(size + QStringLiteral(", heatmap's lower end"));
}

void frames(cv::Size size) {
    const QString name = QStringLiteral("%1 x %2").arg(size.width).arg(size.height);
    const cv::Mat pixels = texture(size, 1);
    const cv::Mat mask = blobMask(size);
    auto picture = std::make_shared<PartPicture>();
    picture->part = 1;
    picture->image = imageOf(pixels, QImage::Format_RGB888);
    picture->levels = halvings(pixels, Halving::Mean);
    picture->map = std::make_shared<AnomalyMap>(blobs(kMapSide), "bench");
    picture->mapLevels = halvings(picture->map->pixels(), Halving::Mean);
    picture->segments = std::make_shared<SegmentMap>(stripes(kMapSide), kSegments, "bench");
    picture->groundTruth = imageOf(mask, QImage::Format_Grayscale8);
    picture->groundTruthLevels = halvings(mask, Halving::Largest);
    ImageCanvas canvas;
    canvas.resize(kWidth, kHeight);
    canvas.setSegmentColors(colors());
    canvas.setHeatScale(scale());
    canvas.setHeat({true, 0.6});
    canvas.setSegments({true, 0.4});
    canvas.setGroundTruth({true, 0.2});
    canvas.setContourLevel(1.3);
    canvas.setPicture(picture);
    canvas.setMinimapShown(true);
    canvas.show();
    QTest::qWait(300);
    zoomAndPan(canvas, name);
    changeOpacity(canvas, name);
}

/// Parts of one size with maps and segments, the files in the system's cache.
struct Series {
    Series(cv::Size size, const std::string& suffix, int count) {
        std::filesystem::create_directories(dir / "images");
        Project project = Project::create(file);
        const SourceId source =
            project.parts().addSource({.path = toUtf8(dir / "images"), .layout = "folder"});
        RunRecord run{.kind = RunKind::Train, .subject = "patchcore"};
        run.id = project.runs().start(run);
        std::vector<ScoreRecord> scores;
        for (int i = 0; i < count; ++i) {
            const std::string name = std::to_string(i) + suffix;
            encodeImage(dir / "images" / name, texture(size, i));
            const PartId id = project.parts().put({.source = source,
                                                   .path = name,
                                                   .sha256 = sha256OfFile(dir / "images" / name),
                                                   .bytes = std::filesystem::file_size(dir / "images" / name),
                                                   .width = size.width,
                                                   .height = size.height});
            project.maps().put(run.id, id, AnomalyMap(blobs(kMapSide), "bench"));
            scores.push_back({.part = id, .imageScore = 1, .mapMax = 2});
            ids.push_back(id);
        }
        project.runs().putScores(run.id, scores);
        project.maps().putPercentiles(run.id, scale().percentiles);
        run.outcome = RunOutcome::Done;
        project.runs().finish(run);
    }
    test::TempDir dir;
    Path file = dir / "bench.segad";
    std::vector<PartId> ids;
};

void switching(cv::Size size, const std::string& suffix, int count) {
    const QString name =
        QStringLiteral("%1 x %2 %3").arg(size.width).arg(size.height).arg(QString::fromStdString(suffix));
    const Series parts(size, suffix, count);
    Times first;
    Times whole;
    Times cached;
    for (int round = 0; round < 3; ++round) {
        ProjectSession session(parts.file);
        ViewerPanel panel(session);
        panel.resize(kWidth, kHeight);
        panel.show();
        QSignalSpy opened(&session, &ProjectSession::opened);
        if (opened.isEmpty() && !opened.wait(10'000)) return;
        const auto shown = [&](PartId id) {
            const auto& picture = panel.canvas().picture();
            return picture && picture->part == id;
        };
        const auto complete = [&] { return shown(session.currentPart()); };
        if (!QTest::qWaitFor(complete, 20'000)) return;
        QTest::qWait(400);
        first.start();
        whole.start();
        session.setCurrentPart(parts.ids.back());  // farther away than is read ahead
        const auto& canvas = panel.canvas();
        if (!QTest::qWaitFor([&] { return canvas.picture() == nullptr || complete(); }, 20'000)) return;
        panel.canvas().repaint();
        first.stop();
        if (!QTest::qWaitFor(complete, 20'000)) return;
        panel.canvas().repaint();
        whole.stop();
        QTest::qWait(200);
        for (int i = 0; i < 20; ++i) {
            const PartId id = i % 2 == 0 ? parts.ids.front() : parts.ids.back();
            cached.time([&] {
                session.setCurrentPart(id);
                if (!shown(id)) std::printf("not cached\n");
                panel.canvas().repaint();
            });
        }
    }
    first.print(name + QStringLiteral(", other part: first seen"));
    whole.print(name + QStringLiteral(", other part: complete"));
    cached.print(name + QStringLiteral(", other part: cached"));
}
}  // namespace

int main(int argc, char** argv) {
    if (argc > 1) qputenv("QT_SCALE_FACTOR", argv[1]);
    QApplication application(argc, argv);
    std::printf("%-46s %8s %8s %8s  (ms, %d x %d points)\n", "", "median", "99 %", "CPU", kWidth, kHeight);
    frames({4000, 3000});
    frames({10'000, 8'000});
    switching({4000, 3000}, ".jpg", 5);
    switching({4000, 3000}, ".png", 5);
    switching({10'000, 8'000}, ".jpg", 2);
    return 0;
}
