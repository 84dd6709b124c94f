// Pictures, heatmaps and segment maps for the viewer, read off the GUI thread and kept in a bounded cache.
//
// Threads: GUI thread; the reading happens on a pool of its own.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <memory>
#include <optional>
#include <set>

#include "core/image/anomaly_map.h"
#include "core/image/segment_map.h"
#include "core/project/records.h"

namespace segad::ui {

class ProjectSession;

/// What the viewer shows of one part. `error` says why there is no image.
struct PartPicture {
    PartId part = 0;
    RunId run = 0;
    QImage image;                                ///< Format_RGB888 at the file's size
    std::shared_ptr<const AnomalyMap> map;       ///< of `run`; null: missing, which is said, not drawn
    std::shared_ptr<const SegmentMap> segments;  ///< null when the part has none
    QImage groundTruth;                          ///< Format_Grayscale8 mask, null when there is none
    QString error;
};

class PictureLoader : public QObject {
    Q_OBJECT

public:
    explicit PictureLoader(ProjectSession& session, QObject* parent = nullptr);
    ~PictureLoader() override;

    /// The picture when it is cached; otherwise it is read and ready() follows.
    std::shared_ptr<const PartPicture> get(PartId part, RunId run);
    /// Reads ahead without telling anyone.
    void prefetch(PartId part, RunId run) { get(part, run); }
    /// Forgets everything, because maps or segments have changed.
    void clear();

Q_SIGNALS:
    void ready(std::shared_ptr<const segad::ui::PartPicture> picture);

private:
    using Key = std::pair<PartId, RunId>;

    ProjectSession& session_;
    QThreadPool pool_;
    QCache<Key, std::shared_ptr<const PartPicture>> cache_;
    std::set<Key> underway_;
    quint64 generation_ = 0;
};

}  // namespace segad::ui
