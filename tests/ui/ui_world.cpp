#include "tests/ui/ui_world.h"

#include <QAction>

#include <opencv2/core.hpp>

#include "core/base/sha256.h"
#include "core/image/image.h"
#include "ui/session/write_queue.h"

namespace segad::test {

namespace {
constexpr int kWidth = 64;
constexpr int kHeight = 48;
constexpr int kWaitMilliseconds = 10'000;

cv::Mat picture(int number) {
    cv::Mat pixels(kHeight, kWidth, CV_8UC3);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x)
            pixels.at<cv::Vec3b>(y, x) = cv::Vec3b(static_cast<uchar>(x * 4), static_cast<uchar>(y * 5),
                                                   static_cast<uchar>(number * 20));
    }
    return pixels;
}
}  // namespace

UiWorld::UiWorld(int parts) : project_(dir_ / "world.segad") {
    // However busy the machine is: what a test does is written when the call returns.
    ui::WriteQueue::setPatience(kWaitMilliseconds);
    addPictures(parts);
    Project project = Project::create(project_);
    const SourceId source = project.parts().addSource({.path = toUtf8(folder()), .layout = "folder"});
    Transaction transaction = project.transaction();
    for (int i = 0; i < parts; ++i) {
        const std::string name = std::to_string(1000 + i) + ".png";
        const Path file = folder() / name;
        PartRecord part{.source = source,
                        .path = name,
                        .sha256 = sha256OfFile(file),
                        .bytes = std::filesystem::file_size(file),
                        .width = kWidth,
                        .height = kHeight};
        part.label = i < parts / 2 ? Label::Good : Label::Bad;
        if (part.label == Label::Bad) part.defectType = "scratch";
        parts_.push_back(project.parts().put(part));
    }
    transaction.commit();
    addRun(project);
}

void UiWorld::addPictures(int parts) {
    std::filesystem::create_directories(folder());
    for (int i = 0; i < parts; ++i)
        encodeImage(folder() / (std::to_string(1000 + i) + ".png"), picture(i));
}

void UiWorld::addRun(Project& project) {
    RunRecord segment{.kind = RunKind::Segment, .subject = "whole"};
    segment.id = project.runs().start(segment);
    cv::Mat labels(kHeight, kWidth, CV_8UC1, cv::Scalar(0));
    labels.colRange(kWidth / 2, kWidth).setTo(1);
    for (const PartId part : parts_)
        project.segments().putMap(segment.id, part, SegmentMap(labels, 2, "test"));
    project.segments().setNames({{0, "background", "#000000"}, {1, "object", "#E69F00"}});
    segment.outcome = RunOutcome::Done;
    project.runs().finish(segment);

    std::vector<RolePair> roles;
    for (const PartId part : parts_)
        roles.push_back({part, Role::Test});
    RunRecord train{.kind = RunKind::Train, .subject = "patchcore", .backbone = "resnet18"};
    train.snapshot = project.runs().putSnapshot(roles);
    train.id = trainRun_ = project.runs().start(train);
    std::vector<ScoreRecord> scores;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        scores.push_back(
            {.part = parts_[i], .imageScore = static_cast<double>(i), .mapMax = static_cast<double>(i)});
        cv::Mat map(16, 16, CV_32FC1, cv::Scalar(0.5));
        map.at<float>(8, 8) = static_cast<float>(i);
        project.maps().put(train.id, parts_[i], AnomalyMap(map, "test"));
    }
    project.runs().putScores(train.id, scores);
    std::vector<double> percentiles(101);
    for (std::size_t i = 0; i < percentiles.size(); ++i)
        percentiles[i] = static_cast<double>(i) / 50.0;
    project.maps().putPercentiles(train.id, percentiles);
    train.outcome = RunOutcome::Done;
    project.runs().finish(train);

    RunRecord evaluate{.kind = RunKind::Evaluate, .subject = "evaluate"};
    evaluate.id = project.runs().start(evaluate);
    EvaluationRecord evaluation{.run = evaluate.id,
                                .scoredBy = train.id,
                                .name = "patchcore",
                                .detectors = {"patchcore"},
                                .good = 3,
                                .bad = 3,
                                .auroc = 0.875};
    project.evaluations().put(evaluation,
                              std::vector<RocPointRecord>{{9, 0, 0}, {3, 0, 0.75}, {2, 0.5, 1}, {0, 1, 1}});
    evaluate.outcome = RunOutcome::Done;
    project.runs().finish(evaluate);
}

std::unique_ptr<ui::MainWindow> openWindow(const UiWorld& world) {
    auto window = std::make_unique<ui::MainWindow>();
    window->show();
    QSignalSpy shown(window.get(), &ui::MainWindow::projectShown);
    window->openProject(QString::fromStdString(world.project().string()));
    [&] { QVERIFY(waitFor(shown)); }();
    return window;
}

QAction* actionWithKey(const QWidget& window, const QString& key) {
    for (QAction* action : window.findChildren<QAction*>()) {
        if (action->shortcut() == QKeySequence(key)) return action;
    }
    return nullptr;
}

bool waitFor(QSignalSpy& spy) {
    return !spy.isEmpty() || spy.wait(kWaitMilliseconds);
}

}  // namespace segad::test
