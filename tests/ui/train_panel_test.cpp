// What the Train workspace offers (presets, detectors, backbones), what it says it costs, and what it starts.
#include "ui/train/train_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabWidget>
#include <algorithm>

#include "core/detector/catalog.h"
#include "core/nn/weight_store.h"
#include "tests/core/nn/backbone_files.h"
#include "tests/ui/ui_world.h"
#include "ui/session/project_session.h"
#include "ui/train/detector_cards.h"
#include "ui/train/forest_card.h"
#include "ui/train/preset_list.h"

using namespace segad;
using namespace segad::ui;

class TrainPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        dir_ = std::make_unique<test::TempDir>();
        qputenv("SEGAD_DATA_HOME", QByteArray::fromStdString((*dir_ / "home").string()));
        world_ = std::make_unique<test::UiWorld>(12);
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        panel_ = std::make_unique<TrainPanel>(*session_);
        panel_->resize(600, 900);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
    }

    void cleanup() {
        panel_.reset();
        session_.reset();
        world_.reset();
    }

    void aPresetIsChosenAtFirstAndSaysWhatItCosts() {
        QCOMPARE(presets()->chosen(), std::string("quick"));
        QVERIFY(!cards()->isVisible());
        QTRY_VERIFY2(words().contains(QStringLiteral(" memory · ")), qPrintable(words()));
        QTRY_VERIFY2(costText().contains(QStringLiteral("for training and")), qPrintable(costText()));
        QTRY_VERIFY(train()->isEnabled());
        const std::vector<TrainRequest> asked = panel_->requests();
        QCOMPARE(asked.size(), std::size_t{1});
        QCOMPARE(asked.front().detector, std::string("patchcore"));
        QVERIFY(asked.front().project == world_->project());
    }

    void aPresetThatLacksSomethingSaysSoAndCantBeStarted() {
        QTRY_VERIFY(train()->isEnabled());
        presets()->showPlans(
            {{"paper",
              {.problem = Error(ErrorCode::MissingWeights, "teacher_medium", "is not imported",
                                "Import it under Settings ▸ Weights.")}}});
        QVERIFY2(
            words().contains(QStringLiteral("Not possible yet: teacher_medium: is not imported. Import it")),
            qPrintable(words()));
    }

    void theKeyboardReachesCustomAndItsCards() {
        for (QRadioButton* button : panel_->findChildren<QRadioButton*>()) {
            if (button->isChecked()) button->setFocus();
        }
        QWidget* focus = panel_->focusWidget();
        QVERIFY(qobject_cast<QRadioButton*>(focus) != nullptr);
        for (std::size_t i = 0; i < trainPresets().size(); ++i)
            QTest::keyClick(panel_->focusWidget(), Qt::Key_Down);
        QCOMPARE(presets()->chosen(), std::string());
        QVERIFY(cards()->isVisible());
        QCOMPARE(cards()->model()->rowCount(), static_cast<int>(detectorCatalog().size()));
        cards()->setFocus();
        QTest::keyClick(cards(), Qt::Key_End);
        QCOMPARE(cards()->chosen(), detectorCatalog().back().key);
        QCOMPARE(panel_->requests().front().detector, detectorCatalog().back().key);
        QTest::keyClick(cards(), Qt::Key_Home);
        QCOMPARE(panel_->requests().front().detector, std::string("patchcore"));
        QVERIFY2(words().contains(QStringLiteral("Learns from good parts only.")), qPrintable(words()));
        QTRY_VERIFY2(cards()
                         ->model()
                         ->index(0, 0)
                         .data(Qt::AccessibleTextRole)
                         .toString()
                         .contains(QStringLiteral("PatchCore, good parts only, makes maps, ≈")),
                     qPrintable(cards()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString()));
    }

    void theForestLearnsFromLabelledOrGeneratedParts() {
        auto* card = panel_->findChild<ForestCard*>();
        const auto box = [&] {
            for (QComboBox* each : card->findChildren<QComboBox*>()) {
                if (each->accessibleName() == QStringLiteral("Bad parts to learn from")) return each;
            }
            return static_cast<QComboBox*>(nullptr);
        };
        const auto said = [&](const QString& text) {
            const auto labels = card->findChildren<QLabel*>();
            return std::ranges::any_of(labels,
                                       [&](const QLabel* label) { return label->text().contains(text); });
        };
        for (auto* tabs : panel_->findChildren<QTabWidget*>()) {
            if (tabs->isAncestorOf(card)) tabs->setCurrentIndex(1);
        }
        QVERIFY(box() != nullptr && box()->isVisible());
        auto* number = [&] {
            for (QSpinBox* each : card->findChildren<QSpinBox*>()) {
                if (each->accessibleName() == QStringLiteral("Bad parts for the forest")) return each;
            }
            return static_cast<QSpinBox*>(nullptr);
        }();
        QVERIFY(card->request().params.empty());
        auto* areas = card->findChild<QCheckBox*>();
        areas->setFocus();
        QTest::keyClick(areas, Qt::Key_Space);
        QVERIFY(card->request().params == Json({{"segment_areas", true}}));
        QTest::keyClick(areas, Qt::Key_Space);
        QVERIFY(card->request().params.empty());
        QVERIFY(card->request().bad == BadParts::All);
        box()->setFocus();
        QTest::keyClick(box(), Qt::Key_Down);
        QVERIFY(card->request().bad == BadParts::Real);
        QVERIFY(number->isEnabled());
        QTest::keyClick(box(), Qt::Key_Down);
        QVERIFY(card->request().bad == BadParts::Generated);
        QVERIFY2(!number->isEnabled(), "every photographed bad part is tested");
        QVERIFY(said(QStringLiteral("are generated first")));

        // Without any labelled bad part only generated ones are left to learn from.
        std::vector<PartId> all;
        for (const PartRecord& part : session_->data().parts)
            all.push_back(part.id);
        session_->setLabel(all, Label::Good);
        auto* fit = test::actionWithKey(*panel_, QStringLiteral("Ctrl+Shift+F"));
        QTRY_VERIFY(said(QStringLiteral("0 bad part(s) labelled")));
        QVERIFY(fit->isEnabled());
        QTest::keyClick(box(), Qt::Key_Up);
        QVERIFY(!fit->isEnabled());
        QVERIFY(said(QStringLiteral("Label at least two parts bad")));
    }

    void aWrongProjectIsSaidBeforeItStarts() {
        std::vector<PartId> all;
        for (const PartRecord& part : session_->data().parts)
            all.push_back(part.id);
        session_->setLabel(all, Label::Unlabelled);
        QTRY_VERIFY2(!train()->isEnabled(), qPrintable(costText()));
        session_->undoStack().undo();
        QTRY_VERIFY(train()->isEnabled());
    }

    void theEmbeddedBackboneIsUsualAndTheUntrainedOneLast() {
        presets()->choose({});
        QCOMPARE(names(), (QStringList{QStringLiteral("embedded"), QStringLiteral("resnet18-untrained")}));
        QCOMPARE(chosen(), QStringLiteral("embedded"));
        QCOMPARE(backbone()->currentText(), QStringLiteral("Compact ResNet (embedded)"));
        QVERIFY2(words().contains(QStringLiteral("Part of this program")), qPrintable(words()));
        QVERIFY2(!words().contains(QStringLiteral("untrained")) &&
                     !words().contains(QStringLiteral("Not good enough to inspect parts")),
                 qPrintable(words()));
        QTRY_VERIFY2(costText().contains(QStringLiteral("kept for calibration")), qPrintable(costText()));
        const QString cost = costText();
        backbone()->setCurrentIndex(1);
        QVERIFY2(words().contains(QStringLiteral("Not good enough to inspect parts")), qPrintable(words()));
        QTRY_VERIFY2(costText() != cost && costText().contains(QStringLiteral("kept for calibration")),
                     "the cost is not that of the chosen one");
    }

    void importedOnesComeFirstAndTheUsualOneFollows() {
        presets()->choose({});
        importAs("own", "resnet18", 1);
        const auto refreshed = [&] { Q_EMIT session_->dataChanged(); };
        refreshed();
        QCOMPARE(names().front(), QStringLiteral("own"));
        QCOMPARE(chosen(), QStringLiteral("embedded"));
        importAs("resnet18", "resnet18", 2);
        refreshed();
        QCOMPARE(chosen(), QStringLiteral("resnet18"));
        QCOMPARE(backbone()->currentText(), QStringLiteral("ResNet-18 (ImageNet)"));
        // What the user chose stays.
        backbone()->setCurrentIndex(backbone()->findData(QStringLiteral("own")));
        QVERIFY2(words().contains(QStringLiteral("a name of your own")), qPrintable(words()));
        refreshed();
        QCOMPARE(chosen(), QStringLiteral("own"));
    }

    void aBackboneWithoutTheLayersCantBeChosen() {
        presets()->choose({});
        for (QComboBox* box : panel_->findChildren<QComboBox*>()) {
            const int deep = box->findText(QStringLiteral("2,3,4"));
            if (deep >= 0) box->setCurrentIndex(deep);
        }
        QCOMPARE(chosen(), QStringLiteral("resnet18-untrained"));
        const auto* items = qobject_cast<QStandardItemModel*>(backbone()->model());
        QVERIFY(!items->item(0)->isEnabled());
        QVERIFY(backbone()->itemText(0).contains(QStringLiteral("layer3")));
    }

private:
    static void importAs(const char* name, const std::string& architecture, std::uint64_t seed) {
        const test::TempDir dir;
        Job job;
        test::writeBackbone(dir / "made.safetensors", test::madeBackbone(architecture, 4, seed));
        WeightStore().import(dir / "made.safetensors", name, job);
    }

    QComboBox* backbone() const {
        for (QComboBox* box : panel_->findChildren<QComboBox*>()) {
            if (box->accessibleName() == QStringLiteral("Backbone")) return box;
        }
        return nullptr;
    }
    QString chosen() const { return backbone()->currentData().toString(); }
    QStringList names() const {
        QStringList list;
        for (int row = 0; row < backbone()->count(); ++row)
            list << backbone()->itemData(row).toString();
        return list;
    }
    QString words() const {
        QStringList list;
        for (const QLabel* label : panel_->findChildren<QLabel*>())
            list << label->text();
        return list.join(QLatin1Char('\n'));
    }
    /// Right above the button.
    QString costText() const {
        for (const QLabel* label : panel_->findChildren<QLabel*>()) {
            if (label->accessibleName() == QStringLiteral("Cost")) return label->text();
        }
        return {};
    }
    PresetList* presets() const { return panel_->findChild<PresetList*>(); }
    DetectorCards* cards() const { return panel_->findChild<DetectorCards*>(); }
    QAction* train() const { return test::actionWithKey(*panel_, QStringLiteral("Ctrl+Shift+T")); }

    std::unique_ptr<test::TempDir> dir_;
    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
    std::unique_ptr<TrainPanel> panel_;
};

QTEST_MAIN(TrainPanelTest)
#include "train_panel_test.moc"
