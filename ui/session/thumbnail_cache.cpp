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

struct Made {
    QImage image;
    PictureFault fault = PictureFault::None;
};

Made make(const Path& file, int side) {
    try {
        const cv::Mat pixels = decodeThumbnail(file, side);
        QImage image(pixels.cols, pixels.rows, QImage::Format_RGB888);
        const std::size_t rowBytes = static_cast<std::size_t>(pixels.cols) * 3;
        for (int y = 0; y < pixels.rows; ++y)
            std::memcpy(image.scanLine(y), pixels.ptr(y), rowBytes);
        return {.image = image};
    } catch (const Error& error) {
        // Shown in the place of the picture; the import report has the reason.
        return {.fault =
                    error.code() == ErrorCode::NotFound ? PictureFault::Missing : PictureFault::Unreadable};
    }
}

Made loadOrMake(const ThumbnailCache::Request& request, int side) {
    const QString path = diskPath(QString::fromStdString(request.sha256), side);
    Made made;
    if (!request.sha256.empty()) made.image = QImage(path);
    if (made.image.isNull()) {
        made = make(request.file, side);
        if (made.image.isNull()) return made;
        // A cache that can't be written costs time, nothing else.
        if (!request.sha256.empty()) {
            QDir().mkpath(QFileInfo(path).path());
            QSaveFile out(path);
            if (out.open(QIODevice::WriteOnly) && made.image.save(&out, "JPG", kJpegQuality)) out.commit();
        }
    }
    // As the screen wants it, so that the GUI thread has nothing to convert.
    made.image.convertTo(QImage::Format_RGB32);
    return made;
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

PictureFault ThumbnailCache::fault(const Request& request) const {
    const auto found = faults_.constFind(request.key());
    return found == faults_.cend() || found->file != request.file ? PictureFault::None : found->what;
}

bool ThumbnailCache::isKnown(const Request& request) const {
    const std::string key = request.key();
    return memory_.contains(key) || underway_.contains(key) || fault(request) != PictureFault::None;
}

const QPixmap* ThumbnailCache::get(const Request& request) {
    const std::string key = request.key();
    if (const QPixmap* known = memory_.object(key)) return known;
    if (isKnown(request)) return nullptr;
    const auto same = [&](const Request& other) { return other.key() == key; };
    if (std::ranges::none_of(waiting_, same)) waiting_.push_back(request);
    startMore();
    return nullptr;
}

void ThumbnailCache::expect(const std::vector<Request>& nearestFirst) {
    waiting_.clear();
    for (auto request = nearestFirst.rbegin(); request != nearestFirst.rend(); ++request) {
        if (!isKnown(*request)) waiting_.push_back(*request);
    }
    startMore();
}

void ThumbnailCache::startMore() {
    // Few ahead of the threads: what is handed over can't be taken back when the view moves on.
    const int most = 2 * pool_.maxThreadCount();
    while (!waiting_.empty() && underway_.size() < most) {
        const Request request = std::move(waiting_.back());
        waiting_.pop_back();
        if (isKnown(request)) continue;  // two parts with the same picture
        underway_.insert(request.key());
        runInBackground(
            this, pool_, [request, side = side_] { return loadOrMake(request, side); },
            [this, request](const Made& made) {
                const std::string key = request.key();
                underway_.remove(key);
                if (made.image.isNull()) {
                    faults_.insert(key, {request.file, made.fault});
                } else {
                    const int kilobytes = made.image.width() * made.image.height() * 4 / 1024;
                    memory_.insert(key, new QPixmap(QPixmap::fromImage(made.image)), std::max(1, kilobytes));
                }
                startMore();
                Q_EMIT ready(QString::fromStdString(key));
            });
    }
}

QImage storedThumbnail(const std::string& sha256) {
    if (sha256.empty()) return {};
    const QString name = QString::fromStdString(sha256);
    const QDir folder = QFileInfo(diskPath(name, 0)).dir();
    QImage largest;
    for (const QString& file : folder.entryList({name + QStringLiteral("_*.jpg")}, QDir::Files)) {
        QImage image(folder.filePath(file));
        if (image.width() > largest.width()) largest = std::move(image);
    }
    return largest;
}

}  // namespace segad::ui
