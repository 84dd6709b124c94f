// Pictures, heatmaps and segment maps for the viewer, read off the GUI thread and kept in a cache that is
// bounded in bytes. A part's picture is read once, whatever maps are shown over it.
//
// Threads: GUI thread; the reading happens on a pool of its own.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/image/anomaly_map.h"
#include "core/image/segment_map.h"
#include "core/project/records.h"

namespace segad::ui {

class ProjectSession;
class RecentParts;

/// What the viewer shows of one part. `error` says why there is no image.
struct PartPicture {
    PartId part = 0;
    RunId run = 0;
    QImage image;                                ///< Format_RGB888 at the file's size
    std::shared_ptr<const AnomalyMap> map;       ///< of `run`; null: missing, which is said, not drawn
    std::shared_ptr<const SegmentMap> segments;  ///< null when the part has none
    QImage groundTruth;                          ///< Format_Grayscale8 mask, null when there is none
    QString error;

    /// Halvings of image, map and mask, the full ones first; whoever makes a picture by hand may leave them
    /// out.
    std::vector<cv::Mat> levels;
    std::vector<cv::Mat> mapLevels;
    std::vector<cv::Mat> groundTruthLevels;
};

class PictureLoader : public QObject {
    Q_OBJECT

public:
    explicit PictureLoader(ProjectSession& session, QObject* parent = nullptr);
    ~PictureLoader() override;

    /// The picture when it is cached; otherwise it is read and ready() follows, unless so many other parts
    /// have been asked for in the meantime that nobody can be waiting for this one.
    std::shared_ptr<const PartPicture> get(PartId part, RunId run);
    /// Reads ahead what is small enough to have several of in the cache, after all that was asked for by
    /// get().
    void prefetch(PartId part, RunId run);
    /// Forgets maps and segments, because they may have changed; pictures of unchanged files stay.
    void clear();

    /// Bytes of the pictures and maps that are kept; never more than kMaxBytes.
    qint64 cachedBytes() const;
    static constexpr qint64 kMaxBytes = qint64{896} << 20U;

Q_SIGNALS:
    void ready(std::shared_ptr<const segad::ui::PartPicture> picture);
    /// While a large picture is read: the same at a lower resolution, and the size it will have.
    void previewReady(segad::PartId part, const QImage& preview, QSize size);

private:
    using Key = std::pair<PartId, RunId>;
    struct Picture;
    struct Overlay;

    std::shared_ptr<const PartPicture> find(const Key& key);
    void read(const PartRecord& part, RunId run, int priority);
    void readPictureOf(const PartRecord& part, int priority);
    void readPicture(const PartRecord& part, int priority);
    void readPreview(const PartRecord& part, int priority);
    void readOverlay(const Key& key, int priority);
    void takePicture(PartId part, const std::shared_ptr<const Picture>& picture);
    void takeOverlay(const Key& key, const std::shared_ptr<const Overlay>& overlay);
    void announce(PartId part);

    ProjectSession& session_;
    QThreadPool pool_;
    QCache<PartId, std::shared_ptr<const Picture>> pictures_;
    QCache<Key, std::shared_ptr<const Overlay>> overlays_;
    /// Kept even if they are larger than the cache.
    std::shared_ptr<const Picture> newest_;
    std::pair<Key, std::shared_ptr<const Overlay>> newestOverlay_;
    std::set<PartId> picturesUnderway_;
    std::set<Key> overlaysUnderway_;
    std::set<Key> awaited_;
    std::shared_ptr<RecentParts> recent_;
    int lastPriority_ = 0;
    quint64 generation_ = 0;  ///< of maps and segments
};

}  // namespace segad::ui
