#include "core/workflow/inspection_report.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/workflow/html_page.h"

namespace segad {

namespace {
constexpr std::size_t kCards = 48;
constexpr int kPictureSide = 320;

std::string number(double value, const char* format = "%.3f") {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

std::string cell(const std::string& text) {
    return "<td>" + htmlEscaped(text) + "</td>";
}

std::string numberCell(const std::string& text) {
    return "<td class=\"number\">" + text + "</td>";
}

std::string row(const InspectedPart& part) {
    if (!part.verdict) {
        return "<tr>" + cell(part.path) + "<td class=\"error\" colspan=\"4\">" + htmlEscaped(part.error) +
               "</td></tr>\n";
    }
    return "<tr>" + cell(part.path) + "<td>" + htmlVerdict(*part.verdict) + "</td>" +
           numberCell(number(part.score)) + cell(part.topSegment) + cell(part.topDetector) + "</tr>\n";
}

/// Errors first, then the worst.
bool comesBefore(const InspectedPart& a, const InspectedPart& b) {
    if (a.verdict.has_value() != b.verdict.has_value()) return !a.verdict;
    return a.score > b.score;
}

std::string summary(const Project& project, const Inspector& inspector, const InspectionRecord& totals,
                    double seconds) {
    const RunRecord& judge = inspector.judge();
    std::string html = "<h1>Inspection</h1><p class=\"soft\">" + htmlEscaped(totals.folder) + " · " +
                       htmlEscaped(totals.startedAt) + " · project " + htmlEscaped(toUtf8(project.file())) +
                       "</p>";
    html += "<p><strong>" + std::to_string(totals.parts) + "</strong> parts: <span class=\"pass\">" +
            std::to_string(totals.pass) + " pass</span>, <span class=\"review\">" +
            std::to_string(totals.review) + " review</span>, <span class=\"reject\">" +
            std::to_string(totals.reject) + " reject</span>, " + std::to_string(totals.failed) +
            " unreadable; " + number(seconds, "%.1f") + " s.</p>";
    html += "<p class=\"soft\">Judged by run " + std::to_string(judge.id) + " (" +
            htmlEscaped(inspector.name()) + ", " + htmlEscaped(judge.startedAt) + "): review from " +
            number(inspector.thresholds().review) + ", reject from " + number(inspector.thresholds().reject) +
            ". " + htmlEscaped(inspector.thresholds().reason) + ".</p>";
    for (const std::string& note : inspector.notes())
        html += "<p class=\"review\">" + htmlEscaped(note) + ".</p>";
    return html;
}
}  // namespace

void InspectionReport::add(const InspectedPart& part) {
    parts_.push_back(part);
}

bool InspectionReport::wantsPicture(double score) const {
    return cards_.size() < kCards || score > cards_.front().score;
}

void InspectionReport::addPicture(const InspectedPart& part, const cv::Mat& rgb, const cv::Mat& overlay) {
    const auto worseFirst = [](const Card& a, const Card& b) { return a.score > b.score; };
    if (cards_.size() == kCards) {
        std::ranges::pop_heap(cards_, worseFirst);
        cards_.pop_back();
    }
    std::string html = "<figure>" + htmlPicture(rgb, part.path, kPictureSide) + " " +
                       htmlPicture(overlay, "heatmap of " + part.path, kPictureSide) + "<figcaption>" +
                       htmlVerdict(part.verdict.value()) + " " + number(part.score) + " · " +
                       htmlEscaped(part.topSegment) + ", " + htmlEscaped(part.topDetector) + "<br>" +
                       htmlEscaped(part.path) + "</figcaption></figure>\n";
    cards_.push_back({.score = part.score, .html = std::move(html)});
    std::ranges::push_heap(cards_, worseFirst);
}

void InspectionReport::write(const Path& file, const Project& project, const Inspector& inspector,
                             const InspectionRecord& totals, double seconds) const {
    std::string body = summary(project, inspector, totals, seconds);
    std::vector<Card> cards = cards_;
    std::ranges::sort(cards, std::ranges::greater{}, &Card::score);
    if (!cards.empty()) {
        body += "<h2>Highest scores</h2><div class=\"cards\">";
        for (const Card& card : cards)
            body += card.html;
        body += "</div>";
    }
    std::vector<InspectedPart> parts = parts_;
    std::ranges::stable_sort(parts, comesBefore);
    body +=
        "<h2>All parts</h2><table><tr><th>part</th><th>verdict</th><th class=\"number\">score</th>"
        "<th>segment</th><th>detector</th></tr>\n";
    for (const InspectedPart& part : parts)
        body += row(part);
    body += "</table>";
    writeFileAtomically(file, htmlPage("Inspection of " + totals.folder, body));
}

}  // namespace segad
