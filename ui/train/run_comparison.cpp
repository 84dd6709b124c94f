#include "ui/train/run_comparison.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTableWidget>
#include <QThreadPool>
#include <QVBoxLayout>

#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/train/run_words.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/loss_plot.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/ranking_words.h"
#include "ui/widgets/roc_plot.h"

namespace segad::ui {

namespace {
constexpr int kWidth = 860;
constexpr int kHeight = 760;
// Relative to each other.
constexpr int kTableHeight = 380;
constexpr int kPlotHeight = 340;

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

QString finalLoss(const LossCurve& curve) {
    return curve.points.empty() ? QStringLiteral("—") : lossText(curve.finalLoss());
}

}  // namespace

RunComparison::RunComparison(ProjectSession& session, RunId first, RunId second, QWidget* parent)
    : QDialog(parent),
      session_(session),
      first_(first),
      second_(second),
      words_(new QLabel(tr("Comparing the rankings …"))),
      table_(recordTable({tr("What"), QString(), QString()}, tr("The two runs side by side"))),
      plot_(new LossPlot),
      roc_(new RocPlot) {
    setWindowTitle(tr("Compare runs %1 and %2").arg(first).arg(second));
    resize(kWidth, kHeight);
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* plots = new QSplitter(Qt::Horizontal);
    plots->addWidget(plot_);
    plots->addWidget(roc_);
    plots->setChildrenCollapsible(false);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(table_);
    split->addWidget(plots);
    split->setChildrenCollapsible(false);
    split->setSizes({kTableHeight, kPlotHeight});
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words_);
    column->addWidget(split, 1);
    column->addWidget(buttons);

    const RunRecord* left = session_.data().run(first);
    const RunRecord* right = session_.data().run(second);
    if (left == nullptr || right == nullptr) return;
    table_->setHorizontalHeaderLabels({tr("What"), headline(*left), headline(*right)});
    fillTable(*left, *right);
    showCurves(*left, *right);
    roc_->hide();
    compare();
}

void RunComparison::compare() {
    struct Answer {
        std::optional<RankingComparison> found;
        QString problem;
    };
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [file = session_.file(), first = first_, second = second_]() -> Answer {
            try {
                return {.found = compareRankings(Project::open(file, true), {.run = first}, {.run = second}),
                        .problem = {}};
            } catch (const Error& error) {
                return {.found = std::nullopt, .problem = errorText(error)};
            }
        },
        [this](const Answer& answer) {
            if (answer.found)
                showRankings(*answer.found);
            else
                words_->setText(answer.problem);
            Q_EMIT ranked();
        });
}

void RunComparison::showRankings(const RankingComparison& found) {
    words_->setText(rankingVerdict(found, tr("run %1").arg(first_), tr("run %1").arg(second_)));
    std::vector<RocCurve> curves;
    for (const auto& [run, ranking] : {std::pair{first_, &found.first}, std::pair{second_, &found.second}}) {
        if (!ranking->roc) continue;
        RocCurve curve{.name = tr("Run %1").arg(run), .auroc = ranking->auroc, .points = {}};
        for (const RocPoint& point : ranking->roc->points)
            curve.points.push_back({point.threshold, point.falsePositiveRate, point.truePositiveRate});
        curves.push_back(std::move(curve));
    }
    roc_->setVisible(!curves.empty());
    roc_->setCurves(std::move(curves));
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
    addLine(tr("Final loss"), finalLoss(session_.lossCurve(first.id)),
            finalLoss(session_.lossCurve(second.id)));
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

void RunComparison::showCurves(const RunRecord& first, const RunRecord& second) {
    std::vector<NamedCurve> curves;
    for (const RunRecord* run : {&first, &second})
        curves.push_back({headline(*run), session_.lossCurve(run->id).points});
    const bool any = !curves[0].points.empty() || !curves[1].points.empty();
    plot_->setVisible(any);
    if (any) plot_->setCurves(curves);
}

}  // namespace segad::ui
