// The parts of a project in columns of small numbers, made for filtering, counting, sorting and grouping
// tens of thousands of them within a few milliseconds.
#pragma once

#include <QString>
#include <QStringList>
#include <span>
#include <vector>

#include "ui/session/part_query.h"

namespace segad::ui {

struct ProjectData;

/// What a query finds. Rows are indices into ProjectData::parts.
struct PartsFound {
    std::vector<char> matches;  ///< per row
    int count = 0;
    /// Per facet and choice: how many parts would be found with that choice alone in this facet, all other
    /// filters as they are.
    PerFacet<std::vector<int>> counts;
    /// Of the run in the query: how the scores of the parts that pass all other filters are spread over
    /// the run's range, in equal steps; empty when no run is chosen.
    std::vector<int> scoreBins;
};

class PartIndex {
public:
    static constexpr int kScoreBins = 48;

    void build(const ProjectData& data);
    /// After the labels of `parts` have changed, and the defect type or note of those among `reworded`.
    void update(const ProjectData& data, std::span<const PartId> parts, std::span<const PartId> reworded);

    /// All choices of a facet, in the order they are shown in.
    const QStringList& choices(Facet facet) const { return choices_[facetNumber(facet)]; }
    const QString& choice(Facet facet, std::size_t row) const;
    PartsFound find(const ProjectData& data, const PartQuery& query) const;
    /// The rows found, in order; with `grouping` the parts of one choice come together, in the order of
    /// the choices. `shownRun` is the run whose scores the order refers to.
    std::vector<int> arranged(const ProjectData& data, const PartsFound& found, PartOrder order,
                              RunId shownRun, std::optional<Facet> grouping) const;

private:
    void setColumn(Facet facet, QStringList choices, const QStringList& values);
    void buildLabels(const ProjectData& data);
    void buildDefectTypes(const ProjectData& data);
    void buildFolders(const ProjectData& data);
    void buildVerdicts(const ProjectData& data);
    void buildRanks(const ProjectData& data);
    QString searched(const PartRecord& part) const;
    std::vector<double> sortKeys(const ProjectData& data, PartOrder order, RunId shownRun) const;

    PerFacet<QStringList> choices_;
    PerFacet<std::vector<int>> codes_;  ///< per row: which choice
    std::vector<QString> texts_;        ///< what a text is searched in, in lower case
    std::vector<int> ranks_;            ///< place in the order of paths, "part 9" before "part 10"
};

/// Whether `a` comes before `b` when runs of digits are read as numbers.
bool comesBefore(std::string_view a, std::string_view b);

}  // namespace segad::ui
