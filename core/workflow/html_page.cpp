#include "core/workflow/html_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include <opencv2/imgproc.hpp>

#include "core/image/image.h"

namespace segad {

namespace {
constexpr int kReportJpegQuality = 85;
constexpr double kPlotSide = 320;
constexpr double kPlotMargin = 44;

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #59636e; --paper: #fff; --line: #d1d9e0;
  --pass: #1a7f37; --review: #9a6700; --reject: #cf222e; --curve: #0072b2; --band: #0072b233; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --paper: #0d1117; --line: #3d444d;
  --pass: #3fb950; --review: #d29922; --reject: #f85149; --curve: #56b4e9; --band: #56b4e933; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 72rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
p.soft, figcaption, .soft { color: var(--soft); }
table { border-collapse: collapse; margin: 1rem 0; } th, td { padding: .3rem .8rem; border-bottom: 1px solid var(--line);
  text-align: left; vertical-align: top; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; }
.cards figure { margin: 0; border: 1px solid var(--line); border-radius: .5rem; padding: .6rem; }
.cards img { width: 49%; } figcaption { font-size: .85rem; overflow-wrap: anywhere; }
.pass { color: var(--pass); font-weight: 600; } .review { color: var(--review); font-weight: 600; }
.reject { color: var(--reject); font-weight: 600; } .error { color: var(--reject); }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } svg .axis { stroke: var(--soft); fill: none; }
svg .grid { stroke: var(--line); stroke-dasharray: 3 3; }
)css";

/// Okabe and Ito: told apart by colour-blind eyes too.
constexpr std::array<std::string_view, 6> kCurveColours{"#0072b2", "#d55e00", "#009e73",
                                                        "#cc79a7", "#e69f00", "#56b4e9"};

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k <= bytes.size() ? kDigits[group >> (18 - 6 * k) & 63U] : '=';
    }
    return text;
}

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    return text.data();
}

std::string plotPoint(double falsePositiveRate, double truePositiveRate) {
    return number(kPlotMargin + falsePositiveRate * kPlotSide) + "," +
           number(10 + (1 - truePositiveRate) * kPlotSide);
}

std::string gridLine(const std::string& x1, const std::string& y1, const std::string& x2,
                     const std::string& y2) {
    return "<line class=\"grid\" x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + "\"/>";
}

std::string tickText(const char* anchor, const std::string& x, const std::string& y, int percent) {
    return std::string("<text text-anchor=\"") + anchor + "\" x=\"" + x + "\" y=\"" + y + "\">" +
           std::to_string(percent) + "</text>";
}

std::string axes() {
    const std::string left = number(kPlotMargin);
    const std::string right = number(kPlotMargin + kPlotSide);
    const std::string top = number(10);
    const std::string bottom = number(10 + kPlotSide);
    std::string svg;
    for (int step = 0; step <= 5; ++step) {
        const double share = step / 5.0;
        const int percent = step * 20;
        const std::string x = number(kPlotMargin + share * kPlotSide);
        const std::string y = number(10 + (1 - share) * kPlotSide);
        svg += gridLine(x, top, x, bottom);
        svg += gridLine(left, y, right, y);
        svg += tickText("middle", x, number(10 + kPlotSide + 16), percent);
        svg += tickText("end", number(kPlotMargin - 6), number(10 + (1 - share) * kPlotSide + 4), percent);
    }
    svg += "<rect class=\"axis\" x=\"" + number(kPlotMargin) + "\" y=\"10\" width=\"" + number(kPlotSide) +
           "\" height=\"" + number(kPlotSide) + "\"/>";
    svg += "<text text-anchor=\"middle\" x=\"" + number(kPlotMargin + kPlotSide / 2) + "\" y=\"" +
           number(10 + kPlotSide + 34) + "\">good parts called bad, %</text>";
    svg += "<text text-anchor=\"middle\" transform=\"translate(12 " + number(10 + kPlotSide / 2) +
           ") rotate(-90)\">bad parts found, %</text>";
    return svg;
}

/// A point that lies within a tenth of a pixel of the one before says nothing.
std::string curvePath(const std::vector<RocPointRecord>& points) {
    std::string path;
    std::string last;
    for (const RocPointRecord& point : points) {
        std::string next = plotPoint(point.falsePositiveRate, point.truePositiveRate);
        if (next == last) continue;
        path += path.empty() ? next : " " + next;
        last = std::move(next);
    }
    return path;
}
}  // namespace

std::string htmlEscaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

std::string htmlPage(std::string_view title, std::string_view body) {
    std::string page = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">";
    page += "<meta name=\"viewport\" content=\"width=device-width\"><title>" + htmlEscaped(title) +
            "</title><style>";
    page.append(kStyle).append("</style></head><body>\n").append(body).append("\n</body></html>\n");
    return page;
}

std::string htmlPicture(const cv::Mat& rgb, std::string_view description, int longestSide) {
    const double scale = std::min(1.0, static_cast<double>(longestSide) / std::max(rgb.cols, rgb.rows));
    cv::Mat small = rgb;
    if (scale < 1) cv::resize(rgb, small, {}, scale, scale, cv::INTER_AREA);
    return htmlJpeg(encodeJpegBytes(small, kReportJpegQuality), description);
}

std::string htmlJpeg(std::string_view jpeg, std::string_view description) {
    return "<img alt=\"" + htmlEscaped(description) + "\" src=\"data:image/jpeg;base64," + base64(jpeg) +
           "\">";
}

std::string htmlVerdict(Verdict verdict) {
    const std::string word(toString(verdict));
    return "<span class=\"" + word + "\">" + word + "</span>";
}

std::string htmlRoc(const std::vector<NamedRoc>& curves) {
    const double width = kPlotMargin + kPlotSide + 280;
    const double height = kPlotSide + 56;
    std::string svg = "<svg role=\"img\" aria-label=\"Receiver operating characteristic\" width=\"" +
                      number(width) + "\" height=\"" + number(height) + "\" viewBox=\"0 0 " + number(width) +
                      " " + number(height) + "\">";
    svg += axes();
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const std::string colour(kCurveColours[i % kCurveColours.size()]);
        svg += "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + colour + "\" points=\"" +
               curvePath(curves[i].points) + "\"/>";
        const double y = 24 + 20 * static_cast<double>(i);
        svg += "<rect x=\"" + number(kPlotMargin + kPlotSide + 16) + "\" y=\"" + number(y - 10) +
               "\" width=\"12\" height=\"12\" fill=\"" + colour + "\"/>";
        svg += "<text x=\"" + number(kPlotMargin + kPlotSide + 34) + "\" y=\"" + number(y) + "\">" +
               htmlEscaped(curves[i].name) + "</text>";
    }
    return svg + "</svg>";
}

}  // namespace segad
