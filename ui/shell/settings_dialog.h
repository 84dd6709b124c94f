// Settings: weights, appearance, language, and the keys of the window it belongs to.
#pragma once

#include <QDialog>

namespace segad::ui {

class JobQueue;

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(JobQueue& jobs, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* appearancePage();

    JobQueue& jobs_;
    QWidget* content_ = nullptr;
    bool rebuilding_ = false;  ///< a rebuild is queued
};

}  // namespace segad::ui
