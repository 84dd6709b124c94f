#include "ui/data/part_panel.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/data/choice_words.h"
#include "ui/data/part_history.h"
#include "ui/data/reasons_panel.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kNoteLines = 2;
constexpr int kLeastTable = 48;
constexpr qint64 kNanosecondsPerMillisecond = 1'000'000;

QString splitText(Subset subset) {
    switch (subset) {
        case Subset::Train:
            return PartPanel::tr("train");
        case Subset::Test:
            return PartPanel::tr("test");
        case Subset::Unspecified:
            break;
    }
    return PartPanel::tr("not given");
}

/// What all parts have in common; absent when they differ.
template <class Value, class Of>
std::optional<Value> common(const std::vector<const PartRecord*>& parts, Of of) {
    if (parts.empty()) return std::nullopt;
    const Value first = of(*parts.front());
    const bool same = std::ranges::all_of(parts, [&](const PartRecord* part) { return of(*part) == first; });
    return same ? std::optional(first) : std::nullopt;
}

std::vector<const PartRecord*> recordsOf(const ProjectData& data, const std::vector<PartId>& ids) {
    std::vector<const PartRecord*> parts;
    for (const PartId id : ids) {
        const auto row = data.rowOf.find(id);
        if (row != data.rowOf.end()) parts.push_back(&data.parts[row->second]);
    }
    return parts;
}
}  // namespace

PartPanel::PartPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      labels_(new QButtonGroup(this)),
      applies_(new QLabel),
      defectType_(new QComboBox),
      note_(new QPlainTextEdit),
      path_(new ElidedLabel(Qt::ElideMiddle)),
      scores_(recordTable({tr("Run"), tr("Score"), tr("Verdict")}, tr("Scores of this part"))),
      reasons_(new ReasonsPanel(session)),
      history_(recordTable({tr("When"), tr("What"), tr("By")}, tr("History of this part"))) {
    buildFields();
    buildActions();
    layOut();
    for (QAbstractButton* button : labels_->buttons())
        needsWriting(button, session_);
    needsWriting(defectType_, session_);
    needsWriting(note_, session_);
    connect(&session_, &ProjectSession::currentPartChanged, this, &PartPanel::showPart);
    connect(&session_, &ProjectSession::labelsChanged, this, &PartPanel::showPart);
    connect(&session_, &ProjectSession::dataChanged, this, &PartPanel::showPart);
    connect(&session_.view(), &PartView::selectionChanged, this, &PartPanel::showPart);
    connect(&session_, &ProjectSession::regionsChanged, this, [this](PartId part) {
        if (part == session_.currentPart()) showPart();
    });
    showPart();
}

PartPanel::~PartPanel() {
    storeNote();
}

void PartPanel::buildLabels() {
    auto* row = new QHBoxLayout;
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
        row->addWidget(button);
    }
    connect(labels_, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT labelRequested(static_cast<Label>(id)); });
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void PartPanel::buildFields() {
    defectType_->setEditable(true);
    defectType_->setInsertPolicy(QComboBox::NoInsert);
    defectType_->setAcceptDrops(false);
    defectType_->lineEdit()->setAcceptDrops(false);
    defectType_->setToolTip(tr("What is wrong with the part; setting it labels the part bad"));
    defectType_->setAccessibleName(tr("Defect type"));
    const auto request = [this] {
        const QString text = defectType_->currentText().trimmed();
        const auto known = common<std::string>(recordsOf(session_.data(), parts_),
                                               [](const PartRecord& part) { return part.defectType; });
        // An empty field of parts that differ was only passed through.
        const bool same = known ? text == QString::fromStdString(*known) : text.isEmpty();
        if (!same) Q_EMIT defectTypeRequested(text);
    };
    connect(defectType_->lineEdit(), &QLineEdit::editingFinished, this, request);
    connect(defectType_, &QComboBox::activated, this, request);
    connect(
        defectType_->lineEdit(), &QLineEdit::returnPressed, this, [this] { Q_EMIT fieldLeft(); },
        Qt::QueuedConnection);  // after what was typed has been taken over
    note_->setAcceptDrops(false);
    note_->setTabChangesFocus(true);
    note_->setFixedHeight(kNoteLines * fontMetrics().lineSpacing() + 12);
    note_->setToolTip(tr("Anything worth knowing about the part; saved when you leave the field (Ctrl+M)"));
    note_->setAccessibleName(tr("Note"));
    note_->installEventFilter(this);
    applies_->setForegroundRole(QPalette::Link);
}

void PartPanel::buildActions() {
    copyPath_ = makeAction(this, QStringLiteral("copy"), tr("Copy path"), tr("Copy the path of the picture"),
                           QStringLiteral("Alt+Shift+C"));
    copyHash_ = makeAction(this, QStringLiteral("copy"), tr("Copy SHA-256"),
                           tr("Copy the SHA-256 of the picture"), QStringLiteral("Alt+Shift+H"));
    openFolder_ =
        makeAction(this, QStringLiteral("folder"), tr("Open folder"),
                   tr("Show the folder of the picture in the file manager"), QStringLiteral("Alt+Shift+O"));
    const auto file = [this] {
        const PartRecord* part = session_.currentRecord();
        return part == nullptr ? QString() : QString::fromStdString(toUtf8(session_.imageFile(*part)));
    };
    connect(copyPath_, &QAction::triggered, this,
            [file] { QApplication::clipboard()->setText(QDir::toNativeSeparators(file())); });
    connect(copyHash_, &QAction::triggered, this, [this] {
        if (const PartRecord* part = session_.currentRecord())
            QApplication::clipboard()->setText(QString::fromStdString(part->sha256));
    });
    connect(openFolder_, &QAction::triggered, this,
            [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file()).absolutePath())); });
}

void PartPanel::layOut() {
    const auto button = [](QAction* action) {
        auto* small = new QToolButton;
        small->setDefaultAction(action);
        small->setAutoRaise(true);
        small->setIconSize({14, 14});
        small->setAccessibleName(action->text());
        return small;
    };
    auto* column = new QVBoxLayout(this);
    buildLabels();
    column->addWidget(applies_);
    column->addWidget(defectType_);
    column->addWidget(note_);
    auto* pathRow = new QHBoxLayout;
    pathRow->setSpacing(2);
    pathRow->addWidget(path_, 1);
    pathRow->addWidget(button(copyPath_));
    pathRow->addWidget(button(openFolder_));
    column->addLayout(pathRow);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(2);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const std::array<QString, FactCount> names{tr("Role"),   tr("Split"), tr("Size"),   tr("Source"),
                                               tr("Origin"), tr("File"),  tr("SHA-256")};
    for (int fact = 0; fact < FactCount; ++fact) {
        auto* value = new ElidedLabel(fact == SourceFact ? Qt::ElideLeft : Qt::ElideRight);
        value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        facts_.push_back(value);
        auto* name = new QLabel(names[static_cast<std::size_t>(fact)]);
        name->setForegroundRole(QPalette::PlaceholderText);
        if (fact == HashFact) {
            auto* row = new QHBoxLayout;
            row->setSpacing(2);
            row->addWidget(value, 1);
            row->addWidget(button(copyHash_));
            form->addRow(name, row);
        } else {
            form->addRow(name, value);
        }
    }
    column->addLayout(form);
    column->addWidget(heading(tr("Scores")));
    column->addWidget(scores_, 3);
    column->addWidget(reasons_);
    // On a low screen they give way, and scroll.
    scores_->setMinimumHeight(kLeastTable);
    history_->setMinimumHeight(kLeastTable);
    column->addWidget(heading(tr("History")));
    column->addWidget(history_, 2);
}

void PartPanel::focusNote() {
    note_->setFocus(Qt::ShortcutFocusReason);
    note_->moveCursor(QTextCursor::End);
}

bool PartPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) storeNote();
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape) {
            note_->document()->setModified(false);
            showNote();
        }
        if (key->key() == Qt::Key_Escape || (enter && key->modifiers().testFlag(Qt::ControlModifier))) {
            note_->clearFocus();
            Q_EMIT fieldLeft();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PartPanel::storeNote() {
    if (!note_->document()->isModified()) return;
    note_->document()->setModified(false);
    session_.setNote(parts_, note_->toPlainText().trimmed());
}

void PartPanel::showPart() {
    std::vector<PartId> now = session_.selection();
    if (now != parts_) {
        storeNote();  // of the parts it was written for
        parts_ = std::move(now);
    }
    const PartRecord* part = session_.currentRecord();
    setEnabled(part != nullptr);
    scores_->setRowCount(0);
    history_->setRowCount(0);
    showLabels();
    showNote();
    if (part == nullptr) {
        path_->setText(tr("No part selected."));
        for (ElidedLabel* fact : facts_)
            fact->setText(QString());
        return;
    }
    showFacts(*part);
    showScores(*part);
    showHistory(*part);
}

void PartPanel::showLabels() {
    const auto parts = recordsOf(session_.data(), parts_);
    applies_->setVisible(parts.size() > 1);
    applies_->setText(tr("Applies to %n selected part(s)", nullptr, static_cast<int>(parts.size())));
    const auto label = common<Label>(parts, [](const PartRecord& part) { return part.label; });
    labels_->setExclusive(label.has_value());
    for (QAbstractButton* button : labels_->buttons())
        button->setChecked(label && labels_->id(button) == static_cast<int>(*label));
    const auto type = common<std::string>(parts, [](const PartRecord& part) { return part.defectType; });
    fillDefectTypes(QString::fromStdString(type.value_or(std::string())));
    defectType_->lineEdit()->setPlaceholderText(type || parts.empty() ? tr("defect type")
                                                                      : tr("several defect types"));
}

void PartPanel::fillDefectTypes(const QString& shown) {
    QStringList known = session_.data().index.choices(Facet::DefectType);
    known.removeAll(QString());
    const QSignalBlocker blocked(defectType_);
    if (defectType_->lineEdit()->isModified() && defectType_->lineEdit()->hasFocus()) return;
    defectType_->clear();
    defectType_->addItems(known);
    defectType_->setCurrentIndex(-1);
    defectType_->setCurrentText(shown);
}

void PartPanel::showNote() {
    if (note_->document()->isModified()) return;  // being written
    const auto note = common<std::string>(recordsOf(session_.data(), parts_),
                                          [](const PartRecord& part) { return part.note; });
    const QString text = QString::fromStdString(note.value_or(std::string()));
    note_->setPlaceholderText(note || parts_.empty() ? tr("note") : tr("several notes"));
    if (note_->toPlainText() != text) note_->setPlainText(text);
    note_->document()->setModified(false);
}

QString PartPanel::sourceText(const PartRecord& part) const {
    const auto source = std::ranges::find(session_.data().sources, part.source, &SourceRecord::id);
    if (source == session_.data().sources.end()) return {};
    return QStringLiteral("%1 (%2)").arg(QString::fromStdString(source->path),
                                         QString::fromStdString(source->layout));
}

void PartPanel::showFacts(const PartRecord& part) {
    path_->setText(QString::fromStdString(part.path));
    const auto role = session_.data().roles.find(part.id);
    facts_[RoleFact]->setText(roleText(role == session_.data().roles.end() ? Role::None : role->second));
    QString split = splitText(part.subset);
    if (part.unseenDefect) split = tr("%1, a defect kind held back from training").arg(split);
    facts_[SplitFact]->setText(split);
    facts_[SizeFact]->setText(tr("%1 × %2 px").arg(part.width).arg(part.height));
    facts_[SourceFact]->setText(sourceText(part));
    facts_[OriginFact]->setText(part.generated ? tr("generated, not photographed") : tr("photographed"));
    const QDateTime modified = QDateTime::fromMSecsSinceEpoch(part.modifiedNs / kNanosecondsPerMillisecond);
    const QString bytes = QLocale().formattedDataSize(static_cast<qint64>(part.bytes));
    facts_[FileFact]->setText(
        part.modifiedNs == 0 ? bytes
                             : QStringLiteral("%1, %2").arg(
                                   bytes, QLocale().toString(modified, QStringLiteral("yyyy-MM-dd hh:mm"))));
    facts_[HashFact]->setText(QString::fromStdString(part.sha256));
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
            addRecord(scores_, {numberedTitle(*run), QLocale().toString(score->imageScore, 'g', 5), verdict});
        }
    }
}

void PartPanel::showHistory(const PartRecord& part) {
    try {
        for (const PartEvent& event : partHistory(session_, part)) {
            addRecord(history_, {briefTime(event.at), event.what, event.by});
            history_->item(history_->rowCount() - 1, 0)->setToolTip(localTime(event.at));
        }
    } catch (const Error& error) {
        session_.reportError(error);
    }
}

}  // namespace segad::ui
