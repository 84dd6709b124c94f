#include "ui/results/scorer_names.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::ScorerNames)
};
constexpr int kMostNamed = 3;

QString detectorsText(const std::vector<std::string>& detectors, const std::vector<std::string>& all) {
    const auto count = static_cast<int>(detectors.size());
    if (count <= kMostNamed) {
        QStringList titles;
        for (const std::string& key : detectors)
            titles << detectorTitle(key);
        return titles.join(QStringLiteral(" + "));
    }
    if (detectors.size() == all.size()) return Words::tr("all %n detector(s)", nullptr, count);
    if (detectors.size() + 1 == all.size()) {
        const auto left = std::ranges::find_if(
            all, [&](const std::string& key) { return std::ranges::count(detectors, key) == 0; });
        if (left != all.end()) return Words::tr("all but %1").arg(detectorTitle(*left));
    }
    return Words::tr("%n detector(s)", nullptr, count);
}
}  // namespace

QString scorerTitle(const std::string& forest, const std::vector<std::string>& detectors,
                    const std::vector<std::string>& all) {
    const QString names = detectorsText(detectors, all);
    if (forest.empty()) return names;
    return Words::tr("%1 on %2").arg(QString::fromStdString(forest).toUpper(), names);
}

QString bareTitle(const std::string& name) {
    const QString suffix = QStringLiteral(" (map maximum)");
    const QString whole = QString::fromStdString(name);
    if (!whole.endsWith(suffix)) return detectorTitle(name);
    return Words::tr("%1, map maximum").arg(detectorTitle(whole.chopped(suffix.size()).toStdString()));
}

QString titleOfName(const std::string& name) {
    const std::size_t open = name.find('(');
    if (open == std::string::npos || !name.ends_with(')') || name[open - 1] == ' ') return bareTitle(name);
    std::vector<std::string> detectors;
    for (const QString& key :
         QString::fromStdString(name.substr(open + 1, name.size() - open - 2)).split(QLatin1Char(',')))
        detectors.push_back(key.toStdString());
    return scorerTitle(name.substr(0, open), detectors);
}

QString scorerTitle(const EvaluationRecord& evaluation) {
    return evaluation.forest.empty() ? bareTitle(evaluation.name)
                                     : scorerTitle(evaluation.forest, evaluation.detectors);
}

QString scorerTitle(const RunRecord& run) {
    if (run.kind != RunKind::Fit) return detectorTitle(run.subject);
    return scorerTitle(run.subject, run.params.value("detectors", std::vector<std::string>{}));
}

QString detectorTitles(const std::vector<std::string>& detectors) {
    QStringList titles;
    for (const std::string& key : detectors)
        titles << detectorTitle(key);
    return titles.join(QStringLiteral(", "));
}

}  // namespace segad::ui
