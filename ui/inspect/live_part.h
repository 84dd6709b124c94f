// One part as the line sees it: what was decided, and a picture small enough to keep some of.
//
// Threads: made on the thread that inspects, shown on the GUI thread; never changed in between.
#pragma once

#include <QDateTime>
#include <QImage>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/workflow/inspection.h"
#include "ui/session/picture_loader.h"

namespace segad::ui {

struct LivePart {
    qint64 number = 0;  ///< among those that are shown, from 1
    QString path;       ///< relative to the folder
    QString file;       ///< where the picture is, or was when it was judged
    QDateTime judgedAt;
    std::optional<Verdict> verdict;  ///< absent when the picture could not be judged; `error` says why
    std::optional<NoVerdict> noVerdict;
    double score = 0;
    double seconds = 0;
    QString segment;  ///< of the deciding map; empty when a detector decided alone
    QString detector;
    QString error;
    QString remark;              ///< what should be known of the picture; usually empty
    std::optional<Label> ruled;  ///< what a person says it is

    QImage thumbnail;
    /// Picture, map and segments; null when it could not be read or is no longer kept.
    std::shared_ptr<const PartPicture> picture;
    HeatRange range;
    int topSegment = -1;  ///< label in picture->segments; -1: none

    /// Of the picture and what belongs to it.
    qint64 bytes() const;
    /// File name without folders.
    QString name() const;
};

/// The longer side of what is kept, in pixels: more than there is room for on a line's screen helps nobody.
constexpr int kLiveSide = 1400;

LivePart livePartOf(const InspectionView& view, qint64 number);
/// A stored result of an inspection of `folder`; neither thumbnail nor picture, which are read from its file.
LivePart storedPartOf(const InspectionResult& result, const std::string& folder, qint64 number);
/// Of the picture in `file`; null when it can't be read.
QImage readThumbnail(const Path& file);

/// A stored sentence of why a part has no verdict, and what to do, as the language has it.
QString errorWords(const std::string& sentence);

/// What should be said below the picture: why there is no verdict and what to do, or the remark.
QString noticeOn(const LivePart& part);

/// A picture that is made by hand: `rgb` as it is, no map and no segments.
std::shared_ptr<PartPicture> plainPicture(const cv::Mat& rgb);

}  // namespace segad::ui
