// An Inspect panel on a line that a test makes up.
#pragma once

#include <QLabel>
#include <QSettings>
#include <QTest>
#include <functional>
#include <memory>

#include "tests/support/test_support.h"
#include "tests/ui/line_stand_in.h"
#include "ui/inspect/inspect_form.h"
#include "ui/inspect/inspect_panel.h"
#include "ui/session/job_queue.h"
#include "ui/widgets/notice_bar.h"

namespace segad::ui {

class InspectPanelFixture : public QObject {
protected:
    static constexpr int kPatience = 20'000;

    void setUp() {
        QSettings().clear();
        dir_ = std::make_unique<test::TempDir>();
        line_ = std::make_unique<test::Line>(dir_->path() / "line");
        jobs_ = std::make_unique<JobQueue>();
    }

    void tearDown() {
        panel_.reset();
        jobs_.reset();
        line_.reset();
        dir_.reset();
    }

    void makePanel(const LineLive::Work& work = {}) {
        panel_ = std::make_unique<InspectPanel>(*jobs_, work ? work : LineLive::Work(std::cref(*line_)));
        showPanel();
    }

    void showPanel() {
        panel_->resize(1100, 900);
        panel_->form().setChoice({.package = QStringLiteral("/tmp/line.segad-model"),
                                  .folder = QString::fromStdString(line_->folder().string())});
        panel_->show();
        QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
    }

    void begin() {
        makePanel();
        QTest::keyClick(panel_.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(panel_->live().isRunning());
    }

    void run() {
        begin();
        QTRY_VERIFY_WITH_TIMEOUT(!panel_->live().isRunning(), kPatience);
    }

    bool barSays(const QString& text) const {
        for (const NoticeBar* bar : panel_->findChildren<NoticeBar*>()) {
            if (bar->isVisible() && bar->text() == text) return true;
        }
        return false;
    }

    /// Anywhere in the panel.
    bool says(const QString& words) const {
        for (const QLabel* label : panel_->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(words)) return true;
        }
        return false;
    }

    std::unique_ptr<test::TempDir> dir_;
    std::unique_ptr<test::Line> line_;
    std::unique_ptr<JobQueue> jobs_;
    std::unique_ptr<InspectPanel> panel_;
};

}  // namespace segad::ui
