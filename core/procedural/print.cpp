// Things written and printed: letters, invented glyphs, bar codes, dot matrices, scales, symbols.
#include <array>
#include <string>

#include <opencv2/imgproc.hpp>

#include "core/procedural/families.h"
#include "core/procedural/outlines.h"
#include "core/procedural/solids.h"
#include "core/procedural/strokes.h"
#include "core/procedural/textures.h"

namespace segad::procedural {
namespace {

constexpr std::string_view kCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz01234567890123456789-./:+#%&";

void printLetters(Dice& dice, cv::Mat& mask) {
    constexpr std::array<int, 6> kFonts{cv::FONT_HERSHEY_SIMPLEX, cv::FONT_HERSHEY_PLAIN,
                                        cv::FONT_HERSHEY_DUPLEX,  cv::FONT_HERSHEY_COMPLEX,
                                        cv::FONT_HERSHEY_TRIPLEX, cv::FONT_HERSHEY_SCRIPT_SIMPLEX};
    const int font = kFonts[static_cast<std::size_t>(dice.below(6))];
    const float height = dice.logUniform(6, static_cast<float>(mask.rows) * 0.4F);
    const double scale = static_cast<double>(height) / (font == cv::FONT_HERSHEY_PLAIN ? 10.0 : 22.0);
    const int thickness = std::max(1, static_cast<int>(height * dice.uniform(0.04F, 0.2F)));
    const int lines = dice.chance(0.5F) ? 1 : dice.between(2, 7);
    float y = dice.uniform(0, 1) * static_cast<float>(mask.rows);
    const int left = static_cast<int>(dice.uniform(-0.1F, 0.6F) * static_cast<float>(mask.cols));
    for (int line = 0; line < lines; ++line) {
        std::string text;
        const int letters = dice.between(1, 14);
        for (int i = 0; i < letters; ++i)
            text +=
                dice.chance(0.1F)
                    ? ' '
                    : kCharacters[static_cast<std::size_t>(dice.below(static_cast<int>(kCharacters.size())))];
        cv::putText(mask, text, {left, static_cast<int>(y)}, font, scale, cv::Scalar(255), thickness,
                    cv::LINE_AA);
        y += height * 1.5F;
    }
}

/// Signs of an alphabet nobody knows: a few strokes between the corners of a small grid.
void printGlyphs(Dice& dice, cv::Mat& mask) {
    const float height = dice.logUniform(5, static_cast<float>(mask.rows) * 0.3F);
    const float width = height * dice.uniform(0.5F, 1);
    const float line = std::max(1.0F, height * dice.uniform(0.05F, 0.22F));
    const int rows = dice.between(1, 6);
    const int columns = dice.between(1, 12);
    const Vec2 from{dice.uniform(0, 0.7F) * static_cast<float>(mask.cols),
                    dice.uniform(0, 0.7F) * static_cast<float>(mask.rows)};
    for (int i = 0; i < rows * columns; ++i) {
        const int row = i / columns;
        const Vec2 corner = from + Vec2{static_cast<float>(i % columns) * width * 1.35F,
                                        static_cast<float>(row) * height * 1.5F};
        const int strokes = dice.between(1, 4);
        for (int s = 0; s < strokes; ++s) {
            const auto node = [&] {
                const float x = 0.5F * static_cast<float>(dice.below(3));
                return corner + Vec2{x * width, 0.5F * static_cast<float>(dice.below(3)) * height};
            };
            const Vec2 a = node();
            const Vec2 b = node();
            if (dice.chance(0.3F)) {
                const Vec2 middle = mix(a, b, 0.5F);
                const cv::Size axes(static_cast<int>(width * 8), static_cast<int>(height * 8));
                const int begin = 90 * dice.below(4);
                cv::ellipse(mask, fixedPoint(middle), axes, 0, begin, begin + 90 * dice.between(1, 4),
                            cv::Scalar(255), std::max(1, static_cast<int>(line)), cv::LINE_AA, kDrawShift);
            } else {
                strokePath(mask, {a, b}, line);
            }
        }
    }
}

void printBars(Dice& dice, cv::Mat& mask) {
    const float unit = dice.logUniform(1, 7);
    const float height = dice.uniform(0.1F, 0.8F) * static_cast<float>(mask.rows);
    const float top = dice.uniform(0, 0.7F) * static_cast<float>(mask.rows);
    float x = dice.uniform(0, 0.6F) * static_cast<float>(mask.cols);
    const int bars = dice.between(8, 40);
    for (int i = 0; i < bars; ++i) {
        const float width = unit * static_cast<float>(dice.between(1, 4));
        cv::rectangle(mask, fixedPoint({x, top}), fixedPoint({x + width, top + height}), cv::Scalar(255),
                      cv::FILLED, cv::LINE_AA, kDrawShift);
        x += width + unit * static_cast<float>(dice.between(1, 4));
    }
}

/// A square code or a dot-matrix display.
void printMatrix(Dice& dice, cv::Mat& mask) {
    const float unit = dice.logUniform(2, 12);
    const int count = dice.between(6, 28);
    const Vec2 from{dice.uniform(-0.1F, 0.7F) * static_cast<float>(mask.cols),
                    dice.uniform(-0.1F, 0.7F) * static_cast<float>(mask.rows)};
    const bool dots = dice.chance(0.4F);
    const float filled = dice.uniform(0.3F, 0.7F);
    for (int i = 0; i < count * count; ++i) {
        if (!dice.chance(filled)) continue;
        const int row = i / count;
        const Vec2 at = from + Vec2{static_cast<float>(i % count) * unit, static_cast<float>(row) * unit};
        if (dots)
            cv::circle(mask, fixedPoint(at), static_cast<int>(unit * 16 * 0.4F), cv::Scalar(255), cv::FILLED,
                       cv::LINE_AA, kDrawShift);
        else
            cv::rectangle(mask, fixedPoint(at), fixedPoint(at + Vec2{unit, unit}), cv::Scalar(255),
                          cv::FILLED, cv::LINE_8, kDrawShift);
    }
}

/// Lines of a form, a ruler or a frame.
void printRules(Dice& dice, cv::Mat& mask) {
    const float size = static_cast<float>(mask.cols);
    const bool ruler = dice.chance(0.4F);
    const float pitch = dice.logUniform(4, size / 5);
    const float line = dice.uniform(1, 3);
    const float middle = dice.uniform(0.1F, 0.9F) * size;
    int number = 0;
    for (float at = dice.uniform(0, pitch); at < size; at += pitch, ++number) {
        const float tick = (number % 5 == 0 ? 0.12F : 0.06F) * size;
        if (ruler)
            strokePath(mask, {{at, middle}, {at, middle + tick}}, line);
        else
            strokePath(mask, {{0, at}, {size, at}}, line);
    }
}

void printSymbol(Dice& dice, cv::Mat& mask) {
    const float size = static_cast<float>(mask.cols);
    const int symbols = dice.between(1, 4);
    for (int i = 0; i < symbols; ++i) {
        const Vec2 centre{dice.uniform(0.1F, 0.9F) * size, dice.uniform(0.1F, 0.9F) * size};
        const float radius = size * dice.logUniform(0.03F, 0.3F);
        const Outline drawn = drawOutline(dice, radius);
        const Outline shape = placed(drawn, centre, dice.uniform(0, 1), 1);
        if (dice.chance(0.5F)) {
            fillOutline(mask, shape, {0, 0});
        } else {
            const float line = dice.uniform(1, 5);
            for (std::vector<Vec2> ring : shape.rings) {
                ring.push_back(ring.front());
                strokePath(mask, ring, line);
            }
        }
    }
}

cv::Mat drawPrintMask(Dice& dice, cv::Size size) {
    cv::Mat mask(size, CV_8UC1, cv::Scalar(0));
    switch (dice.below(8)) {
        case 0:
        case 1:
        case 2:
            printLetters(dice, mask);
            break;
        case 3:
            printGlyphs(dice, mask);
            break;
        case 4:
            printBars(dice, mask);
            break;
        case 5:
            printMatrix(dice, mask);
            break;
        case 6:
            printRules(dice, mask);
            break;
        default:
            printSymbol(dice, mask);
    }
    if (dice.chance(0.5F)) {  // not upright
        const float turns =
            dice.chance(0.4F) ? 0.25F * static_cast<float>(dice.below(4)) : dice.uniform(0, 1);
        const Vec2 along = directionOf(turns);
        const float half = static_cast<float>(size.width) / 2;
        const cv::Matx23f look(along.x, along.y, half - (along.x + along.y) * half, -along.y, along.x,
                               half - (along.x - along.y) * half);
        cv::Mat turned;
        cv::warpAffine(mask, turned, look, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
        return turned;
    }
    return mask;
}

}  // namespace

void addPrint(cv::Mat& canvas, Dice& dice, Tone tone) {
    const cv::Mat mask = drawPrintMask(dice, canvas.size());
    const float kind = dice.uniform(0, 1);
    if (kind < 0.5F) {
        const float ink = dice.chance(0.7F) ? dice.uniform(0, 0.2F) : dice.uniform(0.8F, 1);
        paint(canvas, mask, Rgb{ink, ink, ink}, dice.uniform(0.4F, 1));
    } else if (kind < 0.85F) {
        const Rgb colour = drawColour(dice, tone);
        paint(canvas, mask, colour, dice.uniform(0.4F, 1));
    } else {  // engraved or embossed: a light and a dark side
        const float depth = dice.uniform(0.1F, 0.6F);
        const int shift = dice.between(1, 2);
        for (int y = shift; y < canvas.rows; ++y) {
            const auto* here = mask.ptr<unsigned char>(y);
            const auto* before = mask.ptr<unsigned char>(y - shift);
            auto* into = canvas.ptr<Rgb>(y);
            for (int x = shift; x < canvas.cols; ++x)
                into[x] = into[x] * (1 + depth * static_cast<float>(here[x] - before[x - shift]) / 255.0F);
        }
    }
}

cv::Mat drawPrint(Dice& dice, int side) {
    const Tone tone = drawTone(dice);
    cv::Mat canvas = drawGround(dice, side, tone);
    const int layers = dice.between(1, 4);
    for (int i = 0; i < layers; ++i)
        addPrint(canvas, dice, tone);
    return canvas;
}

}  // namespace segad::procedural
