#include "ui/results/learning_panel.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/results/learning_plot.h"
#include "ui/results/plot_saving.h"
#include "ui/results/report_words.h"
#include "ui/results/seen_reader.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

LearningPanel::LearningPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      reader_(new SeenReader(*this, [this] { read(); })),
      verdict_(new QLabel),
      words_(new QLabel),
      plot_(new LearningPlot),
      table_(recordTable({tr("Bad labels"), tr("AUROC %"), tr("Seen types %"), tr("Unseen types %")},
                         tr("AUROC against the number of bad labels"))),
      compute_(
          makeAction(this, QStringLiteral("results"), tr("Compute the curve"),
                     tr("Fit forests on 1, 2, 3, 5, 10 … bad parts, ten times each, and judge them on the "
                        "same test parts; nothing but the curve is kept"),
                     QStringLiteral("Ctrl+Alt+Shift+N"))),
      export_(savingButton(tr("Write the curve as PNG, SVG, PDF or CSV"))) {
    for (QLabel* label : {verdict_, words_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    verdict_->setAccessibleName(tr("Whether more labels help"));
    words_->setAccessibleName(tr("Remarks on these figures"));
    auto* buttons = new FlowLayout;
    buttons->addWidget(actionButton(compute_));
    buttons->addWidget(export_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(verdict_);
    column->addWidget(words_);
    column->addLayout(buttons);
    column->addWidget(plot_, 1);
    column->addWidget(table_);
    column->addStretch(0);

    needsWriting(compute_, session_);
    connect(compute_, &QAction::triggered, this, &LearningPanel::compute);
    connect(export_, &QPushButton::clicked, this,
            [this] { savePlots(*this, session_, {plot_->exportable()}); });
    connect(&session_, &ProjectSession::dataChanged, reader_, &SeenReader::setStale);
    connect(&session_, &ProjectSession::labelsChanged, reader_, &SeenReader::setStale);
    display();
}

void LearningPanel::compute() {
    session_.jobs().enqueue(tr("Learning curve"),
                            [request = LearningCurveRequest{.project = session_.file()}](Job& job) {
                                learningCurve(request, job);
                                return QString();
                            });
}

void LearningPanel::read() {
    reader_->run([file = session_.file()] { return keptReport(file, storedLearningCurve); },
                 [this](KeptReport<StoredCurve> kept) {
                     stored_ = std::move(kept.stored);
                     problem_ = kept.problem;
                     display();
                     Q_EMIT filled();
                 });
}

QString LearningPanel::verdict() const {
    const std::vector<LearningPoint>& points = stored_->curve.points;
    if (points.empty() || !points.back().auroc) return {};
    const LearningPoint& last = points.back();
    const auto half = std::ranges::find_if(
        points, [&](const LearningPoint& point) { return 2 * point.bad >= last.bad && point.auroc; });
    const QString now =
        tr("With %n bad label(s) the AUROC is %1 %.", nullptr, last.bad).arg(withDeviation(last.auroc));
    if (half == points.end() || half->bad == last.bad) return now;
    const double gain = last.auroc->mean - half->auroc->mean;
    const double noise = std::max(last.auroc->deviation.value_or(0), half->auroc->deviation.value_or(0));
    const QString gained = pointsText(gain);
    return now + QLatin1Char(' ') +
           (gain > noise
                ? tr("From %1 to %2 bad labels it rose by %3 points: more of them are likely to help.")
                      .arg(half->bad)
                      .arg(last.bad)
                      .arg(gained)
                : tr("From %1 to %2 bad labels it changed by %3 points, less than the seeds differ: more of "
                     "the same kinds are unlikely to help.")
                      .arg(half->bad)
                      .arg(last.bad)
                      .arg(gained));
}

void LearningPanel::display() {
    const bool any = stored_.has_value();
    for (QWidget* widget :
         {static_cast<QWidget*>(plot_), static_cast<QWidget*>(table_), static_cast<QWidget*>(verdict_)})
        widget->setVisible(any);
    export_->setEnabled(any);
    table_->setRowCount(0);
    if (!any) {
        words_->setText(
            problem_.isEmpty()
                ? tr("Not computed yet. The curve shows how much better the forest gets with each bad part "
                     "you label, and so whether it is worth while to go on.")
                : problem_);
        return;
    }
    const LearningCurve& curve = stored_->curve;
    verdict_->setText(QStringLiteral("<b>%1</b>").arg(verdict().toHtmlEscaped()));
    QStringList lines{basisText(stored_->madeAt, stored_->outdated, curve.seeds, curve.good, curve.bad)};
    words_->setText((lines + warningLines(curve.warnings)).join(QLatin1Char('\n')));
    plot_->setCurve(curve);
    bool novel = false;
    for (const LearningPoint& point : curve.points) {
        novel = novel || point.unseen.has_value();
        addRecord(table_, {QLocale().toString(point.bad), withDeviation(point.auroc),
                           withDeviation(point.seen), withDeviation(point.unseen)});
    }
    table_->setColumnHidden(2, !novel);
    table_->setColumnHidden(3, !novel);
    int height = 2 * table_->frameWidth() + table_->horizontalHeader()->sizeHint().height() + 2;
    for (int row = 0; row < table_->rowCount(); ++row)
        height += table_->rowHeight(row);
    table_->setMinimumHeight(height);  // the page scrolls, not the table in it
}

}  // namespace segad::ui
