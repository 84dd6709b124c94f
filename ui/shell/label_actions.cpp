#include "ui/shell/label_actions.h"

#include <QAction>

#include "ui/data/defect_picker.h"
#include "ui/data/gallery.h"
#include "ui/data/part_panel.h"
#include "ui/session/live_results.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/shell/settings.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

LabelActions::LabelActions(ProjectSession& session, Gallery& gallery, PartPanel& panel, QWidget& owner)
    : QObject(&owner), session_(session), gallery_(gallery), owner_(owner) {
    buildLabels();
    for (QAction* action : actions_)
        needsWriting(action, session_);
    QAction* note = add(QStringLiteral("note"), tr("Note"), tr("Write a note about the selected parts"),
                        QStringLiteral("Ctrl+M"));
    connect(note, &QAction::triggered, &panel, &PartPanel::focusNote);
    buildMoves();
    connect(&panel, &PartPanel::fieldLeft, &gallery, &Gallery::focusParts);
    connect(&panel, &PartPanel::labelRequested, this, &LabelActions::label);
    connect(&panel, &PartPanel::defectTypeRequested, this, [this](const QString& type) {
        // Typed in the panel: who wants to type on must not be taken to another part.
        session_.setDefectType(session_.selection(), type);
    });
}

QAction* LabelActions::add(const QString& iconName, const QString& text, const QString& tip,
                           const QString& key) {
    QAction* action = makeAction(&owner_, iconName, text, tip, key);
    KeyMap::setArea(action, tr("Labels"));
    actions_.push_back(action);
    return action;
}

void LabelActions::buildLabels() {
    connect(add(QStringLiteral("good"), tr("Good"), tr("Label the selected parts good"), QStringLiteral("1")),
            &QAction::triggered, this, [this] { label(Label::Good); });
    connect(add(QStringLiteral("bad"), tr("Bad"), tr("Label the selected parts bad"), QStringLiteral("2")),
            &QAction::triggered, this, [this] { label(Label::Bad); });
    connect(add(QStringLiteral("unlabelled"), tr("Unlabelled"), tr("Take the label off the selected parts"),
                QStringLiteral("0")),
            &QAction::triggered, this, [this] { label(Label::Unlabelled); });
    connect(add(QStringLiteral("defect"), tr("Defect type …"),
                tr("Label the selected parts bad and say what is wrong with them"), QStringLiteral("3")),
            &QAction::triggered, this, &LabelActions::pickDefectType);
    connect(
        add(QStringLiteral("repeat"), tr("Same defect type again"),
            tr("Label the selected parts bad with the defect type that was set last"), QStringLiteral("4")),
        &QAction::triggered, this, [this] {
            if (session_.lastDefectType().isEmpty())
                pickDefectType();
            else
                setDefectType(session_.lastDefectType());
        });
}

void LabelActions::buildMoves() {
    connect(add(QStringLiteral("previous"), tr("Previous part"), tr("Go to the previous part"),
                QStringLiteral("Left")),
            &QAction::triggered, this, [this] { gallery_.step(-1); });
    connect(add(QStringLiteral("next"), tr("Next part"), tr("Go to the next part"), QStringLiteral("Right")),
            &QAction::triggered, this, [this] { gallery_.step(1); });
    connect(
        add(QStringLiteral("next"), tr("Next suggested part"),
            tr("Go to the part whose label would teach the forest most; as long as nothing is scored, to the "
               "next one without a label"),
            QStringLiteral("N")),
        &QAction::triggered, this, &LabelActions::stepToSuggestion);
    connect(add(QStringLiteral("next"), tr("Next unlabelled part"), tr("Go to the next part without a label"),
                QStringLiteral("U")),
            &QAction::triggered, this, [this] { gallery_.stepToUnlabelled(1); });
    connect(add(QStringLiteral("previous"), tr("Previous unlabelled part"),
                tr("Go back to the part without a label before this one"), QStringLiteral("Shift+U")),
            &QAction::triggered, this, [this] { gallery_.stepToUnlabelled(-1); });
    advance_ = add(QStringLiteral("next"), tr("Advance after labelling"),
                   tr("Go to the next unlabelled part as soon as one is labelled"), QStringLiteral("A"));
    advance_->setCheckable(true);
    advance_->setChecked(settings::advanceAfterLabelling());
    connect(advance_, &QAction::toggled, this, &settings::setAdvanceAfterLabelling);
}

void LabelActions::stepToSuggestion() {
    session_.live().want(*this);  // the next time it is asked for there is one, and from then on it follows
    if (const PartId part = session_.live().nextSuggestion(session_.currentPart()); part != 0)
        session_.setCurrentPart(part);
    else
        gallery_.stepToUnlabelled(1);
}

template <class Change>
void LabelActions::andAdvance(Change change) {
    const std::vector<PartId> parts = session_.selection();
    const PartRecord* part = session_.currentRecord();
    const bool wasUnlabelled = part != nullptr && part->label == Label::Unlabelled;
    const bool advances = advance_->isChecked() && parts.size() == 1;
    change(parts);
    if (advances) gallery_.advance(wasUnlabelled);
}

void LabelActions::label(Label label) {
    andAdvance([&](const std::vector<PartId>& parts) { session_.setLabel(parts, label); });
}

void LabelActions::setDefectType(const QString& type) {
    andAdvance([&](const std::vector<PartId>& parts) { session_.setDefectType(parts, type); });
}

void LabelActions::pickDefectType() {
    if (session_.selection().empty()) return;
    auto* picker = new DefectPicker(session_, &owner_);
    connect(picker, &DefectPicker::chosen, this, &LabelActions::setDefectType);
    picker->openOver(owner_);
}

}  // namespace segad::ui
