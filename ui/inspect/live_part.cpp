#include "ui/inspect/live_part.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

#include <opencv2/imgproc.hpp>

#include "core/image/thumbnail.h"
#include "ui/session/halvings.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

namespace {
struct LiveWords {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::LivePart)
};

constexpr int kThumbnailWidth = 160;
constexpr int kThumbnailHeight = 120;

cv::Size within(cv::Size size, int width, int height) {
    const double share = std::min({1.0, static_cast<double>(width) / std::max(1, size.width),
                                   static_cast<double>(height) / std::max(1, size.height)});
    return {std::max(1, cvRound(size.width * share)), std::max(1, cvRound(size.height * share))};
}

cv::Mat thumbnailOf(const std::vector<cv::Mat>& levels) {
    const cv::Size size = within(levels.front().size(), kThumbnailWidth, kThumbnailHeight);
    auto level = levels.rbegin();
    while (level != std::prev(levels.rend()) && level->cols < size.width)
        ++level;
    cv::Mat small;
    cv::resize(*level, small, size, 0, 0, cv::INTER_AREA);
    return small;
}

QImage imageOf(const cv::Mat& rgb) {
    return QImage(
        rgb.data, rgb.cols, rgb.rows, static_cast<qsizetype>(rgb.step), QImage::Format_RGB888,
        [](void* held) { delete static_cast<cv::Mat*>(held); }, new cv::Mat(rgb));
}
}  // namespace

qint64 LivePart::bytes() const {
    qint64 bytes = thumbnail.sizeInBytes();
    if (!picture) return bytes;
    for (const std::vector<cv::Mat>* levels : {&picture->levels, &picture->mapLevels}) {
        for (const cv::Mat& level : *levels)
            bytes += static_cast<qint64>(level.total() * level.elemSize());
    }
    if (picture->segments) bytes += static_cast<qint64>(picture->segments->labels().total());
    return bytes;
}

QString LivePart::name() const {
    return path.section(QLatin1Char('/'), -1);
}

std::shared_ptr<PartPicture> plainPicture(const cv::Mat& rgb) {
    auto picture = std::make_shared<PartPicture>();
    std::vector<cv::Mat>& levels = picture->levels;
    levels = halvings(rgb, Halving::Mean);
    // Halving is many times quicker than scaling to a size, which a line of fifty parts a second can't
    // afford.
    while (levels.size() > 1 && std::max(levels.front().cols, levels.front().rows) > kLiveSide)
        levels.erase(levels.begin());
    if (levels.front().data == rgb.data)
        levels.front() = rgb.clone();  // the caller's may be written to again
    picture->image = imageOf(levels.front());
    return picture;
}

LivePart storedPartOf(const InspectionResult& result, const std::string& folder, qint64 number) {
    const auto pathOf = [](const std::string& text) { return Path(std::u8string(text.begin(), text.end())); };
    const InspectedPart& judged = result.part;
    return {
        .number = number,
        .path = QString::fromStdString(judged.path),
        .file = QString::fromStdString(result.placed.empty() ? toUtf8(pathOf(folder) / pathOf(judged.path))
                                                             : result.placed),
        .judgedAt = QDateTime::fromString(QString::fromStdString(result.judgedAt), Qt::ISODate).toLocalTime(),
        .verdict = judged.verdict,
        .noVerdict = judged.noVerdict,
        .score = judged.score,
        .seconds = judged.seconds,
        .segment = QString::fromStdString(judged.topSegment),
        .detector = QString::fromStdString(judged.topDetector),
        .error = errorWords(judged.error),
        .remark = engineSentence(judged.remark),
        .ruled = result.ruled};
}

LivePart livePartOf(const InspectionView& view, qint64 number) {
    LivePart part = storedPartOf(view.result, {}, number);
    part.file = QString::fromStdString(toUtf8(view.file));
    part.judgedAt = QDateTime::currentDateTime();
    part.range = view.range;
    part.topSegment = view.topSegment;
    if (view.rgb.empty()) return part;
    const std::shared_ptr<PartPicture> picture = plainPicture(view.rgb);
    part.thumbnail = imageOf(thumbnailOf(picture->levels));
    if (view.map != nullptr) {
        picture->map = std::make_shared<const AnomalyMap>(*view.map);
        picture->mapLevels = halvings(view.map->pixels(), Halving::Mean);
    }
    if (view.segments != nullptr) {
        // Only its outline is drawn: half the picture's size is enough.
        const cv::Size size = within(view.segments->size(), kLiveSide / 2, kLiveSide / 2);
        picture->segments = std::make_shared<const SegmentMap>(
            size == view.segments->size() ? *view.segments : view.segments->resized(size));
    }
    part.picture = picture;
    return part;
}

QImage readThumbnail(const Path& file) {
    try {
        return imageOf(decodeThumbnail(file, kThumbnailWidth));
    } catch (const Error&) {
        return {};  // looking at the part says why
    }
}

QString errorWords(const std::string& sentence) {
    const std::size_t stop = sentence.find(". ");
    if (stop == std::string::npos) return engineSentence(sentence);
    return engineSentence(sentence.substr(0, stop)) + QStringLiteral(". ") +
           engineSentence(sentence.substr(stop + 2));
}

QString noticeOn(const LivePart& part) {
    if (part.verdict) return part.remark;
    if (part.noVerdict != NoVerdict::NoSegments) return part.error;
    return LiveWords::tr(
               "%1. Put its segment map where those of the other pictures are, under the name of "
               "the picture, and inspect it again; or make the segment maps by a source that needs "
               "no files, and fit the forest again.")
        .arg(part.error.section(QStringLiteral(". "), 0, 0));
}

}  // namespace segad::ui
