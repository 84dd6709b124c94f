#include "ui/results/report_panel.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/results/plot_saving.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

ReportPanel::ReportPanel(ProjectSession& session, const Words& words, QWidget* parent)
    : QWidget(parent),
      session_(session),
      table_(recordTable(words.columns, words.tableName)),
      words_(words),
      reader_(new SeenReader(*this, [this] { read(); })),
      verdict_(new QLabel),
      remarks_(new QLabel),
      compute_(makeAction(this, QStringLiteral("results"), words.compute, words.computeTip, words.key)),
      export_(savingButton(words.exportTip)),
      column_(new QVBoxLayout(this)) {
    for (QLabel* label : {verdict_, remarks_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    verdict_->setAccessibleName(words.verdictName);
    remarks_->setAccessibleName(tr("Remarks on these figures"));
    auto* buttons = new FlowLayout;
    buttons->addWidget(actionButton(compute_));
    buttons->addWidget(export_);
    column_->addWidget(verdict_);
    column_->addWidget(remarks_);
    column_->addLayout(buttons);
    needsWriting(compute_, session_);
    connect(compute_, &QAction::triggered, this, [this] { compute(); });
    connect(export_, &QPushButton::clicked, this, [this] { savePlots(*this, session_, {exportable()}); });
    connect(&session_, &ProjectSession::dataChanged, reader_, &SeenReader::setStale);
    connect(&session_, &ProjectSession::labelsChanged, reader_, &SeenReader::setStale);
}

void ReportPanel::arrange(const std::vector<QWidget*>& widgets, QWidget* stretched) {
    shown_ = widgets;
    shown_.push_back(table_);
    for (QWidget* widget : shown_)
        column_->addWidget(widget, widget == stretched ? 1 : 0);
    column_->addStretch(0);
    shown_.push_back(verdict_);
    display(false);
}

void ReportPanel::display(bool any) {
    for (QWidget* widget : shown_)
        widget->setVisible(any);
    export_->setEnabled(any);
    table_->setRowCount(0);
    if (!any) {
        remarks_->setText(problem_.isEmpty() ? words_.nothingYet : problem_);
        return;
    }
    fill();
    int height = 2 * table_->frameWidth() + table_->horizontalHeader()->sizeHint().height() + 2;
    for (int row = 0; row < table_->rowCount(); ++row)
        height += table_->rowHeight(row);
    table_->setMinimumHeight(height);  // the page scrolls, not the table in it
}

void ReportPanel::setVerdict(const QString& verdict) {
    verdict_->setText(QStringLiteral("<b>%1</b>").arg(verdict.toHtmlEscaped()));
}

void ReportPanel::setRemarks(const QStringList& lines) {
    remarks_->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace segad::ui
