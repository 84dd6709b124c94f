// Settings ▸ Weights: what is listed, and making a compact backbone with a stand-in for the learning.
#include "ui/shell/weights_page.h"

#include <QAction>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <atomic>

#include "core/nn/embedded_backbone.h"
#include "core/nn/safetensors_writer.h"
#include "core/workflow/distil_plan.h"
#include "tests/core/nn/backbone_files.h"
#include "tests/support/test_support.h"
#include "ui/session/job_queue.h"
#include "ui/shell/distil_card.h"
#include "ui/widgets/loss_plot.h"

using namespace segad;
using namespace segad::ui;

namespace {
constexpr std::size_t kUpToLayer3 = 4;
constexpr std::int64_t kSteps = 40;
constexpr double kLearned = 0.25;

/// A checkpoint as the learning leaves it: no tensors that matter, but the header.
void writeCheckpoint(const DistilRequest& request, const LossCurve& curve) {
    const std::vector<float> nothing{0};
    const Json header{
        {"fingerprint", {{"teacher", request.teacher}, {"initial", request.initial}, {"seed", request.seed}}},
        {"planned", request.steps},
        {"curve", toJson(curve)}};
    writeSafetensors(Path(request.out).concat(".checkpoint"),
                     {{{{"student.x", {1}, DType::Float32}, {nothing.data(), nothing.size()}}}},
                     {{"format", "segad-checkpoint-1"}, {"header", header.dump()}});
}
}  // namespace

class WeightsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        dir_ = std::make_unique<test::TempDir>();
        qputenv("SEGAD_DATA_HOME", QByteArray::fromStdString((*dir_ / "home").string()));
        jobs_ = std::make_unique<JobQueue>();
        hold_ = false;
        asked_.clear();
    }

    void cleanup() {
        page_.reset();
        jobs_.reset();
    }

    void theEmbeddedBackboneIsListedWhereNothingIsImported() {
        show();
        const auto* table = page_->findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 0)->text(), QString::fromLatin1(kEmbeddedBackbone));
        QCOMPARE(table->item(0, 4)->text(), QStringLiteral("part of this program"));
    }

    void withoutATeacherItSaysWhatIsMissing() {
        show();
        QVERIFY(!start()->isEnabled());
        QVERIFY2(says(QStringLiteral("Import ResNet-18")), "no word of a teacher");
    }

    void itLearnsWithACurveAndListsTheResult() {
        importTeacher();
        show();
        setSteps();
        hold_ = true;
        QVERIFY2(start()->isEnabled(), qPrintable(allWords()));
        QVERIFY(says(QStringLiteral("on this machine")));
        start()->trigger();
        QTRY_VERIFY(!plot()->points().empty());
        QVERIFY(!start()->isEnabled() && stop()->isEnabled());
        QTRY_VERIFY2(says(QStringLiteral("20 of 40")), qPrintable(allWords()));
        QTRY_VERIFY2(says(QStringLiteral("left")), qPrintable(allWords()));
        QVERIFY(page_->findChild<QProgressBar*>()->value() > 0);
        hold_ = false;
        QTRY_COMPARE(plot()->points().size(), std::size_t{4});
        QTRY_COMPARE(*plot()->points().back().validation, kLearned);
        QTRY_COMPARE(page_->findChild<QTableWidget*>()->rowCount(), 3);
        QVERIFY(namesInTable().contains(QStringLiteral("compact")));
        QVERIFY2(says(QStringLiteral("Imported as compact after 40 steps; 25.0 %")), qPrintable(allWords()));
        QCOMPARE(asked_.size(), std::size_t{1});
        QCOMPARE(asked_[0].teacher, std::string("resnet18"));
        QCOMPARE(asked_[0].initial, std::string(kEmbeddedBackbone));
        QVERIFY(!asked_[0].resume);
        QVERIFY(asked_[0].out == userDataDir() / "distilled" / "compact.safetensors");
        // The name is taken now.
        QVERIFY(!start()->isEnabled());
        field(QStringLiteral("Name"))->setText(QStringLiteral("compact-2"));
        QVERIFY2(start()->isEnabled(), qPrintable(allWords()));
        QCOMPARE(field(QStringLiteral("File"))->text(),
                 QString::fromStdString(toUtf8(userDataDir() / "distilled" / "compact-2.safetensors")));
    }

    void aTeacherOfEfficientAdCanBeMadeWhereNothingIsImported() {
        show();
        auto* make = choice(QStringLiteral("Make"));
        make->setCurrentIndex(make->findData(QStringLiteral("pdn_small")));
        QCOMPARE(field(QStringLiteral("Name"))->text(), QStringLiteral("pdn_small-distilled"));
        QCOMPARE(choice(QStringLiteral("Teacher"))->currentData().toString(),
                 QString::fromLatin1(kEmbeddedBackbone));
        setSteps();
        QVERIFY2(start()->isEnabled(), qPrintable(allWords()));
        QVERIFY2(says(QStringLiteral("good enough to begin with")), qPrintable(allWords()));
        start()->trigger();
        QTRY_VERIFY2(says(QStringLiteral("Imported as pdn_small-distilled")), qPrintable(allWords()));
        QCOMPARE(asked_[0].student, std::string("pdn_small"));
        QCOMPARE(asked_[0].picturesPerStep, usualDistilRequest("pdn_small").picturesPerStep);
        const auto* table = page_->findChild<QTableWidget*>();
        QTRY_VERIFY(namesInTable().contains(QStringLiteral("pdn_small-distilled")));
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("whole (a teacher)"));
    }

    void itStartsFromCompactWeightsOrFromNothing() {
        importTeacher();
        show();
        auto* begin = choice(QStringLiteral("Start"));
        QCOMPARE(begin->count(), 2);
        QCOMPARE(begin->currentData().toString(), QString::fromLatin1(kEmbeddedBackbone));
        begin->setCurrentIndex(begin->findText(QStringLiteral("From nothing")));
        setSteps();
        start()->trigger();
        QTRY_VERIFY(namesInTable().contains(QStringLiteral("compact")));
        QCOMPARE(asked_[0].initial, std::string());
        // What was made is something to start from as well, and the choice stays.
        QTRY_COMPARE(begin->count(), 3);
        QVERIFY(begin->currentData().toString().isEmpty());
        // Teachers of EfficientAD start from nothing.
        choice(QStringLiteral("Make"))->setCurrentIndex(1);
        QCOMPARE(begin->count(), 1);
    }

    void stoppedItGoesOnLaterWithItsCurve() {
        importTeacher();
        show();
        setSteps();
        hold_ = true;
        start()->trigger();
        QTRY_VERIFY(says(QStringLiteral("20 of 40")));
        stop()->trigger();
        QTRY_VERIFY2(says(QStringLiteral("what was learned is kept")), qPrintable(allWords()));
        QTRY_COMPARE(start()->text(), QStringLiteral("Go on"));
        // As after another start of the program: nothing is known but the file.
        page_.reset();
        jobs_ = std::make_unique<JobQueue>();
        show();
        setSteps();
        QCOMPARE(start()->text(), QStringLiteral("Go on"));
        QVERIFY2(says(QStringLiteral("20 of 40 steps are done")), qPrintable(allWords()));
        QCOMPARE(plot()->points().size(), std::size_t{2});
        // It goes on only with the same seed.
        seed()->setValue(5);
        QVERIFY(!start()->isEnabled());
        QVERIFY2(says(QStringLiteral("seed 0")), qPrintable(allWords()));
        seed()->setValue(0);
        hold_ = false;
        start()->trigger();
        QTRY_VERIFY2(says(QStringLiteral("Imported as compact")), qPrintable(allWords()));
        QVERIFY(asked_.back().resume);
        QCOMPARE(plot()->points().size(), std::size_t{4});
    }

    void closedAndOpenedAgainItShowsWhatIsUnderWay() {
        importTeacher();
        show();
        setSteps();
        seed()->setValue(7);
        hold_ = true;
        start()->trigger();
        QTRY_VERIFY(says(QStringLiteral("20 of 40")));
        page_.reset();
        show();
        QCOMPARE(plot()->points().size(), std::size_t{2});
        QVERIFY2(says(QStringLiteral("20 of 40")), qPrintable(allWords()));
        QCOMPARE(seed()->value(), 7);
        QVERIFY(stop()->isEnabled() && !start()->isEnabled());
        stop()->trigger();
        QTRY_VERIFY(jobs_->isIdle());
    }

    void aFolderOfPicturesCanBeDropped() {
        importTeacher();
        show();
        auto* card = page_->findChild<DistilCard*>();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(dir_->path().string()))});
        QDragEnterEvent enter({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(card, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent let(QPointF(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(card, &let);
        QVERIFY(card->request().images == dir_->path());
        field(QStringLiteral("Pictures"))->setText(QStringLiteral("/nowhere"));
        QVERIFY(!start()->isEnabled());
    }

private:
    void importTeacher() {
        Job job;
        const Path file = *dir_ / "teacher.safetensors";
        test::writeBackbone(file, test::madeBackbone("resnet18", kUpToLayer3));
        WeightStore().import(file, job);
    }

    /// Stands in for the learning: half of the steps, a wait if one is asked for, the rest, the import.
    DistilReport learn(const DistilRequest& request, Job& job) {
        asked_.push_back(request);
        LossCurve curve;
        if (request.resume) curve = findDistilCheckpoint(request.out)->curve;
        const auto add = [&](std::int64_t step, std::optional<double> heldOut) {
            curve.points.push_back(
                {.step = step, .loss = 10.0 / static_cast<double>(step), .validation = heldOut});
            curve.steps = step;
            request.onPoint(curve.points.back());
            job.progress(static_cast<std::uint64_t>(step), kSteps);
            QThread::msleep(60);  // reports come at most every 50 ms
        };
        if (curve.steps == 0) {
            add(10, std::nullopt);
            add(20, 0.5);
        }
        try {
            while (hold_) {
                job.throwIfCancelled();
                QThread::msleep(5);
            }
        } catch (const Cancelled&) {
            writeCheckpoint(request, curve);
            throw;
        }
        add(30, std::nullopt);
        add(40, kLearned);
        test::writeBackbone(
            request.out,
            test::madeBackbone(request.student, request.student == "compact_resnet" ? kUpToLayer3 : 1));
        return {.result = {.curve = curve},
                .importedAs = WeightStore().import(request.out, request.importAs, job).name};
    }

    void show() {
        page_ = std::make_unique<WeightsPage>(
            *jobs_, [this](const DistilRequest& request, Job& job) { return learn(request, job); });
        page_->resize(900, 650);
        page_->show();
    }

    void setSteps() const {
        for (QSpinBox* box : page_->findChildren<QSpinBox*>()) {
            if (box->accessibleName() == QStringLiteral("Steps")) box->setValue(static_cast<int>(kSteps));
        }
    }

    QComboBox* choice(const QString& name) const {
        for (QComboBox* box : page_->findChildren<QComboBox*>()) {
            if (box->accessibleName() == name) return box;
        }
        return nullptr;
    }

    QSpinBox* seed() const {
        for (QSpinBox* box : page_->findChildren<QSpinBox*>()) {
            if (box->accessibleName() == QStringLiteral("Seed")) return box;
        }
        return nullptr;
    }

    QLineEdit* field(const QString& name) const {
        for (QLineEdit* edit : page_->findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == name) return edit;
        }
        return nullptr;
    }

    QAction* action(const QString& key) const {
        for (QAction* one : page_->findChildren<QAction*>()) {
            if (one->shortcut() == QKeySequence(key)) return one;
        }
        return nullptr;
    }
    QAction* start() const { return action(QStringLiteral("Ctrl+Shift+B")); }
    QAction* stop() const { return action(QStringLiteral("Ctrl+Shift+X")); }
    LossPlot* plot() const { return page_->findChild<LossPlot*>(); }

    QString allWords() const {
        QStringList words;
        for (const QLabel* label : page_->findChildren<QLabel*>())
            words << label->text();
        return words.join(QLatin1Char('\n'));
    }
    bool says(const QString& text) const { return allWords().contains(text); }

    QStringList namesInTable() const {
        const auto* table = page_->findChild<QTableWidget*>();
        QStringList names;
        for (int row = 0; row < table->rowCount(); ++row)
            names << table->item(row, 0)->text();
        return names;
    }

    std::unique_ptr<test::TempDir> dir_;
    std::unique_ptr<JobQueue> jobs_;
    std::unique_ptr<WeightsPage> page_;
    std::atomic<bool> hold_ = false;
    std::vector<DistilRequest> asked_;
};

QTEST_MAIN(WeightsPageTest)
#include "weights_page_test.moc"
