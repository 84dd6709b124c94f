// How long a region tool makes the user wait on a picture of 4,000 × 3,000: from a mouse move to the
// repainted canvas (bound: one frame, 16 ms), the end of a stroke (on disk), undo and redo, selections.
//
// Without a display: QT_QPA_PLATFORM=offscreen bench_regions
#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QTest>
#include <algorithm>
#include <cmath>
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
#include "ui/session/project_session.h"
#include "ui/viewer/region_editor.h"
#include "ui/viewer/viewer_panel.h"

using namespace segad;
using namespace segad::ui;

namespace {
constexpr int kWidth = 4000;
constexpr int kHeight = 3000;
constexpr int kParts = 2;
constexpr int kMoves = 300;
constexpr int kRounds = 30;

/// Surfaces with grain, as a camera sees them, and a stain to cut out.
cv::Mat picture() {
    cv::Mat rgb(kHeight, kWidth, CV_8UC3, cv::Scalar(120, 128, 136));
    cv::circle(rgb, {2000, 1500}, 1200, cv::Scalar(150, 150, 140), cv::FILLED);
    cv::circle(rgb, {2500, 1300}, 130, cv::Scalar(60, 50, 45), cv::FILLED);
    cv::Mat grain(rgb.size(), CV_8UC3);
    cv::RNG random(1);
    random.fill(grain, cv::RNG::UNIFORM, 0, 12);
    return rgb + grain;
}

void fill(const Path& file, const Path& folder) {
    std::filesystem::create_directories(folder);
    Project project = Project::create(file);
    const SourceId source = project.parts().addSource({.path = toUtf8(folder), .layout = "folder"});
    const cv::Mat rgb = picture();
    RunRecord train{.kind = RunKind::Train, .subject = "patchcore"};
    train.id = project.runs().start(train);
    cv::Mat map(256, 256, CV_32FC1, cv::Scalar(0));
    cv::circle(map, {160, 110}, 12, cv::Scalar(5), cv::FILLED);
    cv::GaussianBlur(map, map, {0, 0}, 4);
    std::vector<ScoreRecord> scores;
    for (int i = 0; i < kParts; ++i) {
        const std::string name = std::to_string(i) + ".jpg";
        encodeImage(folder / name, rgb);
        PartRecord part{.source = source,
                        .path = name,
                        .sha256 = sha256OfFile(folder / name),
                        .bytes = std::filesystem::file_size(folder / name),
                        .width = kWidth,
                        .height = kHeight};
        part.label = Label::Bad;
        part.id = project.parts().put(part);
        project.maps().put(train.id, part.id, AnomalyMap(map, "bench"));
        scores.push_back({.part = part.id, .imageScore = 5, .mapMax = 5});
    }
    project.runs().putScores(train.id, scores);
    std::vector<double> percentiles(101);
    for (std::size_t i = 0; i < percentiles.size(); ++i)
        percentiles[i] = static_cast<double>(i) / 100;
    project.maps().putPercentiles(train.id, percentiles);
    train.outcome = RunOutcome::Done;
    project.runs().finish(train);
}

/// On the clock, and the share of it that the thread was at work: on a busy machine they differ.
struct Spent {
    double clock = 0;
    double work = 0;
};

double threadMilliseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

double quantile(const std::vector<Spent>& all, double Spent::*kind, double share) {
    std::vector<double> sorted;
    for (const Spent& one : all)
        sorted.push_back(one.*kind);
    std::ranges::sort(sorted);
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void report(const char* what, const std::vector<Spent>& all) {
    std::printf("%-48s clock: median %7.2f, 99 %% %7.2f ms   at work: median %7.2f, 99 %% %7.2f ms\n", what,
                quantile(all, &Spent::clock, 0.5), quantile(all, &Spent::clock, 0.99),
                quantile(all, &Spent::work, 0.5), quantile(all, &Spent::work, 0.99));
    std::fflush(stdout);
}

class Bench {
public:
    Bench() : session_(project_) {
        waitUntil([this] { return session_.isOpen() && !session_.data().parts.empty(); });
        panel_ = std::make_unique<ViewerPanel>(session_);
        panel_->resize(1600, 1000);
        panel_->show();
        editor_ = panel_->findChild<RegionEditor*>();
        go(0);
    }

    void run() {
        std::printf("canvas %d × %d, picture %d × %d\n", canvas().width(), canvas().height(), kWidth,
                    kHeight);
        for (const double diameter : {20.0, 100.0, 400.0})
            strokes(QStringLiteral("whole picture"), diameter);
        canvas().setView({.zoom = 1, .center = {2000, 1500}, .fitted = false});
        for (const double diameter : {20.0, 100.0, 400.0})
            strokes(QStringLiteral("one to one"), diameter);
        canvas().setView({.zoom = 8, .center = {2000, 1500}, .fitted = false});
        strokes(QStringLiteral("eight times"), 20);
        canvas().fitView();
        steps();
        selections();
        switching();
    }

private:
    static void waitUntil(const std::function<bool()>& done) {
        while (!done())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    ImageCanvas& canvas() { return panel_->canvas(); }
    void go(std::size_t row) {
        const PartId part = session_.data().parts[row].id;
        session_.setCurrentPart(part);
        waitUntil([&] { return canvas().picture() && canvas().picture()->part == part; });
        settle();
    }
    static void settle() {
        QTest::qWait(50);
        QCoreApplication::processEvents();
    }
    static Spent timed(const std::function<void()>& act) {
        QElapsedTimer timer;
        timer.start();
        const double before = threadMilliseconds();
        act();
        QCoreApplication::processEvents();  // the repaint
        return {static_cast<double>(timer.nsecsElapsed()) * 1e-6, threadMilliseconds() - before};
    }
    void move(const QPointF& position, Qt::MouseButton button) {
        QMouseEvent event(QEvent::MouseMove, position, canvas().mapToGlobal(position), Qt::NoButton, button,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas(), &event);
    }
    /// On a wavy way through the canvas, as far apart as the moves of a quick hand.
    QPointF onTheWay(int i) {
        const double t = static_cast<double>(i) / kMoves;
        return {canvas().width() * (0.15 + 0.7 * t), canvas().height() * (0.5 + 0.3 * std::sin(20 * t))};
    }
    void setDiameter(double diameter) {
        RegionSettings settings = editor_->settings();
        settings.diameter = diameter;
        editor_->setSettings(settings);
    }

    void strokes(const QString& where, double diameter) {
        editor_->setTool(RegionTool::Brush);
        setDiameter(diameter);
        settle();
        std::vector<Spent> hover;
        for (int i = 0; i < kMoves; ++i)
            hover.push_back(timed([&] { move(onTheWay(i), Qt::NoButton); }));
        std::vector<Spent> segments;
        const Spent first =
            timed([&] { QTest::mousePress(&canvas(), Qt::LeftButton, {}, onTheWay(0).toPoint()); });
        for (int i = 1; i < kMoves; ++i)
            segments.push_back(timed([&] { move(onTheWay(i), Qt::LeftButton); }));
        const Spent end = timed(
            [&] { QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, onTheWay(kMoves - 1).toPoint()); });
        const QString name = QStringLiteral("%1, brush %2 px: ").arg(where).arg(diameter);
        report(qPrintable(name + QStringLiteral("cursor moves")), hover);
        report(qPrintable(name + QStringLiteral("stroke segment")), segments);
        std::printf("    at work: first dab %.2f ms, end of the stroke (on disk) %.2f ms\n", first.work,
                    end.work);
    }

    void steps() {
        std::vector<Spent> undone;
        std::vector<Spent> redone;
        for (int i = 0; i < kRounds; ++i) {
            undone.push_back(timed([&] { session_.undoStack().undo(); }));
            redone.push_back(timed([&] { session_.undoStack().redo(); }));
        }
        report("undo of a stroke (on disk)", undone);
        report("redo of a stroke (on disk)", redone);
    }

    void selections() {
        const auto measure = [&](const char* what, RegionTool tool, const std::function<void()>& act) {
            editor_->setTool(tool);
            std::vector<Spent> whole;
            std::vector<Spent> blocked;
            for (int i = 0; i < 5; ++i) {
                QElapsedTimer timer;
                timer.start();
                const double begun = threadMilliseconds();
                blocked.push_back(timed(act));
                waitUntil([&] { return !editor_->isSearching(); });
                QCoreApplication::processEvents();
                whole.push_back(
                    {static_cast<double>(timer.nsecsElapsed()) * 1e-6, threadMilliseconds() - begun});
                session_.undoStack().undo();
                settle();
            }
            report(what, whole);
            report("    of it answering the mouse", blocked);
        };
        const auto at = [&](QPointF point) { return canvas().imageToWidget(point).toPoint(); };
        RegionSettings settings = editor_->settings();
        settings.tolerance = 40;
        editor_->setSettings(settings);
        editor_->tidy(RegionTidy::Clear);
        measure("similar colours, a third of the picture", RegionTool::Similar, [&] {
            QTest::mouseClick(&canvas(), Qt::LeftButton, {}, at({1500, 1500}));
        });
        measure("take from heatmap", RegionTool::Heat, [&] {
            QTest::mouseClick(&canvas(), Qt::LeftButton, {}, at({2500, 1290}));
        });
        const auto box = [&](QPointF from, QPointF to) {
            return [&, from, to] {
                QTest::mousePress(&canvas(), Qt::LeftButton, {}, at(from));
                move(at(to), Qt::LeftButton);
                QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, at(to));
            };
        };
        measure("cut out (GrabCut) in 400 × 400", RegionTool::GrabCut, box({2300, 1100}, {2700, 1500}));
        measure("cut out (GrabCut) in 2,000 × 1,500", RegionTool::GrabCut, box({1500, 500}, {3500, 2000}));
        session_.undoStack().undo();  // what was there before clearing
        settle();
        editor_->setTool(RegionTool::Brush);
        for (const auto& [what, name] :
             {std::pair(RegionTidy::FillHoles, "fill holes"),
              std::pair(RegionTidy::RemoveSpecks, "remove specks"), std::pair(RegionTidy::Grow, "grow"),
              std::pair(RegionTidy::Shrink, "shrink")}) {
            measure(name, RegionTool::Brush, [this, what = what] { editor_->tidy(what); });
            session_.undoStack().redo();
        }
    }

    void switching() {
        go(1);
        std::vector<Spent> times;
        for (int i = 0; i < kRounds; ++i)
            times.push_back(
                timed([&] { session_.setCurrentPart(session_.data().parts[i % 2 == 0 ? 0 : 1].id); }));
        go(0);
        std::vector<Spent> own;
        for (int i = 0; i < kRounds; ++i)
            own.push_back(timed([&] { editor_->showPart(); }));
        report("regions of a part, put on the picture", own);
        report("switch between two parts, one with regions", times);
    }

    test::TempDir dir_;
    Path project_ = [this] {
        fill(dir_ / "bench.segad", dir_ / "images");
        return dir_ / "bench.segad";
    }();
    ProjectSession session_;
    std::unique_ptr<ViewerPanel> panel_;
    RegionEditor* editor_ = nullptr;
};
}  // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    Bench().run();
    return 0;
}
