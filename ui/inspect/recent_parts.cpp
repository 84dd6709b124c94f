#include "ui/inspect/recent_parts.h"

#include <QLocale>
#include <algorithm>

#include "ui/widgets/labels.h"

namespace segad::ui {

QString partLine(const LivePart& part) {
    if (!part.verdict) {
        return QStringLiteral("? %1, %2: %3").arg(noVerdictText(part.noVerdict), part.path, part.error);
    }
    QString line = RecentParts::tr("%1 %2, %3, score %4")
                       .arg(verdictMark(*part.verdict), verdictText(*part.verdict), part.path,
                            QLocale().toString(part.score, 'f', 2));
    if (part.ruled) line += RecentParts::tr("; said to be %1").arg(labelText(*part.ruled));
    return line;
}

RecentParts::RecentParts(QObject* parent) : QAbstractListModel(parent) {}

void RecentParts::add(const std::vector<Part>& parts) {
    // More at once than are kept: the rest would only be inserted to be removed.
    const std::size_t first = parts.size() > kMostParts ? parts.size() - kMostParts : 0;
    const auto count = static_cast<int>(parts.size() - first);
    if (count == 0) return;
    beginInsertRows({}, 0, count - 1);
    for (std::size_t i = first; i < parts.size(); ++i) {
        bytes_ += parts[i]->bytes();
        parts_.push_front(parts[i]);
    }
    endInsertRows();
    if (parts_.size() > kMostParts) {
        beginRemoveRows({}, static_cast<int>(kMostParts), static_cast<int>(parts_.size()) - 1);
        while (parts_.size() > kMostParts) {
            bytes_ -= parts_.back()->bytes();
            parts_.pop_back();
        }
        endRemoveRows();
    }
    dropPictures();
}

void RecentParts::dropPictures() {
    for (auto part = parts_.rbegin(); part != parts_.rend() && bytes_ > kMostBytes; ++part) {
        if (!(*part)->picture) continue;
        auto bare = std::make_shared<LivePart>(**part);
        bare->picture.reset();
        bytes_ += bare->bytes() - (*part)->bytes();
        *part = std::move(bare);
    }
}

void RecentParts::clear() {
    beginResetModel();
    parts_.clear();
    bytes_ = 0;
    endResetModel();
}

void RecentParts::setRuled(qint64 number, std::optional<Label> label) {
    const int row = rowOf(number);
    if (row < 0) return;
    auto changed = std::make_shared<LivePart>(*at(row));
    changed->ruled = label;
    replace(row, std::move(changed));
}

void RecentParts::setThumbnail(qint64 number, const QImage& thumbnail) {
    const int row = rowOf(number);
    if (row < 0) return;
    auto changed = std::make_shared<LivePart>(*at(row));
    changed->thumbnail = thumbnail;
    replace(row, std::move(changed));
}

void RecentParts::replace(int row, std::shared_ptr<const LivePart> part) {
    Part& kept = parts_[static_cast<std::size_t>(row)];
    bytes_ += part->bytes() - kept->bytes();
    kept = std::move(part);
    Q_EMIT dataChanged(index(row), index(row));
}

RecentParts::Part RecentParts::at(int row) const {
    return row >= 0 && row < rowCount() ? parts_[static_cast<std::size_t>(row)] : nullptr;
}

int RecentParts::rowOf(qint64 number) const {
    // Consecutive, unless the window was behind.
    const auto found = std::ranges::lower_bound(parts_, number, std::ranges::greater(),
                                                [](const Part& part) { return part->number; });
    if (found == parts_.end() || (*found)->number != number) return -1;
    return static_cast<int>(found - parts_.begin());
}

int RecentParts::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(parts_.size());
}

QVariant RecentParts::data(const QModelIndex& index, int role) const {
    const Part part = index.isValid() ? at(index.row()) : nullptr;
    if (!part) return {};
    switch (role) {
        case Qt::DisplayRole:
            return part->name();
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return partLine(*part);
        case Qt::DecorationRole:
            return part->thumbnail;
        default:
            return {};
    }
}

}  // namespace segad::ui
