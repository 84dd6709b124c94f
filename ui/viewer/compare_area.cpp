#include "ui/viewer/compare_area.h"

#include <QGridLayout>
#include <algorithm>
#include <utility>

namespace segad::ui {

namespace {
constexpr int kGap = 2;
constexpr int kCaptionHeight = 22;
}  // namespace

CompareArea::CompareArea(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(kGap);
}

void CompareArea::setBoxes(std::vector<QWidget*> boxes) {
    boxes_ = std::move(boxes);
    columns_ = 0;
}

int CompareArea::bestColumns(const QSizeF& picture) const {
    const int count = static_cast<int>(boxes_.size());
    const double aspect = picture.isEmpty() ? 1 : picture.width() / picture.height();
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double across = static_cast<double>(width()) / columns - kGap;
        const double down = static_cast<double>(height()) / rows - kGap - kCaptionHeight;
        const double shown = std::min(across, down * aspect);
        if (shown > largest) {
            largest = shown;
            best = columns;
        }
    }
    return best;
}

void CompareArea::place(const QSizeF& picture) {
    const int columns = bestColumns(picture);
    if (std::exchange(columns_, columns) == columns) return;
    const int count = static_cast<int>(boxes_.size());
    for (QWidget* box : boxes_)
        grid_->removeWidget(box);
    for (int i = 0; i < count; ++i)
        grid_->addWidget(boxes_[static_cast<std::size_t>(i)], i / columns, i % columns);
    // Those of an earlier arrangement take no room.
    for (int i = 0; i < grid_->columnCount(); ++i)
        grid_->setColumnStretch(i, i < columns ? 1 : 0);
    const int rows = (count + columns - 1) / columns;
    for (int i = 0; i < grid_->rowCount(); ++i)
        grid_->setRowStretch(i, i < rows ? 1 : 0);
}

}  // namespace segad::ui
