// How much room thumbnails may take on disk, how much they take, and a way to be rid of them.
#pragma once

#include <QThreadPool>
#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace segad::ui {

class ThumbnailField : public QWidget {
    Q_OBJECT

public:
    explicit ThumbnailField(QWidget* parent = nullptr);
    ~ThumbnailField() override;

Q_SIGNALS:
    /// The store has been looked at.
    void measured();

private:
    enum class Do { Measure, Trim, Clear };
    void work(Do what);

    QSpinBox* limit_;
    QLabel* used_;
    QPushButton* clear_;
    QThreadPool pool_;
};

}  // namespace segad::ui
