// What the user should know about the open project, above its workspaces: that it is read-only, that images
// are missing, that a training was interrupted, and what comes next. No box ever waits for an answer.
#pragma once

#include <QWidget>

namespace segad::ui {

class ProjectSession;
enum class NextStep;

class ProjectNotices : public QWidget {
    Q_OBJECT

public:
    explicit ProjectNotices(ProjectSession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A copy of the project was made, to go on with.
    void copied(const QString& file);
    /// The user wants to go where the next step is done.
    void stepAsked(segad::ui::NextStep step);
};

}  // namespace segad::ui
