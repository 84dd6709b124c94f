// Writes safetensors files: the only format this program writes weights in. A file appears under its name
// complete and synced, or not at all; several processes may write the same name at once.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/nn/tensor_file.h"

namespace segad {

/// Files being written are called "<this><unique>.partial" until they are committed.
inline constexpr std::string_view kPartialPrefix = "writing-";

/// A tensor to be written. `dtype` is Float32, Float16 or Int64.
struct TensorSpec {
    std::string name;
    std::vector<std::int64_t> shape;
    DType dtype = DType::Float32;
};

/// Writes a file tensor by tensor, so that the values need not be in memory together.
///
///     SafetensorsWriter out(folder, {{"bank", {n, d}}}, {{"format", "1"}});
///     for (const TensorSpec& tensor : out.order()) out.append(valuesOf(tensor.name));
///     out.commitByHash();
class SafetensorsWriter {
public:
    /// Lays the file out and starts it as a partial file in `folder`, which must exist.
    /// Throws Error{InvalidArgument} for a duplicate, empty or over-long name, a negative size or another
    /// dtype; Error{DiskFull, PermissionDenied, Io} naming the folder.
    SafetensorsWriter(const Path& folder, std::vector<TensorSpec> tensors,
                      const std::map<std::string, std::string>& metadata);
    /// Without a commit the partial file is removed.
    ~SafetensorsWriter();
    SafetensorsWriter(const SafetensorsWriter&) = delete;
    SafetensorsWriter& operator=(const SafetensorsWriter&) = delete;

    /// The order in which values must be given: by element size, largest first, then by name.
    const std::vector<TensorSpec>& order() const noexcept;

    /// The next values in order(); a tensor may be given in pieces. Floats for Float32 and Float16 (rounded
    /// to nearest even), integers for Int64. Throws std::logic_error for values of the wrong kind or number.
    void append(std::span<const float> values);
    void append(std::span<const std::int64_t> values);

    /// Makes the file real as `folder`/`fileName` and returns its SHA-256.
    /// Throws std::logic_error when values are missing.
    std::string commit(const std::string& fileName);

    /// The same as "<sha256>.safetensors"; returns that file name.
    std::string commitByHash();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A tensor whose values are in memory (floats for Float32 and Float16).
struct TensorView {
    TensorSpec spec;
    std::span<const float> values;
};

/// SafetensorsWriter for float tensors that are in memory; returns the file's SHA-256.
std::string writeSafetensors(const Path& file, const std::vector<TensorView>& tensors,
                             const std::map<std::string, std::string>& metadata);

}  // namespace segad
