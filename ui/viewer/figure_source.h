// What a view needs to describe itself as a figure.
#pragma once

#include <span>

#include "ui/viewer/figure.h"

namespace segad::ui {

class ImageCanvas;
class ProjectSession;

/// What a canvas shows of its picture, in shares of it.
QRectF seenShare(const ImageCanvas& canvas);

/// A panel of a part by a detector run (0: the bare picture), named for figures of one part.
FigurePanel panelByDetector(const ProjectSession& session, PartId part, RunId run,
                            std::shared_ptr<const PartPicture> picture);

/// The same, named for figures of one detector.
FigurePanel panelByPart(const ProjectSession& session, PartId part, RunId run,
                        std::shared_ptr<const PartPicture> picture);

/// "PatchCore · run 4", or the run's number alone when it has gone.
QString runWords(const ProjectSession& session, RunId run);

/// Project, parts and runs in words, and what the colours mean.
QString figureCaption(const ProjectSession& session, std::span<const PartId> parts,
                      std::span<const RunId> runs);

/// Adds to a caption which segment is outlined, and that it decided; nothing when `segment` is below 0.
void addOutlineWords(QString& caption, const ProjectSession& session, int segment);

/// A file name without suffix for a figure of a part.
QString figureFileName(const ProjectSession& session, PartId part);

}  // namespace segad::ui
