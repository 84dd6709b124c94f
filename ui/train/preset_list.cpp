#include "ui/train/preset_list.h"

#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

#include "ui/train/cost_words.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

namespace {
constexpr int kIndent = 22;

QString problemText(const Error& problem) {
    return PresetList::tr("⚠ Not possible yet: %1").arg(errorText(problem));
}
}  // namespace

PresetList::PresetList(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    for (const TrainPreset& preset : trainPresets()) {
        addRow(*grid, preset.key, engineText(preset.title), engineText(preset.summary));
    }
    addRow(*grid, {}, tr("Custom"), tr("Choose a detector and its parameters yourself."));
    connect(this, &PresetList::chosenChanged, this, &PresetList::showTexts);
    rows_.front().button->setChecked(true);
}

void PresetList::addRow(QGridLayout& grid, const std::string& key, const QString& title,
                        const QString& summary) {
    Row row{.key = key,
            .button = new QRadioButton(title),
            .cost = new QLabel,
            .text = new QLabel(summary),
            .summary = summary};
    QFont bold = row.button->font();
    bold.setBold(true);
    row.button->setFont(bold);
    row.button->setToolTip(summary);
    row.button->setAccessibleName(title);
    row.button->setAccessibleDescription(summary);
    row.cost->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.cost->setWordWrap(true);  // rather than demand the width of a narrow panel
    row.text->setWordWrap(true);
    row.text->setIndent(kIndent);
    row.text->setForegroundRole(QPalette::PlaceholderText);
    row.text->setBuddy(row.button);
    const int line = grid.rowCount();
    grid.addWidget(row.button, line, 0);
    grid.addWidget(row.cost, line, 1);
    grid.addWidget(row.text, line + 1, 0, 1, 2);
    grid.setRowMinimumHeight(line + 2, 4);
    connect(row.button, &QRadioButton::toggled, this, [this](bool on) {
        if (on) Q_EMIT chosenChanged();
    });
    rows_.push_back(row);
}

void PresetList::showTexts() {
    // Whoever chooses a detector needs the room for its form.
    const bool custom = chosen().empty();
    for (const Row& row : rows_)
        row.text->setVisible(!custom || row.key.empty());
}

std::string PresetList::chosen() const {
    for (const Row& row : rows_) {
        if (row.button->isChecked()) return row.key;
    }
    return {};
}

void PresetList::choose(const std::string& key) {
    for (const Row& row : rows_) {
        if (row.key == key) row.button->setChecked(true);
    }
}

void PresetList::showPlans(const std::map<std::string, PresetPlan>& plans) {
    for (Row& row : rows_) {
        const auto found = plans.find(row.key);
        if (row.key.empty() || found == plans.end()) continue;
        const PresetPlan& plan = found->second;
        const QString cost = plan.problem ? QString()
                                          : shortCost(plan.trainSeconds + plan.scoreSeconds, plan.memoryBytes,
                                                      plan.modelBytes + plan.mapBytes);
        row.cost->setText(cost);
        const QString text =
            plan.problem ? row.summary + QLatin1Char('\n') + problemText(*plan.problem) : row.summary;
        row.text->setText(text);
        row.button->setToolTip(text);
        row.button->setAccessibleDescription(cost.isEmpty() ? text : QStringLiteral("%1 %2").arg(text, cost));
    }
}

}  // namespace segad::ui
