#include "ui/data/part_panel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <array>
#include <set>

#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
QString bytes(std::uint64_t count) {
    return QLocale().formattedDataSize(static_cast<qint64>(count));
}
}  // namespace

PartPanel::PartPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      labels_(new QButtonGroup(this)),
      defectType_(new QComboBox),
      facts_(new QLabel),
      scores_(recordTable({tr("Run"), tr("Score"), tr("Verdict")}, tr("Scores of this part"))),
      history_(recordTable({tr("When"), tr("Label"), tr("By")}, tr("History of this part"))) {
    auto* labelRow = new QHBoxLayout;
    const std::array<std::pair<Label, QString>, 3> keys{{{Label::Good, QStringLiteral("1")},
                                                         {Label::Bad, QStringLiteral("2")},
                                                         {Label::Unlabelled, QStringLiteral("0")}}};
    for (const auto& [label, key] : keys) {
        auto* button = new QPushButton(tr("%1 %2").arg(labelMark(label), labelText(label)));
        button->setCheckable(true);
        button->setToolTip(tr("Label the selected parts %1 (%2)").arg(labelText(label), key));
        button->setAccessibleName(button->toolTip());
        // A pressed button alone is hard to tell apart, in the dark most of all.
        connect(button, &QPushButton::toggled, button, [button, color = labelColor(label)](bool on) {
            QPalette colors;
            if (on) {
                colors.setColor(QPalette::Button, color);
                colors.setColor(QPalette::ButtonText, Qt::white);
            }
            button->setPalette(colors);
        });
        labels_->addButton(button, static_cast<int>(label));
        labelRow->addWidget(button);
    }
    connect(labels_, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT labelRequested(static_cast<Label>(id)); });
    defectType_->setEditable(true);
    defectType_->setInsertPolicy(QComboBox::NoInsert);
    defectType_->setAcceptDrops(false);
    defectType_->lineEdit()->setAcceptDrops(false);
    defectType_->lineEdit()->setPlaceholderText(tr("defect type"));
    defectType_->setToolTip(tr("What is wrong with the part; setting it labels the part bad"));
    defectType_->setAccessibleName(tr("Defect type"));
    connect(defectType_->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const PartRecord* part = session_.currentRecord();
        const QString text = defectType_->currentText().trimmed();
        if (part != nullptr && text != QString::fromStdString(part->defectType))
            Q_EMIT defectTypeRequested(text);
    });
    facts_->setWordWrap(true);
    facts_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    facts_->setTextFormat(Qt::PlainText);

    auto* column = new QVBoxLayout(this);
    column->addLayout(labelRow);
    column->addWidget(defectType_);
    column->addWidget(facts_);
    column->addWidget(heading(tr("Scores")));
    column->addWidget(scores_, 3);
    column->addWidget(heading(tr("History")));
    column->addWidget(history_, 2);

    for (QAbstractButton* button : labels_->buttons())
        needsWriting(button, session_);
    needsWriting(defectType_, session_);
    connect(&session_, &ProjectSession::currentPartChanged, this, &PartPanel::showPart);
    connect(&session_, &ProjectSession::labelsChanged, this, &PartPanel::showPart);
    connect(&session_, &ProjectSession::dataChanged, this, &PartPanel::showPart);
    showPart();
}

void PartPanel::showPart() {
    const PartRecord* part = session_.currentRecord();
    setEnabled(part != nullptr);
    scores_->setRowCount(0);
    history_->setRowCount(0);
    if (part == nullptr) {
        facts_->setText(tr("No part selected."));
        return;
    }
    labels_->button(static_cast<int>(part->label))->setChecked(true);
    fillDefectTypes(*part);
    const auto role = session_.data().roles.find(part->id);
    QString facts = QString::fromStdString(part->path);
    facts += tr("\n%1 × %2 px, %3").arg(part->width).arg(part->height).arg(bytes(part->bytes));
    facts += tr("\nRole: %1").arg(roleText(role == session_.data().roles.end() ? Role::None : role->second));
    if (part->unseenDefect) facts += tr("\nA defect kind held back from training");
    if (part->generated) facts += tr("\nGenerated, not photographed");
    facts += tr("\nSHA-256 %1…").arg(QString::fromStdString(part->sha256).left(16));
    facts_->setText(facts);
    showScores(*part);
    showHistory(*part);
}

void PartPanel::fillDefectTypes(const PartRecord& part) {
    std::set<QString> known;
    for (const PartRecord& other : session_.data().parts) {
        if (!other.defectType.empty()) known.insert(QString::fromStdString(other.defectType));
    }
    const QSignalBlocker blocked(defectType_);
    defectType_->clear();
    for (const QString& name : known)
        defectType_->addItem(name);
    defectType_->setCurrentText(QString::fromStdString(part.defectType));
}

void PartPanel::showScores(const PartRecord& part) {
    for (const RunKind kind : {RunKind::Fit, RunKind::Train}) {
        for (const RunRecord* run : session_.data().scoredRuns(kind)) {
            const ScoreRecord* score = session_.data().score(run->id, part.id);
            if (score == nullptr) continue;
            QString verdict;
            if (const auto found = session_.data().thresholds.find(run->id);
                found != session_.data().thresholds.end()) {
                const Verdict value = verdictOf(score->imageScore, found->second);
                verdict = tr("%1 %2").arg(verdictMark(value), verdictText(value));
            }
            addRecord(scores_, {tr("%1 · %2").arg(detectorTitle(run->subject)).arg(run->id),
                                QLocale().toString(score->imageScore, 'g', 5), verdict});
        }
    }
}

void PartPanel::showHistory(const PartRecord& part) {
    try {
        for (const LabelHistoryRecord& entry : session_.history(part.id)) {
            const QString what =
                entry.defectType.empty() ? labelText(entry.label) : QString::fromStdString(entry.defectType);
            addRecord(history_, {localTime(entry.at), tr("%1 %2").arg(labelMark(entry.label), what),
                                 QString::fromStdString(entry.who.empty() ? entry.origin : entry.who)});
        }
    } catch (const Error& error) {
        session_.reportError(error);
    }
}

}  // namespace segad::ui
