#include "ui/widgets/fitted_columns.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableWidget>
#include <QTimer>
#include <algorithm>
#include <numeric>

namespace segad::ui {

namespace {
/// A cell narrower than this says nothing.
constexpr int kLeast = 64;
/// A single column of a table that scrolls anyway does not get more.
constexpr int kMost = 260;
}  // namespace

FittedColumns::FittedColumns(QTableWidget* table) : QObject(table), table_(table) {
    table_->viewport()->installEventFilter(this);
    table_->horizontalHeader()->setMinimumSectionSize(24);
    connect(table_->model(), &QAbstractItemModel::rowsInserted, this, &FittedColumns::schedule);
    connect(table_->model(), &QAbstractItemModel::dataChanged, this, &FittedColumns::schedule);
    connect(table_->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!fitting_ && QGuiApplication::mouseButtons().testFlag(Qt::LeftButton) &&
            table_->horizontalHeader()->underMouse()) {
            byHand_ = true;
        }
    });
    schedule();
}

bool FittedColumns::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) schedule();
    return QObject::eventFilter(watched, event);
}

void FittedColumns::schedule() {
    if (std::exchange(scheduled_, true)) return;
    QTimer::singleShot(0, this, [this] {
        scheduled_ = false;
        if (!byHand_) fit();
    });
}

std::vector<int> FittedColumns::widths(const std::vector<int>& wanted, const std::vector<int>& least,
                                       int room) {
    const auto cappedAt = [&](int cap) {
        std::vector<int> sizes(wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            sizes[i] = std::max(least[i], std::min(wanted[i], cap));
        return sizes;
    };
    const auto sum = [](const std::vector<int>& sizes) {
        return std::accumulate(sizes.begin(), sizes.end(), 0);
    };
    if (sum(wanted) <= room) return wanted;
    if (sum(least) > room) return cappedAt(kMost);
    int fits = 0;
    int tooWide = *std::ranges::max_element(wanted);
    while (tooWide - fits > 1) {
        const int cap = (fits + tooWide) / 2;
        (sum(cappedAt(cap)) <= room ? fits : tooWide) = cap;
    }
    return cappedAt(fits);
}

void FittedColumns::fit() {
    QHeaderView* header = table_->horizontalHeader();
    std::vector<int> wanted;
    std::vector<int> least;
    for (int column = 0; column < table_->columnCount(); ++column) {
        const int title = header->sectionSizeHint(column);
        const int cells = static_cast<QAbstractItemView*>(table_)->sizeHintForColumn(column);
        wanted.push_back(std::max(title, cells));
        least.push_back(std::max(title, std::min(cells, kLeast)));
    }
    const std::vector<int> sizes = widths(wanted, least, table_->viewport()->width());
    fitting_ = true;
    for (int column = 0; column < table_->columnCount(); ++column)
        header->resizeSection(column, sizes[static_cast<std::size_t>(column)]);
    fitting_ = false;
}

}  // namespace segad::ui
