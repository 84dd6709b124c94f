#include "ui/data/gallery.h"

#include <QItemSelectionModel>
#include <QListView>
#include <QVBoxLayout>

#include "ui/data/filter_bar.h"
#include "ui/data/gallery_delegate.h"
#include "ui/data/part_filter_model.h"
#include "ui/data/part_list_model.h"
#include "ui/session/project_session.h"
#include "ui/session/thumbnail_cache.h"

namespace segad::ui {

namespace {
constexpr int kThumbnailSide = 112;
constexpr int kCachedSide = 224;  // sharp on a display with a scale of two
}  // namespace

Gallery::Gallery(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      thumbnails_(new ThumbnailCache(kCachedSide, this)),
      model_(new PartListModel(session, *thumbnails_, this)),
      filter_(new PartFilterModel(this)),
      bar_(nullptr),
      view_(new QListView) {
    filter_->setSourceModel(model_);
    bar_ = new FilterBar(session, *filter_);
    view_->setModel(filter_);
    view_->setItemDelegate(new GalleryDelegate(kThumbnailSide, view_));
    view_->setViewMode(QListView::IconMode);
    view_->setResizeMode(QListView::Adjust);
    view_->setMovement(QListView::Static);
    view_->setUniformItemSizes(true);
    view_->setLayoutMode(QListView::Batched);
    view_->setBatchSize(2000);
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setMouseTracking(true);
    view_->setAccessibleName(tr("Parts"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar_);
    column->addWidget(view_, 1);

    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid())
                    session_.setCurrentPart(index.data(PartListModel::PartIdRole).toLongLong());
            });
    connect(&session_, &ProjectSession::currentPartChanged, this, &Gallery::followSession);
    followSession();
}

std::vector<PartId> Gallery::selection() const {
    std::vector<PartId> parts;
    for (const QModelIndex& index : view_->selectionModel()->selectedIndexes()) {
        parts.push_back(index.data(PartListModel::PartIdRole).toLongLong());
    }
    if (parts.empty() && session_.currentPart() != 0) parts.push_back(session_.currentPart());
    return parts;
}

void Gallery::step(int by) {
    const int row = view_->currentIndex().row() + by;
    if (row < 0 || row >= filter_->rowCount()) return;
    view_->setCurrentIndex(filter_->index(row, 0));
}

void Gallery::stepToUnlabelled() {
    const int count = filter_->rowCount();
    for (int ahead = 1; ahead <= count; ++ahead) {
        const QModelIndex index = filter_->index((view_->currentIndex().row() + ahead) % count, 0);
        if (index.data(PartListModel::LabelRole).toInt() != static_cast<int>(Label::Unlabelled)) continue;
        view_->setCurrentIndex(index);
        return;
    }
}

void Gallery::focusFilter() {
    bar_->focusText();
}

void Gallery::focusParts() {
    view_->setFocus(Qt::OtherFocusReason);
}

void Gallery::followSession() {
    const PartId part = session_.currentPart();
    if (view_->currentIndex().data(PartListModel::PartIdRole).toLongLong() == part) return;
    const auto row = session_.data().rowOf.find(part);
    if (row == session_.data().rowOf.end()) return;
    const QModelIndex index = filter_->mapFromSource(model_->index(static_cast<int>(row->second)));
    if (index.isValid()) view_->setCurrentIndex(index);
}

}  // namespace segad::ui
