#include "ui/data/gallery.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/data/choice_words.h"
#include "ui/data/facet_panel.h"
#include "ui/data/filter_bar.h"
#include "ui/data/gallery_delegate.h"
#include "ui/data/part_grid.h"
#include "ui/data/part_list_model.h"
#include "ui/session/project_session.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr std::array kThumbnailSides{72, 112, 160, 224};
constexpr int kFirstSide = 112;
constexpr int kCachedSide = 224;  // sharp at the largest size, and on a display with a scale of two
constexpr int kFilterHeight = 260;
}  // namespace

Gallery::Gallery(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      thumbnails_(new ThumbnailCache(kCachedSide, this)),
      model_(new PartListModel(session, *thumbnails_, this)),
      bar_(new FilterBar(session)),
      facets_(new FacetPanel(session)),
      view_(new PartGrid),
      delegate_(new GalleryDelegate(kFirstSide, this)) {
    thumbnails_->setShownSide(shownSide());
    view_->setItemDelegate(delegate_);
    view_->setModel(model_);
    view_->setAccessibleName(tr("Parts"));
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    view_->viewport()->installEventFilter(this);

    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(facets_);
    split->addWidget(view_);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(1, 1);
    split->setSizes({kFilterHeight, 2 * kFilterHeight});
    facets_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar_);
    column->addWidget(split, 1);
    buildActions();

    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid() && !arranging_)
                    session_.setCurrentPart(index.data(PartListModel::PartIdRole).toLongLong());
            });
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &Gallery::noteSelection);
    connect(view_, &PartGrid::viewChanged, this, &Gallery::expectThumbnails, Qt::QueuedConnection);
    connect(view_, &PartGrid::groupClicked, this, [this](int group) {
        const QString choice = session_.view().groups()[static_cast<std::size_t>(group)].choice;
        session_.view().setCollapsed(choice, !session_.view().isCollapsed(choice));
    });
    connect(view_, &QWidget::customContextMenuRequested, this, &Gallery::openMenu);
    connect(&session_.view(), &PartView::aboutToArrange, this, &Gallery::rememberPlace);
    connect(&session_.view(), &PartView::arranged, this, &Gallery::onArranged);
    connect(&session_, &ProjectSession::currentPartChanged, this, &Gallery::followSession);
    onArranged();
}

void Gallery::buildActions() {
    const auto add = [this](const QString& iconName, const QString& text, const QString& tip,
                            const QString& key) {
        QAction* action = makeAction(this, iconName, text, tip, key);
        actions_.push_back(action);
        return action;
    };
    connect(add(QStringLiteral("good"), tr("Select all shown"), tr("Select every part that the filters show"),
                QStringLiteral("Ctrl+A")),
            &QAction::triggered, this, &Gallery::selectAll);
    connect(add(QStringLiteral("unlabelled"), tr("Invert selection"),
                tr("Select the shown parts that are not selected"), QStringLiteral("Ctrl+Shift+A")),
            &QAction::triggered, this, &Gallery::invertSelection);
    QAction* filter = add(QStringLiteral("filter"), tr("Filter"), tr("Type to filter the gallery"),
                          QStringLiteral("Ctrl+F"));
    connect(filter, &QAction::triggered, this, &Gallery::focusFilter);
    actions_ += {bar_->panelAction(), bar_->clearAction(), bar_->refreshAction()};
    connect(bar_->panelAction(), &QAction::toggled, this, [this](bool on) {
        facets_->setVisible(on);
        if (on && isVisible()) facets_->focusChoices();
    });
    connect(bar_->refreshAction(), &QAction::triggered, thumbnails_, [this] { thumbnails_->retryFaults(); });
    connect(add(QStringLiteral("zoom-in"), tr("Larger thumbnails"), tr("Fewer and larger thumbnails"),
                QStringLiteral("Ctrl+Shift+PgUp")),
            &QAction::triggered, this, [this] { resizeThumbnails(1); });
    connect(add(QStringLiteral("zoom-out"), tr("Smaller thumbnails"), tr("More and smaller thumbnails"),
                QStringLiteral("Ctrl+Shift+PgDown")),
            &QAction::triggered, this, [this] { resizeThumbnails(-1); });
}

/// In device pixels.
int Gallery::shownSide() const {
    return static_cast<int>(std::ceil(delegate_->side() * devicePixelRatioF()));
}

void Gallery::resizeThumbnails(int by) {
    const auto now = std::ranges::find(kThumbnailSides, delegate_->side());
    const auto wanted = std::clamp<std::ptrdiff_t>(now - kThumbnailSides.begin() + by, 0,
                                                   static_cast<std::ptrdiff_t>(kThumbnailSides.size()) - 1);
    delegate_->setSide(kThumbnailSides[static_cast<std::size_t>(wanted)]);
    thumbnails_->setShownSide(shownSide());
    view_->doItemsLayout();
    view_->scrollTo(view_->currentIndex(), QAbstractItemView::PositionAtCenter);
}

bool Gallery::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel) return QWidget::eventFilter(watched, event);
    const auto* wheel = static_cast<QWheelEvent*>(event);
    if (!wheel->modifiers().testFlag(Qt::ControlModifier)) return false;
    if (wheel->angleDelta().y() != 0) resizeThumbnails(wheel->angleDelta().y() > 0 ? 1 : -1);
    return true;
}

// ---- what is shown changes

void Gallery::rememberPlace() {
    arranging_ = true;
    const QRect cell = view_->visualRect(view_->currentIndex());
    anchor_ = cell.isValid() && cell.intersects(view_->viewport()->rect()) ? cell.top() : -1;
    following_.clear();
    const auto rows = static_cast<int>(session_.view().rows().size());
    for (int row = place(); row < rows; ++row)
        following_.push_back(session_.view().part(row).id);
}

void Gallery::onArranged() {
    showGroups();
    int row = session_.view().rowOf(session_.currentPart());
    const bool shown = row >= 0;
    if (!shown) {
        // The next of the parts that came after it and are still shown.
        const auto next =
            std::ranges::find_if(following_, [this](PartId id) { return session_.view().rowOf(id) >= 0; });
        row = next == following_.end() ? model_->rowCount() : session_.view().rowOf(*next);
    }
    nextRow_ = row;
    arranging_ = true;
    if (shown) view_->selectionModel()->setCurrentIndex(model_->index(row), QItemSelectionModel::NoUpdate);
    showSelection();
    arranging_ = false;
    const QModelIndex there = model_->index(std::min(row, model_->rowCount() - 1));
    if (there.isValid() && anchor_ >= 0)
        view_->putRowAt(there.row(), anchor_);
    else if (there.isValid())
        view_->scrollTo(there, QAbstractItemView::PositionAtCenter);
}

void Gallery::showGroups() {
    std::vector<GridGroup> groups;
    const auto facet = session_.view().grouping();
    for (const PartGroup& group : session_.view().groups()) {
        groups.push_back({.title = choiceText(*facet, group.choice),
                          .first = group.first,
                          .shown = group.shown,
                          .count = group.count,
                          .collapsed = session_.view().isCollapsed(group.choice)});
    }
    view_->setGroups(std::move(groups));
}

void Gallery::showSelection() {
    QItemSelection selection;
    int first = -1;
    const int rows = model_->rowCount();
    for (int row = 0; row <= rows; ++row) {
        const bool selected = row < rows && session_.view().isSelected(session_.view().part(row).id);
        if (selected && first < 0) first = row;
        if (selected || first < 0) continue;
        selection.select(model_->index(first), model_->index(row - 1));
        first = -1;
    }
    view_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void Gallery::noteSelection() {
    if (arranging_) return;
    std::vector<PartId> parts;
    for (const QItemSelectionRange& range : view_->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            parts.push_back(session_.view().part(row).id);
    }
    session_.view().selectShown(parts);
}

void Gallery::selectAll() {
    view_->selectAll();
}

void Gallery::invertSelection() {
    const int rows = model_->rowCount();
    if (rows == 0) return;
    view_->selectionModel()->select(QItemSelection(model_->index(0), model_->index(rows - 1)),
                                    QItemSelectionModel::Toggle);
}

void Gallery::expectThumbnails() {
    thumbnails_->setShownSide(shownSide());  // the window may have gone to a screen of another scale
    const auto [first, last] = view_->rowsInView();
    if (first < 0) return;
    if (first != lastFirst_) scrolledDown_ = first > lastFirst_;
    lastFirst_ = first;
    const int seen = last - first + 1;
    const int rows = model_->rowCount();
    std::vector<ThumbnailCache::Request> wanted;
    const auto want = [&](int row) {
        if (row >= 0 && row < rows) wanted.push_back(model_->thumbnail(row));
    };
    // From the middle outwards, then what comes next when scrolling goes on, then what was just left.
    const int middle = first + seen / 2;
    for (int away = 0; away <= seen / 2 + 1; ++away) {
        if (middle + away <= last) want(middle + away);
        if (away > 0 && middle - away >= first) want(middle - away);
    }
    const int ahead = 2 * seen;
    for (int away = 1; away <= ahead; ++away)
        want(scrolledDown_ ? last + away : first - away);
    for (int away = 1; away <= seen; ++away)
        want(scrolledDown_ ? first - away : last + away);
    thumbnails_->expect(wanted);
}

// ---- moving

int Gallery::place() const {
    return view_->currentIndex().isValid() ? view_->currentIndex().row() : nextRow_;
}

void Gallery::setCurrentRow(int row) {
    // Not the view's own setter: it would toggle while Ctrl is down, as it is for Ctrl+Z.
    view_->selectionModel()->setCurrentIndex(model_->index(row), QItemSelectionModel::ClearAndSelect);
}

void Gallery::step(int by) {
    // Where the current part is not shown, the row there is already the next one.
    const bool shown = view_->currentIndex().isValid();
    const int row = shown ? place() + by : place() + (by > 0 ? by - 1 : by);
    if (row >= 0 && row < model_->rowCount()) setCurrentRow(row);
}

bool Gallery::stepToUnlabelled(int direction) {
    const int count = model_->rowCount();
    const int start = view_->currentIndex().isValid() ? place() : place() - (direction > 0 ? 1 : 0);
    for (int ahead = 1; ahead <= count; ++ahead) {
        const int row = ((start + direction * ahead) % count + count) % count;
        if (session_.view().part(row).label != Label::Unlabelled) continue;
        setCurrentRow(row);
        return true;
    }
    return false;
}

void Gallery::advance(bool wasUnlabelled) {
    const int count = model_->rowCount();
    for (int row = place() + 1; wasUnlabelled && row < count; ++row) {
        if (session_.view().part(row).label != Label::Unlabelled) continue;
        setCurrentRow(row);
        return;
    }
    if (!wasUnlabelled) step(1);
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
    const int row = session_.view().rowOf(part);
    if (row >= 0) setCurrentRow(row);
}

void Gallery::openMenu(const QPoint& where) {
    QMenu menu(this);
    const int group = view_->groupAt(where);
    if (group >= 0) {
        const PartGroup chosen = session_.view().groups()[static_cast<std::size_t>(group)];
        QAction* select = menu.addAction(tr("Select this group"));
        select->setEnabled(chosen.shown > 0);
        connect(select, &QAction::triggered, this, [this, chosen] {
            view_->selectionModel()->select(
                QItemSelection(model_->index(chosen.first), model_->index(chosen.first + chosen.shown - 1)),
                QItemSelectionModel::ClearAndSelect);
        });
        connect(menu.addAction(tr("Fold all groups")), &QAction::triggered, &session_.view(),
                [this] { session_.view().setAllCollapsed(true); });
        connect(menu.addAction(tr("Unfold all groups")), &QAction::triggered, &session_.view(),
                [this] { session_.view().setAllCollapsed(false); });
        menu.addSeparator();
    }
    menu.addActions(actions_);
    menu.exec(view_->viewport()->mapToGlobal(where));
}

}  // namespace segad::ui
