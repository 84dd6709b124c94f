#include "core/workflow/inspection_report.h"

#include <array>
#include <cstdio>

#include "core/base/error.h"
#include "core/workflow/html_page.h"
#include "core/workflow/inspection_plots.h"
#include "core/workflow/number_words.h"
#include "core/workflow/scorer_title.h"

namespace segad {

namespace {
constexpr std::size_t kBins = 48;
constexpr std::size_t kTrendPoints = 120;
constexpr std::size_t kRows = 200;

std::string number(double value, const char* format = "%.3f") {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

std::string cell(const std::string& text) {
    return "<td>" + htmlEscaped(text) + "</td>";
}

std::string paragraph(const char* style, const std::string& sentence) {
    return std::string("<p class=\"") + style + "\">" + htmlEscaped(sentence) + ".</p>";
}

std::string headHtml(const InspectionReport& report) {
    const ReportHead head = headOf(report);
    const InspectionRecord& totals = report.totals;
    std::string html = "<h1>" + htmlEscaped(head.title) + "</h1>" + paragraph("soft", head.where);
    html += "<p><strong>" + std::to_string(totals.parts) + "</strong> " +
            (totals.parts == 1 ? "part" : "parts") + ": <span class=\"pass\">" + std::to_string(totals.pass) +
            " pass</span>, <span class=\"review\">" + std::to_string(totals.review) +
            " review</span>, <span class=\"reject\">" + std::to_string(totals.reject) + " reject</span>, " +
            std::to_string(totals.failed) + " without a verdict.</p>";
    html += paragraph("soft", head.judge);
    for (const std::string& note : head.notes)
        html += paragraph("review", note);
    return html;
}

std::string cardHtml(const InspectionReport::Card& card) {
    const InspectedPart& part = card.result.part;
    const std::string reasons = reasonsText(card.result);
    return "<figure>" + htmlJpeg(card.picture.picture, part.path) + " " +
           htmlJpeg(card.picture.overlay, "heatmap of " + part.path) + "<figcaption>" +
           htmlVerdict(part.verdict.value()) + " " + number(part.score) + " · " +
           htmlEscaped(part.topSegment) + ", " + htmlEscaped(part.topDetector) + "<br>" +
           htmlEscaped(part.path) + (reasons.empty() ? "" : "<br>" + htmlEscaped(reasons)) +
           "</figcaption></figure>\n";
}

std::string worstHtml(const InspectionReport& report) {
    std::string html =
        "<table><tr><th>part</th><th>verdict</th><th class=\"number\">score</th><th>segment</th>"
        "<th>detector</th></tr>\n";
    for (const InspectionResult& result : report.worst) {
        const InspectedPart& part = result.part;
        html += "<tr>" + cell(part.path) + "<td>" + htmlVerdict(part.verdict.value()) +
                "</td><td class=\"number\">" + number(part.score) + "</td>" + cell(part.topSegment) +
                cell(part.topDetector) + "</tr>\n";
    }
    return html + "</table>";
}

std::string failedHtml(const InspectionReport& report) {
    std::string html = "<table><tr><th>part</th><th>why it has no verdict</th></tr>\n";
    for (const InspectionResult& result : report.failed)
        html += "<tr>" + cell(result.part.path) + "<td class=\"error\">" + htmlEscaped(result.part.error) +
                "</td></tr>\n";
    return html + "</table>";
}

/// "2026-11-28 13:32 UTC" of a time as it is stored.
std::string timeText(const std::string& at) {
    return at.size() < 16 ? at : at.substr(0, 10) + " " + at.substr(11, 5) + " UTC";
}

std::string heading(const std::string& text) {
    return "<h2>" + htmlEscaped(text) + "</h2>";
}

void useTitles(InspectionReport& report) {
    report.facts.judge = scorerTitle(report.facts.judge);
    for (InspectionResult& result : report.worst) {
        result.part.topDetector = detectorTitle(result.part.topDetector);
        for (ResultReason& reason : result.reasons)
            reason.detector = detectorTitle(reason.detector);
    }
}
}  // namespace

InspectionReport readReport(const InspectionStore& store, InspectionId id) {
    const std::optional<InspectionRecord> totals = store.find(id);
    if (!totals) {
        throw Error(ErrorCode::NotFound, store.file().string(), "has no inspection " + std::to_string(id),
                    "List them: segad results " + store.file().string() + ".");
    }
    InspectionReport report{.totals = *totals,
                            .facts = store.facts(id),
                            .vanished = store.vanished(id),
                            .histogram = store.histogram(id, kBins),
                            .trend = store.trend(id, kTrendPoints),
                            .worst = store.worst(id, kRows),
                            .failed = store.failed(id, kRows)};
    useTitles(report);
    for (const InspectionResult& result : report.worst) {
        if (report.cards.size() == InspectionStore::kPictures) break;
        if (std::optional<InspectionPicture> picture = store.picture(result.id))
            report.cards.push_back({.result = result, .picture = std::move(*picture)});
    }
    return report;
}

ReportHead headOf(const InspectionReport& report) {
    const InspectionRecord& totals = report.totals;
    const InspectionFacts& facts = report.facts;
    ReportHead head{.title = "Inspection"};
    head.where = totals.folder + " · begun " + timeText(totals.startedAt);
    if (!facts.finishedAt.empty()) head.where += " · ended " + timeText(facts.finishedAt);
    if (facts.shardCount > 1)
        head.where +=
            " · share " + std::to_string(facts.shardIndex) + " of " + std::to_string(facts.shardCount);
    head.counts = countText(static_cast<std::uint64_t>(totals.parts), "part", "parts") + ": " +
                  std::to_string(totals.pass) + " pass, " + std::to_string(totals.review) + " review, " +
                  std::to_string(totals.reject) + " reject, " + std::to_string(totals.failed) +
                  " without a verdict";
    head.judge = "Judged by " + facts.judge + " of " + facts.model + ": review from " + number(facts.review) +
                 ", reject from " + number(facts.reject);
    if (!facts.package.empty()) head.judge += "; package " + facts.package.substr(0, 12);
    head.notes = facts.notes;
    if (report.vanished > 0)
        head.notes.push_back(countText(report.vanished, "file was", "files were") +
                             " deleted before they could be judged");
    if (facts.finishedAt.empty()) head.notes.emplace_back("The inspection has not come to its end");
    return head;
}

std::string reasonsText(const InspectionResult& result) {
    std::string text;
    for (const ResultReason& reason : result.reasons) {
        text += (text.empty() ? "" : ", ") + reason.segment + " under " + reason.detector + " " +
                number(reason.value, "%+.2f");
    }
    return text;
}

void writeHtmlReport(const Path& file, const InspectionReport& report) {
    std::string body = headHtml(report);
    if (!report.histogram.counts.empty()) {
        SvgDrawing histogram(kPlotWidth, kHistogramHeight, "How many parts have which score");
        drawHistogram(histogram, report.histogram, report.facts);
        body += heading("Scores") + histogram.finish();
    }
    if (report.trend.size() > 1) {
        SvgDrawing trend(kPlotWidth, kTrendHeight, "Scores in the order of judging");
        drawTrend(trend, report.trend, report.facts);
        body += heading("Trend") + trend.finish();
    }
    if (!report.cards.empty()) {
        body += heading("Highest scores") + "<div class=\"cards\">";
        for (const InspectionReport::Card& card : report.cards)
            body += cardHtml(card);
        body += "</div>";
    }
    if (!report.failed.empty()) {
        const auto all = static_cast<std::size_t>(report.totals.failed);
        body +=
            heading("Without a verdict" + (report.failed.size() < all
                                               ? " (the first " + std::to_string(report.failed.size()) + ")"
                                               : std::string()));
        body += failedHtml(report);
    }
    if (!report.worst.empty()) {
        const auto judged = static_cast<std::size_t>(report.totals.parts - report.totals.failed);
        body += heading(report.worst.size() < judged
                            ? "The " + std::to_string(report.worst.size()) + " worst parts"
                            : std::string("All parts, the worst first"));
        body += worstHtml(report);
    }
    writeFileAtomically(file, htmlPage("Inspection of " + report.totals.folder, body));
}

}  // namespace segad
