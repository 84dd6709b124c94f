// The segments by name and colour: one of them is in hand for painting. Adds, names, colours, merges and
// drops them.
//
// Threads: GUI thread only.
#pragma once

#include <QWidget>
#include <vector>

#include "core/project/records.h"

class QAction;
class QMenu;
class QTableWidget;
class QTableWidgetItem;

namespace segad::ui {

class ProjectSession;

class SegmentList : public QWidget {
    Q_OBJECT

public:
    explicit SegmentList(ProjectSession& session, QWidget* parent = nullptr);

    /// What is listed: the segments of what is painted, or those of the maps in force. `grows`: others may be
    /// added; `shrinks`: they may be merged and dropped.
    void setSegments(const std::vector<SegmentRecord>& segments, bool grows, bool shrinks);
    const std::vector<SegmentRecord>& segments() const { return segments_; }
    int inHand() const;
    void setInHand(int label);

Q_SIGNALS:
    void inHandChanged(int label);
    /// The user has taken one in hand, by a click or a key: it is to be painted.
    void picked();
    void addWanted(const QString& name);
    /// All segments with what the user has changed of one.
    void lookWanted(const std::vector<segad::SegmentRecord>& after, const QString& text);
    void mergeWanted(int from, int into);
    void dropWanted(int label);

private:
    void build();
    QAction* addAction(const QString& iconName, const QString& text, const QString& tip, const QString& key);
    void buildPicks();
    void add();
    void rename(const QTableWidgetItem& item);
    void recolor();
    void fillMergeMenu();
    void updateActions();
    QString freeName() const;

    ProjectSession& session_;
    QTableWidget* table_;
    QAction* add_ = nullptr;
    QAction* rename_ = nullptr;
    QAction* recolor_ = nullptr;
    QAction* merge_ = nullptr;
    QAction* drop_ = nullptr;
    QMenu* mergeMenu_;
    std::vector<SegmentRecord> segments_;
    bool grows_ = false;
    bool shrinks_ = false;
    bool nameNext_ = false;  ///< the one that was just added is to be named
};

}  // namespace segad::ui
