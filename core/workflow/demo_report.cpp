#include "core/workflow/demo_report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <unordered_map>

#include "core/project/project.h"
#include "core/workflow/heat_overlay.h"
#include "core/workflow/html_page.h"
#include "core/workflow/part_features.h"
#include "core/workflow/part_images.h"
#include "core/workflow/roles.h"
#include "core/workflow/thresholds.h"

namespace segad {

namespace {
constexpr std::size_t kCardsPerGroup = 6;
constexpr int kPictureSide = 256;

std::string formatted(double value, const char* format) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

std::string percentCell(const std::optional<double>& fraction) {
    return "<td class=\"number\">" + (fraction ? formatted(*fraction * 100, "%.1f") : "n/a") + "</td>";
}

std::optional<double> optionalNumber(const Json& value) {
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

std::string figuresTable(const std::vector<EvaluationRecord>& evaluations) {
    std::string html =
        "<table><tr><th>scores of</th><th class=\"number\">good</th><th class=\"number\">bad</th>"
        "<th class=\"number\">AUROC, %</th><th class=\"number\">average precision, %</th>"
        "<th class=\"number\">F1-max, %</th><th class=\"number\">FPR at 95 % TPR, %</th>"
        "<th class=\"number\">pixel AUROC, %</th></tr>";
    for (const EvaluationRecord& e : evaluations) {
        html += "<tr><td>" + htmlEscaped(e.name) + "</td><td class=\"number\">" + std::to_string(e.good) +
                "</td><td class=\"number\">" + std::to_string(e.bad) + "</td>" + percentCell(e.auroc) +
                percentCell(e.averagePrecision) + percentCell(e.f1Max) + percentCell(e.fprAt95Tpr) +
                percentCell(e.pixelAuroc) + "</tr>";
    }
    return html + "</table>";
}

/// One row a defect type, one column an evaluation.
std::string breakdownTable(const std::vector<EvaluationRecord>& evaluations, const std::string& key,
                           const std::string& title) {
    std::string head = "<tr><th>" + title + "</th><th class=\"number\">bad parts</th>";
    for (const EvaluationRecord& e : evaluations)
        head += "<th class=\"number\">" + htmlEscaped(e.name) + "</th>";
    std::string rows;
    const Json forestGroups = evaluations.back().extra.value(key, Json::object());
    for (const auto& [group, figures] : forestGroups.items()) {
        rows +=
            "<tr><td>" + htmlEscaped(group) + "</td><td class=\"number\">" + figures["bad"].dump() + "</td>";
        for (const EvaluationRecord& e : evaluations) {
            const Json groups = e.extra.value(key, Json::object());
            rows +=
                percentCell(groups.contains(group) ? optionalNumber(groups[group]["auroc"]) : std::nullopt);
        }
        rows += "</tr>";
    }
    return "<table>" + head + "</tr>" + rows + "</table>";
}

std::string rocPlot(const Project& project, const std::vector<EvaluationRecord>& evaluations) {
    std::vector<NamedRoc> curves;
    for (const EvaluationRecord& e : evaluations) {
        const std::string area = e.auroc ? formatted(*e.auroc * 100, " %.1f %%") : "";
        curves.push_back({.name = e.name + area, .points = project.evaluations().roc(e.id)});
    }
    return htmlRoc(curves);
}

/// The forest's test parts by score, with pictures.
class PartCards {
public:
    explicit PartCards(const Project& project)
        : project_(project), fit_(project.runs().latest(RunKind::Fit).value()) {
        const FeatureInputs inputs = inputsOfFit(project, fit_);
        detector_ = inputs.detectors.front();
        range_ = heatRange(project.maps().percentiles(detector_.id).value());
        thresholds_ = project.runs().thresholds(fit_.id).value();
        std::unordered_map<PartId, double> scores;
        for (const ScoreRecord& score : project.runs().scores(fit_.id))
            scores[score.part] = score.imageScore;
        for (PartRecord& part : rolesOfRun(project, fit_).with(Role::Test)) {
            if (const auto score = scores.find(part.id); score != scores.end())
                ranked_.emplace_back(score->second, std::move(part));
        }
        std::ranges::stable_sort(ranked_, std::ranges::greater{}, &std::pair<double, PartRecord>::first);
    }

    std::string highest(Label label) const { return cards(ranked_.begin(), ranked_.end(), label); }
    std::string lowest(Label label) const { return cards(ranked_.rbegin(), ranked_.rend(), label); }

private:
    template <class Iterator>
    std::string cards(Iterator first, Iterator last, Label label) const {
        std::string html = "<div class=\"cards\">";
        std::size_t shown = 0;
        for (; first != last && shown < kCardsPerGroup; ++first) {
            if (first->second.label != label) continue;
            html += card(first->second, first->first);
            ++shown;
        }
        return html + "</div>";
    }

    std::string card(const PartRecord& part, double score) const {
        const cv::Mat rgb = decodeImage(project_.parts().imageFile(part)).rgb;
        std::string html = "<figure>" + htmlPicture(rgb, part.path, kPictureSide);
        if (const auto map = project_.maps().get(detector_.id, part.id))
            html +=
                " " + htmlPicture(heatOverlay(rgb, *map, range_), "heatmap of " + part.path, kPictureSide);
        return html + "<figcaption>" + htmlVerdict(verdictOf(score, thresholds_)) + " " +
               formatted(score, "%.3f") +
               (part.defectType.empty() ? "" : " · " + htmlEscaped(part.defectType)) + "<br>" +
               htmlEscaped(part.path) + "</figcaption></figure>\n";
    }

    const Project& project_;
    RunRecord fit_;
    RunRecord detector_;
    HeatRange range_;
    ThresholdRecord thresholds_;
    std::vector<std::pair<double, PartRecord>> ranked_;
};
}  // namespace

void writeDemoReport(const DemoReport& report, Job& job) {
    const Project project = Project::open(report.project, true);
    std::string body =
        "<h1>SegAD Studio: the demo</h1><p class=\"soft\">A drawn piezo buzzer element: "
        "anomaly maps pooled over its segments, judged by a boosted random forest.</p>";
    for (const std::string& note : report.notes)
        body += "<p class=\"review\">" + htmlEscaped(note) + ".</p>";
    body += "<h2>How well good and bad parts are told apart</h2>" + figuresTable(report.evaluations) +
            rocPlot(project, report.evaluations);
    const PartCards cards(project);
    job.progress(1, 5);
    body += "<h2>Bad parts with the highest scores</h2>" + cards.highest(Label::Bad);
    job.progress(2, 5);
    body += "<h2>Bad parts that are hardest to find</h2>" + cards.lowest(Label::Bad);
    job.progress(3, 5);
    body += "<h2>Good parts that look worst</h2>" + cards.highest(Label::Good);
    job.progress(4, 5);
    body += "<h2>AUROC by defect, %</h2>" + breakdownTable(report.evaluations, "by_defect_type", "defect");
    body += "<h2>AUROC by segment, %</h2>" + breakdownTable(report.evaluations, "by_segment", "segment");
    writeFileAtomically(report.htmlReport, htmlPage("SegAD Studio: the demo", body));
}

}  // namespace segad
