// All parts of the session as a list model; thumbnails come asynchronously.
#pragma once

#include <QAbstractListModel>
#include <unordered_map>
#include <vector>

#include "core/project/records.h"

namespace segad::ui {

class ProjectSession;
class ThumbnailCache;

class PartListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles {
        PartIdRole = Qt::UserRole + 1,  ///< qlonglong
        PathRole,                       ///< QString, relative
        LabelRole,                      ///< int(Label)
        DefectTypeRole,                 ///< QString
        PartRoleRole,                   ///< int(Role) in the newest run
        ScoreRole,                      ///< double image score of the shown run; invalid when missing
        ScoreShareRole,                 ///< 0…1 within the run's range; invalid when missing
        VerdictRole,                    ///< int(Verdict) of the newest forest; invalid without one
        GeneratedRole,                  ///< bool
        BrokenRole                      ///< bool: the image can't be read
    };

    PartListModel(ProjectSession& session, ThumbnailCache& thumbnails, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const PartRecord& part(int row) const;

private:
    void onDataChanged();
    void onLabelsChanged(const std::vector<PartId>& parts);
    void onThumbnailReady(const QString& sha256);
    QVariant verdict(PartId part) const;
    QString accessibleText(const PartRecord& part) const;
    QString toolTip(const PartRecord& part) const;

    ProjectSession& session_;
    ThumbnailCache& thumbnails_;
    std::vector<PartId> ids_;
    std::unordered_multimap<std::string, int> rowsOfHash_;
};

}  // namespace segad::ui
