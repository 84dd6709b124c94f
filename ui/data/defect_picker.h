// A small popup that takes a defect type from the keyboard: type a few letters, press Enter.
#pragma once

#include <QFrame>
#include <QStringList>

class QLineEdit;
class QListWidget;

namespace segad::ui {

class ProjectSession;

class DefectPicker : public QFrame {
    Q_OBJECT

public:
    /// For the parts that are selected now; deletes itself when it is closed.
    explicit DefectPicker(ProjectSession& session, QWidget* parent);

    /// Shows it in the middle of `area` and takes the keys.
    void openOver(const QWidget& area);

Q_SIGNALS:
    /// Empty: the type is taken off.
    void chosen(const QString& defectType);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void choose();

    ProjectSession& session_;
    QStringList known_;  ///< most used first
    QLineEdit* text_;
    QListWidget* list_;
};

}  // namespace segad::ui
