// The actions that label parts and move among them, for the keyboard most of all: thousands of parts are
// labelled with one key each.
#pragma once

#include <QList>
#include <QObject>

#include "core/dataset/part.h"

class QAction;
class QWidget;

namespace segad::ui {

class Gallery;
class PartPanel;
class ProjectSession;

class LabelActions : public QObject {
    Q_OBJECT

public:
    /// The keys work wherever the focus is in `owner`, which owns this object.
    LabelActions(ProjectSession& session, Gallery& gallery, PartPanel& panel, QWidget& owner);

    const QList<QAction*>& actions() const { return actions_; }

private:
    QAction* add(const QString& iconName, const QString& text, const QString& tip, const QString& key);
    void buildLabels();
    void buildMoves();
    void label(Label label);
    void stepToSuggestion();
    void setDefectType(const QString& type);
    void pickDefectType();
    /// Runs `change`, then goes on to the next part if that is wanted.
    template <class Change>
    void andAdvance(Change change);

    ProjectSession& session_;
    Gallery& gallery_;
    QWidget& owner_;
    QList<QAction*> actions_;
    QAction* advance_ = nullptr;
};

}  // namespace segad::ui
