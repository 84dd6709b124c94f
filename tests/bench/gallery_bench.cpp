// The window with a project of 20,000 parts, beside the bounds of UI.md, "How quick": opening it, scrolling
// the gallery, labelling with a key, filtering, sorting and grouping, memory. Everything goes through the
// window with real events; thumbnails are cold.
//
//   bench_window [number of parts]
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <thread>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/sha256.h"
#include "core/image/image.h"
#include "core/project/project.h"
#include "tests/support/test_support.h"
#include "ui/data/gallery.h"
#include "ui/data/part_grid.h"
#include "ui/session/project_session.h"
#include "ui/shell/main_window.h"

using namespace segad;
using namespace segad::ui;

namespace {
constexpr int kPictures = 64;
constexpr int kFrameMilliseconds = 16;
constexpr int kScrollSteps = 400;
constexpr int kLabels = 100;

/// Distinct pictures of 640 × 480; every part is a hard link to one of them with a name and hash of its own.
void drawPictures(const Path& folder) {
    std::filesystem::create_directories(folder);
    for (int number = 0; number < kPictures; ++number) {
        cv::Mat pixels(480, 640, CV_8UC3, cv::Scalar(40, 60 + number * 2, 90));
        for (int ring = 0; ring < 20; ++ring)
            cv::circle(pixels, {320, 240}, 10 + ring * 11,
                       cv::Scalar(200 - ring * 9, 40 + ring * 8, number * 3), 3);
        encodeImage(folder / ("picture_" + std::to_string(number) + ".png"), pixels);
    }
}

void addRun(Project& project, RunRecord run, const std::vector<RolePair>& roles,
            const std::vector<ScoreRecord>& scores) {
    run.snapshot = project.runs().putSnapshot(roles);
    run.id = project.runs().start(run);
    run.outcome = RunOutcome::Done;
    project.runs().finish(run);
    project.runs().putScores(run.id, scores);
    if (run.kind == RunKind::Fit)
        project.runs().putThresholds({.run = run.id, .review = 300, .reject = 600, .reason = "bench"});
}

Path makeProject(const Path& folder, int parts) {
    drawPictures(folder / "pictures");
    const Path file = folder / "large.segad";
    Project project = Project::create(file);
    Transaction transaction = project.transaction();
    const SourceId source = project.parts().addSource({.path = toUtf8(folder / "parts"), .layout = "folder"});
    std::vector<RolePair> roles;
    std::vector<ScoreRecord> scores;
    for (int number = 0; number < parts; ++number) {
        const std::string sub = "camera_" + std::to_string(number % 4);
        std::filesystem::create_directories(folder / "parts" / sub);
        PartRecord part{.source = source, .path = sub + "/part_" + std::to_string(number) + ".png"};
        std::filesystem::create_hard_link(
            folder / "pictures" / ("picture_" + std::to_string(number % kPictures) + ".png"),
            folder / "parts" / part.path);
        part.sha256 = sha256Hex(part.path);
        part.bytes = 20'000;
        part.width = 640;
        part.height = 480;
        part.label = number % 8 == 0 ? Label::Bad : number % 8 == 1 ? Label::Good : Label::Unlabelled;
        if (part.label == Label::Bad) part.defectType = "defect " + std::to_string(number / 8 % 12);
        part.id = project.parts().put(part);
        roles.push_back({part.id, number % 2 == 0 ? Role::Train : Role::Test});
        scores.push_back({.part = part.id, .imageScore = number * 7919 % 1000 * 1.0});
    }
    addRun(project, {.kind = RunKind::Train, .subject = "patchcore"}, roles, scores);
    addRun(project, {.kind = RunKind::Train, .subject = "rd4ad"}, roles, scores);
    addRun(project, {.kind = RunKind::Fit, .subject = "brf"}, roles, scores);
    transaction.commit();
    return file;
}

double megabytesResident() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

double milliseconds(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

struct Times {
    std::vector<double> all;

    double at(double share) {
        std::ranges::sort(all);
        return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
    }
};

void report(const char* what, double value, const char* unit, double bound) {
    const char* verdict = bound <= 0 ? "" : value <= bound ? "ok" : "OVER";
    if (bound > 0)
        std::printf("%-52s %9.1f %-3s  (bound %6.1f)  %s\n", what, value, unit, bound, verdict);
    else
        std::printf("%-52s %9.1f %s\n", what, value, unit);
    std::fflush(stdout);
}

void report(const char* what, Times times, double bound) {
    report((std::string(what) + ", median").c_str(), times.at(0.5), "ms", bound);
    report((std::string(what) + ", 99 %").c_str(), times.at(0.99), "ms", bound);
    report((std::string(what) + ", longest").c_str(), times.at(1), "ms", 0);
}

/// Until nothing is to do, but at least for the rest of a frame.
void restOfFrame(const QElapsedTimer& clock, Times& pauses) {
    do {
        QElapsedTimer step;
        step.start();
        QCoreApplication::processEvents();
        pauses.all.push_back(milliseconds(step));
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    } while (milliseconds(clock) < kFrameMilliseconds);
}

void scrollByWheel(PartGrid& grid) {
    Times frames;
    Times pauses;
    const QPointF middle = grid.viewport()->rect().center();
    for (int step = 0; step < kScrollSteps; ++step) {
        QElapsedTimer clock;
        clock.start();
        QWheelEvent wheel(middle, grid.viewport()->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(grid.viewport(), &wheel);
        QCoreApplication::processEvents();
        frames.all.push_back(milliseconds(clock));
        restOfFrame(clock, pauses);
    }
    report("wheel: frame", frames, kFrameMilliseconds);
    report("wheel: work between frames, longest", pauses.at(1), "ms", kFrameMilliseconds);
}

void dragTheBar(PartGrid& grid) {
    Times frames;
    Times pauses;
    QScrollBar& bar = *grid.verticalScrollBar();
    for (int step = 0; step < kScrollSteps; ++step) {
        QElapsedTimer clock;
        clock.start();
        bar.setValue(static_cast<int>(static_cast<qint64>(bar.maximum()) * step / kScrollSteps));
        QCoreApplication::processEvents();
        frames.all.push_back(milliseconds(clock));
        restOfFrame(clock, pauses);
    }
    report("scroll bar from top to end: frame", frames, kFrameMilliseconds);
    QElapsedTimer clock;
    clock.start();
    const auto missing = [&grid] {
        const auto [first, last] = grid.rowsInView();
        for (int row = first; row <= last; ++row) {
            if (!grid.model()->index(row, 0).data(Qt::DecorationRole).isValid()) return true;
        }
        return false;
    };
    while (missing() && clock.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    report("thumbnails in view after the jump", milliseconds(clock), "ms", 0);
}

void labelByKey(MainWindow& window, const Path& file) {
    ProjectSession& session = *window.session();
    session.view().setOrder(PartOrder::UnlabelledFirst);
    session.setCurrentPart(session.view().part(0).id);
    QCoreApplication::processEvents();
    const Project reader = Project::open(file, true);
    Times saved;
    Times shown;
    int wrong = 0;
    for (int count = 0; count < kLabels; ++count) {
        const PartId part = session.currentPart();
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(&window, count % 2 == 0 ? Qt::Key_2 : Qt::Key_1);
        saved.all.push_back(milliseconds(clock));
        QCoreApplication::processEvents();
        shown.all.push_back(milliseconds(clock));
        wrong += reader.parts().find(part)->label == (count % 2 == 0 ? Label::Bad : Label::Good) ? 0 : 1;
        QTest::keyClick(&window, Qt::Key_N);
        QCoreApplication::processEvents();
    }
    report("label by key: saved", saved, 50);
    report("label by key: saved and painted", shown, 50);
    report("labels that were not in the file", wrong, "", 0);
}

/// Until the window is painted again.
template <class Change>
double timed(Change change) {
    QElapsedTimer clock;
    clock.start();
    change();
    QCoreApplication::processEvents();
    return milliseconds(clock);
}

void filter(MainWindow& window) {
    PartView& view = window.session()->view();
    auto* text = window.findChild<Gallery*>()->findChild<QLineEdit*>();
    Times typed;
    for (const char* word : {"p", "pa", "part_1", "part_19", "part_199", "nothing", ""})
        typed.all.push_back(timed([&] { text->setText(QString::fromLatin1(word)); }));
    report("filter by text", typed, 100);
    Times chosen;
    for (const Facet facet : kFacets) {
        PartQuery query;
        query.choices(facet) = {view.data().index.choices(facet).front()};
        chosen.all.push_back(timed([&] { view.setQuery(query); }));
        chosen.all.push_back(timed([&] { view.setQuery({}); }));
    }
    PartQuery scored;
    scored.score = {.run = window.session()->shownRun(), .from = 100, .to = 300};
    chosen.all.push_back(timed([&] { view.setQuery(scored); }));
    chosen.all.push_back(timed([&] { view.setQuery({}); }));
    report("filter by choice or score", chosen, 100);
    Times sorted;
    for (const PartOrder order : {PartOrder::ScoreDescending, PartOrder::DefectType, PartOrder::Path})
        sorted.all.push_back(timed([&] { view.setOrder(order); }));
    for (const Facet facet : kFacets)
        sorted.all.push_back(timed([&] { view.setGrouping(facet); }));
    report("sort or group", sorted, 100);
}

/// What the GUI thread itself works, whatever else the machine does.
double processorMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Change>
void reportBoth(const char* what, Change change) {
    const double before = processorMilliseconds();
    const double all = timed(change);
    report(what, all, "ms", 50);
    report("    of that work of the GUI thread", processorMilliseconds() - before, "ms", 50);
}

void labelMany(MainWindow& window) {
    ProjectSession& session = *window.session();
    session.view().setGrouping(std::nullopt);
    report("select all shown", timed([&] { QTest::keyClick(&window, Qt::Key_A, Qt::ControlModifier); }), "ms",
           100);
    const auto parts = static_cast<double>(session.selection().size());
    report("parts labelled at once", parts, "", 0);
    QElapsedTimer clock;
    clock.start();
    reportBoth("label all of them", [&] { session.setLabel(session.selection(), Label::Good); });
    session.writes().finish();
    report("until they are on disk", milliseconds(clock), "ms", 0);
    QCoreApplication::processEvents();
    reportBoth("undo it", [&] { session.undoStack().undo(); });
    session.writes().finish();
}
}  // namespace

int main(int argc, char** argv) {
    const test::TempDir folder;
    qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((folder / "cache").string()));
    qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString((folder / "config").string()));
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int parts = argc > 1 ? std::atoi(argv[1]) : 20'000;
    const Path file = makeProject(folder.path(), parts);

    MainWindow window;
    window.resize(1500, 950);
    window.show();
    QCoreApplication::processEvents();
    const double before = megabytesResident();
    report("memory before a project is open", before, "MB", 0);
    QElapsedTimer clock;
    clock.start();
    window.openProject(QString::fromStdString(file.string()));
    PartGrid* grid = nullptr;
    while (grid == nullptr || grid->model()->rowCount() == 0 || !grid->isVisible()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        grid = window.findChild<PartGrid*>();
    }
    grid->viewport()->repaint();
    report("open until the list shows", milliseconds(clock), "ms", 2000);
    report("parts", grid->model()->rowCount(), "", 0);
    scrollByWheel(*grid);
    dragTheBar(*grid);
    labelByKey(window, file);
    filter(window);
    labelMany(window);
    report("memory with the project", megabytesResident(), "MB", 0);
    report("memory the project takes", megabytesResident() - before, "MB", 0);
    return 0;
}
