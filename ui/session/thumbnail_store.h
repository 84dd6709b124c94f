// Thumbnails on disk, by content hash and size: bounded, the ones not seen for longest go first. Every file
// is whole or not there, and each can be made anew: deleting any of them, at any time, costs a moment only.
//
// Threads: any.
#pragma once

#include <QImage>
#include <QString>
#include <string>

namespace segad::ui::thumbnail_store {

/// Null when there is none.
QImage load(const std::string& sha256, int side);
/// The largest that was ever kept of a picture; null when there is none.
QImage loadLargest(const std::string& sha256);
/// A store that can't be written costs time, nothing else.
void save(const std::string& sha256, int side, const QImage& image);

/// How much it may take, in megabytes; kept in the settings.
int limit();
void setLimit(int megabytes);

/// Bytes it takes.
qint64 size();
/// Deletes what has not been seen for longest until the rest fits, with room to spare for new ones.
void trim();
void clear();

}  // namespace segad::ui::thumbnail_store
