// The page of an open project: what one should know about it, its workspaces, the job bar.
//
// Life:    built in steps, each its own event and short, so that the window answers meanwhile; usually out of
//          sight. Complete when built() is sent; view() and jobBar() are there from then on.
// Threads: GUI thread.
#pragma once

#include <QWidget>

namespace segad::ui {

class JobBar;
class MessageLog;
class NextStepBar;
class ProjectSession;
class ProjectView;

class ProjectPage : public QWidget {
    Q_OBJECT

public:
    /// What it refers to must outlive it.
    ProjectPage(ProjectSession& session, MessageLog& messages, QWidget* parent);

    bool isBuilt() const { return jobBar_ != nullptr; }
    ProjectView* view() const { return view_; }
    JobBar* jobBar() const { return jobBar_; }

Q_SIGNALS:
    void built();
    /// A copy of the project was made, to go on with.
    void copied(const QString& file);

private:
    void buildOn();
    void finish();

    ProjectSession& session_;
    MessageLog& messages_;
    ProjectView* view_ = nullptr;
    JobBar* jobBar_ = nullptr;
};

}  // namespace segad::ui
