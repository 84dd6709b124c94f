#include "ui/defects/kind_value_table.h"

#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/defects/defect_words.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
QString figureText(const std::optional<KindFigure>& figure) {
    if (!figure) return QStringLiteral("—");
    QString text = percent(figure->mean);
    if (figure->deviation)
        text += QStringLiteral(" ± ") + QLocale().toString(*figure->deviation * 100, 'f', 1);
    return text;
}

QStringList headings() {
    return {KindValueTable::tr("Kind"), KindValueTable::tr("Generated"),
            KindValueTable::tr("Without it, AUROC (%)"), KindValueTable::tr("Alone, AUROC (%)")};
}
}  // namespace

KindValueTable::KindValueTable(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      compute_(
          makeAction(this, QStringLiteral("results"), tr("Compare kinds"),
                     tr("Fit forests without each kind and with each alone, and judge them on photographed "
                        "parts; five forests a figure"),
                     QStringLiteral("Ctrl+Alt+K"))),
      words_(new QLabel),
      table_(recordTable(headings(), tr("Which kinds help"))) {
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words_);
    column->addWidget(table_, 1);
    column->addWidget(actionButton(compute_), 0, Qt::AlignLeft);
    needsWriting(compute_, session_);
    connect(compute_, &QAction::triggered, this, &KindValueTable::compute);
    connect(&session_, &ProjectSession::dataChanged, this, &KindValueTable::showState);
    connect(&session_, &ProjectSession::labelsChanged, this, &KindValueTable::showState);
    words_->setText(
        tr("A kind whose absence lowers the figure is worth generating. Photographed good and bad "
           "parts are needed to tell."));
    showState();
}

void KindValueTable::showState() {
    const auto& parts = session_.data().parts;
    const bool generated = std::ranges::any_of(
        parts, [](const PartRecord& part) { return part.generated && part.label == Label::Bad; });
    compute_->setEnabled(generated && !session_.data().scoredRuns(RunKind::Train).empty());
}

void KindValueTable::compute() {
    session_.jobs().enqueue(tr("Compare kinds of defects"),
                            [guard = QPointer<KindValueTable>(this), file = session_.file()](Job& job) {
                                const KindValueReport report = kindValues({.project = file}, job);
                                // The guard is only looked at on the GUI thread, where the table is
                                // destroyed.
                                QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, report] {
                                    if (!guard.isNull()) guard->showReport(report);
                                });
                                return QString();
                            });
}

void KindValueTable::showReport(const KindValueReport& report) {
    table_->setRowCount(0);
    for (const KindValueRow& row : report.rows) {
        addRecord(table_, {row.kind.empty() ? tr("all together") : defectTitle(row.kind),
                           QString::number(row.parts), figureText(row.without), figureText(row.alone)});
    }
    for (const auto& [detector, figure] : report.bare)
        addRecord(table_, {tr("%1 by itself").arg(detectorTitle(detector)), QStringLiteral("—"),
                           QStringLiteral("—"), percent(figure)});
    words_->setText(
        tr("On %1 good and %2 bad photographed parts. A kind whose absence lowers the figure of all "
           "together is worth generating.")
            .arg(report.good)
            .arg(report.bad));
}

}  // namespace segad::ui
