#include "core/nn/pdn_shape.h"

#include <algorithm>

#include "core/base/error.h"

namespace segad {

std::vector<PdnConvolution> PdnShape::convolutions(int out) const {
    const int stem = (medium ? 256 : 128) / divisor;
    const int wide = (medium ? 512 : 256) / divisor;
    const PdnConvolution first{.index = 0, .in = 3, .out = stem, .kernel = 4, .padding = 3, .pooled = true};
    const PdnConvolution second{
        .index = 3, .in = stem, .out = wide, .kernel = 4, .padding = 3, .pooled = true};
    if (medium) {
        return {first,
                second,
                {.index = 6, .in = wide, .out = wide, .kernel = 1},
                {.index = 8, .in = wide, .out = wide, .kernel = 3, .padding = 1},
                {.index = 10, .in = wide, .out = out, .kernel = 4},
                {.index = 12, .in = out, .out = out, .kernel = 1}};
    }
    return {first,
            second,
            {.index = 6, .in = wide, .out = wide, .kernel = 3, .padding = 1},
            {.index = 8, .in = wide, .out = out, .kernel = 4}};
}

const std::vector<PdnShape>& pdnShapes() {
    static const std::vector<PdnShape> shapes{
        {.architecture = "pdn_small", .title = "PDN-S"},
        {.architecture = "pdn_medium", .title = "PDN-M", .medium = true},
        {.architecture = "pdn_small_narrow", .title = "PDN-S, narrow", .divisor = 4},
        {.architecture = "pdn_medium_narrow", .title = "PDN-M, narrow", .medium = true, .divisor = 4}};
    return shapes;
}

const PdnShape* findPdnShape(std::string_view architecture) noexcept {
    const auto& shapes = pdnShapes();
    const auto found = std::ranges::find(shapes, architecture, &PdnShape::architecture);
    return found == shapes.end() ? nullptr : &*found;
}

const PdnShape& pdnShape(std::string_view architecture) {
    if (const PdnShape* shape = findPdnShape(architecture)) return *shape;
    std::string known;
    for (const PdnShape& shape : pdnShapes())
        known += (known.empty() ? "" : ", ") + shape.architecture;
    throw Error(ErrorCode::NotFound, std::string(architecture),
                "is no patch description network this program knows", "Use one of: " + known + ".");
}

double pdnFlops(const PdnShape& shape, int out, int side) {
    double flops = 0;
    double at = side;
    for (const PdnConvolution& c : shape.convolutions(out)) {
        flops += 2.0 * at * at * c.in * c.out * c.kernel * c.kernel;
        if (c.pooled) at /= 2;
    }
    return flops;
}

}  // namespace segad
