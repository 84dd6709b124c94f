#include "ui/session/thumbnail_cache.h"

#include <QImage>
#include <algorithm>
#include <cstring>

#include "core/base/error.h"
#include "core/image/resize.h"
#include "core/image/thumbnail.h"
#include "core/workflow/generated_pictures.h"
#include "ui/session/background.h"
#include "ui/session/thumbnail_store.h"

namespace segad::ui {

namespace {
/// Several screens full, at whatever size they are shown.
constexpr int kMemoryKilobytes = 96 * 1024;

struct Made {
    QImage image;
    PictureFault fault = PictureFault::None;
};

cv::Mat thumbnailOf(const ThumbnailCache::Request& request, int side) {
    if (request.generated == 0) return decodeThumbnail(request.file, side);
    const cv::Mat rgb = generatedPicture(request.project, request.generated).rgb;
    return resizeImage(rgb, fitInto(rgb.size(), side), ResizeMode::Antialias);
}

Made make(const ThumbnailCache::Request& request, int side) {
    try {
        const cv::Mat pixels = thumbnailOf(request, side);
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

/// `side` is that of the store, `shown` what is kept in memory.
Made loadOrMake(const ThumbnailCache::Request& request, int side, int shown) {
    Made made{.image = thumbnail_store::load(request.sha256, side)};
    if (made.image.isNull()) {
        made = make(request, side);
        if (made.image.isNull()) return made;
        thumbnail_store::save(request.sha256, side, made.image);
    }
    if (std::max(made.image.width(), made.image.height()) > shown)
        made.image = made.image.scaled(shown, shown, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    // As the screen wants it, so that the GUI thread has nothing to convert.
    made.image.convertTo(QImage::Format_RGB32);
    return made;
}
}  // namespace

ThumbnailCache::ThumbnailCache(int side, QObject* parent)
    : QObject(parent), side_(side), shownSide_(side), memory_(kMemoryKilobytes) {
    pool_.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
    // What earlier sessions have left.
    pool_.start(&thumbnail_store::trim, -1);
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
    const Kept* kept = memory_.object(key);
    return (kept != nullptr && kept->shownSide == shownSide_) || underway_.contains(key) ||
           fault(request) != PictureFault::None;
}

const QPixmap* ThumbnailCache::get(const Request& request) {
    const std::string key = request.key();
    if (!isKnown(request)) {
        const auto same = [&](const Request& other) { return other.key() == key; };
        if (std::ranges::none_of(waiting_, same)) waiting_.push_back(request);
        startMore();
    }
    // One of another size is better than none.
    const Kept* kept = memory_.object(key);
    return kept == nullptr ? nullptr : &kept->pixmap;
}

void ThumbnailCache::setShownSide(int side) {
    shownSide_ = std::min(side, side_);
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
            this, pool_,
            [request, side = side_, shown = shownSide_] { return loadOrMake(request, side, shown); },
            [this, request, shown = shownSide_](const Made& made) {
                const std::string key = request.key();
                underway_.remove(key);
                if (made.image.isNull()) {
                    faults_.insert(key, {request.file, made.fault});
                } else {
                    const int kilobytes = made.image.width() * made.image.height() * 4 / 1024;
                    memory_.insert(key, new Kept{QPixmap::fromImage(made.image), shown},
                                   std::max(1, kilobytes));
                }
                startMore();
                Q_EMIT ready(QString::fromStdString(key));
            });
    }
}

}  // namespace segad::ui
