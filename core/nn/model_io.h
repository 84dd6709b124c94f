// Trained detectors on disk: float32 and int64 tensors and one JSON header in a single safetensors file
// that is named by its SHA-256. Nothing in it is ever executed.
//
// The header is a JSON object: {"detector": key, "params": {…}, "backbone": name, "backbone_sha256": …} and
// whatever else a detector needs; the writer adds "format", the version of this layout.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/nn/tensor_file.h"

namespace segad {

using Json = nlohmann::ordered_json;

class ModelWriter {
public:
    ModelWriter();
    ~ModelWriter();
    ModelWriter(const ModelWriter&) = delete;
    ModelWriter& operator=(const ModelWriter&) = delete;

    /// Adds a tensor; its values, row-major, become the writer's. Move large ones in.
    /// Throws std::logic_error when the number of values does not fit the shape or the name is taken.
    void tensor(std::string name, std::vector<std::int64_t> shape, std::vector<float> values);
    void tensor(std::string name, std::vector<std::int64_t> shape, std::vector<std::int64_t> values);

    /// The same without a copy: `values` must stay as they are until commit() has returned.
    void borrowed(std::string name, std::vector<std::int64_t> shape, std::span<const float> values);

    /// Must be given once, as a JSON object.
    void header(const Json& header);

    /// Writes `folder`/"<sha256>.safetensors" atomically (the folder is made when absent) and returns the
    /// file name. May be called again, for another folder. Throws Error{DiskFull, PermissionDenied, Io}
    /// and Cancelled; nothing is left behind then.
    std::string commit(const Path& folder) const;
    std::string commit(const Path& folder, Job& job) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Reads what a ModelWriter wrote. Tensors are fetched from the file when asked for, once, into memory that
/// is the caller's.
class ModelReader {
public:
    /// Verifies that the file's hash is its name. Throws Error{Corrupt} when it is not, Error{NewerVersion}
    /// for a later layout, Error{InvalidData} for a file that is no model, and what TensorFile::read throws.
    explicit ModelReader(const Path& file);
    ModelReader(const Path& file, Job& job);
    ~ModelReader();
    ModelReader(ModelReader&&) noexcept;
    ModelReader& operator=(ModelReader&&) noexcept;

    const Json& header() const noexcept;
    const Path& path() const noexcept;
    const std::string& sha256() const noexcept;

    const std::vector<TensorInfo>& tensors() const noexcept;
    bool has(std::string_view name) const noexcept;
    /// The functions below throw Error{InvalidData} naming the file for a tensor that is absent or of
    /// the other type.
    const std::vector<std::int64_t>& shape(std::string_view name) const;
    std::vector<float> floats(std::string_view name) const;
    std::vector<std::int64_t> integers(std::string_view name) const;
    /// Straight into memory that is there already, such as a library's tensor; `out` must have exactly
    /// the tensor's element count.
    void floatsInto(std::string_view name, std::span<float> out) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace segad
