// Pictures that need no licence: drawn from numbers, in the manner of macro photographs, product pictures,
// textiles, prints and boards. Networks learn general vision from them (a small backbone imitates a large
// one), and detectors that need pictures of "anything else" take them as such.
//
// A picture is a function of (seed, index, side) alone: no state is kept, any thread may ask for any picture
// in any order, and every machine draws the same one, up to the last place of float arithmetic in OpenCV's
// filters (one grey level in few pixels). Sizes inside a picture are in pixels, so a larger side shows more
// of a texture rather than a larger texture; objects scale with the side.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <opencv2/core/mat.hpp>

namespace segad {

constexpr int kProceduralMinSide = 64;
constexpr int kProceduralMaxSide = 1024;

/// Raised with every change after which a number shows another picture: what was learnt from pictures of one
/// version does not go on with those of another.
constexpr int kProceduralVersion = 2;

/// Any family, as often as its weight says. CV_8UC3, red first, side × side.
/// Throws Error{InvalidArgument} unless kProceduralMinSide <= side <= kProceduralMaxSide.
cv::Mat proceduralPicture(std::uint64_t seed, std::uint64_t index, int side);

/// proceduralPicture(seed, index, side) with one or a few blemishes more (a scratch, dots, a chip, a crack, a
/// stain …), seen by the same camera in the same light: outside them the two are alike, but for the camera's
/// blur and compression. Errors as above.
cv::Mat proceduralBlemished(std::uint64_t seed, std::uint64_t index, int side);

/// `picture` (CV_8UC3, red first) with such blemishes, as they would be on it and not before the camera.
cv::Mat withBlemishes(const cv::Mat& picture, std::uint64_t seed, std::uint64_t index);

/// A texture without objects that fills the picture, photographed like the others. Errors as above.
cv::Mat proceduralTexture(std::uint64_t seed, std::uint64_t index, int side);

/// A kind of picture: "texture", "objects", "circuit", …
struct ProceduralFamily {
    std::string_view name;
    float weight = 0;  ///< share of pictures, relative to the sum of weights
};

/// All families, in a fixed order.
std::span<const ProceduralFamily> proceduralFamilies();

/// Index into proceduralFamilies() of the family that proceduralPicture(seed, index, …) shows.
std::size_t proceduralFamilyOf(std::uint64_t seed, std::uint64_t index);

/// A picture of the given family. Throws Error{InvalidArgument} for a bad side or an unknown family.
cv::Mat proceduralPictureOf(std::size_t family, std::uint64_t seed, std::uint64_t index, int side);

}  // namespace segad
