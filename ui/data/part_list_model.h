// The parts that the session's PartView shows, in its order, as a list model; thumbnails come
// asynchronously.
#pragma once

#include <QAbstractListModel>
#include <unordered_map>
#include <vector>

#include "core/project/records.h"
#include "ui/session/thumbnail_cache.h"

namespace segad::ui {

class ProjectSession;

class PartListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles {
        PartIdRole = Qt::UserRole + 1,  ///< qlonglong
        PathRole,                       ///< QString, relative
        LabelRole,                      ///< int(Label)
        DefectTypeRole,                 ///< QString
        NoteRole,                       ///< QString
        RegionsRole,                    ///< int, how many are painted
        ScoreRole,                      ///< double image score of the shown run; invalid when missing
        ScoreShareRole,                 ///< 0…1 within the run's range; invalid when missing
        VerdictRole,                    ///< int(Verdict) of the newest forest; invalid without one
        GeneratedRole,                  ///< bool
        PictureFaultRole                ///< int(PictureFault)
    };

    PartListModel(ProjectSession& session, ThumbnailCache& thumbnails, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// What the cache needs to make the thumbnail of a row.
    ThumbnailCache::Request thumbnail(int row) const;

private:
    void onDataChanged();
    void onLabelsChanged(const std::vector<PartId>& parts);
    void onRegionsChanged(PartId part);
    void onThumbnailReady(const QString& key);
    void changed(const QList<int>& roles);
    Path imageFile(const PartRecord& part) const;
    int regions(PartId part) const;
    ThumbnailCache::Request thumbnailOf(const PartRecord& part) const;
    QVariant picture(const PartRecord& part) const;
    QVariant verdict(PartId part) const;
    QString accessibleText(const PartRecord& part) const;
    QString toolTip(const PartRecord& part) const;

    ProjectSession& session_;
    ThumbnailCache& thumbnails_;
    mutable std::unordered_map<SourceId, Path> folders_;
    /// Parts that were painted without their thumbnail.
    mutable std::unordered_multimap<std::string, PartId> waiting_;
};

}  // namespace segad::ui
