#include "ui/results/benchmark_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "core/detector/catalog.h"
#include "core/segment/catalog.h"
#include "core/workflow/benchmark/published.h"
#include "ui/results/benchmark_params.h"
#include "ui/session/background.h"
#include "ui/train/cost_words.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kPatienceMs = 300;
constexpr int kSeeds = 10;

/// Detectors of a protocol's methods, in the order of first mention.
std::vector<std::string> publishedDetectors(const std::string& protocol) {
    std::vector<std::string> keys;
    for (const std::string& method : benchmarkProtocol(protocol).methods) {
        const std::string key = detectorKeyOf(method.substr(0, method.find('+')));
        if (findDetector(key) != nullptr && std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
    }
    return keys;
}

QPushButton* browseButton(const QString& accessibleName, const QString& tip) {
    auto* button = new QPushButton(BenchmarkForm::tr("Browse …"));
    button->setAccessibleName(accessibleName);
    button->setToolTip(tip);
    return button;
}

QHBoxLayout* beside(QWidget* field, QWidget* button) {
    auto* row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(button);
    return row;
}

/// For how many of the methods something was published that the program has.
QString publishedWords(const std::string& protocol) {
    const std::vector<PublishedExtent> extent = publishedExtent(protocol);
    const auto having =
        std::ranges::count_if(extent, [](const PublishedExtent& one) { return one.mean || one.classes > 0; });
    if (having == 0) return BenchmarkForm::tr("no published figures at hand");
    return BenchmarkForm::tr("published figures at hand for %1 of the paper's %2 methods")
        .arg(having)
        .arg(extent.size());
}

void describe(QWidget* field, const QString& accessibleName, const QString& tip) {
    field->setAccessibleName(accessibleName);
    field->setToolTip(tip);
}
}  // namespace

BenchmarkForm::BenchmarkForm(Path home, QWidget* parent)
    : QWidget(parent),
      home_(std::move(home)),
      dataset_(new QLineEdit),
      results_(new QLineEdit),
      protocol_(choiceBox(tr("Protocol"), tr("Which published experiment is done"))),
      segments_(choiceBox(tr("Segments"), tr("Where the segment maps of the parts come from"))),
      seeds_(new QSpinBox),
      baselines_(new QCheckBox(tr("No or shuffled segments"))),
      params_(new BenchmarkParams),
      words_(new QLabel),
      patience_(new QTimer(this)) {
    setAcceptDrops(true);
    for (const BenchmarkProtocol& protocol : benchmarkProtocols())
        protocol_->addItem(engineText(protocol.title), QString::fromStdString(protocol.key));
    segments_->addItem(tr("As the dataset has them"), QString());
    for (const SegmentSourceInfo& source : segmentCatalog()) {
        if (source.painting == SegmentPainting::None)
            segments_->addItem(engineText(source.title), QString::fromStdString(source.key));
    }
    seeds_->setRange(1, kSeeds);
    seeds_->setValue(kSeeds);
    describe(seeds_, tr("Seeds"), tr("How many of the paper's ten seeds"));
    describe(baselines_, baselines_->text(), tr("Two more forests each, which show what the segments bring"));
    describe(dataset_, tr("Dataset"),
             tr("A folder with train and test, or one with such a folder for each class; or maps in the "
                "layout of the SegAD repository"));
    describe(results_, tr("Results"), tr("Results that are there are gone on with"));
    words_->setWordWrap(true);
    words_->setAccessibleName(tr("What the benchmark will take"));
    patience_->setSingleShot(true);
    patience_->setInterval(kPatienceMs);
    build();
    protocol_->setCurrentIndex(protocol_->count() - 1);
    checkPublished();
    offerParams();
    connect(patience_, &QTimer::timeout, this, &BenchmarkForm::plan);
    const auto later = [this] {
        offerParams();
        patience_->start();
    };
    connect(dataset_, &QLineEdit::textChanged, this, [this] { proposeResults(); });
    connect(results_, &QLineEdit::textChanged, this, later);
    connect(protocol_, &QComboBox::currentIndexChanged, this, [this] {
        checkPublished();
        offerParams();
        proposeResults();
    });
    connect(params_, &BenchmarkParams::changed, patience_, qOverload<>(&QTimer::start));
    connect(segments_, &QComboBox::currentIndexChanged, this, later);
    connect(seeds_, &QSpinBox::valueChanged, this, later);
    connect(baselines_, &QCheckBox::toggled, this, later);
    for (const auto& [key, box] : detectors_)
        connect(box, &QCheckBox::toggled, this, later);
    refresh();
}

void BenchmarkForm::build() {
    auto* detectors = new QWidget;
    auto* flow = new FlowLayout(detectors);
    for (const DetectorInfo& info : detectorCatalog()) {
        auto* box = new QCheckBox(QString::fromStdString(info.title));
        describe(box, box->text(), engineText(info.summary));
        detectors_.emplace_back(info.key, box);
        flow->addWidget(box);
    }
    QPushButton* dataset = browseButton(tr("Choose the dataset"), tr("Choose the folder of the dataset"));
    QPushButton* results = browseButton(tr("Choose the results file"), tr("Choose where the results go"));
    connect(dataset, &QPushButton::clicked, this, &BenchmarkForm::chooseDataset);
    connect(results, &QPushButton::clicked, this, &BenchmarkForm::chooseResults);
    auto* form = new QFormLayout;
    form->addRow(tr("&Dataset"), beside(dataset_, dataset));
    form->addRow(tr("P&rotocol"), protocol_);
    form->addRow(tr("Detectors"), detectors);
    form->addRow(tr("Se&gments"), segments_);
    form->addRow(tr("&Seeds"), seeds_);
    form->addRow(tr("Baselines"), baselines_);
    form->addRow(params_);
    form->addRow(tr("Res&ults"), beside(results_, results));
    // A layout's label has no buddy of its own.
    for (const auto& [row, field] : {std::pair<int, QWidget*>{0, dataset_}, {7, results_}}) {
        if (auto* label = qobject_cast<QLabel*>(form->itemAt(row, QFormLayout::LabelRole)->widget()))
            label->setBuddy(field);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(words_);
}

BenchmarkRequest BenchmarkForm::request() const {
    const std::string results = results_->text().trimmed().toStdString();
    BenchmarkRequest request;
    // What the form has no field for stays as the results were begun with.
    const bool begun = base_.results == results;
    if (begun) request = base_;
    request.dataset = dataset_->text().trimmed().toStdString();
    request.protocol = protocol_->currentData().toString().toStdString();
    const std::vector<std::string> detectors = chosen();
    std::vector<std::string> published = publishedDetectors(request.protocol);
    std::vector<std::string> sorted = detectors;
    std::ranges::sort(published);
    std::ranges::sort(sorted);
    // Nor can it say all methods: maps of other programs, forests without segments alone.
    if (!begun || detectors != baseDetectors_ || baselines_->isChecked() != baseBaselines_) {
        request.methods.clear();
        if (sorted != published) request.methods = methodsFor(detectors);
    }
    request.baselines = baselines_->isChecked();
    request.seeds = seeds_->value();
    request.segments = segments_->currentData().toString().toStdString();
    params_->addTo(request);
    request.results = results;
    std::error_code ignored;
    request.resume = std::filesystem::exists(request.results, ignored);
    return request;
}

std::vector<std::string> BenchmarkForm::chosen() const {
    std::vector<std::string> keys;
    for (const auto& [key, box] : detectors_) {
        if (box->isChecked()) keys.push_back(key);
    }
    return keys;
}

void BenchmarkForm::offerParams() {
    params_->setProtocol(benchmarkProtocol(protocol_->currentData().toString().toStdString()));
    params_->setSubjects(chosen(), segments_->currentData().toString().toStdString());
}

void BenchmarkForm::setRequest(const BenchmarkRequest& request) {
    base_ = request;
    dataset_->setText(QString::fromStdString(toUtf8(request.dataset)));
    protocol_->setCurrentIndex(protocol_->findData(QString::fromStdString(request.protocol)));
    segments_->setCurrentIndex(std::max(0, segments_->findData(QString::fromStdString(request.segments))));
    seeds_->setValue(request.seeds);
    const std::vector<std::string> used = mapDetectorsOf(request.methods);
    for (const auto& [key, box] : detectors_) {
        const bool bare = std::ranges::find(request.methods, key) != request.methods.end();
        box->setChecked(bare || std::ranges::find(used, key) != used.end());
    }
    baselines_->setChecked(std::ranges::any_of(
        request.methods, [](const std::string& method) { return method.ends_with("/shuffled"); }));
    offerParams();
    params_->setValues(request);
    baseDetectors_ = chosen();
    baseBaselines_ = baselines_->isChecked();
    results_->setText(QString::fromStdString(toUtf8(request.results)));
}

void BenchmarkForm::checkPublished() {
    const std::vector<std::string> published =
        publishedDetectors(protocol_->currentData().toString().toStdString());
    for (const auto& [key, box] : detectors_)
        box->setChecked(std::ranges::find(published, key) != published.end());
}

void BenchmarkForm::chooseDataset() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Choose the dataset"), dataset_->text());
    if (!folder.isEmpty()) dataset_->setText(folder);
}

void BenchmarkForm::chooseResults() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Choose the results file"), results_->text(),
        tr("Results of benchmarks (*%1)").arg(QLatin1String(BenchmarkFile::kSuffix)), nullptr,
        QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty()) results_->setText(file);
}

void BenchmarkForm::proposeResults() {
    patience_->start();
    const Path dataset = dataset_->text().trimmed().toStdString();
    if (dataset.empty()) return;
    const Path clean = dataset.lexically_normal();
    const std::string name =
        toUtf8(clean.has_filename() ? clean.filename() : clean.parent_path().filename()) + "-" +
        protocol_->currentData().toString().toStdString() + BenchmarkFile::kSuffix;
    results_->setText(QString::fromStdString(toUtf8(home_ / name)));
}

void BenchmarkForm::refresh() {
    patience_->start();
}

void BenchmarkForm::plan() {
    const quint64 ticket = ++wanted_;
    ready_ = false;
    Q_EMIT readyChanged();
    if (dataset_->text().trimmed().isEmpty()) {
        words_->setText(tr("Name the folder of a dataset, or drop it here."));
        return;
    }
    if (chosen().empty()) {
        words_->setText(tr("Choose a detector."));
        return;
    }
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [request = request()]() -> std::pair<BenchmarkPlan, std::optional<Error>> {
            try {
                Job unwatched;
                return {planBenchmark(request, unwatched), std::nullopt};
            } catch (const Error& error) {
                return {{}, error};
            }
        },
        [this, ticket](const std::pair<BenchmarkPlan, std::optional<Error>>& made) {
            if (ticket != wanted_) return;
            if (made.second) {
                words_->setText(errorText(*made.second));
            } else {
                showPlan(made.first);
            }
        });
}

void BenchmarkForm::showPlan(const BenchmarkPlan& plan) {
    ready_ = plan.cells > plan.done;
    const auto classes = static_cast<int>(plan.classes.size());
    const auto methods = static_cast<int>(plan.methods.size());
    QString text = tr("%n class(es)", nullptr, classes) + QStringLiteral(" · ") +
                   tr("%n method(s)", nullptr, methods) + QStringLiteral(" · ") +
                   tr("%n cell(s)", nullptr, plan.cells);
    if (plan.fromMaps) text += QStringLiteral(" · ") + tr("from maps made elsewhere");
    text += QStringLiteral(" · ") + publishedWords(protocol_->currentData().toString().toStdString());
    if (plan.done == plan.cells) {
        text += QStringLiteral(" · ") + tr("all of them are there");
    } else {
        if (plan.done > 0) text += QStringLiteral(" · ") + tr("%n of them there already", nullptr, plan.done);
        text += QStringLiteral(" · ") + roughDuration(plan.seconds);
    }
    words_->setText(text);
    Q_EMIT readyChanged();
}

void BenchmarkForm::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedFolder(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void BenchmarkForm::dropEvent(QDropEvent* event) {
    dataset_->setText(draggedFolder(event->mimeData()));
    event->acceptProposedAction();
}

}  // namespace segad::ui
