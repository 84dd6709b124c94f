#include "core/procedural/pictures.h"

#include <array>
#include <string>

#include "core/base/error.h"
#include "core/procedural/camera.h"
#include "core/procedural/families.h"

namespace segad {
namespace {

using namespace procedural;

struct FamilyRow {
    cv::Mat (*draw)(Dice& dice, int side);
    float blemished;  ///< share of pictures with scratches, dots, …
};

constexpr std::array<ProceduralFamily, 10> kFamilies{{{"surface", 22},
                                                      {"plain", 4},
                                                      {"leaves", 9},
                                                      {"collage", 9},
                                                      {"objects", 14},
                                                      {"products", 17},
                                                      {"heap", 5},
                                                      {"print", 7},
                                                      {"circuit", 8},
                                                      {"regions", 8}}};
constexpr std::array<FamilyRow, 10> kRows{{{drawSurface, 0.3F},
                                           {drawPlain, 0.5F},
                                           {drawLeaves, 0.1F},
                                           {drawCollage, 0.4F},
                                           {drawObjects, 0.4F},
                                           {drawProducts, 0.5F},
                                           {drawHeap, 0.2F},
                                           {drawPrint, 0.3F},
                                           {drawCircuit, 0.3F},
                                           {drawRegions, 0.3F}}};

/// Neighbouring indices and seeds have nothing in common.
std::uint64_t mixed(std::uint64_t seed, std::uint64_t index) {
    const std::uint64_t own = SplitMix64(seed)();
    return SplitMix64(own + index)();
}

void checkSide(int side) {
    if (side >= kProceduralMinSide && side <= kProceduralMaxSide) return;
    throw Error(ErrorCode::InvalidArgument, "procedural picture",
                "can't be " + std::to_string(side) + " pixels wide",
                "Ask for " + std::to_string(kProceduralMinSide) + " to " +
                    std::to_string(kProceduralMaxSide) + " pixels.");
}

enum class Twin { Plain, Blemished };

cv::Mat pictureOf(const FamilyRow& row, std::uint64_t mixedSeed, int side, Twin twin = Twin::Plain) {
    Dice dice(mixedSeed, "picture");
    cv::Mat canvas = row.draw(dice, drawCaptureSide(dice, side));
    if (dice.chance(row.blemished)) addBlemishes(canvas, dice);
    if (twin == Twin::Blemished) {
        Dice own(mixedSeed, "blemish");
        addBlemishes(canvas, own);
    }
    const cv::Mat photograph = photographed(canvas, dice);
    return shownAt(photograph, side, dice);
}

}  // namespace

std::span<const ProceduralFamily> proceduralFamilies() {
    return kFamilies;
}

std::size_t proceduralFamilyOf(std::uint64_t seed, std::uint64_t index) {
    Dice dice(mixed(seed, index), "family");
    return static_cast<std::size_t>(&dice.pick<ProceduralFamily>(kFamilies) - kFamilies.data());
}

cv::Mat proceduralPictureOf(std::size_t family, std::uint64_t seed, std::uint64_t index, int side) {
    checkSide(side);
    if (family >= kRows.size()) {
        throw Error(ErrorCode::InvalidArgument, "procedural picture", "no family " + std::to_string(family),
                    "Ask for one of " + std::to_string(kRows.size()) + " families.");
    }
    return pictureOf(kRows[family], mixed(seed, index), side);
}

cv::Mat proceduralPicture(std::uint64_t seed, std::uint64_t index, int side) {
    return proceduralPictureOf(proceduralFamilyOf(seed, index), seed, index, side);
}

cv::Mat proceduralBlemished(std::uint64_t seed, std::uint64_t index, int side) {
    checkSide(side);
    return pictureOf(kRows[proceduralFamilyOf(seed, index)], mixed(seed, index), side, Twin::Blemished);
}

cv::Mat withBlemishes(const cv::Mat& picture, std::uint64_t seed, std::uint64_t index) {
    Dice dice(mixed(seed, index), "blemish");
    cv::Mat canvas;
    picture.convertTo(canvas, CV_32FC3, 1.0 / 255);
    addBlemishes(canvas, dice);
    cv::Mat blemished;
    canvas.convertTo(blemished, CV_8UC3, 255);
    return blemished;
}

cv::Mat proceduralTexture(std::uint64_t seed, std::uint64_t index, int side) {
    checkSide(side);
    Dice dice(mixed(seed, index), "texture");
    cv::Mat canvas = drawSurface(dice, drawCaptureSide(dice, side));
    const cv::Mat photograph = photographed(canvas, dice);
    return shownAt(photograph, side, dice);
}

}  // namespace segad
