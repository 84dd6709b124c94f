// What judges on this line: where a package comes from and what it holds, how it was checked and what is
// other here than where it was made.
#pragma once

#include <QDialog>
#include <QThreadPool>
#include <optional>

#include "core/workflow/inspection.h"

class QFormLayout;
class QLabel;

namespace segad::ui {

class JudgeDialog : public QDialog {
    Q_OBJECT

public:
    /// `start`: of the inspection that runs or ran last with `model`; absent before the first.
    JudgeDialog(const Path& model, const std::optional<InspectionStart>& start, QWidget* parent = nullptr);
    ~JudgeDialog() override;

    /// Everything that is said, a line each.
    QStringList lines() const;

private:
    void addRow(const QString& name, const QString& text);
    void addStart(const InspectionStart& start);
    void readPackage(const Path& file);

    QThreadPool pool_;
    QFormLayout* form_;
    QLabel* reading_;
};

}  // namespace segad::ui
