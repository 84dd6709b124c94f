// Sets a view as a figure and writes it: size on paper, resolution, what to include, with a preview of what
// will come out. The last choice is remembered.
#pragma once

#include <QDialog>
#include <QThreadPool>
#include <functional>

#include "ui/viewer/figure.h"

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTimer;

namespace segad::ui {

class FigurePreview;

class FigureDialog : public QDialog {
    Q_OBJECT

public:
    /// `fileName` is proposed, without suffix.
    FigureDialog(Figure figure, QString fileName, QWidget* parent = nullptr);
    ~FigureDialog() override;

    FigureStyle style() const;
    /// Writes to `file` off the GUI thread; written() or failed() follows.
    void writeTo(const QString& file);
    void copy();

Q_SIGNALS:
    void written(const QString& file);
    void copied();
    void failed(const QString& message);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildForm(QFormLayout& form);
    QCheckBox* addCheck(QFormLayout& form, const QString& text, const QString& tip);
    void buildButtons(QDialogButtonBox& buttons);
    void restoreChoice();
    void rememberChoice() const;
    void onPaperChosen();
    void onChanged();
    void askPreview();
    void sayResult(const QString& words);
    void chooseFile();
    /// Runs work() on the thread of figures, then then() here unless it threw.
    void run(std::function<void()> work, std::function<void()> then);

    Figure figure_;
    const QString fileName_;
    QThreadPool pool_;
    QTimer* previewTimer_;
    quint64 previewWanted_ = 0;
    bool previewUnderway_ = false;
    bool busy_ = false;

    FigurePreview* preview_;
    QComboBox* paper_;
    QDoubleSpinBox* width_;
    QComboBox* dpi_;
    QDoubleSpinBox* text_;
    QSpinBox* columns_;
    QComboBox* ground_;
    QCheckBox* titles_ = nullptr;
    QCheckBox* letters_ = nullptr;
    QCheckBox* colorBars_ = nullptr;
    QCheckBox* scaleBar_ = nullptr;
    QCheckBox* caption_ = nullptr;
    QCheckBox* onlySeen_ = nullptr;
    QLabel* size_;
    QPushButton* save_ = nullptr;
    QPushButton* copy_ = nullptr;
};

}  // namespace segad::ui
