#include "core/workflow/defect_sheet.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/resize.h"
#include "core/workflow/defect_preview.h"

namespace segad {

namespace {
/// A close-up shows at least this share of the shorter side, and the defect with this margin around.
constexpr double kLeastCloseUp = 0.28;
constexpr double kMargin = 1.7;

constexpr int kGap = 4;         // between the pictures of a sheet, pixels
constexpr int kLineSide = 120;  // a line is one pixel wide for so many of the picture's
const cv::Scalar kPaper(255, 255, 255);
const cv::Scalar kNothing(160, 160, 160);
const cv::Scalar kDark(20, 20, 20);
const cv::Scalar kLight(255, 220, 0);

/// Light with a dark rim, so that it is seen on any part.
void drawLine(cv::Mat& rgb, const cv::Mat& mask) {
    const int width = std::max(1, rgb.cols / kLineSide);
    rgb.setTo(kDark, outlineOf(mask, rgb.size(), 2 * width));
    rgb.setTo(kLight, outlineOf(mask, rgb.size(), width));
}

/// The picture in the middle of `place`, with a line around `mask` unless that is empty.
void show(const cv::Mat& picture, const cv::Mat& mask, cv::Mat place) {
    const double scale = static_cast<double>(place.cols) / std::max(picture.cols, picture.rows);
    const cv::Size size(std::max(1, cvRound(picture.cols * scale)),
                        std::max(1, cvRound(picture.rows * scale)));
    cv::Mat fitted = resizeImage(picture, size, ResizeMode::Antialias);
    if (!mask.empty()) drawLine(fitted, mask);
    place.setTo(kNothing);
    fitted.copyTo(place(
        cv::Rect((place.cols - size.width) / 2, (place.rows - size.height) / 2, size.width, size.height)));
}

void showDefect(const DefectPreview& drawn, bool close, cv::Mat left, cv::Mat right) {
    if (drawn.after.empty()) {
        show(drawn.before, {}, std::move(left));
        right.setTo(kNothing);
        return;
    }
    const cv::Rect shown = close ? closeUpOf(drawn.mask) : cv::Rect({}, drawn.mask.size());
    show(drawn.before(shown).clone(), drawn.mask(shown), std::move(left));
    show(drawn.after(shown).clone(), {}, std::move(right));
}

void requirePositive(const char* name, int value) {
    if (value > 0) return;
    throw Error(ErrorCode::InvalidArgument, name, "must be at least 1", "Correct the value.");
}
}  // namespace

cv::Rect closeUpOf(const cv::Mat& mask) {
    const cv::Rect all({}, mask.size());
    const cv::Rect defect = cv::boundingRect(mask);
    if (defect.empty()) return all;
    const int shorter = std::min(all.width, all.height);
    const int wanted =
        static_cast<int>(std::max(kLeastCloseUp * shorter, kMargin * std::max(defect.width, defect.height)));
    const int side = std::min(wanted, shorter);
    const int x = std::clamp(defect.x + defect.width / 2 - side / 2, 0, all.width - side);
    const int y = std::clamp(defect.y + defect.height / 2 - side / 2, 0, all.height - side);
    return {x, y, side, side};
}

cv::Mat outlineOf(const cv::Mat& mask, cv::Size size, int width) {
    // A defect that is thinner than a pixel of the smaller picture must not be lost.
    cv::Mat inside;
    cv::resize(mask, inside, size, 0, 0, mask.cols > size.width ? cv::INTER_AREA : cv::INTER_NEAREST);
    inside = inside > 0;
    const int reach = 2 * width + 1;
    cv::Mat wide;
    cv::dilate(inside, wide, cv::getStructuringElement(cv::MORPH_ELLIPSE, {reach, reach}));
    return wide & (inside == 0);
}

cv::Mat defectSheet(const DefectSheetRequest& request, Job& job) {
    requirePositive("parts", request.parts);
    requirePositive("cell", request.cell);
    const DefectPreviewer previewer(request.defects.project, request.defects.textures);
    std::vector<DefectChoice> kinds = request.defects.kinds;
    if (kinds.empty()) {
        for (const std::string& key : paperDefectKinds())
            kinds.push_back({.kind = key});
    }
    std::vector<PartId> parts = request.defects.parts.empty() ? previewer.parts() : request.defects.parts;
    parts.resize(std::min(parts.size(), static_cast<std::size_t>(request.parts)));

    const int cell = request.cell;
    const int pair = 2 * cell + 2 * kGap;
    cv::Mat sheet(static_cast<int>(parts.size()) * (cell + kGap), static_cast<int>(kinds.size()) * pair,
                  CV_8UC3, kPaper);
    std::size_t done = 0;
    for (std::size_t row = 0; row < parts.size(); ++row) {
        for (std::size_t column = 0; column < kinds.size(); ++column) {
            job.progress(done++, parts.size() * kinds.size());
            job.throwIfCancelled();
            const DefectPreview drawn =
                previewer.draw({.part = parts[row],
                                .kind = kinds[column],
                                .mostDefects = request.defects.mostDefects,
                                .segments = request.defects.segments,
                                .seed = request.defects.seed,
                                .unit = request.defects.unit,
                                .pixelsPerMillimetre = request.defects.pixelsPerMillimetre});
            const cv::Point corner(static_cast<int>(column) * pair, static_cast<int>(row) * (cell + kGap));
            const cv::Size size(cell, cell);
            showDefect(drawn, request.closeUp, sheet(cv::Rect(corner, size)),
                       sheet(cv::Rect(corner + cv::Point(cell + 1, 0), size)));
            if (!drawn.after.empty()) continue;
            job.warn(Error(ErrorCode::InvalidData, kinds[column].kind,
                           "shows nothing on a part after twenty draws",
                           "Make it larger or stronger, or choose other segments."));
        }
    }
    return sheet;
}

}  // namespace segad
