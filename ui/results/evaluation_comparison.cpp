#include "ui/results/evaluation_comparison.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QThreadPool>
#include <QVBoxLayout>

#include "ui/results/scorer_names.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/train/run_words.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/ranking_words.h"
#include "ui/widgets/roc_plot.h"

namespace segad::ui {

namespace {
constexpr int kWidth = 900;
constexpr int kHeight = 760;
// Relative to each other.
constexpr int kPlotHeight = 380;
constexpr int kTableHeight = 300;

QString titleOf(const EvaluationRecord& evaluation) {
    return EvaluationComparisonDialog::tr("%1 of %2")
        .arg(scorerTitle(evaluation), localTime(evaluation.createdAt));
}

QString valueText(const Json& value) {
    if (value.is_null()) return QStringLiteral("—");
    if (value.is_string()) return QString::fromStdString(value.get<std::string>());
    if (value.is_number_float()) return QLocale().toString(value.get<double>(), 'g', 5);
    return QString::fromStdString(value.dump());
}

QString intervalText(const EvaluationRecord& one) {
    if (!one.aurocLow || !one.aurocHigh) return QStringLiteral("—");
    return EvaluationComparisonDialog::tr("%1–%2").arg(percent(one.aurocLow), percent(one.aurocHigh));
}
}  // namespace

EvaluationComparisonDialog::EvaluationComparisonDialog(ProjectSession& session, EvaluationId first,
                                                       EvaluationId second, QWidget* parent)
    : QDialog(parent),
      session_(session),
      first_(first),
      second_(second),
      words_(new QLabel(tr("Comparing …"))),
      roc_(new RocPlot),
      changes_(new QTabWidget) {
    setWindowTitle(tr("Compare two evaluations"));
    resize(kWidth, kHeight);
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words_->setAccessibleName(tr("Which of the two is better"));
    changes_->setAccessibleName(tr("What changed between them"));
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(roc_);
    split->addWidget(changes_);
    split->setChildrenCollapsible(false);
    split->setSizes({kPlotHeight, kTableHeight});
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words_);
    column->addWidget(split, 1);
    column->addWidget(buttons);
    compare();
}

void EvaluationComparisonDialog::compare() {
    struct Answer {
        std::optional<EvaluationComparison> found;
        QString problem;
    };
    // The history of every part's labels is read.
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [file = session_.file(), first = first_, second = second_]() -> Answer {
            try {
                return {.found = compareEvaluations(Project::open(file, true), first, second), .problem = {}};
            } catch (const Error& error) {
                return {.found = std::nullopt, .problem = errorText(error)};
            }
        },
        [this](const Answer& answer) {
            if (answer.found)
                showComparison(*answer.found);
            else
                words_->setText(answer.problem);
            Q_EMIT compared();
        });
}

QString EvaluationComparisonDialog::verdict(const EvaluationComparison& found) const {
    if (found.first.scoredBy == found.second.scoredBy && found.first.name == found.second.name) {
        return tr("Both judge the same scores, those of run %1: where the figures differ, labels or test "
                  "parts "
                  "have changed.")
            .arg(found.first.scoredBy);
    }
    return rankingVerdict(found.ranking, titleOf(found.first), titleOf(found.second));
}

void EvaluationComparisonDialog::showComparison(const EvaluationComparison& found) {
    words_->setText(verdict(found));
    std::vector<RocCurve> curves;
    try {
        for (const EvaluationRecord* one : {&found.first, &found.second})
            curves.push_back({titleOf(*one), one->auroc, session_.roc(one->id)});
    } catch (const Error& error) {
        session_.reportError(error);
    }
    roc_->setCurves(std::move(curves));
    changes_->addTab(settingsTable(found), tr("Figures and settings"));
    std::vector<PartId> parts;
    std::vector<QStringList> rows;
    for (const ChangedRole& role : found.roles) {
        parts.push_back(role.part);
        rows.push_back({QString::fromStdString(role.path), roleText(role.first), roleText(role.second)});
    }
    changes_->addTab(partsTable(tr("Parts with another role"), parts, rows),
                     tr("Roles of parts (%1)").arg(parts.size()));
    parts.clear();
    rows.clear();
    for (const ChangedLabel& label : found.labels) {
        parts.push_back(label.part);
        rows.push_back({QString::fromStdString(label.path), labelText(label.first), labelText(label.second)});
    }
    changes_->addTab(partsTable(tr("Parts with another label"), parts, rows),
                     tr("Labels (%1)").arg(parts.size()));
}

QWidget* EvaluationComparisonDialog::settingsTable(const EvaluationComparison& found) {
    auto* table = recordTable({tr("What"), titleOf(found.first), titleOf(found.second)},
                              tr("Figures, and the settings that differ"));
    const EvaluationRecord& a = found.first;
    const EvaluationRecord& b = found.second;
    const auto add = [table](const QString& what, const QString& first, const QString& second) {
        addRecord(table, {what, first, second});
        if (first == second) return;
        QFont bold = table->font();
        bold.setBold(true);
        for (int column = 0; column < table->columnCount(); ++column)
            table->item(table->rowCount() - 1, column)->setFont(bold);
    };
    add(tr("AUROC (%)"), percent(a.auroc), percent(b.auroc));
    add(tr("95 % interval (%)"), intervalText(a), intervalText(b));
    add(tr("Good test parts"), QString::number(a.good), QString::number(b.good));
    add(tr("Bad test parts"), QString::number(a.bad), QString::number(b.bad));
    add(tr("Scores of run"), QString::number(a.scoredBy), QString::number(b.scoredBy));
    const RunRecord* run = session_.data().run(a.scoredBy);
    if (run == nullptr) run = session_.data().run(b.scoredBy);
    const auto titleOfKey = [run](const std::string& key) {
        constexpr std::string_view kDetector = "detector ";
        if (key.starts_with(kDetector))
            return tr("Run of %1").arg(detectorTitle(key.substr(kDetector.size())));
        return run == nullptr ? engineText(key) : paramTitle(*run, key);
    };
    // What one of them does not even have tells less.
    for (const bool shared : {true, false}) {
        for (const ChangedValue& value : found.values) {
            if ((!value.first.is_null() && !value.second.is_null()) == shared)
                add(titleOfKey(value.key), valueText(value.first), valueText(value.second));
        }
    }
    return table;
}

QWidget* EvaluationComparisonDialog::partsTable(const QString& name, const std::vector<PartId>& parts,
                                                const std::vector<QStringList>& rows) {
    if (parts.empty()) {
        auto* none = new QLabel(tr("The same for every part."));
        none->setAlignment(Qt::AlignCenter);
        return none;
    }
    auto* table = recordTable({tr("Part"), tr("First"), tr("Second")}, name);
    for (const QStringList& row : rows)
        addRecord(table, row);
    const auto go = [this, parts](int row) { session_.setCurrentPart(parts[static_cast<std::size_t>(row)]); };
    connect(table, &QTableWidget::cellClicked, this, go);
    connect(table, &QTableWidget::cellActivated, this, go);
    return table;
}

}  // namespace segad::ui
