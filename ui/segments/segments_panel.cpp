#include "ui/segments/segments_panel.h"

#include <QAction>
#include <QComboBox>
#include <QHideEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/workflow/segment_regroup.h"
#include "core/workflow/workflows.h"
#include "ui/segments/live_preview.h"
#include "ui/segments/segment_list.h"
#include "ui/segments/segment_review.h"
#include "ui/segments/segment_surface.h"
#include "ui/session/project_session.h"
#include "ui/session/segment_book.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/param_form.h"

namespace segad::ui {

namespace {
/// Parts that are looked at for a suggestion: two to three seconds.
constexpr std::size_t kStrokeLooks = 24;
constexpr std::size_t kTemplateLooks = 60;

/// That made the maps in force; null when there are none.
const RunRecord* runInForce(const ProjectData& project) {
    const auto newest = std::find_if(project.runs.rbegin(), project.runs.rend(), [](const RunRecord& run) {
        return run.kind == RunKind::Segment && run.outcome == RunOutcome::Done;
    });
    return newest == project.runs.rend() ? nullptr : &*newest;
}
}  // namespace

SegmentsPanel::SegmentsPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      book_(SegmentBook::of(session)),
      surface_(new SegmentSurface(session, this)),
      live_(new LivePreview(session, this)),
      source_(choiceBox(tr("Segment source"), tr("Where the segment maps come from"))),
      help_(new QLabel),
      list_(new SegmentList(session)),
      hint_(new QLabel),
      preview_(makeAction(this, QStringLiteral("segments"), tr("Preview"),
                          tr("Show what is learned from the strokes while you paint"),
                          QStringLiteral("Alt+Shift+P"))),
      doubt_(makeAction(this, QStringLiteral("contour"), tr("Doubt"),
                        tr("Hatch where the preview is uncertain"), QStringLiteral("Alt+Shift+U"))),
      suggest_(makeAction(this, QStringLiteral("next"), tr("Suggest next part"),
                          tr("Go to the part that most needs strokes or a template of its own"),
                          QStringLiteral("Alt+Shift+N"))),
      previewButtons_(new QWidget),
      listHeading_(heading(tr("Segments of the product"))),
      form_(new ParamForm),
      make_(makeAction(this, QStringLiteral("segments"), tr("Make segment maps"),
                       tr("Segment every part in a background job"), QStringLiteral("Ctrl+Shift+S"))),
      state_(new QLabel),
      review_(new SegmentReview(session)),
      fix_(makeAction(this, QStringLiteral("brush"), tr("Fix by hand"),
                      tr("Paint this part's map right; it stays so, whatever a source makes of it"),
                      QStringLiteral("Alt+Shift+X"))) {
    for (const SegmentSourceInfo& row : segmentCatalog()) {
        source_->addItem(engineText(row.title), QString::fromStdString(row.key));
    }
    build();
    connect(source_, &QComboBox::currentIndexChanged, this, &SegmentsPanel::showSource);
    connect(make_, &QAction::triggered, this, &SegmentsPanel::makeSegmentMaps);
    connect(form_, &ParamForm::valuesChanged, this, [this] {
        make_->setEnabled(form_->isValid());
        tryNow();
    });
    connect(&session_, &ProjectSession::dataChanged, this, &SegmentsPanel::showSegments);
    connectPainting();
    showSource();
}

SegmentsPanel::~SegmentsPanel() {
    Q_EMIT surfaceChanged(nullptr);
}

void SegmentsPanel::build() {
    for (QLabel* words : {help_, hint_, state_})
        words->setWordWrap(true);
    auto* switches = new FlowLayout(previewButtons_);
    switches->setContentsMargins(0, 0, 0, 0);
    for (QAction* action : {preview_, doubt_}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    for (QAction* action : {preview_, doubt_}) {
        strokeButtons_ << toolButton(action);
        switches->addWidget(strokeButtons_.back());
    }
    switches->addWidget(toolButton(suggest_));
    hint_->setObjectName(QStringLiteral("hint"));
    // What is below must not jump while one paints.
    hint_->setMinimumHeight(2 * hint_->fontMetrics().lineSpacing());
    hint_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    fix_->setCheckable(true);
    review_->addFirst(fix_);
    for (QAction* action : {make_, fix_})
        needsWriting(action, session_);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->addWidget(heading(tr("Source")));
    column->addWidget(source_);
    column->addWidget(help_);
    column->addSpacing(8);
    column->addWidget(listHeading_);
    column->addWidget(list_);
    column->addWidget(hint_);
    column->addWidget(previewButtons_);
    column->addSpacing(8);
    column->addWidget(heading(tr("All parts")));
    column->addWidget(form_);
    column->addWidget(actionButton(make_));
    column->addWidget(state_);
    column->addSpacing(8);
    column->addWidget(heading(tr("To look at")));
    column->addWidget(review_);
    column->addStretch(1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scrolled(content));
}

void SegmentsPanel::connectPainting() {
    connect(list_, &SegmentList::inHandChanged, surface_, &SegmentSurface::setInHand);
    connect(list_, &SegmentList::picked, this, [this] {
        if (isPainting()) Q_EMIT brushWanted();
    });
    connect(list_, &SegmentList::addWanted, &book_, &SegmentBook::addSegment);
    connect(list_, &SegmentList::lookWanted, this,
            [this](const std::vector<SegmentRecord>& after, const QString& text) {
                book_.changeLook(list_->segments(), after, text);
            });
    connect(list_, &SegmentList::mergeWanted, this, [this](int from, int into) {
        if (listsInForce())
            mergeInForce(tr("Merge segments"), from, into);
        else
            book_.mergeSegment(from, into);
    });
    connect(list_, &SegmentList::dropWanted, this, [this](int label) {
        if (listsInForce())
            mergeInForce(tr("Drop segment"), label, 0);
        else
            book_.dropSegment(label);
    });
    sourceDue_ = book_.segments().empty();
    connect(source_, &QComboBox::activated, this, [this] { sourceDue_ = false; });
    connect(&book_, &SegmentBook::listChanged, this, [this] {
        if (std::exchange(sourceDue_, false)) proposeSource();
        showSegments();
    });
    connect(&book_, &SegmentBook::listChanged, review_, &SegmentReview::refresh);
    connect(&book_, &SegmentBook::stored, this, [this](PaintedPurpose purpose) {
        if (purpose == PaintedPurpose::Fix)
            fixed_ = true;
        else
            live_->refit();
    });
    connect(&session_, &ProjectSession::currentPartChanged, this, [this] {
        made_ = nullptr;
        showHint();
        if (std::exchange(fixed_, false)) session_.reload();
    });
    connect(preview_, &QAction::toggled, surface_, &SegmentSurface::setPreviewShown);
    connect(doubt_, &QAction::toggled, surface_, &SegmentSurface::setDoubtShown);
    connect(suggest_, &QAction::triggered, this, &SegmentsPanel::suggest);
    connect(fix_, &QAction::toggled, this, &SegmentsPanel::setFixing);
    connect(live_, &LivePreview::busyChanged, this, [this](bool busy) {
        busy_ = busy;
        if (!busy) suggesting_ = false;
        showHint();
    });
    connect(live_, &LivePreview::learned, this, [this](double seconds) { seconds_ = seconds; });
    connect(live_, &LivePreview::shown, this,
            [this](PartId part, std::shared_ptr<const TriedPart> made, const QString& problem) {
                surface_->setPreview(part, made);
                if (painting() == SegmentPainting::Templates)
                    book_.setGround(part, made ? std::optional(made->map) : std::nullopt);
                made_ = std::move(made);
                problem_ = problem;
                showHint();
            });
    connect(live_, &LivePreview::suggested, this, [this](PartId part) { session_.setCurrentPart(part); });
}

void SegmentsPanel::proposeSource() {
    const RunRecord* run = runInForce(session_.data());
    std::string key = run != nullptr ? run->subject : std::string();
    if (!book_.painted(PaintedPurpose::Template).empty()) key = "template";
    if (!book_.painted(PaintedPurpose::Strokes).empty()) key = "strokes";
    const int row = source_->findData(QString::fromStdString(key));
    if (row >= 0) source_->setCurrentIndex(row);
}

SegmentPainting SegmentsPanel::painting() const {
    const SegmentSourceInfo* row = findSegmentSource(source_->currentData().toString().toStdString());
    return row == nullptr ? SegmentPainting::None : row->painting;
}

bool SegmentsPanel::isPainting() const {
    return !session_.isReadOnly() && (fix_->isChecked() || painting() != SegmentPainting::None);
}

bool SegmentsPanel::listsInForce() const {
    return fix_->isChecked() || painting() == SegmentPainting::None;
}

void SegmentsPanel::showSource() {
    const SegmentSourceInfo* row = findSegmentSource(source_->currentData().toString().toStdString());
    if (row == nullptr) return;
    help_->setText(engineText(row->help));
    form_->setSchema(row->params);
    fix_->setChecked(false);
    applyPainting();
    showSegments();
}

void SegmentsPanel::applyPainting() {
    surface_->setPurpose(fix_->isChecked()                          ? PaintedPurpose::Fix
                         : painting() == SegmentPainting::Templates ? PaintedPurpose::Template
                                                                    : PaintedPurpose::Strokes);
    tryNow();
    Q_EMIT surfaceChanged(isVisible() && isPainting() ? surface_ : nullptr);
}

void SegmentsPanel::tryNow() {
    const bool learns = isVisible() && painting() != SegmentPainting::None && form_->isValid();
    live_->setSource(learns ? source_->currentData().toString().toStdString() : std::string(),
                     learns ? form_->values() : Json::object());
}

void SegmentsPanel::setFixing(bool on) {
    applyPainting();
    showSegments();
    if (on)
        Q_EMIT brushWanted();
    else if (std::exchange(fixed_, false))
        session_.reload();
}

void SegmentsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!event->spontaneous()) applyPainting();
}

void SegmentsPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (event->spontaneous()) return;  // the window was minimised
    fix_->setChecked(false);
    live_->setSource({}, Json::object());  // nobody sees it, and it keeps pictures
    Q_EMIT surfaceChanged(nullptr);
}

void SegmentsPanel::showSegments() {
    const ProjectData& project = session_.data();
    const bool inForce = listsInForce();
    const RunRecord* run = runInForce(project);
    list_->setSegments(inForce ? project.segments : book_.segments(), !inForce,
                       !inForce || (run != nullptr && canMergeSegments(*run)));
    list_->setVisible(!list_->segments().empty());
    fix_->setEnabled(project.segmentMaps > 0);
    make_->setText(painting() == SegmentPainting::None ? tr("Make segment maps") : tr("Segment all parts"));
    const auto parts = static_cast<int>(project.parts.size());
    if (project.segmentMaps == 0) {
        state_->setText(
            tr("No segment maps yet. Without them the forest sees the whole picture as one segment; "
               "the automatic foreground alone often brings several points of AUROC."));
    } else {
        state_->setText(
            tr("%1 of %n part(s) have a segment map. Press S to see them over the picture.", nullptr, parts)
                .arg(project.segmentMaps));
    }
    showHint();
}

void SegmentsPanel::showHint() {
    hint_->setText(hint());
    hint_->setVisible(!hint_->text().isEmpty());
    listHeading_->setVisible(!list_->segments().empty() || !hint_->text().isEmpty());
    const bool strokes = painting() == SegmentPainting::Strokes && !fix_->isChecked();
    const bool learns = painting() != SegmentPainting::None && !fix_->isChecked();
    for (QWidget* button : strokeButtons_)
        button->setVisible(strokes);
    for (QAction* action : {preview_, doubt_})
        action->setEnabled(strokes);
    previewButtons_->setVisible(learns);
    suggest_->setEnabled(made_ != nullptr && !suggesting_);
}

QString SegmentsPanel::hint() const {
    if (fix_->isChecked()) {
        return tr(
            "Paint this part's map right. It stays as you paint it, whatever the source makes of it "
            "later.");
    }
    const SegmentPainting kind = painting();
    if (kind == SegmentPainting::None) return {};
    const bool strokes = kind == SegmentPainting::Strokes;
    const auto count =
        static_cast<int>(book_.painted(strokes ? PaintedPurpose::Strokes : PaintedPurpose::Template).size());
    if (count == 0) {
        return strokes
                   ? tr("Click a segment and paint a few strokes of it on the picture, then the next one, "
                        "the "
                        "background, too. What is learned from them is shown at once.")
                   : tr("Click a segment and paint all of it on the picture, then the next one. What stays "
                        "unpainted is background. The map is carried to the other parts.");
    }
    const QString seen = previewText();
    if (!seen.isEmpty() && seen == problem_) return seen;
    const QString painted =
        strokes ? tr("Strokes on %n part(s).", nullptr, count) : tr("%n template(s).", nullptr, count);
    return painted + QLatin1Char(' ') + seen;
}

QString SegmentsPanel::previewText() const {
    if (suggesting_) return tr("Looking for the part that needs more …");
    if (busy_) return tr("Learning …");
    if (!problem_.isEmpty()) return problem_;
    if (!made_ || !made_->doubt) return {};
    const QLocale locale;
    const QString text = painting() == SegmentPainting::Strokes
                             ? tr("Learned in %1 s; doubt of this part: %2.")
                             : tr("Learned in %1 s; fit error of this part: %2.");
    return text.arg(locale.toString(seconds_, 'f', 1), locale.toString(*made_->doubt, 'f', 3));
}

void SegmentsPanel::suggest() {
    const bool strokes = painting() == SegmentPainting::Strokes;
    const std::set<PartId>& painted =
        book_.painted(strokes ? PaintedPurpose::Strokes : PaintedPurpose::Template);
    std::vector<PartId> others;
    for (const PartRecord& part : session_.data().parts)
        if (!part.generated && !painted.contains(part.id)) others.push_back(part.id);
    // Other ones each time, since only some are looked at.
    if (!others.empty()) {
        const auto first = static_cast<std::ptrdiff_t>(painted.size() % others.size());
        std::rotate(others.begin(), others.begin() + first, others.end());
    }
    suggesting_ = live_->suggest(std::move(others), strokes ? kStrokeLooks : kTemplateLooks);
    showHint();
}

void SegmentsPanel::mergeInForce(const QString& title, int from, int into) {
    session_.jobs().enqueue(title, [file = session_.file(), from, into](Job& job) {
        mergeSegments(file, from, into, job);
        return QString();
    });
}

void SegmentsPanel::makeSegmentMaps() {
    SegmentRequest request{.project = session_.file(),
                           .source = source_->currentData().toString().toStdString(),
                           .params = form_->values()};
    session_.jobs().enqueue(tr("Segment maps: %1").arg(source_->currentText()), [request](Job& job) {
        makeSegments(request, job);
        return QString();
    });
}

}  // namespace segad::ui
