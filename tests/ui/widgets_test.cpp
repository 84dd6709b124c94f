#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "tests/ui/ui_world.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/loss_plot.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/param_form.h"
#include "ui/widgets/roc_plot.h"

using namespace segad;
using namespace segad::ui;

class WidgetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTimeSaysNoMoreThanIsNeeded() {
        const QDateTime today(QDate::currentDate(), QTime(7, 5));
        const auto iso = [](const QDateTime& time) {
            return time.toUTC().toString(Qt::ISODateWithMs).toStdString();
        };
        QCOMPARE(briefTime(iso(today)), QStringLiteral("07:05"));
        const int month = today.date().month() == 3 ? 4 : 3;
        const QDateTime thisYear(QDate(today.date().year(), month, 9), QTime(7, 5));
        QCOMPARE(briefTime(iso(thisYear)), thisYear.toString(QStringLiteral("MM-dd hh:mm")));
        QCOMPARE(briefTime(iso(thisYear.addYears(-2))), localTime(iso(thisYear.addYears(-2))));
        QCOMPARE(briefTime("once"), QStringLiteral("once"));
    }

    void aFormFollowsItsSchema() {
        ParamForm form;
        form.setSchema({{.key = "ratio",
                         .title = "Ratio",
                         .type = ParamType::Real,
                         .defaultValue = 0.01,
                         .minimum = 0.001,
                         .maximum = 1},
                        {.key = "k",
                         .title = "Neighbours",
                         .type = ParamType::Int,
                         .defaultValue = 9,
                         .minimum = 1,
                         .maximum = 50},
                        {.key = "mode",
                         .title = "Mode",
                         .type = ParamType::Choice,
                         .defaultValue = "a",
                         .choices = {"a", "b"}},
                        {.key = "fast",
                         .title = "Fast",
                         .type = ParamType::Bool,
                         .defaultValue = true,
                         .advanced = true}});
        QVERIFY(form.values() == Json::object());
        QVERIFY(form.isValid());
        form.findChild<QDoubleSpinBox*>()->setValue(0.1);
        form.findChild<QSpinBox*>()->setValue(3);
        form.findChild<QComboBox*>()->setCurrentText(QStringLiteral("b"));
        form.findChild<QCheckBox*>()->setChecked(false);
        QVERIFY(form.values() == Json({{"ratio", 0.1}, {"k", 3}, {"mode", "b"}, {"fast", false}}));
        form.setValues({{"k", 5}});
        QVERIFY(form.values() == Json({{"k", 5}}));
    }

    void anErrorNamesAPlaceInTheWindowInsteadOfACommand_data() {
        QTest::addColumn<QString>("remedy");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* remedy, const char* words) {
            QTest::newRow(words) << QString::fromUtf8(remedy) << QString::fromUtf8(words);
        };
        row("Import it with `segad weights import teacher_small.pth`, or make one with `segad distil "
            "--student "
            "pdn_small`. Both can be done under Settings ▸ Weights.",
            "Import it or make it under File ▸ Settings ▸ Weights.");
        row("You can make one with `segad distil --student pdn_small_narrow`, or under Settings ▸ Weights.",
            "Make it under File ▸ Settings ▸ Weights.");
        row("Import it with `segad weights import FILE` or under Settings ▸ Weights.",
            "Import it under File ▸ Settings ▸ Weights.");
        row("Train a detector first: segad train /tmp/a.segad --detector patchcore.",
            "Train a detector first, in the workspace Train.");
        row("Train it again with cross-fitting: segad train /tmp/a.segad --detector x; or choose other "
            "detectors.",
            "Train it again with “Further detectors for the forest” (Train ▸ Custom), or choose other "
            "detectors.");
        row("Fit it again: segad fit /tmp/a.segad.", "Fit it again: Train ▸ Forest.");
        row("Make some first: segad segment /tmp/a.segad.", "Make segment maps in the workspace Segments.");
        row("Choose a .segad file.", "Choose a .segad file.");
        // Nothing in the window does this.
        row("Run 'segad doctor /tmp/a.segad --repair'.", "Run 'segad doctor /tmp/a.segad --repair'.");
    }

    void anErrorNamesAPlaceInTheWindowInsteadOfACommand() {
        QFETCH(QString, remedy);
        QFETCH(QString, words);
        const Error error(ErrorCode::NotFound, "pdn_small", "is not there", remedy.toStdString());
        QCOMPARE(errorText(error), QStringLiteral("pdn_small: is not there. ") + words);
        QCOMPARE(engineSentence(remedy.toStdString()), words);
    }

    void aLossHasItsDigits() {
        QCOMPARE(lossText(0.012345), QLocale().toString(0.0123));
        QCOMPARE(lossText(-23012.4), QLocale().toString(-23012));
    }

    void theWheelScrollsAFormAndLeavesItsFieldsAlone() {
        auto* content = new QWidget;
        auto* column = new QVBoxLayout(content);
        const std::unique_ptr<QScrollArea> area(scrolled(content));
        // Made later, as a form is that follows another detector.
        QList<QSpinBox*> fields;
        for (int i = 0; i < 40; ++i) {
            fields << new QSpinBox;
            fields.back()->setValue(50);
            column->addWidget(fields.back());
        }
        area->resize(200, 200);
        area->show();
        QVERIFY(QTest::qWaitForWindowActive(area.get()));
        const auto turn = [](QWidget* over) {
            const QPointF at = over->rect().center();
            QWheelEvent event(at, over->mapToGlobal(at), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QSpontaneKeyEvent::setSpontaneous(&event);  // only these go on to what is around
            qApp->notify(over, &event);
        };
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        turn(fields[1]);
        QCOMPARE(fields[1]->value(), 50);
        QVERIFY(!fields[1]->hasFocus());
        QVERIFY(area->verticalScrollBar()->value() > 0);
        fields[2]->setFocus();
        turn(fields[2]);
        QCOMPARE(fields[2]->value(), 49);
    }

    void wordsAndNumbersReadWell() {
        QCOMPARE(percent(0.98765), QLocale().toString(98.8, 'f', 1));
        QCOMPARE(percent(std::nullopt), QStringLiteral("—"));
        QCOMPARE(duration(130), QStringLiteral("2 min 10 s"));
        QCOMPARE(duration(0.0002), QStringLiteral("< 1 ms"));
        QCOMPARE(duration(0.0213), QStringLiteral("21 ms"));
        QVERIFY(labelColor(Label::Good) != labelColor(Label::Bad));
        QVERIFY(labelMark(Label::Good) != labelMark(Label::Bad));
        const ThresholdRecord thresholds{.review = 1, .reject = 2};
        QVERIFY(verdictOf(0.9, thresholds) == Verdict::Pass);
        QVERIFY(verdictOf(1, thresholds) == Verdict::Review);
        QVERIFY(verdictOf(2, thresholds) == Verdict::Reject);
    }

    void columnsGiveWayFromTheWidestOn() {
        using Widths = std::vector<int>;
        QCOMPARE(FittedColumns::widths({50, 60}, {40, 40}, 200), Widths({50, 60}));
        const Widths squeezed = FittedColumns::widths({50, 300, 80}, {40, 40, 40}, 200);
        QCOMPARE(squeezed[0], 50);
        QCOMPARE(squeezed[2], 75);
        QCOMPARE(squeezed[1], 75);
        // No room even for the least: readable, and the table scrolls.
        QCOMPARE(FittedColumns::widths({100, 900}, {90, 90}, 150), Widths({100, 260}));
    }

    void aTableKeepsToItsWidthUntilAColumnIsDragged() {
        const std::unique_ptr<QTableWidget> table(
            recordTable({QStringLiteral("A"), QStringLiteral("B")}, QStringLiteral("table")));
        addRecord(table.get(), {QString(200, QLatin1Char('x')), QStringLiteral("short")});
        table->resize(300, 200);
        table->show();
        QTRY_VERIFY(!table->horizontalScrollBar()->isVisible());
        QTRY_VERIFY(table->columnWidth(0) > 150);
        QTRY_VERIFY(table->columnWidth(0) < 300);
        QCOMPARE(table->item(0, 0)->toolTip().size(), 200);
    }

    void everyIconIsThere() {
        for (const char* name :
             {"data", "segments", "train", "results", "inspect", "good", "bad", "fit-view", "app-mark"}) {
            const QImage drawn = icon(QLatin1String(name)).pixmap(24, 24).toImage();
            bool any = false;
            for (int y = 0; y < drawn.height(); ++y) {
                for (int x = 0; x < drawn.width(); ++x)
                    any = any || qAlpha(drawn.pixel(x, y)) > 0;
            }
            QVERIFY2(any, name);
        }
    }

    void whatIsSwitchedOnHasAnotherColour() {
        const auto drawn = [](QIcon::State state) {
            return icon(QStringLiteral("heatmap")).pixmap(QSize(24, 24), QIcon::Normal, state).toImage();
        };
        QVERIFY(drawn(QIcon::On) != drawn(QIcon::Off));
    }

    void theRocIsExportedAsPictures() {
        RocPlot plot;
        plot.setCurves(
            {{QStringLiteral("patchcore"), 0.875, {{9, 0, 0}, {3, 0, 0.75}, {2, 0.5, 1}, {0, 1, 1}}}});
        const test::TempDir dir;
        for (const char* name : {"roc.png", "roc.svg", "roc.pdf"}) {
            const Path file = dir / name;
            QVERIFY(writePlot(plot.exportable(), QString::fromStdString(file.string())));
            QVERIFY(std::filesystem::file_size(file) > 1000);
        }
        QVERIFY(!writePlot(plot.exportable(), QStringLiteral("/nowhere/roc.png")));
    }
};

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
