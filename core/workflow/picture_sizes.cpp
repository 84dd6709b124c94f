#include "core/workflow/picture_sizes.h"

#include <algorithm>

#include "core/project/project.h"

namespace segad {

namespace {
constexpr double kMargin = 0.1;  // pictures that are cut out by hand vary as much

std::string sizeText(cv::Size size) {
    return std::to_string(size.width) + " × " + std::to_string(size.height);
}

bool isAbout(int side, int smallest, int largest) {
    return side >= (1 - kMargin) * smallest && side <= (1 + kMargin) * largest;
}
}  // namespace

void PictureSizes::add(cv::Size size) {
    if (size.empty()) return;
    const bool first = largest.empty();
    smallest =
        first ? size : cv::Size(std::min(smallest.width, size.width), std::min(smallest.height, size.height));
    largest = {std::max(largest.width, size.width), std::max(largest.height, size.height)};
}

std::string PictureSizes::remarkOn(cv::Size size) const {
    if (largest.empty() || (isAbout(size.width, smallest.width, largest.width) &&
                            isAbout(size.height, smallest.height, largest.height)))
        return {};
    const std::string known =
        smallest == largest ? sizeText(largest) : sizeText(smallest) + " to " + sizeText(largest);
    return "is " + sizeText(size) + " px, the pictures this comes from are " + known +
           " px: scores may mean nothing";
}

PictureSizes pictureSizesOf(const Project& project) {
    PictureSizes sizes;
    for (const PartRecord& part : project.parts().all({.generated = false}))
        sizes.add({part.width, part.height});
    return sizes;
}

}  // namespace segad
