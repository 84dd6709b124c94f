#include "core/detector/row_store.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/detector/distance.h"

namespace segad {

namespace {
class MemoryRows final : public RowStore {
public:
    MemoryRows(std::size_t rows, std::size_t dimension) : RowStore(rows, dimension) {
        try {
            values_.reserve(rows * stride());
        } catch (const std::exception&) {
            throw Error(ErrorCode::OutOfMemory, "training",
                        "needs " + std::to_string((rows * stride() * sizeof(float)) >> 20U) + " MiB at once",
                        "Lower the memory limit: what doesn't fit is then kept in a temporary file.");
        }
    }

    const float* read(std::size_t first, std::size_t, float*) const override {
        return &values_[first * stride()];
    }

protected:
    void store(std::span<const float> paddedRows) override {
        values_.insert(values_.end(), paddedRows.begin(), paddedRows.end());
    }

private:
    std::vector<float> values_;
};

class FileRows final : public RowStore {
public:
    FileRows(std::size_t rows, std::size_t dimension, const Path& folder)
        : RowStore(rows, dimension), folder_(toUtf8(folder)) {
        descriptor_ = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
        if (descriptor_ < 0 && (errno == EOPNOTSUPP || errno == EISDIR)) openNamed(folder);
        if (descriptor_ < 0) throw errorFromErrno(errno, folder_, "make a temporary file");
        // Found out now rather than after an hour of training.
        const int full = posix_fallocate(descriptor_, 0, static_cast<off_t>(rows * stride() * sizeof(float)));
        if (full != 0 && full != EOPNOTSUPP && full != EINVAL) {
            close(descriptor_);
            throw errorFromErrno(full, folder_, "make room for a temporary file");
        }
    }

    ~FileRows() override { close(descriptor_); }

    const float* read(std::size_t first, std::size_t count, float* buffer) const override {
        transfer(first * stride(), count * stride(), [&](std::size_t done, std::size_t bytes, off_t at) {
            return pread(descriptor_, reinterpret_cast<char*>(buffer) + done, bytes, at);
        });
        return buffer;
    }

protected:
    void store(std::span<const float> paddedRows) override {
        transfer(size() * stride(), paddedRows.size(), [&](std::size_t done, std::size_t bytes, off_t at) {
            return pwrite(descriptor_, reinterpret_cast<const char*>(paddedRows.data()) + done, bytes, at);
        });
    }

private:
    /// For file systems without unnamed files.
    void openNamed(const Path& folder) {
        std::string name = (folder / "segad-XXXXXX").string();
        descriptor_ = mkostemp(name.data(), O_CLOEXEC);
        if (descriptor_ >= 0) unlink(name.c_str());
    }

    template <class Call>
    void transfer(std::size_t firstFloat, std::size_t floats, Call&& call) const {
        const std::size_t bytes = floats * sizeof(float);
        for (std::size_t done = 0; done < bytes;) {
            const auto at = static_cast<off_t>(firstFloat * sizeof(float) + done);
            const ssize_t moved = call(done, bytes - done, at);
            if (moved < 0 && errno == EINTR) continue;
            if (moved <= 0) throw errorFromErrno(moved < 0 ? errno : EIO, folder_, "use a temporary file");
            done += static_cast<std::size_t>(moved);
        }
    }

    std::string folder_;
    int descriptor_ = -1;
};
}  // namespace

RowStore::RowStore(std::size_t rows, std::size_t dimension)
    : capacity_(rows), dimension_(dimension), stride_(paddedDimension(dimension)) {}

std::unique_ptr<RowStore> RowStore::inMemory(std::size_t rows, std::size_t dimension) {
    return std::make_unique<MemoryRows>(rows, dimension);
}

std::unique_ptr<RowStore> RowStore::inFile(std::size_t rows, std::size_t dimension, const Path& folder) {
    return std::make_unique<FileRows>(rows, dimension, folder);
}

void RowStore::append(std::span<const float> rows) {
    const std::size_t count = rows.size() / dimension_;
    if (count * dimension_ != rows.size() || size_ + count > capacity_)
        throw std::logic_error("rows of another length, or more than announced");
    if (stride_ == dimension_) {
        store(rows);
    } else {
        std::vector<float> padded(count * stride_);
        for (std::size_t r = 0; r < count; ++r)
            std::copy_n(&rows[r * dimension_], dimension_, &padded[r * stride_]);
        store(padded);
    }
    size_ += count;
}

Path scratchFolder() {
    const char* chosen = std::getenv("TMPDIR");
    return chosen != nullptr && *chosen != '\0' ? Path(chosen) : Path("/var/tmp");
}

}  // namespace segad
