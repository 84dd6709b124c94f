// Which backbones the Train workspace offers, and what it says about them.
#include "ui/train/train_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QStandardItemModel>

#include "core/nn/weight_store.h"
#include "tests/core/nn/backbone_files.h"
#include "tests/ui/ui_world.h"
#include "ui/session/project_session.h"

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
    }

    void cleanup() {
        panel_.reset();
        session_.reset();
        world_.reset();
    }

    void theEmbeddedBackboneIsUsualAndTheUntrainedOneLast() {
        QCOMPARE(names(), (QStringList{QStringLiteral("embedded"), QStringLiteral("resnet18-untrained")}));
        QCOMPARE(chosen(), QStringLiteral("embedded"));
        QCOMPARE(backbone()->currentText(), QStringLiteral("Compact ResNet (embedded)"));
        QVERIFY2(words().contains(QStringLiteral("Part of this program")), qPrintable(words()));
        QVERIFY2(!words().contains(QStringLiteral("untrained")) &&
                     !words().contains(QStringLiteral("Not good enough to inspect parts")),
                 qPrintable(words()));
        const QString cost = costText();
        backbone()->setCurrentIndex(1);
        QVERIFY2(words().contains(QStringLiteral("Not good enough to inspect parts")), qPrintable(words()));
        QVERIFY2(costText() != cost, "the cost is not that of the chosen one");
    }

    void importedOnesComeFirstAndTheUsualOneFollows() {
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
    QString costText() const {
        for (const QLabel* label : panel_->findChildren<QLabel*>()) {
            if (label->text().contains(QStringLiteral("good parts to learn from"))) return label->text();
        }
        return {};
    }

    std::unique_ptr<test::TempDir> dir_;
    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
    std::unique_ptr<TrainPanel> panel_;
};

QTEST_MAIN(TrainPanelTest)
#include "train_panel_test.moc"
