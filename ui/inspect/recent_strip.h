// The last parts side by side, the newest first; a click shows one again.
#pragma once

#include <QListView>

namespace segad::ui {

class RecentParts;

class RecentStrip : public QListView {
    Q_OBJECT

public:
    RecentStrip(RecentParts& parts, QWidget* parent = nullptr);

    /// In pixels, for a picture and what is said below it.
    void setCellWidth(int width);
    /// For a touch screen, where one drags the cells.
    void hideScrollBar();

Q_SIGNALS:
    /// The user wants to see the part in this row.
    void partChosen(int row);

protected:
    void changeEvent(QEvent* event) override;

private:
    class Cells;
    void fitHeight();

    Cells* cells_ = nullptr;
};

}  // namespace segad::ui
