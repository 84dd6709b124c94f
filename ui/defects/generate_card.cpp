#include "ui/defects/generate_card.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/workflow/workflows.h"
#include "ui/defects/defect_words.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
bool isKept(const PartRecord& part) {
    return part.generated && part.label == Label::Bad;
}

}  // namespace

GenerateCard::GenerateCard(ProjectSession& session, const DefectSettings& settings, QWidget* parent)
    : QWidget(parent),
      session_(session),
      copies_(new QSpinBox),
      total_(new ElidedLabel(Qt::ElideRight)),
      most_(choiceBox(tr("Defects on each copy"),
                      tr("How many defects of its kind a generated part gets, each number as likely"))),
      segments_(new QToolButton),
      segmentMenu_(new QMenu(this)),
      unit_(choiceBox(tr("Unit of sizes"), tr("What sizes are given in"))),
      pixelsPerMillimetre_(new QDoubleSpinBox),
      seed_(new QSpinBox),
      textures_(new QLineEdit(settings.textures)),
      browse_(makeAction(this, QStringLiteral("folder"), tr("Choose …"),
                         tr("Choose a folder of pictures to take textures from"),
                         QStringLiteral("Ctrl+Alt+Shift+B"))),
      state_(new QLabel),
      generate_(makeAction(
          this, QStringLiteral("wand"), tr("Generate"),
          tr("Make the generated parts in a background job; those of an earlier time are replaced"),
          QStringLiteral("Ctrl+Alt+D"))),
      oneClass_(
          makeAction(this, QStringLiteral("forest"), tr("One-class forest"),
                     tr("Score the generated parts, fit the forest on them and on the good parts that "
                        "calibrate, and evaluate on photographed parts: no bad part is needed to learn from"),
                     QStringLiteral("Ctrl+Alt+F"))),
      show_(makeAction(this, QStringLiteral("filter"), tr("Show them"),
                       tr("Show only generated parts in the gallery"), QStringLiteral("Ctrl+Alt+V"))),
      again_(makeAction(this, QStringLiteral("repeat"), tr("Draw this one again"),
                        tr("Another draw of the same kind in the place of the generated part that is shown"),
                        QStringLiteral("Ctrl+Alt+R"))),
      drop_(makeAction(this, QStringLiteral("clear"), tr("Drop"),
                       tr("The selected generated parts no longer serve a forest; undo brings them back"),
                       QStringLiteral("Ctrl+Alt+J"))),
      keep_(makeAction(this, QStringLiteral("good"), tr("Keep"),
                       tr("The selected generated parts serve a forest again"),
                       QStringLiteral("Ctrl+Alt+Y"))) {
    makeFields(settings);
    layOut();
    connectFields();
    setTakesTextures(false);
    showSegments();
    showState();
}

void GenerateCard::makeFields(const DefectSettings& settings) {
    segmentMenu_->setObjectName(QStringLiteral("entries"));
    chosen_ = {settings.segments.begin(), settings.segments.end()};
    copies_->setRange(1, DefectSettings::kMostCopies);
    copies_->setValue(settings.copies);
    copies_->setToolTip(tr("Generated parts for each good part that calibrates"));
    copies_->setAccessibleName(tr("Copies of each part"));
    most_->addItem(tr("one"), 1);
    most_->addItem(tr("one or two"), 2);
    most_->addItem(tr("one to three"), 3);
    most_->setCurrentIndex(settings.mostDefects - 1);
    segments_->setMenu(segmentMenu_);
    segments_->setPopupMode(QToolButton::InstantPopup);
    segments_->setToolTip(tr("Segments that get defects"));
    segments_->setAccessibleName(tr("Segments that get defects"));
    for (const SizeUnit unit : {SizeUnit::Percent, SizeUnit::Pixels, SizeUnit::Millimetres})
        unit_->addItem(unitTitle(unit), static_cast<int>(unit));
    unit_->setCurrentIndex(unit_->findData(static_cast<int>(settings.unit)));
    pixelsPerMillimetre_->setRange(0.01, 100'000);
    pixelsPerMillimetre_->setDecimals(2);
    pixelsPerMillimetre_->setValue(settings.pixelsPerMillimetre);
    pixelsPerMillimetre_->setSuffix(tr(" px/mm"));
    pixelsPerMillimetre_->setToolTip(tr("How many pixels a millimetre has in the pictures"));
    pixelsPerMillimetre_->setAccessibleName(tr("Pixels per millimetre"));
    seed_->setRange(0, 1'000'000'000);
    seed_->setValue(settings.seed);
    seed_->setToolTip(tr("Draws the defects: the same seed gives the same ones"));
    seed_->setAccessibleName(tr("Seed"));
    textures_->setReadOnly(true);
    textures_->setPlaceholderText(tr("procedural"));
    textures_->setToolTip(tr("Pictures to take textures from; without a folder they are procedural"));
    textures_->setAccessibleName(tr("Folder of textures"));
    textures_->setClearButtonEnabled(true);
    state_->setWordWrap(true);
}

void GenerateCard::layOut() {
    const auto beside = [](QWidget* first, QWidget* second) {
        auto* line = new QHBoxLayout;
        line->addWidget(first);
        line->addWidget(second, 1);
        return line;
    };
    // Narrow windows: a long list of segments gives way.
    segments_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("Copies of each part"), beside(copies_, total_));
    form->addRow(tr("Defects on each copy"), most_);
    form->addRow(tr("On"), segments_);
    form->addRow(tr("Sizes in"), beside(unit_, pixelsPerMillimetre_));
    form->addRow(tr("Seed"), seed_);
    form->addRow(tr("Textures"), beside(toolButton(browse_), textures_));
    auto* main = new QHBoxLayout;
    main->addWidget(actionButton(generate_));
    main->addWidget(actionButton(oneClass_));
    main->addStretch(1);
    auto* hand = new QWidget;
    auto* flow = new FlowLayout(hand);
    for (QAction* action : {show_, again_, drop_, keep_})
        flow->addWidget(toolButton(action));
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addLayout(main);
    column->addWidget(state_);
    column->addWidget(hand);
    column->addStretch(1);
}

void GenerateCard::connectFields() {
    for (QAction* action : {generate_, oneClass_, again_, drop_, keep_})
        needsWriting(action, session_);
    connect(copies_, &QSpinBox::valueChanged, this, [this] {
        showState();
        Q_EMIT edited();
    });
    connect(most_, &QComboBox::currentIndexChanged, this, &GenerateCard::settingChanged);
    connect(seed_, &QSpinBox::valueChanged, this, &GenerateCard::settingChanged);
    connect(unit_, &QComboBox::currentIndexChanged, this, [this] {
        showState();
        Q_EMIT scaleChanged();
    });
    connect(pixelsPerMillimetre_, &QDoubleSpinBox::valueChanged, this, &GenerateCard::scaleChanged);
    connect(textures_, &QLineEdit::textChanged, this, &GenerateCard::texturesChanged);
    for (const auto& changed :
         {&GenerateCard::settingChanged, &GenerateCard::scaleChanged, &GenerateCard::texturesChanged})
        connect(this, changed, this, &GenerateCard::edited);
    connect(browse_, &QAction::triggered, this, &GenerateCard::chooseTextures);
    connect(oneClass_, &QAction::triggered, this, &GenerateCard::fitOneClass);
    connect(show_, &QAction::triggered, this, &GenerateCard::showAll);
    connect(again_, &QAction::triggered, this, &GenerateCard::drawAgain);
    connect(drop_, &QAction::triggered, this, [this] { keep(false); });
    connect(keep_, &QAction::triggered, this, [this] { keep(true); });
    connect(&session_, &ProjectSession::dataChanged, this, &GenerateCard::showSegments);
    connect(&session_, &ProjectSession::dataChanged, this, &GenerateCard::showState);
    connect(&session_, &ProjectSession::labelsChanged, this, &GenerateCard::showState);
    connect(&session_, &ProjectSession::currentPartChanged, this, &GenerateCard::showState);
    connect(&session_.view(), &PartView::selectionChanged, this, &GenerateCard::showState);
}

void GenerateCard::setCounts(int parts, int kinds) {
    parts_ = parts;
    kinds_ = kinds;
    showState();
}

void GenerateCard::setTakesTextures(bool takes) {
    textures_->setEnabled(takes);
    browse_->setEnabled(takes);
}

void GenerateCard::showSegments() {
    segmentMenu_->clear();
    for (const SegmentRecord& segment : session_.data().segments) {
        QAction* action = segmentMenu_->addAction(QString::fromStdString(segment.name));
        action->setCheckable(true);
        action->setChecked(chosen_.contains(segment.name));
        connect(action, &QAction::toggled, this, [this, name = segment.name](bool on) {
            if (on)
                chosen_.insert(name);
            else
                chosen_.erase(name);
            showState();
            Q_EMIT settingChanged();
        });
    }
    segments_->setEnabled(!segmentMenu_->isEmpty());
}

std::vector<std::string> GenerateCard::segments() const {
    std::vector<std::string> names;
    for (const QAction* action : segmentMenu_->actions()) {
        if (action->isChecked()) names.push_back(action->text().toStdString());
    }
    return names;
}

int GenerateCard::mostDefects() const {
    return most_->currentData().toInt();
}

void GenerateCard::keepIn(DefectSettings& settings) const {
    settings.copies = copies_->value();
    settings.mostDefects = mostDefects();
    settings.segments = {chosen_.begin(), chosen_.end()};
    settings.unit = scale(0).unit;
    settings.pixelsPerMillimetre = pixelsPerMillimetre_->value();
    settings.seed = seed_->value();
    settings.textures = textures_->text();
}

std::uint64_t GenerateCard::seed() const {
    return static_cast<std::uint64_t>(seed_->value());
}

Path GenerateCard::textures() const {
    return textures_->isEnabled() ? Path(textures_->text().toStdString()) : Path();
}

SizeScale GenerateCard::scale(int side) const {
    return {.unit = static_cast<SizeUnit>(unit_->currentData().toInt()),
            .side = side,
            .pixelsPerMillimetre = pixelsPerMillimetre_->value()};
}

GenerateRequest GenerateCard::request() const {
    return {.project = session_.file(),
            .count = parts_ * copies_->value(),
            .mostDefects = mostDefects(),
            .segments = segments(),
            .seed = seed(),
            .textures = textures()};
}

void GenerateCard::showState() {
    total_->setText(tr("= %n generated part(s)", nullptr, parts_ * copies_->value()));
    const std::vector<std::string> chosen = segments();
    QStringList names;
    for (const std::string& name : chosen)
        names << QString::fromStdString(name);
    segments_->setText(names.isEmpty() ? tr("all but the background") : names.join(QStringLiteral(", ")));
    pixelsPerMillimetre_->setVisible(scale(0).unit == SizeUnit::Millimetres);

    const auto& parts = session_.data().parts;
    const auto kept = static_cast<int>(std::ranges::count_if(parts, isKept));
    const auto all = static_cast<int>(std::ranges::count_if(parts, &PartRecord::generated));
    QString text =
        all == 0 ? tr("Nothing is generated yet.") : tr("%n generated part(s) are kept", nullptr, kept);
    if (all > kept) text += tr(", %n dropped", nullptr, all - kept);
    if (all > 0) text += tr(". They are marked, and never tested.");
    const bool trained = !session_.data().scoredRuns(RunKind::Train).empty();
    if (!trained) text += QLatin1Char(' ') + tr("Train a detector before the one-class forest.");
    state_->setText(text);

    const PartRecord* current = session_.currentRecord();
    const std::vector<PartId> selection = session_.selection();
    const auto selected = [&](bool wanted) {
        return std::ranges::any_of(selection, [&](PartId id) {
            const auto row = session_.data().rowOf.find(id);
            return row != session_.data().rowOf.end() && parts[row->second].generated &&
                   isKept(parts[row->second]) == wanted;
        });
    };
    generate_->setEnabled(parts_ > 0 && kinds_ > 0);
    oneClass_->setEnabled(trained);
    show_->setEnabled(all > 0);
    again_->setEnabled(current != nullptr && current->generated);
    drop_->setEnabled(selected(true));
    keep_->setEnabled(selected(false));
}

void GenerateCard::showAll() {
    PartQuery query;
    query.choices(Facet::Origin) = {QStringLiteral("generated")};
    session_.view().setQuery(query);
    if (!session_.view().rows().empty()) session_.setCurrentPart(session_.view().part(0).id);
}

void GenerateCard::keep(bool on) {
    std::vector<Parts::LabelChange> changes;
    for (const PartId id : session_.selection()) {
        const PartRecord& part = session_.data().parts[session_.data().rowOf.at(id)];
        if (!part.generated || isKept(part) == on) continue;
        changes.push_back({.part = id,
                           .label = on ? Label::Bad : Label::Unlabelled,
                           .defectType = part.defectType,
                           .note = part.note});
    }
    session_.changeLabels(std::move(changes), on ? tr("Keep generated parts") : tr("Drop generated parts"));
}

void GenerateCard::drawAgain() {
    session_.jobs().enqueue(tr("Draw a defect again"),
                            [file = session_.file(), part = session_.currentPart()](Job& job) {
                                regenerateDefect(file, part, job);
                                return QString();
                            });
}

void GenerateCard::fitOneClass() {
    const FitRequest request{.project = session_.file(), .seed = seed(), .bad = BadParts::Generated};
    session_.jobs().enqueue(tr("One-class forest"), [request](Job& job) {
        {
            Job::Stage fitting(job, 0.8, tr("Fitting the forest").toStdString());
            fitForest(request, fitting.job());
        }
        Job::Stage evaluating(job, 0.2, tr("Evaluating").toStdString());
        evaluateProject({.project = request.project}, evaluating.job());
        return QString();
    });
}

void GenerateCard::chooseTextures() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of textures"), textures_->text());
    if (!folder.isEmpty()) textures_->setText(folder);
}

}  // namespace segad::ui
