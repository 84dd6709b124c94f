// Settings: weights, appearance, language, and the keys of the window it belongs to.
//
// Life:    empty -> built() when all pages are there; they are made one after another, so that no step keeps
//          the window from answering. Built anew in another language.
#pragma once

#include <QDialog>
#include <QTimer>

class QTabWidget;

namespace segad::ui {

class JobQueue;

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(JobQueue& jobs, QWidget* parent = nullptr);

Q_SIGNALS:
    void built();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Makes another page; false when there is none left.
    bool buildMore();
    void buildOn();
    void finish();
    QWidget* appearancePage();

    JobQueue& jobs_;
    QWidget* content_ = nullptr;  ///< what is shown
    QTabWidget* next_ = nullptr;  ///< the pages that are being made
    QTimer steps_;
};

}  // namespace segad::ui
