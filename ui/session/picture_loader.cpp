#include "ui/session/picture_loader.h"

#include <QSize>
#include <algorithm>
#include <array>
#include <mutex>

#include "core/dataset/mask.h"
#include "core/image/image.h"
#include "core/image/thumbnail.h"
#include "core/project/project.h"
#include "core/workflow/generated_pictures.h"
#include "ui/session/background.h"
#include "ui/session/halvings.h"
#include "ui/session/project_session.h"
#include "ui/session/thumbnail_store.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

namespace {
constexpr qint64 kPictureKilobytes = qint64{768} * 1024;
/// However small they are: nobody leafs back farther than that, and reading a small one takes no time.
constexpr qint64 kMostPictures = 48;
constexpr qint64 kOverlayKilobytes = PictureLoader::kMaxBytes / 1024 - kPictureKilobytes;
/// A part may be seen by several detectors.
constexpr qint64 kMostOverlays = 8 * kMostPictures;
constexpr int kReaders = 2;
/// Pictures with more pixels are shown at a lower resolution first.
constexpr qint64 kPreviewPixels = 3'000'000;
/// Of the longer side; enough to see at once what it is, on its way to every pixel.
constexpr int kPreviewSide = 700;
/// More parts than this can't be waited for: the user is leafing through.
constexpr std::size_t kRecent = 32;
/// Read ahead only if this many such pictures fit into the cache.
constexpr qint64 kPrefetchable = 4;
/// A picture with its halvings, per pixel.
constexpr qint64 kBytesPerPixel = 4;

/// A view of the pixels that keeps them alive.
QImage imageOf(const cv::Mat& pixels) {
    const auto format = pixels.channels() == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    const auto* bytes = pixels.data;
    return QImage(
        bytes, pixels.cols, pixels.rows, static_cast<qsizetype>(pixels.step), format,
        [](void* held) { delete static_cast<cv::Mat*>(held); }, new cv::Mat(pixels));
}

qint64 bytesOf(const std::vector<cv::Mat>& levels) {
    qint64 bytes = 0;
    for (const cv::Mat& level : levels)
        bytes += static_cast<qint64>(level.total() * level.elemSize());
    return bytes;
}

/// A JPEG is decoded quickest at a half, a quarter or an eighth, which then needs no resizing.
int previewSide(int longerSide) {
    int side = longerSide;
    for (int reduction = 2; reduction <= 8 && longerSide / reduction >= kPreviewSide; reduction *= 2)
        side = longerSide / reduction;
    return side;
}

/// Only they can be decoded at a lower resolution in a fraction of the time.
bool isJpeg(const std::string& path) {
    const QString name = QString::fromStdString(path);
    return name.endsWith(QStringLiteral(".jpg"), Qt::CaseInsensitive) ||
           name.endsWith(QStringLiteral(".jpeg"), Qt::CaseInsensitive);
}
}  // namespace

/// The parts that were asked for last; what is read for others is not worth reading any more.
class RecentParts {
public:
    void add(PartId part) {
        const std::scoped_lock lock(mutex_);
        auto place = std::ranges::find(parts_, part);
        if (place == parts_.end()) --place;
        std::rotate(parts_.begin(), place, place + 1);
        parts_.front() = part;
    }
    bool has(PartId part) const {
        const std::scoped_lock lock(mutex_);
        return std::ranges::find(parts_, part) != parts_.end();
    }

private:
    mutable std::mutex mutex_;
    std::array<PartId, kRecent> parts_{};
};

struct PictureLoader::Picture {
    std::string signature;  ///< of the files it was read from
    QImage image;
    QImage groundTruth;
    std::vector<cv::Mat> levels;
    std::vector<cv::Mat> groundTruthLevels;
    QString error;

    qint64 bytes() const { return bytesOf(levels) + bytesOf(groundTruthLevels); }

    static std::string signatureOf(const PartRecord& part, const Path& file) {
        return toUtf8(file) + '\n' + part.sha256 + '\n' + part.maskPath;
    }
    static std::shared_ptr<const Picture> read(const Path& project, const PartRecord& part, const Path& file);
};

struct PictureLoader::Overlay {
    std::shared_ptr<const AnomalyMap> map;
    std::shared_ptr<const SegmentMap> segments;
    std::vector<cv::Mat> mapLevels;
    QString error;

    qint64 bytes() const {
        return bytesOf(mapLevels) + (segments ? static_cast<qint64>(segments->labels().total()) : 0);
    }
    static std::shared_ptr<const Overlay> read(const Path& project, PartId part, RunId run);
};

std::shared_ptr<const PictureLoader::Picture> PictureLoader::Picture::read(const Path& project,
                                                                           const PartRecord& part,
                                                                           const Path& file) {
    auto picture = std::make_shared<Picture>();
    picture->signature = signatureOf(part, file);
    try {
        if (part.generated) {
            const GeneratedPicture made = generatedPicture(project, part.id);
            picture->levels = halvings(made.rgb, Halving::Mean);
            picture->image = imageOf(made.rgb);
            picture->groundTruthLevels = halvings(made.mask, Halving::Largest);
            picture->groundTruth = imageOf(made.mask);
            return picture;
        }
        const DecodedImage decoded = decodeImage(file);
        picture->levels = halvings(decoded.rgb, Halving::Mean);
        picture->image = imageOf(decoded.rgb);
        if (!part.maskPath.empty()) {
            const Project opened = Project::open(project, true);
            const cv::Mat mask = readMask(opened.parts().maskFile(part), decoded.info);
            picture->groundTruthLevels = halvings(mask, Halving::Largest);
            picture->groundTruth = imageOf(mask);
        }
    } catch (const Error& error) {
        picture->error = errorText(error);
    }
    return picture;
}

std::shared_ptr<const PictureLoader::Overlay> PictureLoader::Overlay::read(const Path& project, PartId part,
                                                                           RunId run) {
    auto overlay = std::make_shared<Overlay>();
    try {
        const Project opened = Project::open(project, true);
        if (auto segments = opened.segments().map(part))
            overlay->segments = std::make_shared<SegmentMap>(std::move(*segments));
        if (run == 0) return overlay;
        if (auto map = opened.maps().get(run, part)) {
            overlay->mapLevels = halvings(map->pixels(), Halving::Mean);
            overlay->map = std::make_shared<AnomalyMap>(std::move(*map));
        }
    } catch (const Error& error) {
        overlay->error = errorText(error);
    }
    return overlay;
}

PictureLoader::PictureLoader(ProjectSession& session, QObject* parent)
    : QObject(parent),
      session_(session),
      pictures_(kPictureKilobytes),
      overlays_(kOverlayKilobytes),
      recent_(std::make_shared<RecentParts>()) {
    pool_.setMaxThreadCount(kReaders);
    connect(&session, &ProjectSession::dataChanged, this, &PictureLoader::clear);
}

PictureLoader::~PictureLoader() {
    pool_.clear();
    pool_.waitForDone();
}

qint64 PictureLoader::cachedBytes() const {
    qint64 bytes = 0;
    for (const PartId part : pictures_.keys())
        bytes += (*pictures_.object(part))->bytes();
    for (const Key& key : overlays_.keys())
        bytes += (*overlays_.object(key))->bytes();
    return bytes;
}

std::shared_ptr<const PartPicture> PictureLoader::find(const Key& key) {
    const auto row = session_.data().rowOf.find(key.first);
    if (row == session_.data().rowOf.end()) return nullptr;
    const PartRecord& part = session_.data().parts[row->second];
    const std::string signature = Picture::signatureOf(part, session_.imageFile(part));
    std::shared_ptr<const Picture> picture;
    if (const auto* cached = pictures_.object(key.first)) picture = *cached;
    if (!picture) picture = newest_;
    if (!picture || picture->signature != signature) return nullptr;
    std::shared_ptr<const Overlay> overlay;
    if (const auto* cached = overlays_.object(key)) overlay = *cached;
    if (!overlay && newestOverlay_.first == key) overlay = newestOverlay_.second;
    if (!overlay) return nullptr;
    auto found = std::make_shared<PartPicture>();
    found->part = key.first;
    found->run = key.second;
    found->image = picture->image;
    found->levels = picture->levels;
    found->groundTruth = picture->groundTruth;
    found->groundTruthLevels = picture->groundTruthLevels;
    found->map = overlay->map;
    found->mapLevels = overlay->mapLevels;
    found->segments = overlay->segments;
    found->error = picture->error.isEmpty() ? overlay->error : picture->error;
    return found;
}

std::shared_ptr<const PartPicture> PictureLoader::get(PartId part, RunId run) {
    if (part == 0) return nullptr;
    recent_->add(part);
    if (auto found = find({part, run})) return found;
    awaited_.insert({part, run});
    const auto row = session_.data().rowOf.find(part);
    if (row != session_.data().rowOf.end()) read(session_.data().parts[row->second], run, ++lastPriority_);
    return nullptr;
}

void PictureLoader::prefetch(PartId part, RunId run) {
    const auto row = session_.data().rowOf.find(part);
    if (row == session_.data().rowOf.end()) return;
    const PartRecord& record = session_.data().parts[row->second];
    const qint64 bytes = qint64{record.width} * record.height * kBytesPerPixel;
    if (bytes * kPrefetchable > kPictureKilobytes * 1024) return;
    recent_->add(part);
    if (!find({part, run})) read(record, run, 0);
}

void PictureLoader::read(const PartRecord& part, RunId run, int priority) {
    readPictureOf(part, priority);
    const Key key{part.id, run};
    if (!overlays_.contains(key) && overlaysUnderway_.insert(key).second) readOverlay(key, priority);
}

void PictureLoader::readPictureOf(const PartRecord& part, int priority) {
    const std::string signature = Picture::signatureOf(part, session_.imageFile(part));
    const auto* cached = pictures_.object(part.id);
    if (cached != nullptr && (*cached)->signature == signature) return;
    if (!picturesUnderway_.insert(part.id).second) return;
    const bool large = qint64{part.width} * part.height > kPreviewPixels;
    if (priority > 0 && large) readPreview(part, priority);
    readPicture(part, priority);
}

void PictureLoader::readPicture(const PartRecord& part, int priority) {
    runInBackground(
        this, pool_,
        [project = session_.file(), part, file = session_.imageFile(part), recent = recent_] {
            return recent->has(part.id) ? Picture::read(project, part, file) : nullptr;
        },
        [this, id = part.id](const std::shared_ptr<const Picture>& picture) { takePicture(id, picture); },
        priority);
}

void PictureLoader::readPreview(const PartRecord& part, int priority) {
    runInBackground(
        this, pool_,
        [id = part.id, sha256 = part.sha256, file = session_.imageFile(part), recent = recent_,
         reducible = isJpeg(part.path), side = previewSide(std::max(part.width, part.height))] {
            if (!recent->has(id)) return QImage();
            // The gallery has most likely made one, and it is there at once.
            if (QImage thumbnail = thumbnail_store::loadLargest(sha256); !thumbnail.isNull())
                return thumbnail;
            if (!reducible) return QImage();
            try {
                return imageOf(decodeThumbnail(file, side));
            } catch (const Error&) {
                return QImage();  // reading the picture itself says what is wrong
            }
        },
        [this, id = part.id, size = QSize(part.width, part.height)](const QImage& preview) {
            if (!preview.isNull() && picturesUnderway_.contains(id)) Q_EMIT previewReady(id, preview, size);
        },
        priority);
}

void PictureLoader::readOverlay(const Key& key, int priority) {
    runInBackground(
        this, pool_,
        [project = session_.file(), key, recent = recent_] {
            return recent->has(key.first) ? Overlay::read(project, key.first, key.second) : nullptr;
        },
        [this, key, generation = generation_](const std::shared_ptr<const Overlay>& overlay) {
            if (generation == generation_) takeOverlay(key, overlay);
        },
        priority);
}

void PictureLoader::takePicture(PartId part, const std::shared_ptr<const Picture>& picture) {
    picturesUnderway_.erase(part);
    if (picture) {
        newest_ = picture;
        pictures_.insert(part, new std::shared_ptr<const Picture>(picture),
                         std::max(picture->bytes() / 1024 + 1, kPictureKilobytes / kMostPictures));
    }
    announce(part);
}

void PictureLoader::takeOverlay(const Key& key, const std::shared_ptr<const Overlay>& overlay) {
    overlaysUnderway_.erase(key);
    if (overlay) {
        newestOverlay_ = {key, overlay};
        overlays_.insert(key, new std::shared_ptr<const Overlay>(overlay),
                         std::max(overlay->bytes() / 1024 + 1, kOverlayKilobytes / kMostOverlays));
    }
    announce(key.first);
}

/// Tells of what is complete now; begins anew what was given up although it is wanted again.
void PictureLoader::announce(PartId part) {
    std::vector<Key> keys;
    for (const Key& key : awaited_)
        if (key.first == part) keys.push_back(key);
    for (const Key& key : keys) {
        if (auto found = find(key)) {
            awaited_.erase(key);
            Q_EMIT ready(std::move(found));
        } else if (recent_->has(part) && session_.data().rowOf.contains(part)) {
            get(part, key.second);
        } else {
            awaited_.erase(key);
        }
    }
}

void PictureLoader::clear() {
    ++generation_;
    overlaysUnderway_.clear();
    overlays_.clear();
    newestOverlay_ = {};
    // What could not be read may be readable by now.
    const QList<PartId> parts = pictures_.keys();
    for (const PartId part : parts)
        if (!(*pictures_.object(part))->error.isEmpty()) pictures_.remove(part);
    if (newest_ && !newest_->error.isEmpty()) newest_.reset();
}

}  // namespace segad::ui
