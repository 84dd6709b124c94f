#include "ui/shell/weights_page.h"

#include <QAction>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/nn/backbones.h"
#include "core/nn/embedded_backbone.h"
#include "ui/session/job_queue.h"
#include "ui/shell/distil_card.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kTableRows = 4;
// Heights relative to each other.
constexpr int kTableHeight = 1;
constexpr int kCardHeight = 2;

QFrame* line() {
    auto* frame = new QFrame;
    frame->setFrameShape(QFrame::HLine);
    frame->setFrameShadow(QFrame::Sunken);
    return frame;
}
}  // namespace

WeightsPage::WeightsPage(JobQueue& jobs, DistilRun::Work work, QWidget* parent)
    : QWidget(parent),
      jobs_(jobs),
      table_(recordTable({tr("Name"), tr("Network"), tr("Layers"), tr("Size"), tr("Origin"), tr("SHA-256")},
                         tr("Weights there are"))),
      message_(new QLabel),
      distil_(new DistilCard(jobs, std::move(work))) {
    auto* import = makeAction(this, QStringLiteral("import"), tr("Import weights …"),
                              tr("Read a .pth or .safetensors file with weights of a backbone or a teacher; "
                                 "no code in it is ever run"),
                              QStringLiteral("Ctrl+Shift+W"));
    connect(import, &QAction::triggered, this, &WeightsPage::importFile);
    message_->setWordWrap(true);
    auto* note = new QLabel(
        tr("Nothing needs to be imported: a compact backbone is part of this program. Others can be added, "
           "such as torchvision's resnet18-f37072fd.pth or wide_resnet50_2-95faca4d.pth, and the teachers "
           "EfficientAD imitates, teacher_small.pth and teacher_medium.pth. Files are checked and copied; "
           "they are never executed."));
    note->setWordWrap(true);
    table_->setMinimumHeight((kTableRows + 1) * table_->verticalHeader()->defaultSectionSize());
    auto* row = new QHBoxLayout;
    row->addWidget(actionButton(import));
    row->addWidget(message_, 1);
    auto* column = new QVBoxLayout(this);
    column->addWidget(note);
    column->addWidget(table_, kTableHeight);
    column->addLayout(row);
    column->addWidget(line());
    column->addWidget(distil_, kCardHeight);
    connect(distil_, &DistilCard::backboneMade, this, &WeightsPage::fill);
    connect(&jobs_, &JobQueue::jobFinished, this, [this](quint64 id) {
        if (id != job_) return;
        message_->setText(jobs_.find(id)->message);
        fill();
    });
    fill();
}

void WeightsPage::fill() {
    table_->setRowCount(0);
    try {
        for (const WeightEntry& entry : availableWeights(WeightStore())) {
            QString layers;
            if (findPdnShape(entry.architecture) != nullptr)
                layers = tr("whole (a teacher)");
            else if (!entry.layers.empty())
                layers = tr("up to %1").arg(QString::fromStdString(entry.layers.back()));
            addRecord(table_, {QString::fromStdString(entry.name), QString::fromStdString(entry.architecture),
                               layers, QLocale().formattedDataSize(static_cast<qint64>(entry.bytes)),
                               engineText(entry.origin), QString::fromStdString(entry.sha256).left(12)});
        }
    } catch (const Error& error) {
        message_->setText(errorText(error));
    }
    distil_->fillWeights();
}

void WeightsPage::importFile() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Import weights"), QString(), tr("Weights (*.pth *.pt *.safetensors);;All files (*)"));
    if (file.isEmpty()) return;
    message_->setText(tr("Reading %1 …").arg(file));
    job_ = jobs_.enqueue(tr("Import weights"), [path = Path(file.toStdString())](Job& job) {
        const WeightEntry entry = WeightStore().import(path, job);
        return tr("Imported as %1.").arg(QString::fromStdString(entry.name));
    });
}

}  // namespace segad::ui
