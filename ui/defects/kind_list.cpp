#include "ui/defects/kind_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/defects/defect_form.h"
#include "ui/defects/defect_words.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kListWidth = 140;

std::string keyOf(const QListWidgetItem& item) {
    return item.data(Qt::UserRole).toString().toStdString();
}
}  // namespace

KindList::KindList(const std::vector<std::string>& kinds, std::map<std::string, Json> params, QWidget* parent)
    : QWidget(parent),
      list_(new QListWidget),
      help_(new QLabel),
      form_(new DefectForm),
      reset_(new QPushButton(tr("As published"))),
      params_(std::move(params)) {
    list_->setAccessibleName(tr("Kinds of defects"));
    list_->setToolTip(tr("Ticked kinds are generated; the first three are those of the paper"));
    list_->setFixedWidth(kListWidth);
    list_->setProperty("takesSpace", true);
    for (const DefectKind& kind : defectCatalog()) {
        auto* item = new QListWidgetItem(engineText(kind.title), list_);
        item->setData(Qt::UserRole, QString::fromStdString(kind.key));
        const bool ticked = std::ranges::find(kinds, kind.key) != kinds.end();
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(QStringLiteral("%1: %2").arg(item->text(), engineText(kind.help)));
    }
    const int height = list_->sizeHintForRow(0);
    // As wide as there is room: an item that is longer ends in "…" instead of making the list scroll.
    for (int row = 0; row < list_->count(); ++row)
        list_->item(row)->setSizeHint({0, height});
    list_->setMinimumHeight(height * list_->count() + 2 * list_->frameWidth());
    help_->setWordWrap(true);
    help_->setMinimumHeight(2 * fontMetrics().lineSpacing());
    help_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    reset_->setToolTip(tr("Put the parameters of this kind back to what they were at first"));
    reset_->setAccessibleName(tr("As published"));

    auto* column = new QVBoxLayout;
    column->addWidget(help_);
    column->addWidget(form_);
    column->addStretch(1);
    column->addWidget(reset_, 0, Qt::AlignLeft);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(list_);
    line->addLayout(column, 1);
    connect(list_, &QListWidget::currentRowChanged, this, &KindList::showKind);
    connect(list_, &QListWidget::itemChanged, this, &KindList::chosenChanged);
    connect(form_, &DefectForm::valuesChanged, this, [this] {
        params_[shown_] = form_->values();
        Q_EMIT paramsChanged(shown_, form_->values());
    });
    connect(reset_, &QPushButton::clicked, form_, &DefectForm::reset);
    list_->setCurrentRow(0);
}

void KindList::showKind() {
    if (list_->currentItem() == nullptr) return;
    const DefectKind& kind = requireDefectKind(keyOf(*list_->currentItem()));
    shown_ = kind.key;
    help_->setText(engineText(kind.help));
    help_->setToolTip(QString::fromStdString(kind.reference));
    form_->show(kind, params_.contains(shown_) ? params_[shown_] : Json::object());
}

std::vector<DefectChoice> KindList::chosen() const {
    std::vector<DefectChoice> choices;
    for (int row = 0; row < list_->count(); ++row) {
        if (list_->item(row)->checkState() != Qt::Checked) continue;
        DefectChoice choice{.kind = keyOf(*list_->item(row))};
        if (const auto params = params_.find(choice.kind); params != params_.end())
            choice.params = params->second;
        choices.push_back(std::move(choice));
    }
    return choices;
}

bool KindList::takesTextures() const {
    for (const DefectChoice& choice : chosen()) {
        if (requireDefectKind(choice.kind).takesTextures) return true;
    }
    return false;
}

void KindList::setScale(const SizeScale& scale) {
    form_->setScale(scale);
}

}  // namespace segad::ui
