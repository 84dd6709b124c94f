// The segment maps that somebody should look at: what doesn't fit first, then the least certain ones. A click
// goes to the part, whose map can then be replaced by one from a file, left to the source again, or taken as
// a template.
//
// Threads: GUI thread; the lists are read on another one.
#pragma once

#include <QThreadPool>
#include <QWidget>
#include <functional>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/project/records.h"

class QAction;
class QLabel;
class QTableWidget;

namespace segad::ui {

class FlowLayout;
class ProjectSession;

class SegmentReview : public QWidget {
    Q_OBJECT

public:
    explicit SegmentReview(ProjectSession& session, QWidget* parent = nullptr);
    ~SegmentReview() override;

    /// One more thing to do about the current part, before the others.
    void addFirst(QAction* action);

    /// Reads the lists anew.
    void refresh();

    /// The map in `file` becomes that of the current part, in a job.
    void fixCurrent(const QString& file);

private:
    struct Row {
        PartId part = 0;  ///< 0: of all parts
        QString path;
        QString what;
    };
    struct Content {
        std::vector<Row> rows;
        std::size_t odd = 0;  ///< of the rows; the others are the least certain of the rest
        std::vector<PartId> fixed;
        std::size_t templates = 0;
        bool any = false;  ///< there are maps
        QString error;
    };
    static Content read(const Path& project);
    static QString summary(const Content& content);
    void fill(const Content& content);
    void updateActions();
    void enqueue(const QString& title, const std::function<void(const Path&, Job&)>& work);

    ProjectSession& session_;
    QThreadPool pool_;
    FlowLayout* buttons_;
    QLabel* words_;
    QTableWidget* list_;
    QAction* fix_;
    QAction* release_;
    QAction* useAsTemplate_;
    QAction* clearTemplates_;
    std::vector<Row> rows_;
    std::vector<PartId> fixed_;
    std::size_t templates_ = 0;
    quint64 generation_ = 0;
};

}  // namespace segad::ui
