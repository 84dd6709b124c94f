#include "ui/data/facet_model.h"

#include <QApplication>
#include <QFont>
#include <QLocale>
#include <QPalette>
#include <algorithm>

#include "ui/data/choice_words.h"
#include "ui/session/part_view.h"

namespace segad::ui {

FacetModel::FacetModel(PartView& view, QObject* parent) : QAbstractItemModel(parent), view_(view) {
    connect(&view_, &PartView::countsChanged, this, &FacetModel::refill);
    sections_ = sections();
}

/// Properties in which parts differ, and choices that any part has, or that are chosen.
std::vector<FacetModel::Section> FacetModel::sections() const {
    const PartIndex& index = view_.data().index;
    const PartsFound all = index.find(view_.data(), {});
    std::vector<Section> sections;
    for (const Facet facet : kFacets) {
        const QStringList& choices = index.choices(facet);
        const std::set<QString>& chosen = view_.query().choices(facet);
        Section section{.facet = facet};
        for (qsizetype code = 0; code < choices.size(); ++code) {
            const auto place = static_cast<std::size_t>(code);
            const bool always = facet == Facet::Label;
            if (always || all.counts[facetNumber(facet)][place] > 0 || chosen.contains(choices[code]))
                section.entries.push_back({choices[code], view_.found().counts[facetNumber(facet)][place]});
        }
        for (const QString& choice : chosen) {
            if (!choices.contains(choice)) section.entries.push_back({choice, 0});
        }
        if (section.entries.size() > 1 || !chosen.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

void FacetModel::refill() {
    std::vector<Section> now = sections();
    const bool same = std::ranges::equal(now, sections_, [](const Section& a, const Section& b) {
        return a.facet == b.facet &&
               std::ranges::equal(a.entries, b.entries, {}, &Entry::choice, &Entry::choice);
    });
    if (!same) beginResetModel();
    sections_ = std::move(now);
    if (!same) {
        endResetModel();
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex section = index(row, 0);
        Q_EMIT dataChanged(section, index(row, ColumnCount - 1));
        Q_EMIT dataChanged(index(0, 0, section), index(rowCount(section) - 1, ColumnCount - 1, section));
    }
}

// The internal id of a property is 0, that of a choice the row of its property plus one.
QModelIndex FacetModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex FacetModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0) return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0});
}

int FacetModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(sections_.size());
    if (parent.internalId() != 0 || parent.column() != 0) return 0;
    return static_cast<int>(sections_[static_cast<std::size_t>(parent.row())].entries.size());
}

int FacetModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

Facet FacetModel::facetOf(const QModelIndex& index) const {
    const auto section =
        index.internalId() == 0 ? static_cast<std::size_t>(index.row()) : index.internalId() - 1;
    return sections_[section].facet;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    const bool checkable = index.internalId() != 0 && index.column() == Choice;
    return checkable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                     : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QVariant FacetModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (index.internalId() == 0)
        return sectionData(sections_[static_cast<std::size_t>(index.row())], index.column(), role);
    const Section& section = sections_[index.internalId() - 1];
    return entryData(section.facet, section.entries[static_cast<std::size_t>(index.row())], index.column(),
                     role);
}

QVariant FacetModel::sectionData(const Section& section, int column, int role) const {
    if (column != Choice) return {};
    if (role == Qt::DisplayRole) return facetText(section.facet);
    if (role == Qt::FontRole && !view_.query().choices(section.facet).empty()) {
        QFont font = QApplication::font();
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant FacetModel::entryData(Facet facet, const Entry& entry, int column, int role) const {
    const QString count = QLocale().toString(entry.count);
    const QString words = choiceText(facet, entry.choice);
    switch (role) {
        case Qt::DisplayRole:
            return column == Choice ? words : count;
        case Qt::ToolTipRole:
            return tr("%1: %2 with the other filters as they are").arg(words, count);
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1, %2").arg(words, count);
        case Qt::TextAlignmentRole:
            return column == Count ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
        case Qt::ForegroundRole:
            if (column == Count || entry.count == 0)
                return QApplication::palette().brush(QPalette::PlaceholderText);
            return {};
        case Qt::CheckStateRole:
            if (column != Choice) return {};
            return view_.query().choices(facet).contains(entry.choice) ? Qt::Checked : Qt::Unchecked;
        default:
            return {};
    }
}

bool FacetModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid() || index.internalId() == 0) return false;
    const Section& section = sections_[index.internalId() - 1];
    const QString choice = section.entries[static_cast<std::size_t>(index.row())].choice;
    PartQuery query = view_.query();
    if (value.toInt() == Qt::Checked)
        query.choices(section.facet).insert(choice);
    else
        query.choices(section.facet).erase(choice);
    view_.setQuery(query);
    return true;
}

void FacetModel::toggleAlone(const QModelIndex& index) {
    if (!index.isValid() || index.internalId() == 0) return;
    const Section& section = sections_[index.internalId() - 1];
    const std::set<QString> alone{section.entries[static_cast<std::size_t>(index.row())].choice};
    PartQuery query = view_.query();
    std::set<QString>& chosen = query.choices(section.facet);
    chosen = chosen == alone ? std::set<QString>{} : alone;
    view_.setQuery(query);
}

}  // namespace segad::ui
