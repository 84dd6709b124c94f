#include "ui/shell/layout_menu.h"

#include <QInputDialog>

#include "ui/shell/project_view.h"
#include "ui/shell/settings.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

LayoutMenu::LayoutMenu(ProjectView& view, QWidget* parent)
    : QMenu(tr("&Layout"), parent), view_(view), delete_(new QMenu(tr("&Delete layout"), this)) {
    KeyMap::setArea(this, tr("Panels"));
    // Entries of a list, without keys of their own.
    delete_->setObjectName(QStringLiteral("entries"));
    addPresets();
    addSeparator();
    QAction* save =
        makeAction(this, QStringLiteral("new"), tr("&Save layout …"),
                   tr("Keep how the window is arranged now, under a name"), QStringLiteral("Ctrl+Alt+S"));
    connect(save, &QAction::triggered, this, &LayoutMenu::askName);
    addMenu(delete_);
    addAction(view_.resetAction());
    fill();
}

void LayoutMenu::addPresets() {
    const auto add = [this](LayoutPreset preset, const QString& icon, const QString& text, const QString& tip,
                            const QString& key) {
        QAction* action = makeAction(this, icon, text, tip, key);
        connect(action, &QAction::triggered, this, [this, preset] { view_.arrange(preset); });
    };
    add(LayoutPreset::Labelling, QStringLiteral("data"), tr("La&belling"),
        tr("Parts, picture and part panel side by side"), QStringLiteral("Ctrl+Alt+1"));
    add(LayoutPreset::Comparing, QStringLiteral("compare"), tr("&Comparing"),
        tr("The compare grid has all the room beside the parts"), QStringLiteral("Ctrl+Alt+2"));
    add(LayoutPreset::Training, QStringLiteral("train"), tr("&Training"),
        tr("Cards, queue and runs wide, the picture beside them"), QStringLiteral("Ctrl+Alt+3"));
}

void LayoutMenu::fill() {
    qDeleteAll(own_);
    own_.clear();
    delete_->clear();
    QAction* before = actions().value(actions().indexOf(delete_->menuAction()) - 2);
    for (const QString& name : settings::layouts()) {
        auto* use = new QAction(name, delete_);
        use->setToolTip(tr("Arrange the window as kept under this name"));
        connect(use, &QAction::triggered, this,
                [this, name] { view_.applyArrangement(settings::layout(name)); });
        insertAction(before, use);
        own_ << use;
        QAction* remove = delete_->addAction(name);
        connect(remove, &QAction::triggered, this, [this, name] {
            settings::setLayout(name, {});
            // Later: the click comes out of this very list.
            QMetaObject::invokeMethod(this, &LayoutMenu::fill, Qt::QueuedConnection);
        });
    }
    delete_->setEnabled(!own_.isEmpty());
}

void LayoutMenu::keep(const QString& name) {
    settings::setLayout(name, view_.arrangement());
    fill();
}

void LayoutMenu::askName() {
    const QString name = QInputDialog::getText(&view_, tr("Save layout"),
                                               tr("Name of the layout; one of the same name is replaced"))
                             .trimmed();
    if (!name.isEmpty()) keep(name);
}

}  // namespace segad::ui
