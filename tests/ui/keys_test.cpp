// Keys the user sets: kept, shown everywhere at once, and never given to two things.
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTreeWidget>
#include <algorithm>

#include "tests/ui/ui_world.h"
#include "ui/session/project_session.h"
#include "ui/shell/key_list.h"
#include "ui/shell/keys_page.h"
#include "ui/shell/language.h"
#include "ui/shell/project_view.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/widgets/key_map.h"

using namespace segad;
using namespace segad::ui;

namespace {
const QString kBad = QStringLiteral("ProjectView/2");

QPushButton* button(const QWidget& page, const QString& text) {
    for (QPushButton* one : page.findChildren<QPushButton*>()) {
        if (one->text() == text) return one;
    }
    return nullptr;
}

QString note(const QWidget& page) {
    QStringList all;
    for (const QLabel* label : page.findChildren<QLabel*>())
        all << label->text();
    return all.join(u'\n');
}

bool isField(const QWidget& widget) {
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) return !edit->isReadOnly();
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(&widget)) return !spin->isReadOnly();
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        return !box->isEditable();  // its line edit is
    const auto* text = qobject_cast<const QPlainTextEdit*>(&widget);
    return text != nullptr && !text->isReadOnly();
}

QStringList shownRows(const QWidget& list) {
    QStringList rows;
    for (QTreeWidgetItemIterator at(list.findChild<QTreeWidget*>(), QTreeWidgetItemIterator::NotHidden); *at;
         ++at) {
        if ((*at)->parent() != nullptr) rows << (*at)->text(0) + u'|' + (*at)->text(1);
    }
    return rows;
}
}  // namespace

class KeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QSettings().clear();
        world_ = std::make_unique<test::UiWorld>();
        window_ = test::openWindow(*world_);
        QVERIFY(window_->session() != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }

    void cleanup() {
        window_.reset();
        world_.reset();
        KeyMap::instance().resetAll();
    }

    void aKeyIsSetByPressingItAndWorksAtOnce() {
        KeysPage page(window_.get());
        page.show();
        page.findChild<KeyList*>()->choose(kBad);
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto* edit = page.findChild<QKeySequenceEdit*>();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_B, Qt::AltModifier);
        QTRY_VERIFY2(note(page).contains(QStringLiteral("Alt+B is free")), qPrintable(note(page)));
        QTest::mouseClick(button(page, QStringLiteral("Set key")), Qt::LeftButton);
        QAction* bad = test::actionWithKey(*window_, QStringLiteral("Alt+B"));
        QVERIFY(bad != nullptr);
        QCOMPARE(bad->objectName(), kBad);
        QVERIFY2(bad->toolTip().endsWith(QStringLiteral("(Alt+B)")), qPrintable(bad->toolTip()));
        QTRY_VERIFY(shownRows(page).contains(QStringLiteral("Bad|Alt+B")));
        page.close();

        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        ProjectSession& session = *window_->session();
        session.setCurrentPart(session.data().parts[0].id);
        QTest::keyClick(window_.get(), Qt::Key_2);
        QVERIFY(session.data().parts[0].label == Label::Good);
        QTest::keyClick(window_.get(), Qt::Key_B, Qt::AltModifier);
        QVERIFY(session.data().parts[0].label == Label::Bad);
    }

    void itIsStillThereInTheNextWindowAndInAnotherLanguage() {
        KeyMap::instance().setKey(kBad, QKeySequence(QStringLiteral("Ctrl+Alt+0")));
        window_ = test::openWindow(*world_);
        QAction* bad = test::actionWithKey(*window_, QStringLiteral("Ctrl+Alt+0"));
        QVERIFY(bad != nullptr && bad->objectName() == kBad);
        setLanguage(QStringLiteral("de"));
        QTRY_VERIFY((bad = test::actionWithKey(*window_, QStringLiteral("Ctrl+Alt+0"))) != nullptr &&
                    bad->text() == QStringLiteral("Schlecht"));
        setLanguage(QStringLiteral("en"));
        QTRY_VERIFY((bad = test::actionWithKey(*window_, QStringLiteral("Ctrl+Alt+0"))) != nullptr &&
                    bad->text() == QStringLiteral("Bad"));
    }

    void aTakenKeySaysByWhatAndIsGivenAwayOnlyOnRequest() {
        KeysPage page(window_.get());
        page.findChild<KeyList*>()->choose(kBad);
        auto* edit = page.findChild<QKeySequenceEdit*>();
        edit->setKeySequence(QKeySequence(Qt::Key_H));
        QVERIFY2(note(page).contains(QStringLiteral("belongs to “Heatmap” (Viewer)")),
                 qPrintable(note(page)));
        QVERIFY(test::actionWithKey(*window_, QStringLiteral("H"))->text() == QStringLiteral("Heatmap"));
        button(page, QStringLiteral("Take it over"))->click();
        QCOMPARE(test::actionWithKey(*window_, QStringLiteral("H"))->objectName(), kBad);
        QVERIFY(keyOwner(*window_, QKeySequence(Qt::Key_H), kBad) == nullptr);
        // Its standard key is free; the heatmap's is not.
        QTRY_VERIFY(button(page, QStringLiteral("Standard key"))->isEnabled());
        button(page, QStringLiteral("Standard key"))->click();
        QCOMPARE(test::actionWithKey(*window_, QStringLiteral("2"))->objectName(), kBad);
        QVERIFY(test::actionWithKey(*window_, QStringLiteral("H")) == nullptr);
        button(page, QStringLiteral("All standard keys"))->click();
        QCOMPARE(test::actionWithKey(*window_, QStringLiteral("H"))->text(), QStringLiteral("Heatmap"));
        QVERIFY(QSettings().allKeys().filter(QStringLiteral("keys/")).isEmpty());
    }

    void aKeyThatIsHeldOrMovesTheFocusIsRefused() {
        KeysPage page(window_.get());
        page.findChild<KeyList*>()->choose(kBad);
        page.findChild<QKeySequenceEdit*>()->setKeySequence(QKeySequence(Qt::Key_Space));
        QVERIFY2(note(page).contains(QStringLiteral("always means")), qPrintable(note(page)));
        QVERIFY(!button(page, QStringLiteral("Set key"))->isEnabled());
    }

    void theSheetIsGroupedSearchableAndFollows() {
        ShortcutSheet sheet(window_.get());
        const auto* tree = sheet.findChild<QTreeWidget*>();
        QStringList areas;
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            areas << tree->topLevelItem(i)->text(0);
        for (const char* area : {"Workspaces", "Labels", "Viewer", "Train", "Panels", "Jobs", "Always"})
            QVERIFY2(areas.contains(QLatin1String(area)), area);
        QCOMPARE(QSet<QString>(areas.begin(), areas.end()).size(), areas.size());
        sheet.findChild<QLineEdit*>()->setText(QStringLiteral("next detector"));
        QCOMPARE(shownRows(sheet), QStringList{QStringLiteral("Next detector|D")});
        KeyMap::instance().setKey(QStringLiteral("ViewerPanel/D"), QKeySequence(QStringLiteral("Ctrl+D")));
        QTRY_COMPARE(shownRows(sheet), QStringList{QStringLiteral("Next detector|Ctrl+D")});
    }

    void whatIsTypedIntoAFieldStaysThere() {
        QStringList fired;
        QStringList keys;
        for (QAction* action : KeyMap::instance().actions(*window_)) {
            const QString key = action->shortcut().toString(QKeySequence::PortableText);
            if (key.size() != 1 || !key[0].isLetterOrNumber()) continue;
            keys << key;
            connect(action, &QAction::triggered, this, [&fired, key] { fired << key; });
        }
        for (const char* key : {"S", "T", "H", "N", "1"})
            QVERIFY2(keys.contains(QLatin1String(key)), key);
        int typedInto = 0;
        for (QAction* workspace : window_->view()->workspaceActions()) {
            workspace->trigger();
            QCoreApplication::processEvents();
            QList<QPointer<QWidget>> fields;
            for (QWidget* widget : window_->findChildren<QWidget*>())
                if (isField(*widget)) fields.push_back(widget);
            for (const QPointer<QWidget>& field : fields) {
                if (!field || !field->isVisible() || !field->isEnabled()) continue;
                field->setFocus();
                if (QApplication::focusWidget() != field) continue;
                ++typedInto;
                for (const QString& key : keys) {
                    // A list of names leaves the digits to the labels.
                    if (!field || (qobject_cast<QComboBox*>(field) != nullptr && key[0].isDigit())) continue;
                    QTest::keyClick(field, key[0].toLatin1());
                    QVERIFY2(fired.isEmpty(),
                             qPrintable(QStringLiteral("%1: %2 (%3)")
                                            .arg(workspace->text(),
                                                 field ? field->accessibleName() : QString(), key)));
                }
            }
        }
        QVERIFY2(typedInto > 10, qPrintable(QString::number(typedInto)));
        // Beside a field they are keys again.
        window_->setFocus();
        QTest::keyClick(window_.get(), Qt::Key_H);
        QCOMPARE(fired, QStringList{QStringLiteral("H")});
    }

private:
    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(KeysTest)
#include "keys_test.moc"
