#include "ui/widgets/fields.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListWidget>
#include <QMap>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <algorithm>
#include <functional>
#include <set>

namespace segad::ui {

namespace {
using Visit = std::function<void(QObject& object, const QString& place)>;

/// Places are the class names on the way down, each numbered among its kind: they are the same in every
/// tree that the same code has built.
void walk(QObject& parent, const QString& place, const Visit& visit) {
    QMap<QString, int> counts;
    QObjectList children = parent.children();  // a copy: a visit may add some
    for (QObject* child : std::as_const(children)) {
        const QString kind = QString::fromLatin1(child->metaObject()->className());
        const QString here = place + QStringLiteral("/%1.%2").arg(kind).arg(counts[kind]++);
        visit(*child, here);
        // Their inner line edits and lists are theirs.
        if (qobject_cast<QAbstractSpinBox*>(child) == nullptr && qobject_cast<QComboBox*>(child) == nullptr)
            walk(*child, here, visit);
    }
}

QObject* at(QObject& tree, const QString& place) {
    QObject* here = &tree;
    for (const QString& step : place.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        const QByteArray kind = step.section(QLatin1Char('.'), 0, 0).toLatin1();
        int number = step.section(QLatin1Char('.'), 1).toInt();
        const QObjectList& children = here->children();
        const auto next = std::ranges::find_if(children, [&](const QObject* child) {
            return child->metaObject()->className() == kind && number-- == 0;
        });
        if (next == children.end()) return nullptr;
        here = *next;
    }
    return here;
}

QVariantList checksOf(const QListWidget& list) {
    QVariantList checks;
    for (int row = 0; row < list.count(); ++row)
        checks.push_back(static_cast<int>(list.item(row)->checkState()));
    return checks;
}

QVariantList rowsOf(const QAbstractItemView& view) {
    if (view.selectionModel() == nullptr) return {};
    std::set<int> rows;
    for (const QModelIndex& index : view.selectionModel()->selectedIndexes())
        rows.insert(index.row());
    return {rows.begin(), rows.end()};
}

void selectRows(QAbstractItemView& view, const QVariantList& rows) {
    if (view.model() == nullptr) return;
    QItemSelection selection;
    for (const QVariant& row : rows) {
        const QModelIndex index = view.model()->index(row.toInt(), 0);
        if (index.isValid()) selection.select(index, index);
    }
    auto flags = QItemSelectionModel::ClearAndSelect;
    if (view.selectionBehavior() == QAbstractItemView::SelectRows)
        view.selectionModel()->select(selection, flags | QItemSelectionModel::Rows);
    else
        view.selectionModel()->select(selection, flags);
}

QVariant valueOf(QObject& object) {
    if (const auto* edit = qobject_cast<QLineEdit*>(&object)) return edit->text();
    if (const auto* box = qobject_cast<QComboBox*>(&object)) {
        if (box->isEditable()) return {};
        return box->currentData().isValid() ? QVariantList{box->currentData()}
                                            : QVariantList{QVariant(), box->currentIndex()};
    }
    if (const auto* spin = qobject_cast<QSpinBox*>(&object)) return spin->value();
    if (const auto* spin = qobject_cast<QDoubleSpinBox*>(&object)) return spin->value();
    if (const auto* slider = qobject_cast<QSlider*>(&object)) return slider->value();
    if (const auto* tabs = qobject_cast<QTabWidget*>(&object)) return tabs->currentIndex();
    if (const auto* split = qobject_cast<QSplitter*>(&object)) return split->saveState();
    if (const auto* list = qobject_cast<QListWidget*>(&object)) return checksOf(*list);
    if (const auto* view = qobject_cast<QAbstractItemView*>(&object)) return rowsOf(*view);
    if (const auto* button = qobject_cast<QAbstractButton*>(&object))
        return button->isCheckable() && button->group() == nullptr ? QVariant(button->isChecked())
                                                                   : QVariant();
    if (const auto* action = qobject_cast<QAction*>(&object)) {
        const bool own = action->isCheckable() && action->actionGroup() == nullptr &&
                         !action->parent()->inherits("QDockWidget") &&
                         !action->parent()->inherits("QToolBar");
        return own ? QVariant(action->isChecked()) : QVariant();
    }
    return {};
}

void setValue(QObject& object, const QVariant& value) {
    if (auto* edit = qobject_cast<QLineEdit*>(&object)) {
        edit->setText(value.toString());
    } else if (auto* box = qobject_cast<QComboBox*>(&object)) {
        const QVariantList choice = value.toList();
        const int index = choice.size() == 1 ? box->findData(choice[0]) : choice.value(1).toInt();
        if (index >= 0 && index < box->count()) box->setCurrentIndex(index);
    } else if (auto* whole = qobject_cast<QSpinBox*>(&object)) {
        whole->setValue(value.toInt());
    } else if (auto* real = qobject_cast<QDoubleSpinBox*>(&object)) {
        real->setValue(value.toDouble());
    } else if (auto* slider = qobject_cast<QSlider*>(&object)) {
        slider->setValue(value.toInt());
    } else if (auto* tabs = qobject_cast<QTabWidget*>(&object)) {
        tabs->setCurrentIndex(value.toInt());
    } else if (auto* split = qobject_cast<QSplitter*>(&object)) {
        split->restoreState(value.toByteArray());
    } else if (auto* list = qobject_cast<QListWidget*>(&object)) {
        const QVariantList checks = value.toList();
        for (int row = 0; row < list->count() && row < checks.size(); ++row) {
            if (list->item(row)->flags().testFlag(Qt::ItemIsUserCheckable))
                list->item(row)->setCheckState(static_cast<Qt::CheckState>(checks[row].toInt()));
        }
    } else if (auto* view = qobject_cast<QAbstractItemView*>(&object)) {
        selectRows(*view, value.toList());
    } else if (auto* button = qobject_cast<QAbstractButton*>(&object)) {
        button->setChecked(value.toBool());
    } else if (auto* action = qobject_cast<QAction*>(&object)) {
        action->setChecked(value.toBool());
    }
}
}  // namespace

Fields Fields::of(const QWidget& tree) {
    Fields fields;
    const QWidget* focus = tree.focusWidget();
    walk(const_cast<QWidget&>(tree), {}, [&](QObject& object, const QString& place) {
        if (&object == focus) fields.focus_ = place;
        const QVariant value = valueOf(object);
        if (value.isValid()) fields.fields_.push_back({place, value});
    });
    return fields;
}

void Fields::applyTo(QWidget& tree) const {
    for (const Field& field : fields_) {
        // Looked up one after another: setting one field may have made the next.
        if (QObject* object = at(tree, field.place)) setValue(*object, field.value);
    }
    auto* focus = focus_.isEmpty() ? nullptr : qobject_cast<QWidget*>(at(tree, focus_));
    if (focus != nullptr) focus->setFocus(Qt::OtherFocusReason);
}

}  // namespace segad::ui
