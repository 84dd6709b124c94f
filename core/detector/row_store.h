// Many float rows of one length, appended once and then read by index: in memory, or in a temporary file
// when they would exceed a stated memory bound. What is read back is the same bits either way.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "core/base/file.h"

namespace segad {

class RowStore {
public:
    /// Throws Error{OutOfMemory} when the memory is not there.
    static std::unique_ptr<RowStore> inMemory(std::size_t rows, std::size_t dimension);

    /// An unnamed file in `folder` (it vanishes with the process, however that ends). Throws
    /// Error{DiskFull, PermissionDenied, Io} naming the folder.
    static std::unique_ptr<RowStore> inFile(std::size_t rows, std::size_t dimension, const Path& folder);

    virtual ~RowStore() = default;
    RowStore(const RowStore&) = delete;
    RowStore& operator=(const RowStore&) = delete;

    std::size_t size() const noexcept { return size_; }
    std::size_t capacity() const noexcept { return capacity_; }
    std::size_t dimension() const noexcept { return dimension_; }
    /// Floats from one row to the next: the dimension padded with zeros (distance.h).
    std::size_t stride() const noexcept { return stride_; }

    /// `rows` holds whole rows of dimension() floats. Throws std::logic_error beyond the capacity.
    void append(std::span<const float> rows);

    /// `count` rows from `first` on, stride() apart; either in place or copied into `buffer`, which has
    /// room for them. Any number of threads may read at once. Throws Error{Io}.
    virtual const float* read(std::size_t first, std::size_t count, float* buffer) const = 0;

protected:
    RowStore(std::size_t rows, std::size_t dimension);
    /// Stores whole padded rows after those that are there.
    virtual void store(std::span<const float> paddedRows) = 0;

private:
    std::size_t capacity_;
    std::size_t dimension_;
    std::size_t stride_;
    std::size_t size_ = 0;
};

/// Where temporary files of this size belong: $TMPDIR, else /var/tmp (on disk, where /tmp may be memory).
Path scratchFolder();

}  // namespace segad
