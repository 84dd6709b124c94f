// Widgets beside each other, in as many lines as the width asks for.
#pragma once

#include <QLayout>
#include <QList>

namespace segad::ui {

class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { items_.push_back(item); }
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem* itemAt(int index) const override { return items_.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

private:
    /// Height of all lines; moves the widgets when asked to. No widget is wider than the area.
    int place(const QRect& area, bool move) const;

    QList<QLayoutItem*> items_;
};

}  // namespace segad::ui
