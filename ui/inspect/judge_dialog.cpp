#include "ui/inspect/judge_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>
#include <memory>

#include "core/workflow/packaging.h"
#include "ui/inspect/recent_parts.h"
#include "ui/results/scorer_names.h"
#include "ui/session/background.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kWide = 640;
constexpr int kTextWide = 500;

QString joined(const std::vector<std::string>& words) {
    QStringList list;
    for (const std::string& word : words)
        list << QString::fromStdString(word);
    return list.join(QStringLiteral(", "));
}

QString sentences(const std::vector<std::string>& texts) {
    QStringList lines;
    for (const std::string& text : texts)
        lines << engineSentence(text);
    return lines.join(QLatin1Char('\n'));
}

QString thresholdsText(const ThresholdRecord& thresholds) {
    const QLocale locale;
    QString text =
        JudgeDialog::tr("review from %1, reject from %2")
            .arg(locale.toString(thresholds.review, 'f', 3), locale.toString(thresholds.reject, 'f', 3));
    if (!thresholds.setBy.empty()) {
        text += JudgeDialog::tr(", set by %1, %2")
                    .arg(QString::fromStdString(thresholds.setBy), localTime(thresholds.setAt));
    }
    return text;
}

QString checkText(const ReferenceCheck& check) {
    const int parts = static_cast<int>(check.parts);
    if (check.largest.size() == 0)
        return JudgeDialog::tr("%n reference part(s) score here as where it was made", nullptr, parts);
    return JudgeDialog::tr("%n reference part(s) score here with a difference of at most %1 (%2, %3)",
                           nullptr, parts)
        .arg(QLocale().toString(check.largest.size(), 'g', 2), QString::fromStdString(check.largest.part),
             titleOfName(check.largest.by));
}

/// What reading a package has brought.
struct Read {
    std::optional<PackageInfo> info;
    QString problem;
};
}  // namespace

JudgeDialog::JudgeDialog(const Path& model, const std::optional<InspectionStart>& start, QWidget* parent)
    : QDialog(parent), form_(new QFormLayout), reading_(new QLabel) {
    pool_.setMaxThreadCount(1);
    setWindowTitle(tr("What judges"));
    resize(kWide, sizeHint().height());
    form_->setRowWrapPolicy(QFormLayout::DontWrapRows);
    reading_->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form_);
    column->addWidget(reading_);
    column->addStretch(1);
    column->addWidget(buttons);
    addRow(tr("File"), QString::fromStdString(toUtf8(model)));
    if (start) addStart(*start);
    if (isPackage(model)) readPackage(model);
}

JudgeDialog::~JudgeDialog() {
    pool_.clear();
    pool_.waitForDone();
}

void JudgeDialog::addRow(const QString& name, const QString& text) {
    if (text.isEmpty()) return;
    auto* value = new QLabel(text);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    // A form's row is as high as one line otherwise.
    value->setFixedWidth(kTextWide);
    value->setMinimumHeight(value->heightForWidth(kTextWide));
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(name);
    form_->addRow(name, value);
}

void JudgeDialog::addStart(const InspectionStart& start) {
    addRow(tr("Judges by"), titleOfName(start.judge));
    addRow(tr("Detectors"), detectorTitles(start.detectors));
    addRow(tr("Thresholds"), thresholdsText(start.thresholds));
    if (start.loadSeconds > 0) {
        addRow(tr("Loaded in"), start.warmUpSeconds > 0
                                    ? tr("%1, and warmed up in %2")
                                          .arg(duration(start.loadSeconds), duration(start.warmUpSeconds))
                                    : duration(start.loadSeconds));
    }
    if (start.references) addRow(tr("Checked here"), checkText(*start.references));
    addRow(tr("To know"), sentences(start.notes));
}

void JudgeDialog::readPackage(const Path& file) {
    reading_->setText(tr("Reading the package …"));
    runInBackground(
        this, pool_,
        [file] {
            Read read;
            Job job;
            try {
                read.info = packageInfo(file, job);
            } catch (const Error& error) {
                read.problem = errorText(error);
            }
            return read;
        },
        [this, known = form_->rowCount() > 1](const Read& read) {
            reading_->setText(read.problem);
            if (!read.info) return;
            const PackageInfo& info = *read.info;
            const QLocale locale;
            if (!known) {
                addRow(tr("Judges by"), titleOfName(info.name));
                addRow(tr("Detectors"), detectorTitles(info.detectors));
                addRow(tr("Thresholds"), thresholdsText(info.thresholds));
            }
            addRow(tr("Segments"), joined(info.segments));
            addRow(tr("Made"),
                   tr("%1 by %2 on %3, from %4, with SegAD %5")
                       .arg(localTime(info.madeAt), QString::fromStdString(info.madeBy),
                            QString::fromStdString(info.host), QString::fromStdString(info.project),
                            QString::fromStdString(info.program)));
            addRow(tr("Made with"),
                   tr("%1, %n thread(s)", nullptr, info.threads).arg(QString::fromStdString(info.processor)));
            addRow(tr("Holds"), tr("%1; %n reference part(s) are scored again whenever it is opened", nullptr,
                                   static_cast<int>(info.references))
                                    .arg(locale.formattedDataSize(static_cast<qint64>(info.bytes))));
            addRow(tr("Licences"), sentences(info.licences));
            addRow(tr("Identity"), QString::fromStdString(info.id));
        });
}

QStringList JudgeDialog::lines() const {
    QStringList lines;
    for (int row = 0; row < form_->rowCount(); ++row) {
        const auto text = [&](QFormLayout::ItemRole role) {
            const QLayoutItem* item = form_->itemAt(row, role);
            const auto* label = item == nullptr ? nullptr : qobject_cast<const QLabel*>(item->widget());
            return label == nullptr ? QString() : label->text();
        };
        lines << QStringLiteral("%1: %2").arg(text(QFormLayout::LabelRole), text(QFormLayout::FieldRole));
    }
    return lines;
}

}  // namespace segad::ui
