// Keeps the columns of a table within its width: long cells are elided (their tooltip has the whole text)
// before a scroll bar appears. As soon as the user drags a column, the widths are the user's.
#pragma once

#include <QObject>
#include <vector>

class QTableWidget;

namespace segad::ui {

class FittedColumns : public QObject {
    Q_OBJECT

public:
    /// Lives as long as the table.
    explicit FittedColumns(QTableWidget* table);

    /// Widths (px) for columns that want `wanted` and can be read from `least` on. The widest give way
    /// first; when even the least do not fit `room`, each gets what it wants up to a bound and the table
    /// scrolls.
    static std::vector<int> widths(const std::vector<int>& wanted, const std::vector<int>& least, int room);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void schedule();
    void fit();

    QTableWidget* table_;
    bool scheduled_ = false;
    bool fitting_ = false;
    bool byHand_ = false;
};

}  // namespace segad::ui
