#include <array>

#include "core/base/error.h"
#include "core/nn/picture_tensor_torch.h"

namespace segad::nn {

namespace {
constexpr std::array<float, 3> kMean{0.485F, 0.456F, 0.406F};
constexpr std::array<float, 3> kDeviation{0.229F, 0.224F, 0.225F};
}  // namespace

at::Tensor pictureTensor(const cv::Mat& rgb, const NetworkInput& input) {
    if (rgb.empty() || rgb.type() != CV_8UC3) {
        throw Error(ErrorCode::InvalidArgument, "picture", "is not 8-bit RGB",
                    "Decode it with decodeImage().");
    }
    const cv::Mat resized = rgb.size() == input.size ? rgb : resizeImage(rgb, input.size, input.resize);
    // Rows of interleaved RGB are what channels-last means: one pass, no transposition.
    const std::int64_t height = resized.rows;
    const std::int64_t width = resized.cols;
    at::Tensor pixels = at::empty({1, height, width, 3}, at::kFloat);
    float* out = pixels.data_ptr<float>();
    for (int y = 0; y < resized.rows; ++y) {
        const auto* row = resized.ptr<std::uint8_t>(y);
        for (int x = 0; x < resized.cols; ++x, row += 3, out += 3) {
            for (std::size_t c = 0; c < 3; ++c)
                out[c] = (static_cast<float>(row[c]) / 255.0F - kMean[c]) / kDeviation[c];
        }
    }
    return pixels.permute({0, 3, 1, 2});
}

}  // namespace segad::nn
