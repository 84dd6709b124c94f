// A TensorFile reads weights from a file nobody vouches for: safetensors, PyTorch's zip format, and the
// format PyTorch wrote before it. No code of the file is ever executed: pickles are read by a machine that
// knows state dicts and nothing else (pickle_p.h). Formats are told apart by content, never by name.
//
// Life:    read() checks the whole structure and every checksum, and hashes the file; load() then fetches
//          one tensor at a time, so that a 140 MB file never lies in memory twice.
// Threads: const functions may be called from several threads at once.
// Torch:   free of it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"

namespace segad {

/// Element types a weight file may hold.
enum class DType { Float64, Float32, Float16, BFloat16, Int64, Int32, Int16, Int8, UInt8, Bool };

/// Bytes per element: 8, 4, 2 or 1.
std::size_t byteSize(DType type) noexcept;
bool isFloating(DType type) noexcept;
/// "float32", "int64", …
std::string_view toString(DType type) noexcept;

enum class TensorFileFormat { Safetensors, TorchZip, TorchLegacy };

/// "safetensors", "torch zip" or "torch legacy".
std::string_view toString(TensorFileFormat format) noexcept;

/// What a tensor is, without its values.
struct TensorInfo {
    std::string name;
    std::vector<std::int64_t> shape;  ///< outermost first; empty for a scalar
    DType dtype = DType::Float32;     ///< as stored
    bool sharesStorage = false;       ///< another tensor of the file views the same storage
    std::int64_t elementCount() const noexcept;
};

/// A tensor with its values in row-major order, whatever its strides in the file.
struct TensorData {
    std::string name;
    std::vector<std::int64_t> shape;
    DType fileDType = DType::Float32;
    std::vector<float> values;           ///< floating types, converted to float32
    std::vector<std::int64_t> integers;  ///< integer types and Bool (0 or 1)
};

/// Bounds on what a file may ask of its reader; whatever exceeds one is refused before memory is taken.
/// The defaults fit every published backbone many times over.
struct TensorFileLimits {
    std::uint64_t fileBytes = 4ULL << 30;
    std::uint64_t pickleBytes = 64ULL << 20;
    std::uint64_t pickleOps = 10'000'000;
    std::size_t pickleStack = 4096;  ///< Python writes dict items in batches of 1,000 pairs
    std::size_t pickleMarks = 100;
    std::size_t pickleObjects = 1'000'000;  ///< tuples, lists and dicts
    std::size_t memoSlots = 1'000'000;
    std::size_t stringBytes = 64U << 10U;
    std::size_t dictEntries = 100'000;
    std::size_t nestingDepth = 32;
    std::size_t storages = 100'000;
    std::uint64_t jsonHeaderBytes = 100'000'000;  ///< safetensors
    std::uint64_t tensorElements = 1ULL << 30U;   ///< of one tensor when it is loaded
};

class TensorFile {
public:
    /// Opens `file` and checks everything but the values. Throws Error{NotFound, PermissionDenied, Io} for
    /// what can't be read, Error{InvalidData} for a damaged, hostile or unknown file, Error{Unsupported} for
    /// TorchScript, big-endian and other well-formed files outside the subset, and Cancelled.
    static TensorFile read(const Path& file, const TensorFileLimits& limits = {});
    static TensorFile read(const Path& file, Job& job, const TensorFileLimits& limits = {});
    /// The same for a file that is in memory and stays there; errors call it `name`.
    static TensorFile read(const std::string& name, std::span<const std::byte> bytes);

    TensorFile(TensorFile&&) noexcept;
    TensorFile& operator=(TensorFile&&) noexcept;
    ~TensorFile();

    const Path& path() const noexcept;
    TensorFileFormat format() const noexcept;
    /// Of the whole file: 64 lower-case hexadecimal digits.
    const std::string& sha256() const noexcept;
    std::uint64_t bytes() const noexcept;

    /// safetensors' __metadata__; empty for the other formats.
    const std::map<std::string, std::string>& metadata() const noexcept;

    /// In the order of the file.
    const std::vector<TensorInfo>& tensors() const noexcept;
    std::vector<std::string> names() const;
    /// nullptr when the file has no tensor of this name.
    const TensorInfo* find(std::string_view name) const noexcept;

    /// Reads one tensor. Throws Error{NotFound} for an unknown name, Error{InvalidData} when the file was
    /// changed since read() or the tensor exceeds the limit, Error{Io}.
    TensorData load(std::string_view name) const;

    /// The same for a floating tensor, straight into memory of the caller's: `out` must have exactly its
    /// element count (else Error{InvalidArgument}).
    void loadInto(std::string_view name, std::span<float> out) const;

private:
    struct State;
    std::size_t indexOf(std::string_view name) const;
    explicit TensorFile(std::unique_ptr<State> state);
    static TensorFile parsed(std::unique_ptr<State> state, Job& job);
    std::unique_ptr<State> state_;
};

}  // namespace segad
