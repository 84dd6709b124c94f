#include "core/detector/training_pictures.h"

#include <cstring>
#include <vector>

#include "core/base/error.h"
#include "core/base/work_ahead.h"
#include "core/detector/row_store.h"

namespace segad {

namespace {
std::size_t floatsPerPicture(cv::Size size) {
    return (static_cast<std::size_t>(size.area()) * 3 + sizeof(float) - 1) / sizeof(float);
}

std::vector<float> asRow(const cv::Mat& rgb) {
    std::vector<float> row(floatsPerPicture(rgb.size()));
    const cv::Mat pixels = rgb.isContinuous() ? rgb : rgb.clone();
    std::memcpy(row.data(), pixels.data, pixels.total() * pixels.elemSize());
    return row;
}
}  // namespace

TrainingPictures::TrainingPictures(cv::Size size, std::unique_ptr<RowStore> rows)
    : size_(size), rows_(std::move(rows)) {}
TrainingPictures::TrainingPictures(TrainingPictures&&) noexcept = default;
TrainingPictures& TrainingPictures::operator=(TrainingPictures&&) noexcept = default;
TrainingPictures::~TrainingPictures() = default;

std::uint64_t TrainingPictures::bytes(std::uint64_t count, const NetworkInput& input) noexcept {
    return count * floatsPerPicture(input.size) * sizeof(float);
}

TrainingPictures TrainingPictures::read(const ImageSource& source, const NetworkInput& input,
                                        std::uint64_t memoryBytes, Job& job) {
    const std::size_t count = source.size();
    if (count == 0) {
        throw Error(ErrorCode::InvalidData, "training", "has no parts to learn from",
                    "Label parts, or import a dataset with training parts.");
    }
    const std::size_t dimension = floatsPerPicture(input.size);
    auto rows = bytes(count, input) <= memoryBytes ? RowStore::inMemory(count, dimension)
                                                   : RowStore::inFile(count, dimension, scratchFolder());
    WorkAhead<std::vector<float>> ahead(count, [&](std::size_t index) {
        return asRow(resizeImage(source.rgb(index), input.size, input.resize));
    });
    while (ahead.hasNext()) {
        job.progress(ahead.nextIndex(), count);
        rows->append(ahead.next());
    }
    job.progress(count, count);
    return {input.size, std::move(rows)};
}

std::size_t TrainingPictures::size() const noexcept {
    return rows_->size();
}

cv::Mat TrainingPictures::at(std::size_t index) const {
    cv::Mat rgb(size_, CV_8UC3);
    std::vector<float> buffer(rows_->stride());
    std::memcpy(rgb.data, rows_->read(index, 1, buffer.data()), rgb.total() * rgb.elemSize());
    return rgb;
}

}  // namespace segad
