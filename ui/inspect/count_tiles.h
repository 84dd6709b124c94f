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

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Tile {
        QString mark;  ///< empty: none
        QString name;
        QColor color;
        QString number;
        QString remark;  ///< the share of all, for example
    };
    static constexpr int kColumns = 2;
    void paintTile(QPainter& painter, const QRectF& room, const Tile& tile) const;

    std::array<Tile, 6> tiles_;
};

}  // namespace segad::ui
