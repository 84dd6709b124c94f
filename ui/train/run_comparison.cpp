#include "ui/train/run_comparison.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>

#include "ui/session/project_session.h"
#include "ui/train/run_words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/loss_plot.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kWidth = 760;
constexpr int kHeight = 680;
constexpr int kTableHeight = 380;
constexpr int kPlotHeight = 260;

QString headline(const RunRecord& run) {
    return RunComparison::tr("Run %1 — %2").arg(run.id).arg(runTitle(run));
}

std::optional<RunResult> resultOf(const ProjectData& project, RunId run) {
    const auto found = project.results.find(run);
    if (found == project.results.end()) return std::nullopt;
    return found->second;
}

QString seconds(double value) {
    return value > 0 ? duration(value) : QStringLiteral("—");
}

QString interval(const std::optional<RunResult>& result) {
    if (!result || !result->low || !result->high) return QStringLiteral("—");
    return RunComparison::tr("%1 to %2").arg(percent(result->low), percent(result->high));
}

QString testParts(const std::optional<RunResult>& result) {
    if (!result) return QStringLiteral("—");
    return RunComparison::tr("%1 good, %2 bad").arg(result->good).arg(result->bad);
}

/// Mean time that scoring one part took.
double secondsPerPart(const ProjectData& project, RunId run) {
    const auto scores = project.scores.find(run);
    if (scores == project.scores.end() || scores->second.byPart.empty()) return 0;
    double sum = 0;
    for (const auto& [part, score] : scores->second.byPart)
        sum += score.seconds;
    return sum / static_cast<double>(scores->second.byPart.size());
}

QString lossText(const LossCurve& curve) {
    return curve.points.empty() ? QStringLiteral("—") : QLocale().toString(curve.finalLoss(), 'g', 4);
}
}  // namespace

RunComparison::RunComparison(ProjectSession& session, RunId first, RunId second, QWidget* parent)
    : QDialog(parent),
      session_(session),
      table_(recordTable({tr("What"), QString(), QString()}, tr("The two runs side by side"))),
      plot_(new LossPlot) {
    setWindowTitle(tr("Compare runs %1 and %2").arg(first).arg(second));
    resize(kWidth, kHeight);
    auto* words = new QLabel;
    words->setWordWrap(true);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(table_);
    split->addWidget(plot_);
    split->setChildrenCollapsible(false);
    split->setSizes({kTableHeight, kPlotHeight});
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(split, 1);
    column->addWidget(buttons);

    const RunRecord* left = session_.data().run(first);
    const RunRecord* right = session_.data().run(second);
    if (left == nullptr || right == nullptr) return;
    table_->setHorizontalHeaderLabels({tr("What"), headline(*left), headline(*right)});
    words->setText(verdict(*left, *right));
    fillTable(*left, *right);
    showCurves(*left, *right);
}

void RunComparison::addLine(const QString& title, const QString& first, const QString& second) {
    const bool differs = first != second;
    // The mark says it without the weight of the letters.
    addRecord(table_, {differs ? tr("≠ %1").arg(title) : title, first, second});
    if (!differs) return;
    for (int column = 0; column < table_->columnCount(); ++column) {
        QTableWidgetItem* item = table_->item(table_->rowCount() - 1, column);
        QFont font = item->font();
        font.setBold(true);
        item->setFont(font);
    }
}

void RunComparison::fillTable(const RunRecord& first, const RunRecord& second) {
    const ProjectData& project = session_.data();
    const auto a = resultOf(project, first.id);
    const auto b = resultOf(project, second.id);
    addLine(tr("AUROC (%)"), resultText(a), resultText(b));
    addLine(tr("95 % interval (%)"), interval(a), interval(b));
    addLine(tr("Test parts"), testParts(a), testParts(b));
    addLine(tr("Final loss"), lossText(session_.lossCurve(first.id)),
            lossText(session_.lossCurve(second.id)));
    addLine(tr("Took"), seconds(first.seconds), seconds(second.seconds));
    addLine(tr("Scoring a part"), seconds(secondsPerPart(project, first.id)),
            seconds(secondsPerPart(project, second.id)));
    addLine(tr("Outcome"), outcomeText(first.outcome), outcomeText(second.outcome));
    addLine(tr("What"), runTitle(first), runTitle(second));
    const QList<ParamLine> left = allParams(first);
    const QList<ParamLine> right = allParams(second);
    const auto value = [](const QList<ParamLine>& lines, const QString& title) {
        for (const ParamLine& line : lines) {
            if (line.title == title) return line.value;
        }
        return QStringLiteral("—");
    };
    for (const ParamLine& line : left)
        addLine(line.title, line.value, value(right, line.title));
    for (const ParamLine& line : right) {
        if (value(left, line.title) == QStringLiteral("—"))
            addLine(line.title, QStringLiteral("—"), line.value);
    }
    const auto text = [](const std::string& words) {
        return words.empty() ? QStringLiteral("—") : QString::fromStdString(words);
    };
    addLine(tr("Seed"), QString::number(first.seed), QString::number(second.seed));
    addLine(tr("Backbone"), text(first.backbone), text(second.backbone));
    addLine(tr("Weights"), text(first.weightsSha256), text(second.weightsSha256));
    addLine(tr("Parts and roles"), QString::number(first.snapshot), QString::number(second.snapshot));
    addLine(tr("Device"), text(first.device), text(second.device));
    addLine(tr("Threads"), QString::number(first.threads), QString::number(second.threads));
    addLine(tr("Program"), text(first.programVersion), text(second.programVersion));
    addLine(tr("Started"), localTime(first.startedAt), localTime(second.startedAt));
    addLine(tr("Remark"), text(first.message), text(second.message));
}

QString RunComparison::verdict(const RunRecord& first, const RunRecord& second) const {
    const auto a = resultOf(session_.data(), first.id);
    const auto b = resultOf(session_.data(), second.id);
    if (!a || !b || !a->auroc || !b->auroc)
        return tr("One of the two has no AUROC yet: its scores, or labels of test parts, are missing.");
    const double points = std::abs(*a->auroc - *b->auroc) * 100;
    const QString gap = QLocale().toString(points, 'f', 1);
    if (points < 0.05) return tr("Both rank the test parts equally well.");
    return *a->auroc > *b->auroc
               ? tr("Run %1 ranks the test parts better, by %2 points of AUROC.").arg(first.id).arg(gap)
               : tr("Run %1 ranks the test parts better, by %2 points of AUROC.").arg(second.id).arg(gap);
}

void RunComparison::showCurves(const RunRecord& first, const RunRecord& second) {
    std::vector<NamedCurve> curves;
    for (const RunRecord* run : {&first, &second})
        curves.push_back({headline(*run), session_.lossCurve(run->id).points});
    const bool any = !curves[0].points.empty() || !curves[1].points.empty();
    plot_->setVisible(any);
    if (any) plot_->setCurves(curves);
}

}  // namespace segad::ui
