#include "ui/session/thumbnail_cache.h"

#include <QDir>
#include <QImage>
#include <QSaveFile>
#include <QStandardPaths>
#include <algorithm>
#include <cstring>

#include "core/base/error.h"
#include "core/image/thumbnail.h"
#include "ui/session/background.h"

namespace segad::ui {

namespace {
constexpr int kMemoryKilobytes = 192 * 1024;
constexpr int kJpegQuality = 88;

QString diskPath(const QString& sha256, int side) {
    const QString root = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return QStringLiteral("%1/thumbnails/%2/%3_%4.jpg").arg(root, sha256.left(2), sha256).arg(side);
}

QImage make(const Path& file, int side) {
    try {
        const cv::Mat pixels = decodeThumbnail(file, side);
        QImage image(pixels.cols, pixels.rows, QImage::Format_RGB888);
        const std::size_t rowBytes = static_cast<std::size_t>(pixels.cols) * 3;
        for (int y = 0; y < pixels.rows; ++y)
            std::memcpy(image.scanLine(y), pixels.ptr(y), rowBytes);
        return image;
    } catch (const Error&) {
        return {};  // shown as a broken picture; the import report has the reason
    }
}

QImage loadOrMake(const QString& sha256, const Path& file, int side) {
    const QString path = diskPath(sha256, side);
    if (QImage stored(path); !stored.isNull()) return stored;
    QImage image = make(file, side);
    if (image.isNull()) return image;
    // A cache that can't be written costs time, nothing else.
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile out(path);
    if (out.open(QIODevice::WriteOnly) && image.save(&out, "JPG", kJpegQuality)) out.commit();
    return image;
}
}  // namespace

ThumbnailCache::ThumbnailCache(int side, QObject* parent)
    : QObject(parent), side_(side), memory_(kMemoryKilobytes) {
    pool_.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
}

ThumbnailCache::~ThumbnailCache() {
    pool_.clear();
    pool_.waitForDone();
}

const QPixmap* ThumbnailCache::get(const std::string& sha256, const Path& file) {
    const QString key = QString::fromStdString(sha256);
    if (const QPixmap* known = memory_.object(key)) return known;
    if (broken_.contains(key) || underway_.contains(key)) return nullptr;
    underway_.insert(key, true);
    runInBackground(
        this, pool_, [key, file, side = side_] { return loadOrMake(key, file, side); },
        [this, key](const QImage& image) {
            underway_.remove(key);
            if (image.isNull()) {
                broken_.insert(key, true);
            } else {
                auto* pixmap = new QPixmap(QPixmap::fromImage(image));
                memory_.insert(key, pixmap, std::max(1, image.width() * image.height() * 4 / 1024));
            }
            Q_EMIT ready(key);
        },
        ++lastPriority_);
    return nullptr;
}

}  // namespace segad::ui
