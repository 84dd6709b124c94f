#include "ui/segments/segments_panel.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/segment/catalog.h"
#include "core/workflow/workflows.h"
#include "ui/segments/segment_review.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/param_form.h"

namespace segad::ui {

namespace {
constexpr int kSwatch = 14;
}

SegmentsPanel::SegmentsPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      source_(choiceBox(tr("Segment source"), tr("Where the segment maps come from"))),
      help_(new QLabel),
      form_(new ParamForm),
      make_(makeAction(this, QStringLiteral("segments"), tr("Make segment maps"),
                       tr("Segment every part in a background job"), QStringLiteral("Ctrl+Shift+S"))),
      segments_(recordTable({tr("Value"), tr("Segment")}, tr("Segments of the product"))),
      state_(new QLabel) {
    for (const SegmentSourceInfo& row : segmentCatalog()) {
        source_->addItem(engineText(row.title), QString::fromStdString(row.key));
    }
    help_->setWordWrap(true);
    state_->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(heading(tr("Source")));
    column->addWidget(source_);
    column->addWidget(help_);
    column->addWidget(form_);
    column->addWidget(actionButton(make_));
    column->addSpacing(12);
    column->addWidget(heading(tr("Segments of the product")));
    column->addWidget(state_);
    column->addWidget(segments_, 1);
    column->addSpacing(12);
    column->addWidget(heading(tr("To look at")));
    column->addWidget(new SegmentReview(session_), 2);

    connect(source_, &QComboBox::currentIndexChanged, this, &SegmentsPanel::showSource);
    connect(make_, &QAction::triggered, this, &SegmentsPanel::makeSegmentMaps);
    needsWriting(make_, session_);
    connect(form_, &ParamForm::valuesChanged, this, [this] { make_->setEnabled(form_->isValid()); });
    connect(&session_, &ProjectSession::dataChanged, this, &SegmentsPanel::showSegments);
    showSource();
    showSegments();
}

void SegmentsPanel::showSource() {
    const SegmentSourceInfo* row = findSegmentSource(source_->currentData().toString().toStdString());
    if (row == nullptr) return;
    help_->setText(engineText(row->help));
    form_->setSchema(row->params);
}

void SegmentsPanel::showSegments() {
    const ProjectData& project = session_.data();
    segments_->setRowCount(0);
    for (const SegmentRecord& segment : project.segments) {
        addRecord(segments_, {QString::number(segment.index), QString::fromStdString(segment.name)});
        QPixmap swatch(kSwatch, kSwatch);
        swatch.fill(QColor(QString::fromStdString(segment.color)));
        segments_->item(segments_->rowCount() - 1, 1)->setIcon(QIcon(swatch));
    }
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
