// A small project with real pictures, maps and scores, made without any detector: what window tests look at.
#pragma once

#include <QSignalSpy>
#include <QTest>
#include <memory>

#include "core/project/project.h"
#include "tests/support/test_support.h"
#include "ui/shell/main_window.h"

class QAction;

namespace segad::test {

/// `parts` pictures of 64 × 48 px in a temporary folder: the first half good, the rest bad; a Train run
/// "patchcore" with scores, maps and percentiles; two segments with maps; one evaluation with its ROC.
class UiWorld {
public:
    explicit UiWorld(int parts = 6);

    const Path& project() const { return project_; }
    Path folder() const { return dir_ / "images"; }
    RunId trainRun() const { return trainRun_; }

private:
    void addPictures(int parts);
    void addRun(Project& project);

    TempDir dir_;
    Path project_;
    RunId trainRun_ = 0;
    std::vector<PartId> parts_;
};

/// The main window with the project of `world` on the screen; fails the test (and returns a window without a
/// project) when it does not come.
std::unique_ptr<ui::MainWindow> openWindow(const UiWorld& world);

/// The action of the window with this key; nullptr when there is none.
QAction* actionWithKey(const QWidget& window, const QString& key);

/// Waits for a signal that may have been sent already; at most ten seconds.
bool waitFor(QSignalSpy& spy);

}  // namespace segad::test
