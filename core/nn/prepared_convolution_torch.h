// A convolution whose weights are laid out once for the fastest code this LibTorch has, and then applied
// many times: on a processor Winograd's minimal filtering (winograd.h) for 3×3 in float32 where that pays,
// else oneDNN with blocked weights; plain convolution elsewhere. Also serves as a matrix product (1×1), where
// it is about twice as fast as BLAS on processors OpenBLAS does not know.
//
// Which layout is the fastest depends on the processor, on the size of the map and on whether one thread
// computes or several: there is one for each of the last two, the first map decides, and maps of other sizes
// may be slower (on AVX-512 many times: weights are laid out anew for each).
#pragma once

#include <array>
#include <memory>

#include "core/nn/torch_prelude.h"

namespace segad::nn {

class Winograd;

class PreparedConvolution {
public:
    struct Options {
        int stride = 1;
        int padding = 0;
        bool relu = false;                 ///< fused with the output
        at::ScalarType type = at::kFloat;  ///< of input, weights and output; sums are float32
    };

    /// `weight` [out,in,kh,kw] and `bias` [out], float32; must not be changed afterwards.
    PreparedConvolution(const at::Tensor& weight, const at::Tensor& bias, const Options& options,
                        const at::Device& device);

    /// Channels-last [N,in,h,w] -> channels-last [N,out,h',w']. From any number of threads.
    at::Tensor operator()(const at::Tensor& input) const;

private:
    class OneDnn;
    struct Laid;
    using Map = std::array<std::int64_t, 2>;  ///< height and width of what comes in

    const Winograd* winograd(Map map) const;  ///< null where it does not pay
    const c10::IValue& prepared(const OneDnn& oneDnn, Map map) const;

    std::shared_ptr<Laid> laid_;  ///< shared by copies: weights are laid out once
    Options options_;
};

}  // namespace segad::nn
