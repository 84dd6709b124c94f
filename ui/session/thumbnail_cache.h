// Thumbnails by content hash: made off the GUI thread, newest request first (what the eye is on), kept in
// memory and on disk, so that a moved or reopened project shows them at once.
#pragma once

#include <QCache>
#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QThreadPool>
#include <string>

#include "core/base/file.h"

namespace segad::ui {

class ThumbnailCache : public QObject {
    Q_OBJECT

public:
    /// `side` in device pixels: thumbnails fit into side × side.
    explicit ThumbnailCache(int side, QObject* parent = nullptr);
    ~ThumbnailCache() override;

    /// The thumbnail, or null while it is being made (ready() follows). A file that can't be read gives a
    /// null pixmap for good; isBroken() tells.
    const QPixmap* get(const std::string& sha256, const Path& file);
    bool isBroken(const std::string& sha256) const {
        return broken_.contains(QString::fromStdString(sha256));
    }

Q_SIGNALS:
    void ready(const QString& sha256);

private:
    int side_;
    int lastPriority_ = 0;
    QThreadPool pool_;
    QCache<QString, QPixmap> memory_;
    QHash<QString, bool> underway_;
    QHash<QString, bool> broken_;
};

}  // namespace segad::ui
