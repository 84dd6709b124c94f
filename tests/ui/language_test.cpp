#include "ui/shell/language.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QHash>
#include <QKeySequence>
#include <QLineEdit>
#include <QMenuBar>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTranslator>
#include <QXmlStreamReader>

#include "core/detector/catalog.h"
#include "core/forest/forest_options.h"
#include "core/image/heat_colors.h"
#include "core/nn/backbones.h"
#include "core/nn/embedded_backbone.h"
#include "core/segment/catalog.h"
#include "core/workflow/train_presets.h"
#include "tests/ui/ui_world.h"
#include "ui/data/gallery.h"
#include "ui/session/project_session.h"
#include "ui/shell/main_window.h"
#include "ui/shell/project_view.h"
#include "ui/shell/settings_dialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/param_form.h"

using namespace segad;
using namespace segad::ui;

namespace {
QString firstMenu(const MainWindow& window) {
    return window.menuBar()->actions().front()->text();
}

/// "menu: entry / entry" for two entries that answer the same letter, in `entries` and the menus below them.
QStringList sharedMnemonics(const QString& menu, const QList<QAction*>& entries) {
    QStringList found;
    QHash<QKeySequence, QString> owners;
    for (const QAction* entry : entries) {
        const QKeySequence letter = QKeySequence::mnemonic(entry->text());
        if (entry->menu() != nullptr) found += sharedMnemonics(entry->text(), entry->menu()->actions());
        if (letter.isEmpty() || !entry->isVisible()) continue;
        if (owners.contains(letter))
            found << QStringLiteral("%1: %2 / %3").arg(menu, owners[letter], entry->text());
        owners.insert(letter, entry->text());
    }
    return found;
}

/// Every text the engine's catalogs can put on the screen.
QStringList engineTexts() {
    QStringList texts;
    const auto add = [&](const std::string& text) {
        if (!text.empty()) texts << QString::fromStdString(text);
    };
    const auto addSchema = [&](const ParamSchema& schema) {
        for (const ParamSpec& spec : schema.specs()) {
            add(spec.title);
            add(spec.help);
        }
    };
    for (const DetectorInfo& row : detectorCatalog()) {
        add(row.summary);
        addSchema(row.params);
    }
    for (const TrainPreset& preset : trainPresets()) {
        add(preset.title);
        add(preset.summary);
    }
    for (const ForestKind& row : forestKinds())
        addSchema(row.params);
    for (const SegmentSourceInfo& row : segmentCatalog()) {
        add(row.title);
        add(row.help);
        addSchema(row.params);
    }
    for (const BackboneInfo& row : backboneCatalog()) {
        add(row.title);
        add(row.note);
    }
    for (const HeatColorsInfo& row : heatColorsCatalog())
        add(row.title);
    add(embeddedWeights().origin);
    return texts;
}
}  // namespace

class LanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QSettings().clear();
        setLanguage(QStringLiteral("en"));
    }

    void cleanupTestCase() { setLanguage(QStringLiteral("en")); }

    void wordsAndNumbersFollow() {
        setLanguage(QStringLiteral("de"));
        QCOMPARE(labelText(Label::Good), QStringLiteral("gut"));
        QCOMPARE(percent(0.5), QStringLiteral("50,0"));
        setLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(labelText(Label::Good), QStringLiteral("良品"));
        setLanguage(QStringLiteral("en"));
        QCOMPARE(labelText(Label::Good), QStringLiteral("good"));
        QCOMPARE(percent(0.5), QStringLiteral("50.0"));
        QCOMPARE(currentLanguage(), QStringLiteral("en"));
    }

    void theWindowSpeaksAnotherLanguageAtOnceAndLosesNothing() {
        const test::UiWorld world;
        const auto opened = test::openWindow(world);
        MainWindow& window = *opened;
        const PartId part = window.session()->data().parts[4].id;
        window.session()->setCurrentPart(part);
        const std::vector<PartId> labelled{part};
        window.session()->setLabel(labelled, Label::Good);
        window.view()->setWorkspace(3);
        const auto filter = [&] { return window.findChild<Gallery*>()->findChild<QLineEdit*>(); };
        const auto form = [&] { return window.findChildren<ParamForm*>().back(); };
        filter()->setText(QStringLiteral("100"));
        form()->findChild<QSpinBox*>()->setValue(64);
        const Json values = form()->values();
        QVERIFY(!values.empty());

        setLanguage(QStringLiteral("de"));
        QTRY_COMPARE(firstMenu(window), QStringLiteral("&Datei"));
        QCOMPARE(window.view()->workspace(), 3);
        QCOMPARE(filter()->text(), QStringLiteral("100"));
        QVERIFY(form()->values() == values);
        QCOMPARE(window.session()->currentPart(), part);
        QVERIFY(window.session()->undoStack().canUndo());
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(window.session()->data().parts[4].label == Label::Bad);

        setLanguage(QStringLiteral("zh_CN"));
        QTRY_COMPARE(firstMenu(window), QStringLiteral("文件(&F)"));
        setLanguage(QStringLiteral("en"));
        QTRY_COMPARE(firstMenu(window), QStringLiteral("&File"));
        QCOMPARE(filter()->text(), QStringLiteral("100"));
    }

    void noTwoEntriesOfAMenuAnswerTheSameLetter() {
        const test::UiWorld world;
        const auto opened = test::openWindow(world);
        MainWindow& window = *opened;
        QStringList shared;
        const QList<std::pair<QString, QString>> languages{
            {QStringLiteral("en"), QStringLiteral("&File")},
            {QStringLiteral("de"), QStringLiteral("&Datei")},
            {QStringLiteral("zh_CN"), QStringLiteral("文件(&F)")}};
        for (const auto& [code, first] : languages) {
            setLanguage(code);
            QTRY_COMPARE(firstMenu(window), first);
            shared += sharedMnemonics(code, window.menuBar()->actions());
        }
        QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u'\n')));
    }

    void theStartPageFollowsToo() {
        MainWindow window;
        window.show();
        setLanguage(QStringLiteral("de"));
        QTRY_COMPARE(firstMenu(window), QStringLiteral("&Datei"));
    }

    void itIsChosenInTheSettings() {
        JobQueue jobs;
        SettingsDialog dialog(jobs);
        dialog.show();
        QSignalSpy built(&dialog, &SettingsDialog::built);
        QVERIFY(test::waitFor(built));
        QComboBox* list = nullptr;
        for (QComboBox* box : dialog.findChildren<QComboBox*>()) {
            if (box->findData(QStringLiteral("zh_CN")) >= 0) list = box;
        }
        QVERIFY(list != nullptr);
        dialog.findChild<QTabWidget*>()->setCurrentIndex(1);
        list->setFocus();
        built.clear();
        list->setCurrentIndex(list->findData(QStringLiteral("de")));
        Q_EMIT list->activated(list->currentIndex());
        QCOMPARE(currentLanguage(), QStringLiteral("de"));
        QVERIFY(test::waitFor(built));
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Einstellungen"));
        const auto* focused = qobject_cast<QComboBox*>(dialog.focusWidget());
        QVERIFY2(focused != nullptr && focused->findData(QStringLiteral("zh_CN")) >= 0, "the keys are lost");
    }

    void everyTextIsTranslated() {
        for (const QString& file : {QStringLiteral("segad_de.ts"), QStringLiteral("segad_zh_CN.ts"),
                                    QStringLiteral("engine_de.ts"), QStringLiteral("engine_zh_CN.ts")}) {
            QFile words(QStringLiteral(SEGAD_TRANSLATIONS "/") + file);
            QVERIFY2(words.open(QIODevice::ReadOnly), qPrintable(file));
            QXmlStreamReader reader(&words);
            QString source;
            int texts = 0;
            while (!reader.atEnd()) {
                reader.readNext();
                if (!reader.isStartElement()) continue;
                if (reader.name() == QStringLiteral("name")) {
                    // A context that lupdate has taken for another class's is never found at run time.
                    const QString context = reader.readElementText();
                    QVERIFY2(context == QStringLiteral("engine") ||
                                 context.startsWith(QStringLiteral("segad::ui")),
                             qPrintable(file + QStringLiteral(": ") + context));
                }
                if (reader.name() == QStringLiteral("source")) source = reader.readElementText();
                if (reader.name() != QStringLiteral("translation")) continue;
                const bool open = reader.attributes().hasAttribute(QStringLiteral("type"));
                const QString text = reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
                QVERIFY2(!open && !text.isEmpty(), qPrintable(file + QStringLiteral(": ") + source));
                for (const QString& place :
                     {QStringLiteral("%1"), QStringLiteral("%2"), QStringLiteral("%3")})
                    QVERIFY2(source.contains(place) == text.contains(place), qPrintable(file + source));
                ++texts;
            }
            QVERIFY(texts > 20);
        }
    }

    void theEngineIsTranslatedToo() {
        for (const QString& code : {QStringLiteral("de"), QStringLiteral("zh_CN")}) {
            QTranslator words;
            QVERIFY(words.load(QStringLiteral(":/i18n/engine_%1.qm").arg(code)));
            QStringList missing;
            for (const QString& text : engineTexts()) {
                if (words.translate("engine", text.toUtf8().constData()).isEmpty()) missing << text;
            }
            QVERIFY2(missing.isEmpty(),
                     qPrintable(code + QStringLiteral(": ") + missing.join(QLatin1Char('\n'))));
        }
    }
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
