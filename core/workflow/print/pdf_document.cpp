#include "core/workflow/print/pdf_document.h"

#include <array>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "core/base/error.h"

namespace segad {

namespace {
struct Colour {
    double red;
    double green;
    double blue;
};

/// Those of the light page (html_page.cpp): paper is white.
Colour colourOf(Ink ink) {
    switch (ink) {
        case Ink::Text:
            return {0.106, 0.122, 0.141};
        case Ink::Soft:
            return {0.349, 0.388, 0.431};
        case Ink::Grid:
            return {0.820, 0.851, 0.878};
        case Ink::Curve:
            return {0.000, 0.447, 0.698};
        case Ink::Band:
            return {0.800, 0.890, 0.941};
        case Ink::Pass:
            return {0.102, 0.498, 0.216};
        case Ink::Review:
            return {0.604, 0.404, 0.000};
        case Ink::Reject:
            return {0.812, 0.133, 0.180};
    }
    return {0, 0, 0};
}

void setInk(cairo_t* cairo, Ink ink) {
    const Colour colour = colourOf(ink);
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

struct FontDescription {
    explicit FontDescription(PdfFont font) : description(pango_font_description_from_string("Sans")) {
        const double size = font == PdfFont::Title     ? 18
                            : font == PdfFont::Heading ? 12
                            : font == PdfFont::Body    ? 9
                                                       : 7;
        pango_font_description_set_absolute_size(description, size * PANGO_SCALE);
        if (font == PdfFont::Title || font == PdfFont::Heading)
            pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD);
    }
    ~FontDescription() { pango_font_description_free(description); }
    FontDescription(const FontDescription&) = delete;
    FontDescription& operator=(const FontDescription&) = delete;
    PangoFontDescription* description;
};

/// Text ready to be shown.
class Layout {
public:
    Layout(cairo_t* cairo, std::string_view text, const PangoFontDescription* font)
        : layout_(pango_cairo_create_layout(cairo)) {
        pango_layout_set_font_description(layout_, font);
        pango_layout_set_text(layout_, text.data(), static_cast<int>(text.size()));
    }
    ~Layout() { g_object_unref(layout_); }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;

    void breakAt(double width) {
        pango_layout_set_width(layout_, static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(layout_, PANGO_WRAP_WORD_CHAR);
    }
    double width() const { return size().first; }
    double height() const { return size().second; }
    double baseline() const { return static_cast<double>(pango_layout_get_baseline(layout_)) / PANGO_SCALE; }
    PangoLayout* get() const noexcept { return layout_; }

private:
    std::pair<double, double> size() const {
        int width = 0;
        int height = 0;
        pango_layout_get_size(layout_, &width, &height);
        return {static_cast<double>(width) / PANGO_SCALE, static_cast<double>(height) / PANGO_SCALE};
    }

    PangoLayout* layout_;
};

class CairoDrawing : public Drawing {
public:
    explicit CairoDrawing(cairo_t* cairo) : cairo_(cairo), font_(PdfFont::Body) {
        pango_font_description_set_absolute_size(font_.description, 12.0 * PANGO_SCALE);
    }

    void line(DrawnPoint from, DrawnPoint to, Ink ink, bool dashed) override {
        const std::array<double, 2> dashes{4, 3};
        setInk(cairo_, ink);
        cairo_set_line_width(cairo_, 1);
        cairo_set_dash(cairo_, dashes.data(), dashed ? 2 : 0, 0);
        cairo_move_to(cairo_, from.x, from.y);
        cairo_line_to(cairo_, to.x, to.y);
        cairo_stroke(cairo_);
        cairo_set_dash(cairo_, nullptr, 0, 0);
    }

    void curve(std::span<const DrawnPoint> points, Ink ink) override {
        setInk(cairo_, ink);
        cairo_set_line_width(cairo_, 2);
        cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
        trace(points);
        cairo_stroke(cairo_);
    }

    void area(std::span<const DrawnPoint> points, Ink ink) override {
        setInk(cairo_, ink);
        trace(points);
        cairo_close_path(cairo_);
        cairo_fill(cairo_);
    }

    void text(DrawnPoint at, std::string_view text, Anchor anchor, Ink ink) override {
        const Layout layout(cairo_, text, font_.description);
        const double shift = anchor == Anchor::Start ? 0 : anchor == Anchor::Middle ? 0.5 : 1;
        setInk(cairo_, ink);
        cairo_move_to(cairo_, at.x - shift * layout.width(), at.y - layout.baseline());
        pango_cairo_show_layout(cairo_, layout.get());
    }

private:
    void trace(std::span<const DrawnPoint> points) {
        cairo_new_path(cairo_);
        for (const DrawnPoint& point : points)
            cairo_line_to(cairo_, point.x, point.y);
    }

    cairo_t* cairo_;
    FontDescription font_;
};

class CairoPdf : public PdfDocument {
public:
    explicit CairoPdf(const char* title)
        : surface_(cairo_pdf_surface_create_for_stream(&CairoPdf::write, &bytes_, kWidth, kHeight)),
          cairo_(cairo_create(surface_)) {
        cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, title);
    }
    ~CairoPdf() override {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }
    CairoPdf(const CairoPdf&) = delete;
    CairoPdf& operator=(const CairoPdf&) = delete;

    void nextPage() override { cairo_show_page(cairo_); }

    double text(DrawnPoint topLeft, double width, std::string_view text, PdfFont font, Ink ink) override {
        const FontDescription description(font);
        Layout layout(cairo_, text, description.description);
        layout.breakAt(width);
        setInk(cairo_, ink);
        cairo_move_to(cairo_, topLeft.x, topLeft.y);
        pango_cairo_show_layout(cairo_, layout.get());
        return layout.height();
    }

    double textHeight(double width, std::string_view text, PdfFont font) override {
        const FontDescription description(font);
        Layout layout(cairo_, text, description.description);
        layout.breakAt(width);
        return layout.height();
    }

    void jpeg(DrawnPoint topLeft, double width, int pixelWidth, int pixelHeight,
              std::string_view bytes) override {
        // The PDF takes the JPEG itself; the pixels of this surface are never looked at.
        cairo_surface_t* picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixelWidth, pixelHeight);
        auto* copy = new std::string(bytes);
        const auto forget = [](void* data) { delete static_cast<std::string*>(data); };
        const auto* data = reinterpret_cast<const unsigned char*>(copy->data());
        if (cairo_surface_set_mime_data(picture, CAIRO_MIME_TYPE_JPEG, data, copy->size(), forget, copy) !=
            CAIRO_STATUS_SUCCESS)
            delete copy;
        cairo_save(cairo_);
        cairo_translate(cairo_, topLeft.x, topLeft.y);
        cairo_scale(cairo_, width / pixelWidth, width / pixelWidth);
        cairo_set_source_surface(cairo_, picture, 0, 0);
        cairo_paint(cairo_);
        cairo_restore(cairo_);
        cairo_surface_destroy(picture);
    }

    void plot(DrawnPoint topLeft, double scale, const std::function<void(Drawing&)>& draw) override {
        cairo_save(cairo_);
        cairo_translate(cairo_, topLeft.x, topLeft.y);
        cairo_scale(cairo_, scale, scale);
        CairoDrawing drawing(cairo_);
        draw(drawing);
        cairo_restore(cairo_);
    }

    std::string finish() override {
        cairo_surface_finish(surface_);
        const cairo_status_t drawn = cairo_status(cairo_);
        const cairo_status_t written = cairo_surface_status(surface_);
        if (drawn != CAIRO_STATUS_SUCCESS || written != CAIRO_STATUS_SUCCESS) {
            throw Error(ErrorCode::Internal, "PDF",
                        std::string("could not be drawn: ") +
                            cairo_status_to_string(drawn != CAIRO_STATUS_SUCCESS ? drawn : written),
                        "Write the HTML report instead, and report this.");
        }
        return std::move(bytes_);
    }

private:
    static cairo_status_t write(void* bytes, const unsigned char* data, unsigned int length) {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    }

    std::string bytes_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
};
}  // namespace

extern "C" PdfDocument* segadCreatePdfDocument(const char* title) {
    return new CairoPdf(title);
}

}  // namespace segad
