// The report of an inspection on paper: the same content as the page, in the same order.
#include <algorithm>
#include <array>
#include <cstdio>

#include "core/image/image.h"
#include "core/workflow/inspection_plots.h"
#include "core/workflow/inspection_report.h"
#include "core/workflow/print/pdf_document.h"

namespace segad {

namespace {
constexpr double kMargin = 42;
constexpr double kColumn = PdfDocument::kWidth - 2 * kMargin;
constexpr double kBottom = PdfDocument::kHeight - kMargin - 14;
constexpr double kGap = 10;

Ink inkOf(const InspectedPart& part) {
    if (!part.verdict) return Ink::Reject;
    return *part.verdict == Verdict::Pass     ? Ink::Pass
           : *part.verdict == Verdict::Review ? Ink::Review
                                              : Ink::Reject;
}

std::string number(double value) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.3f", value);
    return text.data();
}

/// Fills pages from the top to the bottom.
class Pages {
public:
    explicit Pages(const InspectionReport& report)
        : report_(report),
          head_(headOf(report)),
          document_(createPdfDocument("Inspection of " + report.totals.folder)) {}

    std::string write() {
        head();
        plots();
        cards();
        failed();
        worst();
        footer();
        return document_->finish();
    }

private:
    void paragraph(const std::string& text, PdfFont font, Ink ink, double after = 4) {
        room(document_->textHeight(kColumn, text, font));
        y_ += document_->text({kMargin, y_}, kColumn, text, font, ink) + after;
    }

    void heading(const std::string& text, double following) {
        y_ += kGap;
        room(20 + following);
        paragraph(text, PdfFont::Heading, Ink::Text, 6);
    }

    /// Goes on with the next page unless so much is left of this one.
    void room(double height) {
        if (y_ + height <= kBottom) return;
        footer();
        document_->nextPage();
        ++page_;
        y_ = kMargin;
    }

    void footer() {
        document_->text({kMargin, kBottom + 6}, kColumn,
                        "Page " + std::to_string(page_) + " · " + head_.where, PdfFont::Small, Ink::Soft);
    }

    void head() {
        paragraph(head_.title, PdfFont::Title, Ink::Text, 2);
        paragraph(head_.where + ".", PdfFont::Body, Ink::Soft);
        paragraph(head_.counts + ".", PdfFont::Heading, Ink::Text);
        paragraph(head_.judge + ".", PdfFont::Body, Ink::Soft);
        for (const std::string& note : head_.notes)
            paragraph(note + ".", PdfFont::Body, Ink::Review);
    }

    void plot(const std::string& title, double height, const std::function<void(Drawing&)>& draw) {
        const double scale = kColumn / kPlotWidth;
        heading(title, height * scale);
        document_->plot({kMargin, y_}, scale, draw);
        y_ += height * scale;
    }

    void plots() {
        if (!report_.histogram.counts.empty()) {
            plot("Scores", kHistogramHeight,
                 [&](Drawing& drawing) { drawHistogram(drawing, report_.histogram, report_.facts); });
        }
        if (report_.trend.size() > 1) {
            plot("Trend", kTrendHeight,
                 [&](Drawing& drawing) { drawTrend(drawing, report_.trend, report_.facts); });
        }
    }

    void cards() {
        const double width = (kColumn - kGap) / 2;
        if (report_.cards.empty()) return;
        heading("Highest scores", 160);
        for (std::size_t i = 0; i < report_.cards.size(); i += 2) {
            const std::size_t count = std::min<std::size_t>(2, report_.cards.size() - i);
            double height = 0;
            for (std::size_t k = 0; k < count; ++k)
                height = std::max(height, card({0, 0}, width, report_.cards[i + k], false));
            room(height);
            for (std::size_t k = 0; k < count; ++k)
                card({kMargin + static_cast<double>(k) * (width + kGap), y_}, width, report_.cards[i + k],
                     true);
            y_ += height + kGap;
        }
    }

    /// Draws one, or only measures it; its height.
    double card(DrawnPoint at, double width, const InspectionReport::Card& card, bool draw) {
        const double side = (width - 4) / 2;
        const ImageInfo info = decodeImageBytes(card.picture.picture, card.result.part.path).info;
        const double pictureHeight = side * info.height / info.width;
        if (draw) {
            document_->jpeg(at, side, info.width, info.height, card.picture.picture);
            document_->jpeg({at.x + side + 4, at.y}, side, info.width, info.height, card.picture.overlay);
        }
        double y = at.y + pictureHeight + 3;
        const InspectedPart& part = card.result.part;
        const auto line = [&](const std::string& text, Ink ink) {
            if (text.empty()) return;
            y += draw ? document_->text({at.x, y}, width, text, PdfFont::Small, ink)
                      : document_->textHeight(width, text, PdfFont::Small);
        };
        line(std::string(toString(part.verdict.value())) + " " + number(part.score) + " · " +
                 part.topSegment + ", " + part.topDetector,
             inkOf(part));
        line(part.path, Ink::Text);
        line(reasonsText(card.result), Ink::Soft);
        return y - at.y;
    }

    /// A line of cells at the given places, the last one to the right edge; each is broken where it is too
    /// long.
    void row(const std::vector<std::pair<double, std::string>>& cells, Ink ink) {
        double height = 0;
        const auto widthOf = [&](std::size_t i) {
            return (i + 1 < cells.size() ? cells[i + 1].first : kColumn) - cells[i].first - 6;
        };
        for (std::size_t i = 0; i < cells.size(); ++i)
            height = std::max(height, document_->textHeight(widthOf(i), cells[i].second, PdfFont::Small));
        room(height);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            document_->text({kMargin + cells[i].first, y_}, widthOf(i), cells[i].second, PdfFont::Small,
                            i == 0 ? Ink::Text : ink);
        }
        y_ += height + 1.5;
    }

    void failed() {
        if (report_.failed.empty()) return;
        heading("Without a verdict", 30);
        for (const InspectionResult& result : report_.failed)
            row({{0, result.part.path}, {kColumn * 0.4, result.part.error}}, Ink::Reject);
    }

    void worst() {
        if (report_.worst.empty()) return;
        heading("The worst parts", 30);
        for (const InspectionResult& result : report_.worst) {
            const InspectedPart& part = result.part;
            row({{0, part.path},
                 {kColumn * 0.5, std::string(toString(part.verdict.value()))},
                 {kColumn * 0.6, number(part.score)},
                 {kColumn * 0.7, part.topSegment},
                 {kColumn * 0.85, part.topDetector}},
                inkOf(part));
        }
    }

    const InspectionReport& report_;
    const ReportHead head_;
    std::unique_ptr<PdfDocument> document_;
    double y_ = kMargin;
    int page_ = 1;
};
}  // namespace

void writePdfReport(const Path& file, const InspectionReport& report) {
    writeFileAtomically(file, Pages(report).write());
}

}  // namespace segad
