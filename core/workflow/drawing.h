// What the plots of a report are drawn with, so that each is drawn once for every kind of file. Private to
// the room.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace segad {

enum class Ink { Text, Soft, Grid, Curve, Band, Pass, Review, Reject };
enum class Anchor { Start, Middle, End };

struct DrawnPoint {
    double x = 0;
    double y = 0;
};

/// Lengths in units of which a text line is 12 high; y grows downwards.
class Drawing {
public:
    virtual ~Drawing() = default;
    virtual void line(DrawnPoint from, DrawnPoint to, Ink ink, bool dashed = false) = 0;
    virtual void curve(std::span<const DrawnPoint> points, Ink ink) = 0;
    /// Filled, without an outline.
    virtual void area(std::span<const DrawnPoint> points, Ink ink) = 0;
    /// `at` is on the base line.
    virtual void text(DrawnPoint at, std::string_view text, Anchor anchor, Ink ink = Ink::Text) = 0;

    void bar(DrawnPoint topLeft, double width, double height, Ink ink);
};

/// Inline SVG for the pages of html_page.h.
class SvgDrawing : public Drawing {
public:
    SvgDrawing(double width, double height, std::string_view description);

    void line(DrawnPoint from, DrawnPoint to, Ink ink, bool dashed) override;
    void curve(std::span<const DrawnPoint> points, Ink ink) override;
    void area(std::span<const DrawnPoint> points, Ink ink) override;
    void text(DrawnPoint at, std::string_view text, Anchor anchor, Ink ink) override;

    /// The element; nothing can be drawn afterwards.
    std::string finish();

private:
    std::string svg_;
};

}  // namespace segad
