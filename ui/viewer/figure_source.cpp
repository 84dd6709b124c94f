#include "ui/viewer/figure_source.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/viewer/image_canvas.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::FigureWords)
};

const PartRecord* findPart(const ProjectSession& session, PartId part) {
    const ProjectData& project = session.data();
    const auto row = project.rowOf.find(part);
    return row == project.rowOf.end() ? nullptr : &project.parts[row->second];
}

QString partWords(const PartRecord& part) {
    const QString path = QString::fromStdString(part.path);
    const QString label = labelText(part.label);
    if (part.defectType.empty()) return FigureWords::tr("%1 (%2)").arg(path, label);
    return FigureWords::tr("%1 (%2, %3)").arg(path, label, QString::fromStdString(part.defectType));
}
}  // namespace

QRectF seenShare(const ImageCanvas& canvas) {
    const QRectF whole(0, 0, 1, 1);
    const QSizeF size = canvas.imageSize();
    const CanvasView view = canvas.view();
    if (view.fitted || size.isEmpty() || view.zoom <= 0) return whole;
    const QSizeF seen = QSizeF(canvas.size()) / view.zoom;
    const QRectF share((view.center.x() - seen.width() / 2) / size.width(),
                       (view.center.y() - seen.height() / 2) / size.height(), seen.width() / size.width(),
                       seen.height() / size.height());
    const QRectF inside = share.intersected(whole);
    return inside.isEmpty() ? whole : inside;
}

FigurePanel panelByDetector(const ProjectSession& session, PartId id, RunId run,
                            std::shared_ptr<const PartPicture> picture) {
    FigurePanel panel{.picture = std::move(picture)};
    const PartRecord* part = findPart(session, id);
    if (run == 0) {
        if (part != nullptr) {
            panel.title = QFileInfo(QString::fromStdString(part->path)).fileName();
            panel.note = labelText(part->label);
        }
        return panel;
    }
    const RunRecord* record = session.data().run(run);
    panel.title = record == nullptr ? FigureWords::tr("Run %1").arg(run) : detectorTitle(record->subject);
    panel.note = FigureWords::tr("run %1").arg(run);
    if (part == nullptr) return panel;
    if (const ScoreRecord* score = session.data().score(run, part->id))
        panel.note = FigureWords::tr("score %1").arg(QLocale().toString(score->imageScore, 'g', 4));
    if (panel.picture && !panel.picture->map) panel.note = FigureWords::tr("no map from this detector");
    return panel;
}

FigurePanel panelByPart(const ProjectSession& session, PartId id, RunId run,
                        std::shared_ptr<const PartPicture> picture) {
    FigurePanel panel = panelByDetector(session, id, run, std::move(picture));
    if (const PartRecord* part = findPart(session, id)) {
        panel.title = QFileInfo(QString::fromStdString(part->path)).fileName();
        panel.note = FigureWords::tr("%1, %2").arg(labelText(part->label), panel.note);
    }
    return panel;
}

QString runWords(const ProjectSession& session, RunId run) {
    const RunRecord* record = session.data().run(run);
    if (record == nullptr) return FigureWords::tr("run %1").arg(run);
    QString words = FigureWords::tr("%1: run %2").arg(detectorTitle(record->subject)).arg(run);
    if (!record->backbone.empty()) words += QStringLiteral(", ") + QString::fromStdString(record->backbone);
    return words + FigureWords::tr(", seed %1").arg(record->seed);
}

QString figureCaption(const ProjectSession& session, std::span<const PartId> parts,
                      std::span<const RunId> runs) {
    QStringList pieces{session.name()};
    for (const PartId id : parts)
        if (const PartRecord* part = findPart(session, id)) pieces << partWords(*part);
    const qsizetype before = pieces.size();
    for (const RunId run : runs)
        if (run != 0) pieces << runWords(session, run);
    QString caption = pieces.join(QStringLiteral(" · "));
    if (pieces.size() > before) {
        caption +=
            QStringLiteral(". ") +
            FigureWords::tr(
                "Colours: anomaly value; below it the share of good calibration pixels with a lower one. "
                "Each detector has one fixed scale.");
    }
    return caption;
}

void addOutlineWords(QString& caption, const ProjectSession& session, int segment) {
    const auto& segments = session.data().segments;
    const auto known = std::ranges::find(segments, segment, &SegmentRecord::index);
    if (segment < 0 || known == segments.end()) return;
    caption += caption.endsWith(QLatin1Char('.')) ? QStringLiteral(" ") : QStringLiteral(". ");
    caption += FigureWords::tr("Orange outline: %1, the segment that decided.")
                   .arg(QString::fromStdString(known->name));
}

QString figureFileName(const ProjectSession& session, PartId part) {
    const PartRecord* record = findPart(session, part);
    QString name = session.name();
    if (record != nullptr) {
        QString path = QString::fromStdString(record->path);
        path.truncate(std::max<qsizetype>(path.lastIndexOf(QLatin1Char('.')), 0));
        name += QLatin1Char('-') + path.replace(QLatin1Char('/'), QLatin1Char('-'));
    }
    return name;
}

}  // namespace segad::ui
