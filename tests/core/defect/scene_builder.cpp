#include "tests/core/defect/scene_builder.h"

#include <opencv2/imgproc.hpp>

namespace segad::test {

DrawnPart drawnPart(int variant, cv::Size size) {
    SplitMix64 random(static_cast<std::uint64_t>(variant), "drawn part");
    DrawnPart part{cv::Mat(size, CV_8UC3), cv::Mat::zeros(size, CV_8UC1)};
    const int side = std::min(size.width, size.height);
    const auto shift = [&] {
        return static_cast<int>(random.below(static_cast<std::uint64_t>(side / 20 + 1)));
    };
    cv::ellipse(part.labels, {size.width / 2 + shift(), size.height / 2 + shift()}, {side * 2 / 5, side / 3},
                0, 0, 360, cv::Scalar(1), cv::FILLED);
    cv::circle(part.labels, {size.width / 2 - side / 6, size.height / 2}, side / 12, cv::Scalar(2),
               cv::FILLED);
    cv::circle(part.labels, {size.width / 2 + side / 6, size.height / 2}, side / 12, cv::Scalar(2),
               cv::FILLED);
    const std::array<cv::Vec3i, 3> colours{cv::Vec3i{60, 70, 90}, cv::Vec3i{170, 150, 60},
                                           cv::Vec3i{120, 40, 40}};
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const int label = part.labels.at<std::uint8_t>(y, x);
            const int grain =
                static_cast<int>(random.below(13)) + (label == 1 && (x / 3 + y / 5) % 2 == 0 ? 25 : 0);
            for (int c = 0; c < 3; ++c)
                part.rgb.at<cv::Vec3b>(y, x)[c] =
                    cv::saturate_cast<std::uint8_t>(colours.at(static_cast<std::size_t>(label))[c] + grain);
        }
    }
    return part;
}

}  // namespace segad::test
