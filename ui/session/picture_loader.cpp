#include "ui/session/picture_loader.h"

#include <cstring>

#include "core/dataset/mask.h"
#include "core/image/image.h"
#include "core/project/project.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"

namespace segad::ui {

namespace {
constexpr int kCacheKilobytes = 512 * 1024;
constexpr int kReaders = 2;

QImage toQImage(const cv::Mat& pixels) {
    const bool grey = pixels.channels() == 1;
    QImage image(pixels.cols, pixels.rows, grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    const std::size_t rowBytes = static_cast<std::size_t>(pixels.cols) * pixels.elemSize();
    for (int y = 0; y < pixels.rows; ++y)
        std::memcpy(image.scanLine(y), pixels.ptr(y), rowBytes);
    return image;
}

std::shared_ptr<const PartPicture> read(const Path& file, PartId part, RunId run) {
    auto picture = std::make_shared<PartPicture>();
    picture->part = part;
    picture->run = run;
    try {
        const Project project = Project::open(file, true);
        const std::optional<PartRecord> record = project.parts().find(part);
        if (!record) return picture;
        if (run != 0) {
            if (auto map = project.maps().get(run, part))
                picture->map = std::make_shared<AnomalyMap>(std::move(*map));
        }
        if (auto segments = project.segments().map(part)) {
            picture->segments = std::make_shared<SegmentMap>(std::move(*segments));
        }
        const DecodedImage decoded = decodeImage(project.parts().imageFile(*record));
        picture->image = toQImage(decoded.rgb);
        if (!record->maskPath.empty()) {
            picture->groundTruth = toQImage(readMask(project.parts().maskFile(*record), decoded.info));
        }
    } catch (const Error& error) {
        picture->error = QString::fromUtf8(error.what());
    }
    return picture;
}

int costInKilobytes(const PartPicture& picture) {
    qsizetype bytes = picture.image.sizeInBytes() + picture.groundTruth.sizeInBytes();
    if (picture.map) bytes += static_cast<qsizetype>(picture.map->pixels().total()) * 4;
    if (picture.segments) bytes += static_cast<qsizetype>(picture.segments->labels().total());
    return static_cast<int>(bytes / 1024 + 1);
}
}  // namespace

PictureLoader::PictureLoader(ProjectSession& session, QObject* parent)
    : QObject(parent), session_(session), cache_(kCacheKilobytes) {
    pool_.setMaxThreadCount(kReaders);
    connect(&session, &ProjectSession::dataChanged, this, &PictureLoader::clear);
}

PictureLoader::~PictureLoader() {
    pool_.clear();
    pool_.waitForDone();
}

std::shared_ptr<const PartPicture> PictureLoader::get(PartId part, RunId run) {
    if (part == 0) return nullptr;
    const Key key{part, run};
    if (const auto* cached = cache_.object(key)) return *cached;
    if (!underway_.insert(key).second) return nullptr;
    runInBackground(
        this, pool_, [file = session_.file(), part, run] { return read(file, part, run); },
        [this, key, generation = generation_](const std::shared_ptr<const PartPicture>& picture) {
            if (generation != generation_) return;
            underway_.erase(key);
            cache_.insert(key, new std::shared_ptr<const PartPicture>(picture), costInKilobytes(*picture));
            Q_EMIT ready(picture);
        });
    return nullptr;
}

void PictureLoader::clear() {
    ++generation_;
    underway_.clear();
    cache_.clear();
}

}  // namespace segad::ui
