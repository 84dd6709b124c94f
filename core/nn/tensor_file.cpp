#include "core/nn/tensor_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <new>
#include <unordered_map>

#include "core/base/sha256.h"
#include "core/nn/float16.h"
#include "core/nn/parsed_file_p.h"

namespace segad {

static_assert(std::endian::native == std::endian::little,
              "weight files are little-endian and read as they are");

struct TensorFile::State {
    FileSource source;
    TensorFileLimits limits;
    TensorFileFormat format = TensorFileFormat::Safetensors;
    std::string sha256;
    std::map<std::string, std::string> metadata;
    std::vector<TensorInfo> infos;
    std::vector<StoredTensor> stored;  ///< same order; the info in it is moved out
    std::unordered_map<std::string_view, std::size_t> byName;

    State(const Path& file, const TensorFileLimits& bounds)
        : source(file, bounds.fileBytes), limits(bounds) {}
    State(const std::string& name, std::span<const std::byte> bytes) : source(name, bytes) {}
};

namespace {
constexpr std::size_t kBlockBytes = std::size_t{1} << 20U;

/// Runs `action`, turning what the readers throw into an Error that names the file and what to do.
template <class Action>
auto translated(const Path& file, Action&& action) {
    try {
        return action();
    } catch (const BadTensorFile& bad) {
        const bool outside = bad.code() == ErrorCode::Unsupported;
        throw Error(bad.code(), toUtf8(file), bad.what(),
                    outside ? "Save the plain state dict with torch.save or as safetensors and use that file."
                            : "Get the file again from where it is published and compare its SHA-256.");
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, toUtf8(file), "needs more memory than there is",
                    "Close other programs, or use a smaller file.");
    }
}

std::string hashOf(const FileSource& source, Job& job) {
    Sha256 hash;
    std::vector<std::byte> block(kBlockBytes);
    for (std::uint64_t done = 0; done < source.size();) {
        const auto piece = std::span(block).first(
            static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), source.size() - done)));
        source.read(done, piece);
        hash.update(piece);
        done += piece.size();
        job.progress(done, source.size());
    }
    return hash.hex();
}

ParsedFile parse(const FileSource& source, const TensorFileLimits& limits, Job& job) {
    constexpr std::uint64_t kTarMagicOffset = 257;
    const std::string head =
        source.readString(0, static_cast<std::size_t>(std::min<std::uint64_t>(512, source.size())));
    if (head.empty()) throw BadTensorFile("is empty");
    if (head.starts_with("PK\3\4")) return parseTorchZip(source, limits, job);
    if (head.starts_with(kTorchLegacyMagic)) return parseTorchLegacy(source, limits);
    if (head.starts_with("version https://git-lfs")) {
        throw BadTensorFile("is a pointer of Git LFS, not the weights themselves");
    }
    if (head.size() > kTarMagicOffset && head.compare(kTarMagicOffset, 5, "ustar") == 0) {
        throw BadTensorFile("is a tar archive; PyTorch wrote such files before 0.1.10",
                            ErrorCode::Unsupported);
    }
    if (head.size() > 8 && head[8] == '{') return parseSafetensors(source, limits);
    throw BadTensorFile("is no weight file this program knows (safetensors or PyTorch .pth)");
}

float narrowed(double value) {
    return static_cast<float>(value);
}

/// `count` stored values at `bytes`, which need not be aligned, each passed through `convert`.
template <class Stored, class Out, class Convert>
void convertEach(const std::byte* bytes, std::size_t count, Out* out, Convert convert) {
    for (std::size_t i = 0; i < count; ++i) {
        Stored value;
        std::memcpy(&value, bytes + i * sizeof(Stored), sizeof(Stored));
        out[i] = convert(value);
    }
}

void convertAll(DType type, const std::byte* bytes, std::size_t count, float* out) {
    switch (type) {
        case DType::Float64:
            return convertEach<double>(bytes, count, out, narrowed);
        case DType::Float16:
            return convertEach<std::uint16_t>(bytes, count, out, floatFromHalf);
        case DType::BFloat16:
            return convertEach<std::uint16_t>(bytes, count, out, floatFromBFloat16);
        default:
            std::memcpy(out, bytes, count * sizeof(float));
    }
}

void convertAll(DType type, const std::byte* bytes, std::size_t count, std::int64_t* out) {
    const auto widened = [](auto value) { return static_cast<std::int64_t>(value); };
    switch (type) {
        case DType::Int32:
            return convertEach<std::int32_t>(bytes, count, out, widened);
        case DType::Int16:
            return convertEach<std::int16_t>(bytes, count, out, widened);
        case DType::Int8:
            return convertEach<std::int8_t>(bytes, count, out, widened);
        case DType::UInt8:
            return convertEach<std::uint8_t>(bytes, count, out, widened);
        case DType::Bool:
            return convertEach<std::uint8_t>(bytes, count, out,
                                             [](std::uint8_t value) { return std::int64_t{value != 0}; });
        default:
            std::memcpy(out, bytes, count * sizeof(std::int64_t));
    }
}

/// Dimensions of size 1 may have any stride: they never move.
bool isContiguous(const TensorInfo& info, const std::vector<std::int64_t>& strides) {
    const std::vector<std::int64_t> plain = contiguousStrides(info.shape);
    for (std::size_t i = 0; i < strides.size(); ++i) {
        if (info.shape[i] > 1 && strides[i] != plain[i]) return false;
    }
    return true;
}

template <class Out>
void fetchContiguous(const FileSource& source, const TensorInfo& info, std::uint64_t begin,
                     std::span<Out> out) {
    const std::size_t size = byteSize(info.dtype);
    if (info.dtype == DType::Float32 || info.dtype == DType::Int64) {
        source.read(begin, std::as_writable_bytes(out));
        return;
    }
    std::vector<std::byte> block(std::min(kBlockBytes, out.size() * size));
    for (std::size_t done = 0; done < out.size();) {
        const std::size_t count = std::min(block.size() / size, out.size() - done);
        source.read(begin + done * size, std::span(block).first(count * size));
        convertAll(info.dtype, block.data(), count, out.data() + done);
        done += count;
    }
}

/// A view with other strides: the span it covers is read whole, then gathered in row-major order.
template <class Out>
void fetchStrided(const FileSource& source, const TensorInfo& info, const StoredTensor& stored,
                  std::uint64_t maxElements, std::span<Out> out) {
    const std::size_t size = byteSize(info.dtype);
    std::uint64_t extent = 1;
    for (std::size_t i = 0; i < info.shape.size(); ++i)
        extent +=
            static_cast<std::uint64_t>(info.shape[i] - 1) * static_cast<std::uint64_t>(stored.strides[i]);
    if (extent > maxElements)
        throw BadTensorFile("its tensor " + inQuotes(info.name) + " is larger than allowed");
    std::vector<std::byte> bytes(static_cast<std::size_t>(extent) * size);
    source.read(stored.begin, bytes);
    std::vector<std::int64_t> index(info.shape.size(), 0);
    std::int64_t at = 0;
    for (Out& value : out) {
        convertAll(info.dtype, bytes.data() + static_cast<std::size_t>(at) * size, 1, &value);
        for (std::size_t dim = index.size(); dim-- > 0;) {
            at += stored.strides[dim];
            if (++index[dim] < info.shape[dim]) break;
            at -= stored.strides[dim] * info.shape[dim];
            index[dim] = 0;
        }
    }
}

template <class Out>
void fetch(const FileSource& source, const TensorInfo& info, const StoredTensor& stored,
           std::uint64_t maxElements, std::span<Out> out) {
    if (out.empty()) return;
    if (isContiguous(info, stored.strides)) {
        fetchContiguous(source, info, stored.begin, out);
    } else {
        fetchStrided(source, info, stored, maxElements, out);
    }
    source.checkUnchanged();
}
}  // namespace

TensorFile TensorFile::read(const Path& file, const TensorFileLimits& limits) {
    Job unwatched;
    return read(file, unwatched, limits);
}

TensorFile TensorFile::read(const Path& file, Job& job, const TensorFileLimits& limits) {
    return translated(file, [&] { return parsed(std::make_unique<State>(file, limits), job); });
}

TensorFile TensorFile::read(const std::string& name, std::span<const std::byte> bytes) {
    Job unwatched;
    return translated(name, [&] { return parsed(std::make_unique<State>(name, bytes), unwatched); });
}

TensorFile TensorFile::parsed(std::unique_ptr<State> state, Job& job) {
    ParsedFile parsed;
    {
        Job::Stage checking(job, 0.4, "Checking the file");
        parsed = parse(state->source, state->limits, checking.job());
    }
    {
        Job::Stage hashing(job, 0.6, "Hashing the file");
        state->sha256 = hashOf(state->source, hashing.job());
    }
    state->source.checkUnchanged();
    state->format = parsed.format;
    state->metadata = std::move(parsed.metadata);
    state->stored = std::move(parsed.tensors);
    for (StoredTensor& tensor : state->stored)
        state->infos.push_back(std::move(tensor.info));
    for (std::size_t i = 0; i < state->infos.size(); ++i)
        state->byName[state->infos[i].name] = i;
    return TensorFile(std::move(state));
}

TensorFile::TensorFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
TensorFile::TensorFile(TensorFile&&) noexcept = default;
TensorFile& TensorFile::operator=(TensorFile&&) noexcept = default;
TensorFile::~TensorFile() = default;

const Path& TensorFile::path() const noexcept {
    return state_->source.path();
}

TensorFileFormat TensorFile::format() const noexcept {
    return state_->format;
}

const std::string& TensorFile::sha256() const noexcept {
    return state_->sha256;
}

std::uint64_t TensorFile::bytes() const noexcept {
    return state_->source.size();
}

const std::map<std::string, std::string>& TensorFile::metadata() const noexcept {
    return state_->metadata;
}

const std::vector<TensorInfo>& TensorFile::tensors() const noexcept {
    return state_->infos;
}

std::vector<std::string> TensorFile::names() const {
    std::vector<std::string> names;
    for (const TensorInfo& info : state_->infos)
        names.push_back(info.name);
    return names;
}

const TensorInfo* TensorFile::find(std::string_view name) const noexcept {
    const auto found = state_->byName.find(name);
    return found == state_->byName.end() ? nullptr : &state_->infos[found->second];
}

std::size_t TensorFile::indexOf(std::string_view name) const {
    const auto found = state_->byName.find(name);
    if (found == state_->byName.end()) {
        throw Error(ErrorCode::NotFound, toUtf8(path()), "has no tensor " + inQuotes(name),
                    "Use a file of the right model.");
    }
    const TensorInfo& info = state_->infos[found->second];
    if (static_cast<std::uint64_t>(info.elementCount()) > state_->limits.tensorElements) {
        throw Error(ErrorCode::InvalidData, toUtf8(path()),
                    "its tensor " + inQuotes(name) + " is larger than allowed",
                    "Use a file of the right model.");
    }
    return found->second;
}

TensorData TensorFile::load(std::string_view name) const {
    const std::size_t i = indexOf(name);
    return translated(path(), [&] {
        const TensorInfo& info = state_->infos[i];
        TensorData data{.name = info.name, .shape = info.shape, .fileDType = info.dtype};
        const auto count = static_cast<std::size_t>(info.elementCount());
        const std::uint64_t most = state_->limits.tensorElements;
        if (isFloating(info.dtype)) {
            data.values.resize(count);
            fetch(state_->source, info, state_->stored[i], most, std::span(data.values));
        } else {
            data.integers.resize(count);
            fetch(state_->source, info, state_->stored[i], most, std::span(data.integers));
        }
        return data;
    });
}

void TensorFile::loadInto(std::string_view name, std::span<float> out) const {
    const std::size_t i = indexOf(name);
    const TensorInfo& info = state_->infos[i];
    if (!isFloating(info.dtype) || static_cast<std::size_t>(info.elementCount()) != out.size()) {
        throw Error(ErrorCode::InvalidArgument, toUtf8(path()),
                    "its tensor " + inQuotes(name) + " is of another type or size than asked for",
                    "Use a file of the right model.");
    }
    translated(path(),
               [&] { fetch(state_->source, info, state_->stored[i], state_->limits.tensorElements, out); });
}

}  // namespace segad
