// Which parts the gallery shows, in which order, in what groups, and which of them are selected. It belongs
// to the session and not to a widget: a window that is built anew, or another workspace, sees the same.
//
// A label does not make the part under the eye vanish or jump: what is shown stays until it is asked for
// anew (a filter, an order, refresh()); until then outdated() says what has changed.
#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

#include "ui/session/part_index.h"
#include "ui/session/project_data.h"

namespace segad::ui {

/// Parts with one choice of the facet they are grouped by.
struct PartGroup {
    QString choice;
    int first = 0;  ///< its first shown row
    int shown = 0;  ///< rows; none when the group is collapsed
    int count = 0;  ///< parts
};

class PartView : public QObject {
    Q_OBJECT

public:
    explicit PartView(QObject* parent = nullptr);

    /// The project has been read anew. What is shown stays as it is when the parts are the same.
    void setData(std::shared_ptr<const ProjectData> data);
    void setShownRun(RunId run);
    /// Labels, defect types or notes of parts have changed; the index knows.
    void onLabelsChanged();

    const ProjectData& data() const { return *data_; }
    const PartQuery& query() const { return query_; }
    void setQuery(const PartQuery& query);
    PartOrder order() const { return order_; }
    void setOrder(PartOrder order);
    std::optional<Facet> grouping() const { return grouping_; }
    void setGrouping(std::optional<Facet> grouping);
    bool isCollapsed(const QString& choice) const { return collapsed_.contains(choice); }
    void setCollapsed(const QString& choice, bool collapsed);
    void setAllCollapsed(bool collapsed);
    /// Filters, sorts and groups anew.
    void refresh();

    /// What is shown: per row the index into data().parts.
    const std::vector<int>& rows() const { return rows_; }
    const PartRecord& part(int row) const;
    /// The row a part is shown in, -1 when it is not.
    int rowOf(PartId part) const;
    const std::vector<PartGroup>& groups() const { return groups_; }
    /// Counts as they are now, which may be ahead of what is shown.
    const PartsFound& found() const { return found_; }

    /// How many parts are shown and no longer match, or match and are not shown; -1 when only the order or
    /// the groups are no longer right; 0 when all is as asked.
    int outdated() const { return outdated_; }

    /// Selected parts that are shown, in their order.
    std::vector<PartId> selected() const;
    bool isSelected(PartId part) const { return selected_.contains(part); }
    int hiddenSelected() const;
    /// The user has selected these among the shown parts. Selected parts that a filter hides stay selected
    /// when the selection was extended or cut back, not when a new one was begun.
    void selectShown(std::span<const PartId> parts);

Q_SIGNALS:
    void aboutToArrange();
    /// rows() and groups() are new.
    void arranged();
    /// found() and outdated() are new.
    void countsChanged();
    void selectionChanged();

private:
    void arrange();
    void count();
    std::vector<int> wanted() const;
    void layOut();

    std::shared_ptr<const ProjectData> data_;
    RunId shownRun_ = 0;
    PartQuery query_;
    PartOrder order_ = PartOrder::Path;
    std::optional<Facet> grouping_;
    std::set<QString> collapsed_;
    PartsFound found_;
    std::vector<int> arranged_;              ///< as rows_, with the parts of collapsed groups
    std::vector<PartGroup> arrangedGroups_;  ///< refer to arranged_; as they were when it was made
    std::vector<int> rows_;
    std::vector<int> rowOf_;  ///< per index into data().parts
    std::vector<PartGroup> groups_;
    int outdated_ = 0;
    std::unordered_set<PartId> selected_;
};

}  // namespace segad::ui
