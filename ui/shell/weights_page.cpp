#include "ui/shell/weights_page.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/nn/weight_store.h"
#include "ui/session/job_queue.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

WeightsPage::WeightsPage(JobQueue& jobs, QWidget* parent)
    : QWidget(parent),
      jobs_(jobs),
      table_(recordTable({tr("Name"), tr("Network"), tr("Layers"), tr("Size"), tr("Origin"), tr("SHA-256")},
                         tr("Imported weights"))),
      message_(new QLabel) {
    auto* import = makeAction(
        this, QStringLiteral("import"), tr("Import weights …"),
        tr("Read a .pth or .safetensors file with a backbone's weights; no code in it is ever run"),
        QStringLiteral("Ctrl+Shift+W"));
    connect(import, &QAction::triggered, this, &WeightsPage::importFile);
    message_->setWordWrap(true);
    auto* note = new QLabel(
        tr("Detectors work best with ImageNet weights: torchvision's resnet18-f37072fd.pth or "
           "wide_resnet50_2-95faca4d.pth. Files are checked and copied; they are never executed."));
    note->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(note);
    column->addWidget(table_, 1);
    column->addWidget(message_);
    column->addWidget(actionButton(import), 0, Qt::AlignLeft);
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
        for (const WeightEntry& entry : WeightStore().list()) {
            const QString layers = entry.layers.empty()
                                       ? QString()
                                       : tr("up to %1").arg(QString::fromStdString(entry.layers.back()));
            addRecord(table_,
                      {QString::fromStdString(entry.name), QString::fromStdString(entry.architecture), layers,
                       QLocale().formattedDataSize(static_cast<qint64>(entry.bytes)),
                       QString::fromStdString(entry.origin), QString::fromStdString(entry.sha256).left(12)});
        }
    } catch (const Error& error) {
        message_->setText(QString::fromUtf8(error.what()));
    }
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
