// The last parts side by side, the newest first; a click shows one again.
#pragma once

#include <QListView>

namespace segad::ui {

class RecentParts;

class RecentStrip : public QListView {
    Q_OBJECT

public:
    /// `cellWidth` in pixels, for a picture and what is said below it.
    RecentStrip(RecentParts& parts, int cellWidth, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The user wants to see the part in this row.
    void partChosen(int row);
};

}  // namespace segad::ui
