#include "ui/data/filter_bar.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <array>
#include <map>

#include "ui/data/part_filter_model.h"
#include "ui/session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
/// Refills a box and keeps what was chosen when it is still there.
void refillBox(QComboBox* box, const std::vector<std::pair<QString, QVariant>>& items) {
    const QVariant chosen = box->currentData();
    const QSignalBlocker blocked(box);
    box->clear();
    for (const auto& [text, value] : items)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}
}  // namespace

FilterBar::FilterBar(ProjectSession& session, PartFilterModel& model, QWidget* parent)
    : QWidget(parent),
      session_(session),
      model_(model),
      text_(new QLineEdit),
      label_(choiceBox(tr("Filter by label"), tr("Show only parts with this label"))),
      role_(choiceBox(tr("Filter by role"), tr("Show only parts with this role in the newest run"))),
      defect_(choiceBox(tr("Filter by defect type"), tr("Show only parts with this defect type"))),
      order_(choiceBox(tr("Order"), tr("Order of the gallery"))),
      clear_(new QToolButton),
      count_(new QLabel) {
    text_->setPlaceholderText(tr("Filter by name or defect"));
    text_->setClearButtonEnabled(true);
    text_->setAcceptDrops(false);  // a folder is dropped to be imported, not to be typed
    text_->setToolTip(tr("Show only parts whose path or defect type contains this (Ctrl+F)"));
    text_->setAccessibleName(tr("Filter text"));
    clear_->setIcon(icon(QStringLiteral("clear")));
    clear_->setToolTip(tr("Show all parts"));
    clear_->setAccessibleName(clear_->toolTip());
    order_->addItem(tr("by name"), static_cast<int>(PartOrder::Path));
    order_->addItem(tr("worst first"), static_cast<int>(PartOrder::ScoreDescending));
    order_->addItem(tr("best first"), static_cast<int>(PartOrder::ScoreAscending));
    order_->addItem(tr("by label"), static_cast<int>(PartOrder::Label));
    order_->addItem(tr("by defect type"), static_cast<int>(PartOrder::DefectType));

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(6, 6, 6, 4);
    grid->setSpacing(4);
    grid->addWidget(text_, 0, 0, 1, 2);
    grid->addWidget(clear_, 0, 2);
    grid->addWidget(label_, 1, 0);
    grid->addWidget(role_, 1, 1);
    grid->addWidget(defect_, 2, 0);
    grid->addWidget(order_, 2, 1);
    grid->addWidget(count_, 3, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    connect(text_, &QLineEdit::textChanged, this, [this] {
        model_.setText(text_->text());
        showCount();
    });
    connect(label_, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant value = label_->currentData();
        model_.setLabel(value.isValid() ? std::optional(static_cast<Label>(value.toInt())) : std::nullopt);
        showCount();
    });
    connect(role_, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant value = role_->currentData();
        model_.setRole(value.isValid() ? std::optional(static_cast<Role>(value.toInt())) : std::nullopt);
        showCount();
    });
    connect(defect_, &QComboBox::currentIndexChanged, this, [this] {
        model_.setDefectType(defect_->currentData().toString());
        showCount();
    });
    connect(order_, &QComboBox::currentIndexChanged, this,
            [this] { model_.setOrder(static_cast<PartOrder>(order_->currentData().toInt())); });
    connect(clear_, &QToolButton::clicked, this, &FilterBar::clearAll);
    connect(&session_, &ProjectSession::dataChanged, this, &FilterBar::refill);
    connect(&session_, &ProjectSession::labelsChanged, this, &FilterBar::refill);
    refill();
}

void FilterBar::focusText() {
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->selectAll();
}

void FilterBar::refill() {
    std::map<Label, int> labels;
    std::map<Role, int> roles;
    std::map<QString, int> defects;
    for (const PartRecord& part : session_.data().parts) {
        ++labels[part.label];
        const auto role = session_.data().roles.find(part.id);
        ++roles[role == session_.data().roles.end() ? Role::None : role->second];
        if (!part.defectType.empty()) ++defects[QString::fromStdString(part.defectType)];
    }
    std::vector<std::pair<QString, QVariant>> items{{tr("all labels"), QVariant()}};
    for (const Label label : {Label::Good, Label::Bad, Label::Unlabelled}) {
        items.emplace_back(tr("%1 %2 (%3)").arg(labelMark(label), labelText(label)).arg(labels[label]),
                           static_cast<int>(label));
    }
    refillBox(label_, items);
    items = {{tr("all roles"), QVariant()}};
    for (const Role role : {Role::Train, Role::Calibrate, Role::Fit, Role::Test, Role::None}) {
        items.emplace_back(tr("%1 (%2)").arg(roleText(role)).arg(roles[role]), static_cast<int>(role));
    }
    refillBox(role_, items);
    items = {{tr("all defects"), QVariant()}};
    for (const auto& [defect, count] : defects)
        items.emplace_back(tr("%1 (%2)").arg(defect).arg(count), defect);
    refillBox(defect_, items);
    showCount();
}

void FilterBar::showCount() {
    const auto all = session_.data().parts.size();
    const int shown = model_.rowCount();
    count_->setText(model_.isFiltering() ? tr("%1 of %n part(s)", nullptr, static_cast<int>(all)).arg(shown)
                                         : tr("%n part(s)", nullptr, static_cast<int>(all)));
    clear_->setEnabled(model_.isFiltering());
}

void FilterBar::clearAll() {
    text_->clear();
    label_->setCurrentIndex(0);
    role_->setCurrentIndex(0);
    defect_->setCurrentIndex(0);
}

}  // namespace segad::ui
