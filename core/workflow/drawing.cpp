#include "core/workflow/drawing.h"

#include <array>
#include <cstdio>

#include "core/workflow/html_page.h"

namespace segad {

namespace {
std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    return text.data();
}

/// A variable of the page's style, so that light and dark follow the reader.
std::string colour(Ink ink) {
    switch (ink) {
        case Ink::Text:
            return "var(--ink)";
        case Ink::Soft:
            return "var(--soft)";
        case Ink::Grid:
            return "var(--line)";
        case Ink::Curve:
            return "var(--curve)";
        case Ink::Band:
            return "var(--band)";
        case Ink::Pass:
            return "var(--pass)";
        case Ink::Review:
            return "var(--review)";
        case Ink::Reject:
            return "var(--reject)";
    }
    return "var(--ink)";
}

std::string listed(std::span<const DrawnPoint> points) {
    std::string text;
    for (const DrawnPoint& point : points)
        text += (text.empty() ? "" : " ") + number(point.x) + "," + number(point.y);
    return text;
}

const char* word(Anchor anchor) {
    return anchor == Anchor::Start ? "start" : anchor == Anchor::Middle ? "middle" : "end";
}
}  // namespace

void Drawing::bar(DrawnPoint topLeft, double width, double height, Ink ink) {
    const std::array<DrawnPoint, 4> corners{{topLeft,
                                             {topLeft.x + width, topLeft.y},
                                             {topLeft.x + width, topLeft.y + height},
                                             {topLeft.x, topLeft.y + height}}};
    area(corners, ink);
}

SvgDrawing::SvgDrawing(double width, double height, std::string_view description)
    : svg_("<svg role=\"img\" aria-label=\"" + htmlEscaped(description) + "\" style=\"width:100%;max-width:" +
           number(width) + "px\" viewBox=\"0 0 " + number(width) + " " + number(height) + "\">") {}

void SvgDrawing::line(DrawnPoint from, DrawnPoint to, Ink ink, bool dashed) {
    svg_ += "<line x1=\"" + number(from.x) + "\" y1=\"" + number(from.y) + "\" x2=\"" + number(to.x) +
            "\" y2=\"" + number(to.y) + "\" style=\"stroke:" + colour(ink) + "\"" +
            (dashed ? " stroke-dasharray=\"4 3\"" : "") + "/>";
}

void SvgDrawing::curve(std::span<const DrawnPoint> points, Ink ink) {
    svg_ +=
        "<polyline fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" style=\"stroke:" + colour(ink) +
        "\" points=\"" + listed(points) + "\"/>";
}

void SvgDrawing::area(std::span<const DrawnPoint> points, Ink ink) {
    svg_ += "<polygon style=\"fill:" + colour(ink) + "\" points=\"" + listed(points) + "\"/>";
}

void SvgDrawing::text(DrawnPoint at, std::string_view text, Anchor anchor, Ink ink) {
    svg_ += "<text x=\"" + number(at.x) + "\" y=\"" + number(at.y) + "\" text-anchor=\"" + word(anchor) +
            "\" style=\"fill:" + colour(ink) + "\">" + htmlEscaped(text) + "</text>";
}

std::string SvgDrawing::finish() {
    return std::move(svg_) + "</svg>";
}

}  // namespace segad
