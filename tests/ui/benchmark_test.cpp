// Benchmarks in the window: what is to be run, how far it is, and the figures that come of it.
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QThreadPool>
#include <QToolButton>
#include <fstream>

#include "core/base/random.h"
#include "core/detector/catalog.h"
#include "core/forest/forest_options.h"
#include "core/image/npy.h"
#include "tests/ui/ui_world.h"
#include "ui/results/benchmark_form.h"
#include "ui/results/benchmark_panel.h"
#include "ui/results/benchmark_params.h"
#include "ui/results/benchmark_plot.h"
#include "ui/results/benchmark_roc_plot.h"
#include "ui/results/benchmark_view.h"
#include "ui/session/project_session.h"
#include "ui/widgets/qcustomplot_p.h"

using namespace segad;
using namespace segad::ui;

namespace {
constexpr int kSide = 24;

void writeMap(const Path& file, SplitMix64& dice, bool bad) {
    std::filesystem::create_directories(file.parent_path());
    cv::Mat map(kSide, kSide, CV_32FC1);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x)
            map.at<float>(y, x) = static_cast<float>(dice.uniform() + (bad && x > 12 && y > 12 ? 0.3 : 0));
    }
    writeNpy(file, map);
}

/// Maps of two detectors for two classes, in the layout of the SegAD repository.
void writeMaps(const Path& root) {
    SplitMix64 dice(5);
    for (const char* name : {"candle", "macaroni1"}) {
        for (const char* detector : {"efficient_ad", "rd4ad"}) {
            const Path folder = root / "anomaly_maps" / detector / name;
            std::filesystem::create_directories(folder);
            std::ofstream training(folder / "df_training.csv");
            std::ofstream test(folder / "df_test.csv");
            for (std::ofstream* table : {&training, &test})
                *table << "filepath,an_map_path,label,prediction_an_det\n";
            for (int i = 0; i < 50; ++i) {
                const bool bad = i >= 30;
                const std::string kind = bad ? "bad" : "good";
                const std::string stem = std::to_string(100 + i);
                writeMap(folder / "anomaly_maps" / kind / (stem + ".npy"), dice, bad);
                (i < 20 ? training : test)
                    << kind << "/" << stem << ".JPG,x/" << stem << ".npy," << (bad ? 1 : 0) << ","
                    << dice.uniform() + (bad ? 0.5 : 0) << "\n";
                const Path labels = root / "visa_segm" / name / kind / (stem + ".npy");
                std::filesystem::create_directories(labels.parent_path());
                cv::Mat segments = cv::Mat::zeros(kSide, kSide, CV_8UC1);
                segments.colRange(kSide / 2, kSide) = 1;
                writeNpy(labels, segments);
            }
        }
    }
}

template <class Widget>
Widget* named(const QWidget& parent, const QString& accessibleName) {
    for (Widget* widget : parent.findChildren<Widget*>()) {
        if (widget->accessibleName() == accessibleName) return widget;
    }
    return nullptr;
}

QAction* action(const QWidget& parent, const QString& text) {
    for (QAction* action : parent.findChildren<QAction*>()) {
        if (action->text() == text) return action;
    }
    return nullptr;
}

QString row(const QTableWidget& table, int row) {
    QStringList cells;
    for (int column = 0; column < table.columnCount(); ++column)
        cells << table.item(row, column)->text();
    return cells.join(QLatin1Char('|'));
}
}  // namespace

class BenchmarkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QLocale::setDefault(QLocale::c());
        world_ = std::make_unique<test::UiWorld>(4);
        writeMaps(maps());
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
        panel_ = std::make_unique<BenchmarkPanel>(*session_);
        panel_->resize(720, 960);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
    }

    void cleanup() {
        panel_.reset();
        session_.reset();
        QThreadPool::globalInstance()->waitForDone();
        world_.reset();
    }

    void theFormSaysWhatIsMissing() {
        QVERIFY(!action(*panel_, QStringLiteral("Run the benchmark"))->isEnabled());
        auto* words = named<QLabel>(*panel_, QStringLiteral("What the benchmark will take"));
        QTRY_VERIFY(words->text().contains(QStringLiteral("dataset")));
        type(QStringLiteral("Dataset"), QString::fromStdString((maps() / "nowhere").string()));
        QTRY_VERIFY2(words->text().contains(QStringLiteral("nowhere")), qPrintable(words->text()));
        QVERIFY(!action(*panel_, QStringLiteral("Run the benchmark"))->isEnabled());
    }

    void theProtocolChecksItsDetectors() {
        auto* protocol = named<QComboBox>(*panel_, QStringLiteral("Protocol"));
        auto* patchcore = named<QCheckBox>(*panel_, QStringLiteral("PatchCore"));
        auto* rd4ad = box("rd4ad");
        QVERIFY(patchcore->isChecked());
        protocol->setCurrentIndex(protocol->findData(QStringLiteral("visa")));
        QVERIFY(!patchcore->isChecked());
        QVERIFY(rd4ad->isChecked());
        QVERIFY2(form().request().methods.empty(), "those of the paper, in its order");
        QTest::mouseClick(patchcore, Qt::LeftButton);
        const std::vector<std::string> methods = form().request().methods;
        QVERIFY(std::ranges::find(methods, "patchcore+segad") != methods.end());
        QVERIFY(std::ranges::find(methods, "all+segad") != methods.end());
    }

    void aRunFillsTableAndPlot() {
        auto* protocol = named<QComboBox>(*panel_, QStringLiteral("Protocol"));
        protocol->setCurrentIndex(protocol->findData(QStringLiteral("visa")));
        type(QStringLiteral("Dataset"), QString::fromStdString(maps().string()));
        named<QSpinBox>(*panel_, QStringLiteral("Seeds"))->setValue(2);
        QAction* run = action(*panel_, QStringLiteral("Run the benchmark"));
        QTRY_VERIFY(run->isEnabled());
        auto* words = named<QLabel>(*panel_, QStringLiteral("What the benchmark will take"));
        QVERIFY2(words->text().contains(QStringLiteral("20 cell")), qPrintable(words->text()));
        QVERIFY(words->text().contains(QStringLiteral("maps")));
        run->trigger();
        QVERIFY2(!run->isEnabled(), "one at a time");
        auto* table = named<QTableWidget>(*panel_, QStringLiteral("Results of the benchmark"));
        QTRY_VERIFY_WITH_TIMEOUT(session_->jobs().isIdle(), 60000);
        QTRY_COMPARE(table->rowCount(), 3 * 5);
        QVERIFY2(row(*table, 0).startsWith(QStringLiteral("mean|EfficientAD|")), qPrintable(row(*table, 0)));
        // Beside the published figure, which says where it is from.
        bool found = false;
        for (int i = 0; i < table->rowCount(); ++i) {
            if (!row(*table, i).startsWith(QStringLiteral("macaroni1|RD4AD + SegAD|"))) continue;
            found = true;
            QCOMPARE(table->item(i, 3)->text(), QStringLiteral("97.4"));
            QVERIFY(table->item(i, 3)->toolTip().contains(QStringLiteral("supplement")));
            QCOMPARE(table->item(i, 5)->text(), QStringLiteral("2"));
        }
        QVERIFY(found);
        QVERIFY(!named<QProgressBar>(*panel_, QStringLiteral("Progress of the benchmark"))->isVisible());
        QTRY_VERIFY2(words->text().contains(QStringLiteral("all of them are there")),
                     qPrintable(words->text()));
        grab("light");

        auto* figures = named<QComboBox>(*panel_, QStringLiteral("Figure"));
        const QString before = row(*table, 0);
        figures->setCurrentIndex(1);
        QTRY_VERIFY(row(*table, 0) != before);
        QCOMPARE(table->item(0, 3)->text(), QStringLiteral("—"));
        QVERIFY2(table->item(0, 3)->toolTip().contains(QStringLiteral("Published values")),
                 qPrintable(table->item(0, 3)->toolTip()));
        theCurvesFollow(*table);
        theyAreExported();
        figuresThatWereEnteredStandBeside(*table);

        // Results of another program run are shown as they are, and the form says how they were made.
        BenchmarkForm other(world_->folder());
        other.setRequest(benchmarkRequestOf(results()));
        QCOMPARE(other.request().seeds, 2);
        QCOMPARE(other.request().protocol, std::string("visa"));
        QCOMPARE(other.request().results, results());
        QVERIFY(other.request().resume);
    }

    void aStoppedRunGoesOn() {
        auto* protocol = named<QComboBox>(*panel_, QStringLiteral("Protocol"));
        protocol->setCurrentIndex(protocol->findData(QStringLiteral("visa")));
        type(QStringLiteral("Dataset"), QString::fromStdString(maps().string()));
        QAction* run = action(*panel_, QStringLiteral("Run the benchmark"));
        QTRY_VERIFY(run->isEnabled());
        run->trigger();
        QTRY_VERIFY(!session_->jobs().isIdle());
        auto* table = named<QTableWidget>(*panel_, QStringLiteral("Results of the benchmark"));
        QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() > 0, 60000);
        action(*panel_, QStringLiteral("Stop"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(session_->jobs().isIdle(), 60000);
        const std::size_t kept = BenchmarkFile::open(results(), true).cells().size();
        QVERIFY(kept > 0);
        if (kept == 100) QSKIP("it was done before it could be stopped");
        QTRY_VERIFY(run->isEnabled());
        run->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(session_->jobs().isIdle(), 60000);
        QCOMPARE(BenchmarkFile::open(results(), true).cells().size(), std::size_t{100});
    }

    void parametersAreAskedForWhatIsChosen() {
        auto* toggle = panel_->findChild<BenchmarkParams*>()->findChild<QToolButton*>();
        QCOMPARE(toggle->text(), QStringLiteral("Parameters"));
        toggle->click();
        auto* subject = named<QComboBox>(*panel_, QStringLiteral("Parameters of"));
        QVERIFY(subject->isVisible());
        QCOMPARE(subject->currentText(), QStringLiteral("PatchCore"));
        named<QSpinBox>(*panel_, QStringLiteral("Bad parts"))->setValue(3);
        const ParamSpec& spec = *detectorInfo("patchcore").params.find("coreset_ratio");
        auto* ratio = named<QDoubleSpinBox>(*panel_, QString::fromStdString(spec.title));
        ratio->setValue(0.2);
        subject->setCurrentIndex(subject->findText(QStringLiteral("the forests")));
        auto* trees = named<QSpinBox>(
            *panel_, QString::fromStdString(findForestKind("brf").params.find("parallel_trees")->title));
        trees->setValue(50);
        auto* backbone = named<QComboBox>(*panel_, QStringLiteral("Backbone"));
        QVERIFY(backbone->count() > 1);
        backbone->setFocus();
        QTest::keyClick(backbone, Qt::Key_Down);
        const QString chosen = backbone->currentData().toString();
        BenchmarkRequest request = form().request();
        QCOMPARE(request.bad, 3);
        QVERIFY(std::abs(request.detectorParams["patchcore"]["coreset_ratio"].get<double>() - 0.2) < 1e-9);
        QCOMPARE(request.forestParams["parallel_trees"].get<int>(), 50);
        QCOMPARE(QString::fromStdString(request.backbone), chosen);
        QCOMPARE(toggle->text(), QStringLiteral("Parameters (4 changed)"));

        // Of a detector that is no longer chosen nothing is passed on; it comes back with it.
        QTest::mouseClick(box("patchcore"), Qt::LeftButton);
        QVERIFY(form().request().detectorParams.empty());
        QTest::mouseClick(box("patchcore"), Qt::LeftButton);
        QVERIFY(form().request().detectorParams.contains("patchcore"));

        request.results = results();
        request.methods = {"patchcore+segad/whole"};
        BenchmarkForm other(world_->folder());
        other.setRequest(request);
        QCOMPARE(QString::fromStdString(other.request().detectorParams.dump()),
                 QString::fromStdString(request.detectorParams.dump()));
        QCOMPARE(other.request().bad, 3);
        QVERIFY2(other.request().methods == request.methods, "as they were, though no box says so");
        grab("parameters");
    }

    void aNarrowPanelCutsNothing() {
        panel_->findChild<BenchmarkParams*>()->findChild<QToolButton*>()->click();
        for (const int width : {300, 380, 720}) {
            panel_->resize(width, 900);
            QTest::qWait(50);
            for (const auto* field : form().findChildren<QWidget*>()) {
                if (!field->isVisible()) continue;
                const int right = field->mapTo(&form(), QPoint(field->width(), 0)).x();
                QVERIFY2(right <= form().width() + 1,
                         qPrintable(QStringLiteral("%1 ends at %2 of %3")
                                        .arg(field->accessibleName() +
                                             QLatin1String(field->metaObject()->className()))
                                        .arg(right)
                                        .arg(form().width())));
            }
            QVERIFY(form().width() <= width);
        }
        grab("narrow");
    }

private:
    void theCurvesFollow(const QTableWidget& table) {
        auto* plots = named<QTabWidget>(*panel_, QStringLiteral("Plots of the benchmark"));
        auto* roc = panel_->findChild<BenchmarkRocPlot*>();
        plots->setCurrentWidget(roc);
        QTRY_COMPARE(roc->plot()->legend->itemCount(), 5);
        auto* item = qobject_cast<QCPPlottableLegendItem*>(roc->plot()->legend->item(0));
        QVERIFY2(item->plottable()->name().contains(QStringLiteral("FPR@95TPR")),
                 qPrintable(item->plottable()->name()));
        const std::vector<QStringList> all = roc->exportable().table.rows;
        auto* classes = named<QComboBox>(*panel_, QStringLiteral("Class"));
        classes->setCurrentIndex(classes->findText(QStringLiteral("candle")));
        QTRY_COMPARE(table.rowCount(), 5);
        QTRY_VERIFY_WITH_TIMEOUT(roc->exportable().table.rows != all, 60000);
        grab("roc");
    }

    /// Every plot through the same door, in every form.
    void theyAreExported() {
        for (const PlotFile& plot : {panel_->findChild<BenchmarkPlot*>()->exportable(),
                                     panel_->findChild<BenchmarkRocPlot*>()->exportable()}) {
            QVERIFY(!plot.table.rows.empty());
            for (const char* suffix : {".png", ".svg", ".pdf", ".csv"}) {
                const Path file = world_->folder() / (plot.name.toStdString() + suffix);
                QVERIFY(writePlot(plot, QString::fromStdString(file.string())));
                QVERIFY(std::filesystem::file_size(file) > 100);
            }
        }
    }

    void figuresThatWereEnteredStandBeside(const QTableWidget& table) {
        const Path file = world_->folder() / "paper.csv";
        std::ofstream(file) << "class,method,figure,percent,source\n"
                               "candle,RD4AD + SegAD,fpr_at_95tpr,12.5,a paper\n";
        QCOMPARE(enterPublished(results(), file).beside, 1);
        auto* classes = named<QComboBox>(*panel_, QStringLiteral("Class"));
        classes->setCurrentIndex(0);
        const auto entered = [&] {
            for (int i = 0; i < table.rowCount(); ++i) {
                if (table.item(i, 3)->text() == QStringLiteral("12.5"))
                    return table.item(i, 3)->toolTip() == QStringLiteral("Entered: a paper");
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(entered(), 60000);
    }

    Path maps() const { return world_->folder().parent_path() / "maps"; }
    Path results() const { return world_->project().parent_path() / "maps-visa.segad-bench"; }
    BenchmarkForm& form() const { return *panel_->findChild<BenchmarkForm*>(); }
    QCheckBox* box(const std::string& key) const {
        return named<QCheckBox>(*panel_, QString::fromStdString(detectorInfo(key).title));
    }
    void type(const QString& field, const QString& text) const {
        auto* edit = named<QLineEdit>(*panel_, field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    /// A picture to look at, where SEGAD_PICTURES names a folder.
    void grab(const char* name) const {
        const QString folder = qEnvironmentVariable("SEGAD_PICTURES");
        if (!folder.isEmpty())
            panel_->grab().save(folder + QStringLiteral("/benchmark-%1.png").arg(QLatin1String(name)));
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
    std::unique_ptr<BenchmarkPanel> panel_;
};

QTEST_MAIN(BenchmarkTest)
#include "benchmark_test.moc"
