// The tools that look for pixels instead of drawing them. They take up to a second on a large picture: they
// run on another thread, and what comes too late is dropped.
#include <QThreadPool>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/image/region_select.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/viewer/region_editor.h"

namespace segad::ui {

namespace {
/// For growing and shrinking by one step, and what is a speck.
constexpr double kTidyRadius = 2;
constexpr int kSpeckPixels = 30;

/// Keeps the picture alive and looks at its pixels as the engine does.
cv::Mat pixelsOf(const QImage& image) {
    return {image.height(), image.width(), CV_8UC3, const_cast<uchar*>(image.constBits()),
            static_cast<std::size_t>(image.bytesPerLine())};
}

struct Found {
    Spans spans;
    std::optional<Error> error;
};

Found lookQuietly(const std::function<Spans()>& look) {
    try {
        return {.spans = look()};
    } catch (const std::exception& failure) {  // OpenCV's own, and no memory
        return {.error = Error(ErrorCode::Internal, "region", failure.what(),
                               "Try a smaller area or another tool.")};
    }
}
}  // namespace

void RegionEditor::search(const QString& text, bool on, std::function<Spans()> look) {
    searching_ = true;
    Q_EMIT activityChanged();
    runInBackground(
        this, *QThreadPool::globalInstance(), [look = std::move(look)] { return lookQuietly(look); },
        [this, text, on, generation = ++searchGeneration_](const Found& found) {
            if (generation != searchGeneration_) return;
            endSearch();
            if (found.error) session_.reportError(*found.error);
            paintSpans(found.spans, on);
            surface_->commit(text);
            if (found.spans.empty() && !found.error) Q_EMIT statusChanged(tr("Nothing found here"));
        });
}

void RegionEditor::endSearch() {
    ++searchGeneration_;
    if (std::exchange(searching_, false)) Q_EMIT activityChanged();
}

void RegionEditor::select(const QPointF& at) {
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    const cv::Point seed(pixel.x(), pixel.y());
    if (tool_ == RegionTool::Heat) {
        selectHeat(seed);
        return;
    }
    search(erases_ ? tr("Erase similar colours") : tr("Similar colours"), !erases_,
           [image = canvas_.picture()->image, seed, tolerance = settings_.tolerance] {
               return similarSpans(pixelsOf(image), seed, tolerance);
           });
}

void RegionEditor::selectHeat(cv::Point seed) {
    const std::shared_ptr<const AnomalyMap> map = canvas_.picture()->map;
    if (map == nullptr) {
        Q_EMIT statusChanged(tr("No heatmap to take from: score the part"));
        return;
    }
    double low = 0;
    if (heatScale_)
        low = heatScale_->low;
    else
        cv::minMaxLoc(map->pixels(), &low);
    const QSize size = canvas_.imageSize();
    search(erases_ ? tr("Erase heat") : tr("Take from heatmap"), !erases_,
           [map, seed, low, image = cv::Size(size.width(), size.height()), share = settings_.level / 100.0] {
               return heatSpans(*map, image, seed, low, share);
           });
}

void RegionEditor::cutOut(const cv::Rect& box) {
    if (box.empty() || !isOpen()) return;
    const cv::Mat painted = surface_->mask();
    // The mask is painted on meanwhile: what the search sees is a copy of the part it needs.
    cv::Mat certain(painted.size(), CV_8UC1, cv::Scalar(0));
    if (!erases_) painted(box).copyTo(certain(box));
    search(erases_ ? tr("Erase cut-out") : tr("Cut out"), !erases_,
           [image = canvas_.picture()->image, box, certain] {
               return grabCutSpans(pixelsOf(image), box, certain);
           });
}

void RegionEditor::tidy(RegionTidy what) {
    endGesture();
    if (!isOpen()) return;
    const cv::Mat pixels = surface_->mask().clone();
    if (cv::countNonZero(pixels) == 0) return;
    if (what == RegionTidy::Clear) {
        paintSpans(spansOf(pixels, {0, 0}), false);
        surface_->commit(tr("Clear"));
        return;
    }
    switch (what) {
        case RegionTidy::FillHoles:
            search(tr("Fill holes"), true, [pixels] { return holeSpans(pixels); });
            break;
        case RegionTidy::RemoveSpecks:
            search(tr("Remove specks"), false, [pixels] { return speckSpans(pixels, kSpeckPixels); });
            break;
        case RegionTidy::Grow:
            search(tr("Grow"), true, [pixels] { return growSpans(pixels, kTidyRadius); });
            break;
        case RegionTidy::Shrink:
            search(tr("Shrink"), false, [pixels] { return shrinkSpans(pixels, kTidyRadius); });
            break;
        case RegionTidy::Clear:
            break;
    }
}

}  // namespace segad::ui
