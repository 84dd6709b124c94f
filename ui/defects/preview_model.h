// What generated defects would look like: a row for each part, a column for each kind. Cells are drawn off
// the GUI thread, the ones that changed last first; what a slider has overtaken is dropped.
#pragma once

#include <QAbstractTableModel>
#include <QImage>
#include <QThreadPool>
#include <atomic>
#include <memory>
#include <vector>

#include "core/workflow/defect_preview.h"

namespace segad::ui {

class ProjectSession;

/// What all cells have in common.
struct PreviewSetting {
    std::vector<std::string> segments;
    std::uint64_t seed = kDefaultForestSeed;
    int number = 0;       ///< which of the defects of a kind on a part
    int mostDefects = 1;  ///< of the kind on the part
    bool closeUp = true;  ///< cut out around the defect

    bool operator==(const PreviewSetting&) const = default;
};

struct PreviewCell {
    QImage before;
    QImage after;    ///< null while it is drawn, and when nothing was to be seen
    QImage outline;  ///< a line around what changed, on nothing; of the size of `after`
    QString words;   ///< instead of a picture: why there is none
    bool isCurrent = false;
};

class PreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// `side` in device pixels: pictures fit into a square of it.
    PreviewModel(ProjectSession& session, int side, QObject* parent = nullptr);
    ~PreviewModel() override;

    /// Where cells are drawn from; null: nowhere, the model is empty.
    void setPreviewer(std::shared_ptr<const DefectPreviewer> previewer);
    void setParts(std::vector<PartId> parts);
    void setKinds(std::vector<DefectChoice> kinds);
    /// Other parameters of one of the kinds.
    void setParams(const std::string& kind, const Json& params);
    void setSetting(const PreviewSetting& setting);
    const PreviewSetting& setting() const { return setting_; }

    const PreviewCell& cell(const QModelIndex& index) const;
    PartId part(int row) const { return parts_.at(static_cast<std::size_t>(row)); }
    const std::string& kind(int column) const { return kinds_.at(static_cast<std::size_t>(column)).kind; }
    /// Cells that are being drawn or wait for it.
    int pending() const { return pending_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The last pending cell has come.
    void settled();

private:
    struct Place {
        PreviewCell cell;
        quint64 wanted = 0;  ///< the drawing that will be taken; others are stale
        /// The same for whoever draws: what is stale before it is begun is not begun.
        std::shared_ptr<std::atomic<quint64>> newest = std::make_shared<std::atomic<quint64>>(0);
    };

    void drawAll();
    void drawColumn(int column);
    void draw(int row, int column);
    void take(int row, int column, quint64 drawing, const PreviewCell& cell);
    Place& place(int row, int column);

    ProjectSession& session_;
    int side_;
    QThreadPool pool_;
    std::shared_ptr<const DefectPreviewer> previewer_;
    std::vector<PartId> parts_;
    std::vector<DefectChoice> kinds_;
    PreviewSetting setting_;
    std::vector<Place> places_;
    quint64 lastDrawing_ = 0;
    int pending_ = 0;
};

}  // namespace segad::ui
