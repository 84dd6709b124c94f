// The fields for making a compact backbone, what keeps them from being carried out, and what carrying them
// out will take. Part of DistilCard, whose words it speaks.
#pragma once

#include <QWidget>
#include <optional>
#include <string>

#include "core/workflow/distil_plan.h"

class QAction;
class QComboBox;
class QLineEdit;
class QMimeData;
class QSpinBox;

namespace segad::ui {

class DistilForm : public QWidget {
    Q_OBJECT

public:
    explicit DistilForm(QWidget* parent = nullptr);

    /// As the fields are filled in.
    DistilRequest request() const;
    /// Fills in what was asked for before.
    void fillIn(const DistilRequest& request);
    /// Offers the teachers, and the weights to start from, that are imported now.
    void fillWeights();
    /// Looks for an unfinished backbone beside the file.
    void readCheckpoint();

    const std::optional<DistilCheckpoint>& checkpoint() const { return checkpoint_; }
    /// The request goes on with the checkpoint.
    bool goesOn() const;
    /// What keeps the request from being carried out; empty when nothing does.
    QString obstacle() const;
    /// How long it will take and what to know about it. Requires that there is no obstacle.
    QString outlook() const;

    void setBusy(bool busy);
    /// The folder of pictures that is dragged, when one can be taken now; empty otherwise.
    QString offeredFolder(const QMimeData* dragged) const;
    void setImages(const QString& folder);

Q_SIGNALS:
    void changed();

private:
    void connectFields();
    void chooseImages();
    void chooseFile();
    /// Another kind of network: other teachers, another name, other steps.
    void changeStudent();
    void followName();
    std::string student() const;
    std::string chosen(const QComboBox* box) const;
    /// What to know about the chosen teacher, with a blank before it; mostly empty.
    QString remark() const;

    QComboBox* student_;
    QComboBox* teacher_;
    QComboBox* start_;
    QLineEdit* images_;
    QSpinBox* steps_;
    QSpinBox* seed_;
    QLineEdit* name_;
    QLineEdit* file_;
    QAction* chooseImages_;
    QAction* chooseFile_;
    QString shownName_;  ///< that the file was last named after
    std::optional<DistilCheckpoint> checkpoint_;
    QString checkpointProblem_;
    QString weightsProblem_;
};

}  // namespace segad::ui
