#include "ui/data/defect_picker.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kWidth = 240;
constexpr int kRows = 8;

/// Most used first; those used alike in the order they are listed in elsewhere.
QStringList typesByUse(const ProjectData& data) {
    const QStringList& choices = data.index.choices(Facet::DefectType);
    const PartsFound all = data.index.find(data, {});
    const std::vector<int>& counts = all.counts[facetNumber(Facet::DefectType)];
    QStringList types = choices;
    types.removeAll(QString());
    std::ranges::stable_sort(types, std::ranges::greater(), [&](const QString& type) {
        return counts[static_cast<std::size_t>(choices.indexOf(type))];
    });
    return types;
}
}  // namespace

DefectPicker::DefectPicker(ProjectSession& session, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      session_(session),
      known_(typesByUse(session.data())),
      text_(new QLineEdit),
      list_(new QListWidget) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setFixedWidth(kWidth);
    text_->setPlaceholderText(tr("known or new defect type"));
    text_->setAccessibleName(tr("Defect type"));
    text_->setToolTip(tr("Type the beginning, choose with the arrows, press Enter"));
    text_->installEventFilter(this);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setAccessibleName(tr("Defect types"));
    list_->setFixedHeight(kRows * (fontMetrics().height() + 6));
    const auto parts = static_cast<int>(session.selection().size());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(heading(tr("Defect type of %n part(s)", nullptr, parts)));
    column->addWidget(text_);
    column->addWidget(list_);
    connect(text_, &QLineEdit::textChanged, this, &DefectPicker::fill);
    connect(text_, &QLineEdit::returnPressed, this, &DefectPicker::choose);
    connect(list_, &QListWidget::itemClicked, this, &DefectPicker::choose);
    fill();
}

void DefectPicker::openOver(const QWidget& area) {
    adjustSize();
    move(area.mapToGlobal(area.rect().center()) - rect().center());
    show();
    text_->setFocus(Qt::PopupFocusReason);
}

void DefectPicker::fill() {
    const QString typed = text_->text().trimmed();
    list_->clear();
    const auto add = [this](const QString& text, const QString& type) {
        auto* item = new QListWidgetItem(text, list_);
        item->setData(Qt::UserRole, type);
    };
    QStringList inside;
    for (const QString& type : known_) {
        if (type.startsWith(typed, Qt::CaseInsensitive))
            add(type, type);
        else if (type.contains(typed, Qt::CaseInsensitive))
            inside.push_back(type);
    }
    for (const QString& type : inside)
        add(type, type);
    if (!typed.isEmpty() && !known_.contains(typed)) add(tr("new: %1").arg(typed), typed);
    if (typed.isEmpty()) add(tr("no defect type"), QString());
    list_->setCurrentRow(0);
}

bool DefectPicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QApplication::sendEvent(list_, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void DefectPicker::choose() {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr) return;
    const QString type = item->data(Qt::UserRole).toString();
    close();
    Q_EMIT chosen(type);
}

}  // namespace segad::ui
