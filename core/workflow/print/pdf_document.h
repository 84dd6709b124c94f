// Pages of text, plots and pictures as PDF, written by cairo with text set by Pango, which finds a font for
// every script. Both are opened at first need (a library of its own, segad-print): loading them costs 30 ms,
// which nobody who prints nothing should pay. Private to the room.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/workflow/drawing.h"

namespace segad {

enum class PdfFont { Title, Heading, Body, Small };

/// A4 upright; lengths in points, y downwards from the top edge.
///
/// Life: create -> text, picture, plot, nextPage, … -> finish
class PdfDocument {
public:
    static constexpr double kWidth = 595;
    static constexpr double kHeight = 842;

    virtual ~PdfDocument() = default;

    virtual void nextPage() = 0;
    /// Sets lines of at most `width`, broken between words or, if need be, within them; returns their height.
    virtual double text(DrawnPoint topLeft, double width, std::string_view text, PdfFont font, Ink ink) = 0;
    /// The height that text() would return.
    virtual double textHeight(double width, std::string_view text, PdfFont font) = 0;
    /// A JPEG of `pixelWidth` × `pixelHeight`, `width` wide; its bytes are embedded as they are.
    virtual void jpeg(DrawnPoint topLeft, double width, int pixelWidth, int pixelHeight,
                      std::string_view bytes) = 0;
    /// Draws with the drawing's units scaled by `scale`.
    virtual void plot(DrawnPoint topLeft, double scale, const std::function<void(Drawing&)>& draw) = 0;
    /// The file; nothing can be added afterwards. Throws Error{Internal} when cairo failed on the way.
    virtual std::string finish() = 0;
};

/// Throws Error{NotFound} when the library can't be opened.
std::unique_ptr<PdfDocument> createPdfDocument(const std::string& title);

}  // namespace segad
