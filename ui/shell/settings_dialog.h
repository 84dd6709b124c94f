// Settings: appearance and weights.
#pragma once

#include <QDialog>

namespace segad::ui {

class JobQueue;

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(JobQueue& jobs, QWidget* parent = nullptr);
};

}  // namespace segad::ui
