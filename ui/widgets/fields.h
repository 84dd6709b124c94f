// What the user has typed, chosen and switched in a tree of widgets, carried over to another tree built by
// the same code. So a window can be built anew, in another language for example, and nothing is lost.
#pragma once

#include <QList>
#include <QString>
#include <QVariant>

class QWidget;

namespace segad::ui {

class Fields {
public:
    /// Line edits, drop-down lists, numbers, sliders, check marks, tabs, splitters, selected rows and the
    /// focus below `tree`. Editable drop-down lists and docks are left out: they follow what the window
    /// shows.
    static Fields of(const QWidget& tree);

    /// Sets what has a counterpart at the same place in `tree`, in the order of the tree, so that a field
    /// that makes others comes before them.
    void applyTo(QWidget& tree) const;

private:
    struct Field {
        QString place;
        QVariant value;
    };
    QList<Field> fields_;
    QString focus_;  ///< place of the widget with the focus; empty when there is none
};

}  // namespace segad::ui
