#include "ui/data/facet_panel.h"

#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/data/facet_model.h"
#include "ui/data/score_filter.h"
#include "ui/session/project_session.h"

namespace segad::ui {

FacetPanel::FacetPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent), model_(new FacetModel(session.view(), this)), tree_(new QTreeView) {
    tree_->setModel(model_);
    tree_->setHeaderHidden(true);
    tree_->setUniformRowHeights(true);
    tree_->setIndentation(12);
    tree_->setSelectionMode(QAbstractItemView::NoSelection);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setMinimumSectionSize(1);
    tree_->header()->setSectionResizeMode(FacetModel::Choice, QHeaderView::Stretch);
    tree_->header()->setSectionResizeMode(FacetModel::Count, QHeaderView::ResizeToContents);
    tree_->setTextElideMode(Qt::ElideMiddle);
    tree_->setAccessibleName(tr("Filters"));
    tree_->setToolTip(tr("Check what to show; double-click a choice for it alone"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 0, 6, 4);
    column->setSpacing(4);
    column->addWidget(new ScoreFilter(session));
    column->addWidget(tree_, 1);

    connect(tree_, &QTreeView::doubleClicked, model_, &FacetModel::toggleAlone);
    connect(tree_, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        folded_.push_back(static_cast<int>(model_->facetOf(index)));
    });
    connect(tree_, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        folded_.removeAll(static_cast<int>(model_->facetOf(index)));
    });
    connect(model_, &FacetModel::modelReset, this, &FacetPanel::expand);
    expand();
}

void FacetPanel::expand() {
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QModelIndex section = model_->index(row, 0);
        tree_->setFirstColumnSpanned(row, QModelIndex(), true);
        if (!folded_.contains(static_cast<int>(model_->facetOf(section)))) tree_->expand(section);
    }
}

void FacetPanel::focusChoices() {
    tree_->setFocus(Qt::OtherFocusReason);
    if (!tree_->currentIndex().isValid()) tree_->setCurrentIndex(model_->index(0, 0));
}

}  // namespace segad::ui
