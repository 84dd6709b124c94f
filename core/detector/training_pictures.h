// The pictures of a training in steps: each is decoded and brought to the network's size once, on all
// processors, and kept as bytes; an epoch reads no file. What would exceed the memory bound is kept in an
// unnamed temporary file (row_store.h).
#pragma once

#include <memory>

#include <opencv2/core/mat.hpp>

#include "core/base/job.h"
#include "core/image/image.h"
#include "core/nn/network_input.h"

namespace segad {

class RowStore;

class TrainingPictures {
public:
    /// Reads all pictures of `source`. Throws Error{InvalidData} when there are none, what reading a
    /// picture throws (the file is named), what making the temporary file throws, and Cancelled.
    static TrainingPictures read(const ImageSource& source, const NetworkInput& input,
                                 std::uint64_t memoryBytes, Job& job);

    /// Bytes that `count` pictures take.
    static std::uint64_t bytes(std::uint64_t count, const NetworkInput& input) noexcept;

    TrainingPictures(TrainingPictures&&) noexcept;
    TrainingPictures& operator=(TrainingPictures&&) noexcept;
    ~TrainingPictures();

    std::size_t size() const noexcept;
    /// Picture `index`, CV_8UC3 RGB at the input's size, a copy. From any number of threads. Throws
    /// Error{Io}.
    cv::Mat at(std::size_t index) const;

private:
    TrainingPictures(cv::Size size, std::unique_ptr<RowStore> rows);

    cv::Size size_;
    std::unique_ptr<RowStore> rows_;  ///< a picture's bytes, taken for floats, make a row
};

}  // namespace segad
