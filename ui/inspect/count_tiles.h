// How many parts passed, are to be reviewed, were rejected or could not be read, and how fast they come.
#pragma once

#include <QWidget>
#include <array>

#include "core/project/records.h"

namespace segad::ui {

class CountTiles : public QWidget {
    Q_OBJECT

public:
    explicit CountTiles(QWidget* parent = nullptr);

    void setCounts(const InspectionRecord& totals, double perMinute);
    /// Number and name of a tile, in their order.
    QStringList texts() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Tile {
        QString mark;  ///< empty: none
        QString name;
        QColor color;
        QString number;
        QString remark;  ///< the share of all, for example
    };
    static Tile tileOf(Verdict verdict);
    /// Three where there is room for the names, else two.
    int columns() const;
    void fitHeight();
    void paintTile(QPainter& painter, const QRectF& room, const Tile& tile) const;

    std::array<Tile, 6> tiles_;
};

}  // namespace segad::ui
