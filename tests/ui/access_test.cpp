#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>
#include <QWidgetAction>

#include "tests/ui/ui_world.h"
#include "ui/data/import_dialog.h"
#include "ui/session/project_session.h"
#include "ui/shell/main_window.h"
#include "ui/shell/project_view.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/widgets/key_map.h"

using namespace segad;
using namespace segad::ui;

namespace {
/// Parts of Qt's own widgets, which the widget around them speaks for.
bool isInside(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    return widget.objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<const QMenu*>(&widget) ||
           qobject_cast<const QMenuBar*>(&widget) || qobject_cast<const QTabBar*>(&widget) ||
           qobject_cast<const QLabel*>(&widget) || qobject_cast<const QAbstractSpinBox*>(parent) ||
           qobject_cast<const QComboBox*>(parent) || widget.inherits("QComboBoxPrivateContainer") ||
           (parent != nullptr && parent->inherits("QComboBoxPrivateContainer")) ||
           (parent != nullptr && (parent->inherits("QLineEdit") || parent->inherits("QTabBar"))) ||
           widget.inherits("QHeaderView");
}

QString nameOf(const QWidget& widget) {
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&widget));
    return face != nullptr ? face->text(QAccessible::Name) : QString();
}

QString where(const QObject& object) {
    QString path;
    for (const QObject* here = &object; here != nullptr; here = here->parent())
        path.prepend(QStringLiteral("/%1").arg(QLatin1String(here->metaObject()->className())));
    return path;
}

QStringList silentWidgets(const QWidget& root) {
    QStringList silent;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || isInside(*widget)) continue;
        if (nameOf(*widget).isEmpty()) silent << QStringLiteral("no name: ") + where(*widget);
        const bool speaksForItself = qobject_cast<const QAbstractScrollArea*>(widget) != nullptr ||
                                     widget->inherits("QTabWidget") || widget->inherits("QCustomPlot") ||
                                     qobject_cast<const QDialogButtonBox*>(widget->parentWidget()) != nullptr;
        // A tooltip over a picture would cover it: that says what it has to say to those who can't see it.
        const bool told = !widget->toolTip().isEmpty() || !widget->accessibleDescription().isEmpty();
        if (!speaksForItself && !told)
            silent << QStringLiteral("no tooltip: %1 %2").arg(where(*widget), nameOf(*widget));
    }
    return silent;
}

/// What the user can reach: Qt's own helpers, menus and entries of a list of files are left out.
QList<QAction*> ownActions(const QWidget& root) {
    QList<QAction*> own;
    for (QAction* action : root.findChildren<QAction*>()) {
        const auto* menu = qobject_cast<const QMenu*>(action->parent());
        const bool ofList = menu != nullptr && (menu->title().contains(QStringLiteral("recent")) ||
                                                menu->objectName() == QStringLiteral("entries"));
        if (action->isSeparator() || action->menu() != nullptr || !action->isVisible() || ofList ||
            qobject_cast<QWidgetAction*>(action) != nullptr ||
            action->objectName().startsWith(QStringLiteral("_q_"))) {
            continue;
        }
        own.push_back(action);
    }
    return own;
}

QStringList poorActions(const QWidget& root) {
    QStringList poor;
    for (const QAction* action : ownActions(root)) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString name = QStringLiteral("%1 \"%2\"").arg(where(*action), action->text());
        if (action->text().isEmpty()) poor << QStringLiteral("no text: ") + name;
        if (key.isEmpty()) poor << QStringLiteral("no shortcut: ") + name;
        if (action->toolTip().isEmpty() || action->toolTip() == action->text())
            poor << QStringLiteral("no tooltip: ") + name;
        if (!action->toolTip().contains(key)) poor << QStringLiteral("key not in tooltip: ") + name;
        // Without an id the user can't set another key: it has to come from makeAction() or KeyMap::bind().
        if (action->objectName().isEmpty() || KeyMap::standardKey(*action).isEmpty())
            poor << QStringLiteral("not in the key map: ") + name;
    }
    return poor;
}
}  // namespace

class AccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        world_ = std::make_unique<test::UiWorld>();
        window_ = test::openWindow(*world_);
        QVERIFY(window_->session() != nullptr);
    }

    void cleanup() {
        window_.reset();
        world_.reset();
    }

    void everyActionHasTextShortcutAndTooltip() {
        QVERIFY(ownActions(*window_).size() > 30);
        const QStringList poor = poorActions(*window_);
        QVERIFY2(poor.isEmpty(), qPrintable(poor.join(QLatin1Char('\n'))));
    }

    void noKeyMeansTwoThings() {
        QMap<QString, QString> owners;
        QStringList twice;
        const auto claim = [&](const QString& key, const QString& owner) {
            if (key.isEmpty()) return;
            if (owners.contains(key)) twice << QStringLiteral("%1: %2 and %3").arg(key, owners[key], owner);
            owners[key] = owner;
        };
        for (const QAction* action : ownActions(*window_)) {
            for (const QKeySequence& key : action->shortcuts())
                claim(key.toString(), where(*action) + action->text());
        }
        for (const QAbstractButton* button : window_->findChildren<QAbstractButton*>()) {
            if (button->shortcut().toString().startsWith(QStringLiteral("Alt+"))) continue;  // a mnemonic
            claim(button->shortcut().toString(), where(*button));
        }
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(QLatin1Char('\n'))));
    }

    void noTwoActionsShareAnId() {
        QStringList ids;
        for (const QAction* action : KeyMap::instance().actions(*window_)) {
            QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
            ids << action->objectName();
        }
        QVERIFY(ids.size() > 30);
    }

    void f6GoesRoundEveryPane() {
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        window_->view()->setWorkspace(3);
        window_->view()->messagesAction()->trigger();
        QList<QWidget*> seen;
        const auto paneOfFocus = [&]() -> QWidget* {
            for (QWidget* pane : window_->view()->panes()) {
                if (pane->isAncestorOf(QApplication::focusWidget())) return pane;
            }
            return nullptr;
        };
        for (int press = 0; press < 6; ++press) {
            QTest::keyClick(window_.get(), Qt::Key_F6);
            if (QWidget* pane = paneOfFocus(); pane != nullptr && !seen.contains(pane)) seen << pane;
        }
        // All but the one that says what to do while there are no parts.
        QCOMPARE(seen.size(), window_->view()->panes().size() - 1);
        QWidget* here = paneOfFocus();
        QTest::keyClick(window_.get(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(paneOfFocus() != here);
        QTest::keyClick(window_.get(), Qt::Key_F6);
        QCOMPARE(paneOfFocus(), here);
    }

    void everyFocusableWidgetHasNameAndTooltip() {
        QVERIFY(window_->findChildren<QPushButton*>().size() > 5);
        const QStringList silent = silentWidgets(*window_);
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    }

    void theDialogsToo() {
        const SettingsDialog settings(window_->session()->jobs());
        QSignalSpy built(&settings, &SettingsDialog::built);
        QVERIFY(test::waitFor(built));
        const ImportDialog import(*window_->session(), world_->folder());
        const ShortcutSheet keys(window_.get());
        for (const QWidget* dialog :
             {static_cast<const QWidget*>(&settings), static_cast<const QWidget*>(&import),
              static_cast<const QWidget*>(&keys)}) {
            const QStringList silent = silentWidgets(*dialog) + poorActions(*dialog);
            QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
        }
    }

private:
    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(AccessTest)
#include "access_test.moc"
