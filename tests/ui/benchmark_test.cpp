// Benchmarks in the window: what is to be run, how far it is, and the figures that come of it.
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSpinBox>
#include <QTableWidget>
#include <QThreadPool>
#include <fstream>

#include "core/base/random.h"
#include "core/detector/catalog.h"
#include "core/image/npy.h"
#include "tests/ui/ui_world.h"
#include "ui/results/benchmark_form.h"
#include "ui/results/benchmark_panel.h"
#include "ui/results/benchmark_plot.h"
#include "ui/results/benchmark_view.h"
#include "ui/session/project_session.h"

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
        QVERIFY(table->item(0, 3)->text().isEmpty());
        const QString plot = QString::fromStdString((world_->folder() / "plot.svg").string());
        QVERIFY(panel_->findChild<BenchmarkPlot*>()->exportTo(plot));

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

private:
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
