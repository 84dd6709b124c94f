// The Defects workspace: kinds and sliders, the preview that follows them, generating, keeping and dropping.
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QUndoStack>

#include "core/project/project.h"
#include "core/workflow/generated_pictures.h"
#include "tests/ui/ui_world.h"
#include "ui/defects/defect_form.h"
#include "ui/defects/defects_panel.h"
#include "ui/defects/generate_card.h"
#include "ui/defects/kind_list.h"
#include "ui/defects/kind_value_table.h"
#include "ui/defects/preview_grid.h"
#include "ui/defects/preview_model.h"
#include "ui/session/picture_loader.h"
#include "ui/session/project_session.h"
#include "ui/shell/project_view.h"
#include "ui/widgets/range_slider.h"

using namespace segad;
using namespace segad::ui;

class DefectsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<MainWindow> window_;

    DefectsPanel& panel() const { return *window_->findChild<DefectsPanel*>(); }
    PreviewModel& preview() const { return panel().preview(); }
    ProjectSession& session() const { return *window_->session(); }
    QListWidget& kinds() const { return *panel().findChild<KindList*>()->findChild<QListWidget*>(); }

    bool settle() const {
        return QTest::qWaitFor([&] { return preview().rowCount() > 0 && preview().pending() == 0; }, 15'000);
    }
    bool runJobs() const {
        return QTest::qWaitFor([&] { return session().jobs().isIdle(); }, 30'000);
    }
    std::vector<PartRecord> generated() const {
        return Project::open(world_->project(), true).parts().all({.generated = true});
    }
    void generate() {
        QVERIFY(settle());
        test::actionWithKey(*window_, QStringLiteral("Ctrl+Alt+D"))->trigger();
        QVERIFY(runJobs());
        session().refresh();
        QTRY_VERIFY(std::ranges::any_of(session().data().parts, &PartRecord::generated));
    }

private Q_SLOTS:
    void init() {
        QSettings().clear();
        world_ = std::make_unique<test::UiWorld>(40);
        window_ = test::openWindow(*world_);
        window_->resize(1400, 900);
        window_->view()->setWorkspace(2);
    }
    void cleanup() {
        window_.reset();
        world_.reset();
        QSettings().clear();
    }

    void thePapersKindsAreTickedAndDrawn() {
        QAbstractItemModelTester tester(&preview(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(settle());
        QCOMPARE(preview().columnCount(), 3);
        QVERIFY(preview().rowCount() >= 1);
        int drawn = 0;
        for (int row = 0; row < preview().rowCount(); ++row) {
            for (int column = 0; column < preview().columnCount(); ++column) {
                const PreviewCell& cell = preview().cell(preview().index(row, column));
                QVERIFY(cell.isCurrent);
                QVERIFY2(!cell.after.isNull() || !cell.words.isEmpty(), "a picture, or why there is none");
                drawn += cell.after.isNull() ? 0 : 1;
                if (!cell.after.isNull()) QVERIFY(cell.before != cell.after);
            }
        }
        QVERIFY(drawn >= 1);
        kinds().setCurrentRow(kinds().count() - 1);
        kinds().setFocus();
        QTest::keyClick(&kinds(), Qt::Key_Space);  // ticks it, and is not the viewer's
        QCOMPARE(preview().columnCount(), 4);
        QVERIFY(settle());
    }

    void thePreviewFollowsASlider() {
        QVERIFY(settle());
        kinds().setCurrentRow(1);  // small rectangle
        auto* spin = panel().findChild<QDoubleSpinBox*>(QStringLiteral("size_max"));
        auto* low = panel().findChild<QDoubleSpinBox*>(QStringLiteral("size_min"));
        QVERIFY(spin != nullptr && low != nullptr);
        const auto shown = [&] { return preview().cell(preview().index(0, 1)).after; };
        const QImage before = shown();
        low->setValue(30);
        spin->setValue(40);
        QVERIFY(!preview().cell(preview().index(0, 1)).isCurrent);
        QVERIFY(preview().cell(preview().index(0, 0)).isCurrent);  // other kinds stay
        QVERIFY(settle());
        QVERIFY(shown() != before);
        const QImage large = shown();
        // A drag: many steps, only the last counts.
        for (int i = 0; i < 30; ++i)
            spin->setValue(41 + i);
        QVERIFY(settle());
        for (int i = 0; i < 30; ++i)
            spin->setValue(69 - i);
        spin->setValue(40);
        QVERIFY(settle());
        QCOMPARE(shown(), large);  // what was overtaken did not win
        auto* reset = panel().findChild<KindList*>()->findChild<QPushButton*>();
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(settle());
        QCOMPARE(shown(), before);
    }

    void slidersAndNumbersAgree() {
        QVERIFY(settle());
        kinds().setCurrentRow(2);
        auto* slider = panel().findChild<RangeSlider*>(QStringLiteral("length_min_slider"));
        auto* spin = panel().findChild<QDoubleSpinBox*>(QStringLiteral("length_max"));
        QVERIFY(slider != nullptr);
        const double before = slider->to();
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(static_cast<int>(before * slider->width()), 8));
        QTest::mouseMove(slider, QPoint(slider->width() - 4, 8));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 4, 8));
        QTRY_VERIFY(spin->value() > 100);
        spin->setValue(20);
        QVERIFY(std::abs(slider->to() - before) < 0.2);
        const ParamSpec& spec = *requireDefectKind("thin_rectangle").params.find("length_max");
        for (const double value : {0.5, 3.0, 30.0, 140.0})
            QVERIFY(std::abs(sliderValue(spec, sliderPlace(spec, value)) - value) < 0.01 * value);
    }

    void aSliderIsLongEnoughToHandleInANarrowWindow() {
        QVERIFY(settle());
        window_->resize(1280, 800);
        for (int kind = 0; kind < kinds().count(); ++kind) {
            kinds().setCurrentRow(kind);
            QTest::qWait(1);
            const auto* form = panel().findChild<DefectForm*>();
            for (const RangeSlider* slider : form->findChildren<RangeSlider*>()) {
                QVERIFY2(slider->width() >= 140, qPrintable(slider->objectName()));
                // Nothing beyond the edge of the scrolled area, which does not scroll sideways.
                const QWidget* view = form->parentWidget()->parentWidget();
                const auto end = [&] { return slider->mapTo(view, QPoint(slider->width(), 0)).x(); };
                QTRY_VERIFY2(end() <= view->width(), qPrintable(QStringLiteral("%1: %2 of %3")
                                                                    .arg(slider->objectName())
                                                                    .arg(end())
                                                                    .arg(view->width())));
            }
        }
        // Both ends can be taken, one after the other.
        kinds().setCurrentRow(0);
        auto* slider = panel().findChild<RangeSlider*>(QStringLiteral("size_min_slider"));
        QTRY_VERIFY(slider->width() < panel().width() / 2 + 40);  // laid out
        const auto drag = [&](double from, int by) {
            const QPoint at(static_cast<int>(from * slider->width()), slider->height() / 2);
            QTest::mousePress(slider, Qt::LeftButton, {}, at);
            QTest::mouseMove(slider, at + QPoint(by, 0));
            QTest::mouseRelease(slider, Qt::LeftButton, {}, at + QPoint(by, 0));
        };
        const double from = slider->from();
        const double to = slider->to();
        drag(from, -20);
        QVERIFY(slider->from() < from - 0.05);
        QCOMPARE(slider->to(), to);
        drag(to, 20);
        QVERIFY(slider->to() > to + 0.05);
    }

    void theGridFillsItsRoom() {
        QVERIFY(settle());
        const auto* grid = panel().findChild<PreviewGrid*>();
        window_->resize(1500, 900);
        QTRY_VERIFY(grid->columnWidth(0) > PreviewGrid::kCell);
        const int used = grid->columnWidth(0) * preview().columnCount();
        QVERIFY2(grid->viewport()->width() - used < 30, "no empty stripe beside the kinds");
        QCOMPARE(grid->rowHeight(0), grid->columnWidth(0));
        for (int kind = 3; kind < kinds().count(); ++kind)
            kinds().item(kind)->setCheckState(Qt::Checked);
        QTRY_COMPARE(grid->columnWidth(0), PreviewGrid::kCell);
    }

    void whatChangedIsOutlined() {
        QVERIFY(settle());
        auto* grid = panel().findChild<PreviewGrid*>();
        QModelIndex blurred = preview().index(0, 0);
        for (int row = 0; row < preview().rowCount() && preview().cell(blurred).after.isNull(); ++row)
            blurred = preview().index(row, 1);
        QVERIFY(!preview().cell(blurred).after.isNull());
        QCOMPARE(preview().cell(blurred).outline.size(), preview().cell(blurred).after.size());
        const auto shown = [&] { return grid->viewport()->grab(grid->visualRect(blurred)).toImage(); };
        QVERIFY(grid->isOutlined());
        const QImage with = shown();
        test::actionWithKey(*window_, QStringLiteral("Ctrl+Alt+Shift+L"))->trigger();
        QVERIFY(!grid->isOutlined());
        const QImage without = shown();
        QVERIFY(with != without);
        QTest::keyClick(window_.get(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shown(), with);
        // The bare part has no line either.
        grid->setFocus();
        grid->setCurrentIndex(blurred);
        QTest::keyPress(grid, Qt::Key_Space);
        QVERIFY(shown() != with);
        QTest::keyRelease(grid, Qt::Key_Space);
    }

    void settingsAreKeptForTheNextTime() {
        QVERIFY(settle());
        kinds().item(0)->setCheckState(Qt::Unchecked);
        kinds().item(9)->setCheckState(Qt::Checked);  // stain
        kinds().setCurrentRow(1);
        panel().findChild<QDoubleSpinBox*>(QStringLiteral("size_max"))->setValue(31);
        auto* card = panel().findChild<GenerateCard*>();
        const auto field = [](QWidget* in, const QString& name) {
            for (QWidget* each : in->findChildren<QWidget*>()) {
                if (each->accessibleName() == name) return each;
            }
            return static_cast<QWidget*>(nullptr);
        };
        qobject_cast<QSpinBox*>(field(card, QStringLiteral("Copies of each part")))->setValue(4);
        auto* most = qobject_cast<QComboBox*>(field(card, QStringLiteral("Defects on each copy")));
        most->setFocus();
        QTest::keyClick(most, Qt::Key_End);
        QCOMPARE(card->mostDefects(), 3);
        test::actionWithKey(*window_, QStringLiteral("Ctrl+Alt+Z"))->trigger();
        window_.reset();

        window_ = test::openWindow(*world_);
        window_->resize(1400, 900);
        window_->view()->setWorkspace(2);
        QVERIFY(settle());
        QCOMPARE(kinds().item(0)->checkState(), Qt::Unchecked);
        QCOMPARE(kinds().item(9)->checkState(), Qt::Checked);
        QCOMPARE(preview().columnCount(), 3);
        kinds().setCurrentRow(1);
        QCOMPARE(panel().findChild<QDoubleSpinBox*>(QStringLiteral("size_max"))->value(), 31.0);
        QCOMPARE(panel().findChild<GenerateCard*>()->request().mostDefects, 3);
        QVERIFY(panel().findChild<GenerateCard*>()->request().count % 4 == 0);
        QCOMPARE(preview().setting().mostDefects, 3);
        QVERIFY(!preview().setting().closeUp);
    }

    void settingsOfAnotherVersionDoNoHarm() {
        window_.reset();
        QSettings().setValue(QStringLiteral("defects/kinds"), QStringList{"stain", "earthquake"});
        QSettings().setValue(
            QStringLiteral("defects/params"),
            QStringLiteral(R"({"stain":{"strength_min":99},"blur":{"size_max":11},"x":[1]})"));
        QSettings().setValue(QStringLiteral("defects/copies"), -3);
        QSettings().setValue(QStringLiteral("defects/most"), 70);
        QSettings().setValue(QStringLiteral("defects/unit"), QStringLiteral("ell"));
        const DefectSettings settings = DefectSettings::stored();
        QCOMPARE(settings.kinds, std::vector<std::string>{"stain"});
        QCOMPARE(settings.params.size(), std::size_t{1});
        QCOMPARE(settings.params.at("blur")["size_max"].get<double>(), 11.0);
        QCOMPARE(settings.copies, 1);
        QCOMPARE(settings.mostDefects, kMostDefects);
        QVERIFY(settings.unit == SizeUnit::Percent);
        settings.store();
        QVERIFY(DefectSettings::stored() == settings);
    }

    void sizesInPixels() {
        QVERIFY(settle());
        kinds().setCurrentRow(1);
        auto* form = panel().findChild<DefectForm*>();
        form->setScale({.unit = SizeUnit::Pixels, .side = 48});
        auto* spin = form->findChild<QDoubleSpinBox*>(QStringLiteral("size_max"));
        QCOMPARE(spin->suffix(), QStringLiteral(" px"));
        QCOMPARE(spin->value(), 2.4);  // 5 % of 48
        spin->setValue(12);
        QCOMPARE(form->values()["size_max"].get<double>(), 25.0);
        QVERIFY(!form->values().contains("size_min"));
    }

    void aCellShowsThePartWithoutTheDefectWhileItIsHeld() {
        QVERIFY(settle());
        auto* grid = panel().findChild<PreviewGrid*>();
        const QModelIndex cell = preview().index(0, 1);
        const QPoint place = grid->visualRect(cell).center();
        QTest::mousePress(grid->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(grid->held(), cell);
        QTest::mouseRelease(grid->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(!grid->held().isValid());
        grid->setFocus();
        QTest::keyPress(grid, Qt::Key_Space);
        QCOMPARE(grid->held(), cell);
        QTest::keyRelease(grid, Qt::Key_Space);
        QVERIFY(!grid->held().isValid());
    }

    void generatedPartsAreMarkedKeptAndDropped() {
        generate();
        const std::vector<PartRecord> parts = generated();
        QVERIFY(!parts.empty());
        auto* card = panel().findChild<GenerateCard*>();
        const auto action = [&](const QString& text) {
            for (QAction* each : card->actions()) {
                if (each->text() == text) return each;
            }
            return static_cast<QAction*>(nullptr);
        };
        action(QStringLiteral("Show them"))->trigger();
        QCOMPARE(session().view().rows().size(), parts.size());
        const PartId part = session().currentPart();
        QVERIFY(session().currentRecord()->generated);
        // Its picture and what was changed are seen like any other's.
        PictureLoader loader(session());
        QSignalSpy ready(&loader, &PictureLoader::ready);
        if (!loader.get(part, 0)) QVERIFY(test::waitFor(ready));
        const auto picture = loader.get(part, 0);
        QVERIFY(picture && picture->error.isEmpty());
        QVERIFY(!picture->groundTruth.isNull());

        action(QStringLiteral("Drop"))->trigger();
        QTRY_VERIFY(Project::open(world_->project(), true).parts().find(part)->label == Label::Unlabelled);
        QVERIFY(action(QStringLiteral("Keep"))->isEnabled());
        session().undoStack().undo();
        QTRY_VERIFY(Project::open(world_->project(), true).parts().find(part)->label == Label::Bad);

        const std::string hash = Project::open(world_->project(), true).parts().find(part)->sha256;
        action(QStringLiteral("Draw this one again"))->trigger();
        QVERIFY(runJobs());
        QVERIFY(Project::open(world_->project(), true).parts().find(part)->sha256 != hash);
        QCOMPARE(generated().size(), parts.size());
    }

    void theTableOfKindsIsShown() {
        auto* table = panel().findChild<KindValueTable*>();
        KindValueReport report{.good = 4, .bad = 8};
        report.rows.push_back({.parts = 12, .alone = KindFigure{.mean = 0.951, .deviation = 0.004}});
        report.rows.push_back({.kind = "stain", .parts = 6, .without = KindFigure{.mean = 0.9}});
        report.bare.emplace_back("patchcore", 0.875);
        table->showReport(report);
        const auto* rows = table->findChild<QTableWidget*>();
        QCOMPARE(rows->rowCount(), 3);
        QCOMPARE(rows->item(0, 3)->text(), QStringLiteral("95.1 ± 0.4"));
        QCOMPARE(rows->item(1, 2)->text(), QStringLiteral("90.0"));
        QCOMPARE(rows->item(1, 3)->text(), QStringLiteral("—"));
        QCOMPARE(rows->item(2, 3)->text(), QStringLiteral("87.5"));
    }

    void withTooFewGoodPartsItSaysSo() {
        window_.reset();
        const test::UiWorld small(2);
        window_ = test::openWindow(small);
        window_->view()->setWorkspace(2);
        const auto said = [&] {
            for (const QLabel* label : panel().findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains(QStringLiteral("good parts"))) return true;
            }
            return false;
        };
        QTRY_VERIFY(said());
        QCOMPARE(preview().rowCount(), 0);
        QVERIFY(!test::actionWithKey(*window_, QStringLiteral("Ctrl+Alt+D"))->isEnabled());
    }
};

QTEST_MAIN(DefectsTest)
#include "defects_test.moc"
