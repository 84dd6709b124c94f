// The last parts of the line, the newest first, for lists. Bounded in number; of the pictures only as many
// are kept as fit a fixed amount of memory, and those of older parts are let go.
//
// Threads: GUI thread.
#pragma once

#include <QAbstractListModel>
#include <deque>
#include <memory>
#include <vector>

#include "ui/inspect/live_part.h"

namespace segad::ui {

class RecentParts : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr std::size_t kMostParts = 200;
    static constexpr qint64 kMostBytes = qint64{160} << 20U;

    explicit RecentParts(QObject* parent = nullptr);

    using Part = std::shared_ptr<const LivePart>;
    /// In the order they were judged.
    void add(const std::vector<Part>& parts);
    void clear();
    /// What a person says of a part that is still listed.
    void setRuled(qint64 number, std::optional<Label> label);
    void setThumbnail(qint64 number, const QImage& thumbnail);

    Part at(int row) const;
    /// -1 when it is not listed any more.
    int rowOf(qint64 number) const;
    qint64 keptBytes() const { return bytes_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void replace(int row, std::shared_ptr<const LivePart> part);
    void dropPictures();

    std::deque<Part> parts_;
    qint64 bytes_ = 0;
};

/// "✕ reject, part-0012.png, score 1.52": a part in one line.
QString partLine(const LivePart& part);

}  // namespace segad::ui
