#include "ui/results/influence_table.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "ui/session/reason_words.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/plot_style.h"

namespace segad::ui {

namespace {
constexpr int kShareRole = Qt::UserRole;  ///< of the largest of its kind, 0 … 1
constexpr double kDarkest = 0.6;
constexpr int kMostRows = 10;
constexpr int kLeastRows = 3;
constexpr int kRowPadding = 8;
constexpr int kWrapped = static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextWordWrap);

QColor mixed(const QColor& ground, const QColor& color, double share) {
    const auto part = [share](int from, int to) { return static_cast<int>(from + share * (to - from)); };
    return {part(ground.red(), color.red()), part(ground.green(), color.green()),
            part(ground.blue(), color.blue())};
}

const ForestUse::Share* shareOf(const std::vector<ForestUse::Share>& shares,
                                const InfluenceTable::Place& place) {
    const auto found = std::ranges::find_if(shares, [&](const ForestUse::Share& share) {
        return (!place.segment || share.segment == *place.segment) &&
               (!place.detector || share.detector == *place.detector);
    });
    return found == shares.end() ? nullptr : &*found;
}
}  // namespace

std::vector<PartId> decidedBy(const ForestUse& use, const InfluenceTable::Place& place) {
    std::vector<PartId> parts;
    for (const ForestUse::Decision& one : use.decisions) {
        if (one.passes || one.value <= 0) continue;
        if (place.segment && one.segment != *place.segment) continue;
        if (place.detector && one.detector != *place.detector) continue;
        parts.push_back(one.part);
    }
    return parts;
}

InfluenceTable::InfluenceTable(QWidget* parent) : QTableWidget(parent) {
    setAccessibleName(tr("How much each segment moves the score under each detector"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    horizontalHeader()->setDefaultAlignment(Qt::Alignment::fromInt(kWrapped));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kRowPadding);
    connect(this, &QTableWidget::cellClicked, this, &InfluenceTable::picked);
    connect(this, &QTableWidget::cellActivated, this, &InfluenceTable::picked);
}

InfluenceTable::Place InfluenceTable::place(int row, int column) const {
    Place place;
    if (row < static_cast<int>(use_.segments.size()))
        place.segment = use_.segments[static_cast<std::size_t>(row)].segment;
    if (column < static_cast<int>(use_.detectors.size()))
        place.detector = use_.detectors[static_cast<std::size_t>(column)].detector;
    return place;
}

QString InfluenceTable::words(const Place& place) const {
    QString segment;
    if (place.segment) {
        const ForestUse::Share* share = shareOf(use_.segments, {.segment = place.segment, .detector = {}});
        segment = segmentWords(*place.segment, share == nullptr ? std::string() : share->name);
    }
    const QString detector = place.detector ? detectorTitle(*place.detector) : QString();
    if (segment.isEmpty() && detector.isEmpty()) return tr("all");
    if (segment.isEmpty()) return detector;
    if (detector.isEmpty()) return segment;
    return tr("%1 · %2").arg(segment, detector);
}

QString InfluenceTable::decidedWords(const Place& place) const {
    const auto parts = static_cast<int>(decidedBy(use_, place).size());
    return parts == 0 ? tr("Decided no part") : tr("Decided %n part(s): click to see them", nullptr, parts);
}

void InfluenceTable::addCell(int row, int column, const std::vector<ForestUse::Share>& shares) {
    const Place here = place(row, column);
    auto* item = new QTableWidgetItem;
    item->setTextAlignment(Qt::AlignCenter);
    if (!here.segment || !here.detector) {
        QFont bold = font();
        bold.setBold(true);
        item->setFont(bold);
    }
    QStringList tip{words(here)};
    if (const ForestUse::Share* share = shareOf(shares, here)) {
        item->setText(QLocale().toString(share->moved, 'f', 2));
        const double most = shares.front().moved;
        item->setData(kShareRole, most > 0 ? share->moved / most : 0.0);
        tip << tr("Moves the score by %1 on average").arg(item->text());
        if (!std::isnan(share->separates))
            tip << tr("Bad parts get %1 more from it than good ones").arg(signedNumber(share->separates));
    } else if (!here.segment && !here.detector) {
        item->setText(QStringLiteral("—"));
    }
    tip << decidedWords(here);
    item->setToolTip(tip.join(QLatin1Char('\n')));
    setItem(row, column, item);
}

void InfluenceTable::setUse(const ForestUse& use) {
    const QSignalBlocker quiet(this);
    use_ = use;
    clear();
    const auto rows = static_cast<int>(use_.segments.size());
    const auto columns = static_cast<int>(use_.detectors.size());
    setRowCount(rows + 1);
    setColumnCount(columns + 1);
    QStringList names;
    for (int row = 0; row <= rows; ++row)
        names << (row < rows ? words({.segment = place(row, columns).segment, .detector = {}})
                             : tr("all segments"));
    setVerticalHeaderLabels(names);
    names.clear();
    for (int column = 0; column <= columns; ++column)
        names << (column < columns ? words({.segment = {}, .detector = place(rows, column).detector})
                                   : tr("all detectors"));
    setHorizontalHeaderLabels(names);
    for (int column = 0; column <= columns; ++column)
        horizontalHeaderItem(column)->setToolTip(names[column]);
    wrapHeads();
    for (int row = 0; row <= rows; ++row) {
        for (int column = 0; column <= columns; ++column) {
            const bool wholeDetector = row == rows;
            addCell(row, column,
                    wholeDetector ? use_.detectors : (column == columns ? use_.segments : use_.cells));
        }
    }
    tint();
    updateGeometry();
}

void InfluenceTable::tint() {
    const QSignalBlocker quiet(this);
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            QTableWidgetItem* cell = item(row, column);
            if (cell == nullptr) continue;
            const double share = cell->data(kShareRole).toDouble();
            cell->setBackground(mixed(palette().color(QPalette::Base), curveColor(0), kDarkest * share));
        }
    }
}

/// No column is narrower than the longest word of its head, and the heads are as high as they need.
void InfluenceTable::wrapHeads() {
    const QFontMetrics metrics(horizontalHeader()->font());
    // Columns come before their items.
    const auto head = [this](int column) { return model()->headerData(column, Qt::Horizontal).toString(); };
    int least = 0;
    for (int column = 0; column < columnCount(); ++column) {
        for (const QString& word : head(column).split(QLatin1Char(' ')))
            least = std::max(least, metrics.horizontalAdvance(word));
    }
    least += 2 * kRowPadding;
    horizontalHeader()->setMinimumSectionSize(least);
    const int width = std::max(least, viewport()->width() / std::max(1, columnCount())) - kRowPadding;
    int height = 0;
    for (int column = 0; column < columnCount(); ++column) {
        const QRect needed = metrics.boundingRect(QRect(0, 0, width, 0), kWrapped, head(column));
        height = std::max(height, needed.height());
    }
    if (height + kRowPadding == horizontalHeader()->minimumHeight()) return;
    horizontalHeader()->setFixedHeight(height + kRowPadding);
    updateGeometry();
}

int InfluenceTable::headHeight() const {
    return std::max(horizontalHeader()->sizeHint().height(), horizontalHeader()->minimumHeight());
}

void InfluenceTable::resizeEvent(QResizeEvent* event) {
    QTableWidget::resizeEvent(event);
    if (columnCount() > 0) wrapHeads();
}

void InfluenceTable::changeEvent(QEvent* event) {
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) tint();
}

QSize InfluenceTable::sizeHint() const {
    const int rows = std::clamp(rowCount(), 1, kMostRows);
    return {QTableWidget::sizeHint().width(),
            headHeight() + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth()};
}

QSize InfluenceTable::minimumSizeHint() const {
    const int rows = std::clamp(rowCount(), 1, kLeastRows);
    return {kRowPadding, headHeight() + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth()};
}

}  // namespace segad::ui
