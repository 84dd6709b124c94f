#include "ui/defects/defects_panel.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "core/workflow/defect_preview.h"
#include "ui/defects/generate_card.h"
#include "ui/defects/kind_list.h"
#include "ui/defects/kind_value_table.h"
#include "ui/defects/preview_grid.h"
#include "ui/defects/preview_model.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr std::size_t kRows = 4;
constexpr int kPicture = 2 * PreviewGrid::kLargestCell;  // sharp on screens with two pixels a point

/// What reading the parts gave: a previewer, or why there is none.
struct Source {
    std::shared_ptr<const DefectPreviewer> previewer;
    QString error;
};

Source readSource(const Path& project, const Path& textures) {
    try {
        return {.previewer = std::make_shared<DefectPreviewer>(project, textures)};
    } catch (const Error& error) {
        return {.error = errorText(error)};
    }
}
/// Changes with the photographed parts, their labels and the segment maps.
std::size_t stateOf(const ProjectData& data) {
    std::size_t state = qHash(static_cast<quint64>(data.segmentMaps));
    for (const SegmentRecord& segment : data.segments)
        state = qHashMulti(state, QByteArray::fromStdString(segment.name));
    for (const RunRecord& run : data.runs) {
        if (run.kind == RunKind::Segment) state = qHashMulti(state, run.id, static_cast<int>(run.outcome));
    }
    for (const PartRecord& part : data.parts) {
        if (!part.generated)
            state = qHashMulti(state, part.id, static_cast<int>(part.label), part.modifiedNs);
    }
    return state;
}
}  // namespace

DefectsPanel::DefectsPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      kept_(DefectSettings::stored()),
      kinds_(new KindList(kept_.kinds, kept_.params)),
      model_(new PreviewModel(session, kPicture, this)),
      grid_(new PreviewGrid(*model_)),
      words_(new QLabel),
      card_(new GenerateCard(session, kept_)),
      others_(makeAction(this, QStringLiteral("next"), tr("Other parts"),
                         tr("Show the defects on the next good parts"), QStringLiteral("Ctrl+Alt+N"))),
      again_(makeAction(this, QStringLiteral("repeat"), tr("Other draws"),
                        tr("Show the next draw of each kind on the same parts"),
                        QStringLiteral("Ctrl+Alt+A"))),
      closeUp_(makeAction(this, QStringLiteral("fit-view"), tr("Close up"),
                          tr("Cut the pictures out around the defect"), QStringLiteral("Ctrl+Alt+Z"))),
      outline_(makeAction(this, QStringLiteral("contour"), tr("Outline"),
                          tr("A line around what changed; without it faint defects are easily missed"),
                          QStringLiteral("Ctrl+Alt+Shift+L"))) {
    closeUp_->setCheckable(true);
    closeUp_->setChecked(kept_.closeUp);
    outline_->setCheckable(true);
    outline_->setChecked(kept_.outline);
    grid_->setOutlined(kept_.outline);
    pool_.setMaxThreadCount(1);
    auto* tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->setAccessibleName(tr("Preview and what kinds help"));
    tabs->addTab(scrolled(card_), tr("Generate"));
    tabs->addTab(new KindValueTable(session), tr("Which kinds help"));
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(scrolled(kinds_));
    split->addWidget(makePreview());
    split->addWidget(tabs);
    split->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(this);
    column->addWidget(split);

    connect(kinds_, &KindList::chosenChanged, this, &DefectsPanel::showKinds);
    connect(kinds_, &KindList::paramsChanged, model_, &PreviewModel::setParams);
    connect(card_, &GenerateCard::settingChanged, this, &DefectsPanel::applySetting);
    connect(card_, &GenerateCard::scaleChanged, this, &DefectsPanel::applyScale);
    connect(card_, &GenerateCard::texturesChanged, this, &DefectsPanel::renew);
    connect(card_->generateAction(), &QAction::triggered, this, &DefectsPanel::generate);
    connect(others_, &QAction::triggered, this, [this] {
        firstPart_ += static_cast<int>(kRows);
        if (firstPart_ >= static_cast<int>(parts_.size())) firstPart_ = 0;
        showParts();
    });
    connect(again_, &QAction::triggered, this, [this] {
        ++number_;
        applySetting();
    });
    connect(outline_, &QAction::toggled, grid_, &PreviewGrid::setOutlined);
    connect(outline_, &QAction::toggled, this, &DefectsPanel::keepSettings);
    connect(card_, &GenerateCard::edited, this, &DefectsPanel::keepSettings);
    connect(kinds_, &KindList::chosenChanged, this, &DefectsPanel::keepSettings);
    connect(kinds_, &KindList::paramsChanged, this, &DefectsPanel::keepSettings);
    connect(closeUp_, &QAction::toggled, this, &DefectsPanel::keepSettings);
    connect(closeUp_, &QAction::toggled, this, &DefectsPanel::applySetting);
    connect(&session_, &ProjectSession::dataChanged, this, &DefectsPanel::renewIfChanged);
    connect(&session_, &ProjectSession::labelsChanged, this, &DefectsPanel::renewIfChanged);
    showKinds();
    applySetting();
}

DefectsPanel::~DefectsPanel() {
    pool_.waitForDone();
}

QWidget* DefectsPanel::makePreview() {
    words_->setWordWrap(true);
    words_->setAlignment(Qt::AlignCenter);
    words_->setMargin(16);
    previewOrWords_ = new QStackedWidget;
    previewOrWords_->addWidget(grid_);
    previewOrWords_->addWidget(words_);
    auto* actions = new QWidget;
    auto* flow = new FlowLayout(actions);
    for (QAction* action : {others_, again_, closeUp_, outline_})
        flow->addWidget(toolButton(action));
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading(tr("Preview")));
    column->addWidget(actions);
    column->addWidget(previewOrWords_, 1);
    return box;
}

void DefectsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (outdated_) renew();
}

void DefectsPanel::renew() {
    outdated_ = !isVisible();
    if (outdated_) return;
    runInBackground(
        this, pool_,
        [file = session_.file(), textures = card_->textures()] { return readSource(file, textures); },
        [this, generation = ++generation_](const Source& source) {
            if (generation != generation_) return;
            parts_ = source.previewer ? source.previewer->parts() : std::vector<PartId>();
            if (firstPart_ >= static_cast<int>(parts_.size())) firstPart_ = 0;
            words_->setText(source.error);
            previewOrWords_->setCurrentIndex(source.previewer ? 0 : 1);
            model_->setPreviewer(source.previewer);
            showParts();
            showKinds();
            applyScale();
        });
}

void DefectsPanel::renewIfChanged() {
    const std::size_t now = stateOf(session_.data());
    if (std::exchange(seen_, now) != now) renew();
}

void DefectsPanel::showParts() {
    const auto first = static_cast<std::size_t>(firstPart_);
    const std::size_t last = std::min(first + kRows, parts_.size());
    model_->setParts({parts_.begin() + static_cast<std::ptrdiff_t>(first),
                      parts_.begin() + static_cast<std::ptrdiff_t>(last)});
    others_->setEnabled(parts_.size() > kRows);
}

void DefectsPanel::showKinds() {
    const std::vector<DefectChoice> chosen = kinds_->chosen();
    card_->setCounts(static_cast<int>(parts_.size()), static_cast<int>(chosen.size()));
    card_->setTakesTextures(kinds_->takesTextures());
    model_->setKinds(chosen);
}

void DefectsPanel::applySetting() {
    model_->setSetting({.segments = card_->segments(),
                        .seed = card_->seed(),
                        .number = number_,
                        .mostDefects = card_->mostDefects(),
                        .closeUp = closeUp_->isChecked()});
}

void DefectsPanel::keepSettings() {
    DefectSettings now = kept_;
    now.kinds.clear();
    for (const DefectChoice& choice : kinds_->chosen())
        now.kinds.push_back(choice.kind);
    now.params = kinds_->params();
    card_->keepIn(now);
    now.closeUp = closeUp_->isChecked();
    now.outline = outline_->isChecked();
    if (now == kept_) return;
    kept_ = now;
    kept_.store();
}

void DefectsPanel::applyScale() {
    int side = 0;
    if (!parts_.empty()) {
        const auto row = session_.data().rowOf.find(parts_[static_cast<std::size_t>(firstPart_)]);
        if (row != session_.data().rowOf.end()) {
            const PartRecord& part = session_.data().parts[row->second];
            side = std::min(part.width, part.height);
        }
    }
    kinds_->setScale(card_->scale(side));
}

void DefectsPanel::generate() {
    GenerateRequest request = card_->request();
    request.kinds = kinds_->chosen();
    session_.jobs().enqueue(tr("Generate defects"), [request](Job& job) {
        const GenerateReport report = generateDefects(request, job);
        return tr("%n generated part(s) are there now", nullptr, report.made + report.unchanged);
    });
}

}  // namespace segad::ui
