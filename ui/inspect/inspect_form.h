// What is inspected, with what, and what becomes of the pictures.
#pragma once

#include <QWidget>

#include "ui/inspect/inspect_settings.h"

class QAction;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QMimeData;

namespace segad::ui {

class InspectForm : public QWidget {
    Q_OBJECT

public:
    /// `withProject`: without a package the open project judges.
    explicit InspectForm(bool withProject, QWidget* parent = nullptr);

    inspect_settings::Choice choice() const;
    void setChoice(const inspect_settings::Choice& choice);
    /// Why it can't begin yet, as a hint; empty when it can.
    QString missing() const;
    /// What is to be done, for the engine. Results and callbacks are the caller's.
    InspectionRequest request() const;

    QAction* choosePackage() const { return choosePackage_; }
    /// Takes a dragged folder or package; false for anything else.
    bool take(const QMimeData* dragged);
    static bool takes(const QMimeData* dragged);

Q_SIGNALS:
    void changed();

private:
    void makeActions();
    QWidget* makeOptions();
    void showPlacing();

    bool withProject_;
    QLineEdit* folder_;
    QLineEdit* package_;
    QCheckBox* watch_;
    QCheckBox* resume_;
    QCheckBox* report_;
    QComboBox* placing_;
    QLineEdit* placeIn_;
    QComboBox* sounds_;
    QAction* chooseFolder_ = nullptr;
    QAction* choosePackage_ = nullptr;
    QAction* choosePlace_ = nullptr;
    QWidget* place_ = nullptr;
};

}  // namespace segad::ui
