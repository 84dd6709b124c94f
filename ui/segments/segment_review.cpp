#include "ui/segments/segment_review.h"

#include <QAction>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/workflow/segment_templates.h"
#include "core/workflow/workflows.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
QString sharesText(const SegmentFindingRecord& finding) {
    const QLocale locale;
    return SegmentReview::tr("%1 % of the picture, usually %2 %")
        .arg(locale.toString(100 * finding.share, 'g', 3), locale.toString(100 * finding.usual, 'g', 3));
}

QString describe(const SegmentFindingRecord& finding, const std::vector<SegmentRecord>& segments) {
    const auto index = static_cast<std::size_t>(std::max(finding.label, 0));
    const QString name =
        index < segments.size() ? QString::fromStdString(segments[index].name) : QString::number(index);
    switch (finding.kind) {
        case SegmentFindingKind::NoMap:
            return SegmentReview::tr("No segment map");
        case SegmentFindingKind::NeverSeen:
            return SegmentReview::tr("%1: seen on no part").arg(name);
        case SegmentFindingKind::Absent:
            return SegmentReview::tr("%1: missing").arg(name);
        case SegmentFindingKind::Area:
            break;
    }
    return SegmentReview::tr("%1: %2").arg(name, sharesText(finding));
}

/// Least certain maps that are listed; the others are as certain as most.
constexpr std::size_t kDoubted = 30;
constexpr int kFewRows = 5;
}  // namespace

SegmentReview::SegmentReview(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      buttons_(new FlowLayout),
      words_(new QLabel),
      list_(recordTable({tr("Part"), tr("What")}, tr("Segment maps to look at"))),
      fix_(makeAction(this, QStringLiteral("import"), tr("Map from file …"),
                      tr("Use a map from a file for this part, whatever a source makes of it"),
                      QStringLiteral("Ctrl+Alt+M"))),
      release_(makeAction(this, QStringLiteral("refresh"), tr("Leave to the source"),
                          tr("Take back the map that was fixed by hand for this part"),
                          QStringLiteral("Ctrl+Alt+H"))),
      useAsTemplate_(makeAction(this, QStringLiteral("copy"), tr("Use as template"),
                                tr("The source “From a template” carries this part's map to the others"),
                                QStringLiteral("Ctrl+Alt+P"))),
      clearTemplates_(makeAction(this, QStringLiteral("clear"), tr("Forget templates"),
                                 tr("No part's map is a template any more"), QStringLiteral("Ctrl+Alt+Q"))) {
    pool_.setMaxThreadCount(1);
    words_->setWordWrap(true);
    for (QAction* action : {fix_, release_, useAsTemplate_, clearTemplates_}) {
        buttons_->addWidget(toolButton(action));
        needsWriting(action, session_);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(words_);
    column->addWidget(list_, 1);
    column->addLayout(buttons_);

    connect(list_, &QTableWidget::itemSelectionChanged, this, [this] {
        const int row = list_->currentRow();
        if (row < 0 || row >= static_cast<int>(rows_.size())) return;
        const PartId part = rows_[static_cast<std::size_t>(row)].part;
        if (part != 0) session_.setCurrentPart(part);
    });
    connect(fix_, &QAction::triggered, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Segment map of this part"), QString(),
                                                          tr("Segment maps (*.png *.npy)"));
        if (!file.isEmpty()) fixCurrent(file);
    });
    connect(release_, &QAction::triggered, this, [this] {
        const PartRecord* part = session_.currentRecord();
        if (part == nullptr) return;
        enqueue(tr("Leave map to the source"),
                [image = toUtf8(session_.imageFile(*part))](const Path& project, Job& job) {
                    fixSegments({.project = project, .released = {image}}, job);
                });
    });
    connect(useAsTemplate_, &QAction::triggered, this, [this] {
        enqueue(tr("Use as template"),
                [part = session_.currentPart()](const Path& project, Job&) { addTemplate(project, part); });
    });
    connect(clearTemplates_, &QAction::triggered, this, [this] {
        enqueue(tr("Forget templates"), [](const Path& project, Job&) { clearTemplates(project); });
    });
    connect(&session_, &ProjectSession::dataChanged, this, &SegmentReview::refresh);
    connect(&session_, &ProjectSession::currentPartChanged, this, &SegmentReview::updateActions);
    refresh();
}

SegmentReview::~SegmentReview() {
    pool_.clear();
    pool_.waitForDone();
}

void SegmentReview::addFirst(QAction* action) {
    QList<QWidget*> others;
    while (QLayoutItem* item = buttons_->takeAt(0)) {
        others << item->widget();
        delete item;
    }
    buttons_->addWidget(toolButton(action));
    for (QWidget* other : others)
        buttons_->addWidget(other);
}

void SegmentReview::enqueue(const QString& title, const std::function<void(const Path&, Job&)>& work) {
    session_.jobs().enqueue(title, [project = session_.file(), work](Job& job) {
        work(project, job);
        return QString();
    });
}

void SegmentReview::fixCurrent(const QString& file) {
    const PartRecord* part = session_.currentRecord();
    if (part == nullptr) return;
    const PartMapFile map{.map = Path(file.toStdString()), .part = toUtf8(session_.imageFile(*part))};
    enqueue(tr("Map from file"),
            [map](const Path& project, Job& job) { fixSegments({.project = project, .maps = {map}}, job); });
}

SegmentReview::Content SegmentReview::read(const Path& file) {
    Content content;
    try {
        const Project project = Project::open(file, true);
        const RunId run = project.segments().currentRun();
        content.any = run != 0;
        const std::vector<SegmentRecord> segments = project.segments().names();
        const auto add = [&](PartId part, const QString& what) {
            const auto record = part == 0 ? std::nullopt : project.parts().find(part);
            content.rows.push_back(
                {part, record ? QString::fromStdString(record->path) : tr("all parts"), what});
        };
        for (const SegmentFindingRecord& finding : project.segments().findings(run))
            add(finding.part, describe(finding, segments));
        content.odd = content.rows.size();
        std::size_t doubted = 0;
        for (const SegmentDoubtRecord& doubt : project.segments().doubts(run)) {
            if (!doubt.flagged && ++doubted > kDoubted) break;
            const QString number = QLocale().toString(doubt.doubt, 'f', 3);
            content.odd += doubt.flagged ? 1 : 0;
            add(doubt.part,
                doubt.flagged ? tr("Doubt %1, over the bound").arg(number) : tr("Doubt %1").arg(number));
        }
        for (const PaintedMapRecord& fix : project.paintedMaps().all(PaintedPurpose::Fix))
            content.fixed.push_back(fix.part);
        content.templates = project.paintedMaps().all(PaintedPurpose::Template).size();
    } catch (const Error& error) {
        content.error = errorText(error);
    }
    return content;
}

void SegmentReview::refresh() {
    runInBackground(
        this, pool_, [project = session_.file()] { return read(project); },
        [this, generation = ++generation_](const Content& content) {
            if (generation == generation_) fill(content);
        });
}

QString SegmentReview::summary(const Content& content) {
    if (!content.error.isEmpty()) return content.error;
    if (!content.any) return tr("No segment maps to look at yet.");
    const std::size_t others = content.rows.size() - content.odd;
    if (content.odd == 0)
        return others == 0 ? tr("Nothing stands out.")
                           : tr("Nothing stands out; the least certain come first.");
    const QString text = tr("%n map(s) stand out.", nullptr, static_cast<int>(content.odd));
    return others == 0 ? text : text + QLatin1Char(' ') + tr("Then come the least certain of the others.");
}

void SegmentReview::fill(const Content& content) {
    const QSignalBlocker blocked(list_);
    rows_ = content.rows;
    fixed_ = content.fixed;
    templates_ = content.templates;
    list_->setRowCount(0);
    list_->setMinimumHeight(kFewRows * list_->verticalHeader()->defaultSectionSize());
    for (const Row& row : rows_)
        addRecord(list_, {row.path, row.what});
    QString text = summary(content);
    if (content.error.isEmpty()) {
        if (!fixed_.empty())
            text +=
                QLatin1Char(' ') + tr("%n map(s) fixed by hand.", nullptr, static_cast<int>(fixed_.size()));
        if (templates_ > 0)
            text += QLatin1Char(' ') + tr("%n template(s).", nullptr, static_cast<int>(templates_));
    }
    words_->setText(text);
    list_->setVisible(!rows_.empty());  // nothing to look at needs no room
    updateActions();
}

void SegmentReview::updateActions() {
    const PartId part = session_.currentPart();
    const bool any = part != 0 && session_.data().segmentMaps > 0;
    fix_->setEnabled(any);
    useAsTemplate_->setEnabled(any);
    release_->setEnabled(std::ranges::find(fixed_, part) != fixed_.end());
    clearTemplates_->setEnabled(templates_ > 0);
}

}  // namespace segad::ui
