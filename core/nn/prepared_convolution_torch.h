// A convolution whose weights are laid out once for the fastest code this LibTorch has, and then applied
// many times: oneDNN with blocked weights on a processor, plain convolution elsewhere. Also serves as a
// matrix product (1×1), where it is about twice as fast as BLAS on processors OpenBLAS does not know.
#pragma once

#include "core/nn/torch_prelude.h"

namespace segad::nn {

class PreparedConvolution {
public:
    struct Options {
        int stride = 1;
        int padding = 0;
        bool relu = false;                      ///< fused with the output
        at::ScalarType type = at::kFloat;       ///< of input, weights and output; sums are float32
        std::array<std::int64_t, 2> inputSize;  ///< height, width: a hint for the layout, not a limit
    };

    /// `weight` [out,in,kh,kw] and `bias` [out], float32.
    PreparedConvolution(at::Tensor weight, const at::Tensor& bias, const Options& options,
                        const at::Device& device);

    /// Channels-last [N,in,h,w] -> channels-last [N,out,h',w'].
    at::Tensor operator()(const at::Tensor& input) const;

private:
    c10::IValue prepared_;  ///< none where there is no oneDNN
    at::Tensor weight_;     ///< otherwise
    at::Tensor bias_;
    Options options_;
};

}  // namespace segad::nn
