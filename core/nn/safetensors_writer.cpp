#include "core/nn/safetensors_writer.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <random>
#include <set>
#include <stdexcept>

#include <unistd.h>

#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/nn/float16.h"

namespace segad {

namespace {
constexpr std::size_t kMaxNameBytes = 1024;
constexpr std::size_t kDataAlignment = 8;

/// Runs `action`; errors of the partial file, whose name means nothing to the user, are told of the folder.
template <class Action>
auto namingFolder(const Path& folder, Action&& action) {
    try {
        return action();
    } catch (const Error& error) {
        throw Error(error.code(), toUtf8(folder.empty() ? Path(".") : folder), error.message(),
                    error.remedy());
    }
}

/// A name that no other writer in the folder uses, in this process or another.
Path uniquePartial(const Path& folder) {
    std::random_device random;
    const std::uint64_t number = (std::uint64_t{random()} << 32U) | random();
    return folder / (std::string(kPartialPrefix) + std::to_string(::getpid()) + "-" + std::to_string(number));
}

const char* safetensorsName(DType type) {
    switch (type) {
        case DType::Float32:
            return "F32";
        case DType::Float16:
            return "F16";
        case DType::Int64:
            return "I64";
        default:
            return nullptr;
    }
}

void checkSpecs(const std::vector<TensorSpec>& tensors) {
    std::set<std::string_view> names;
    for (const TensorSpec& tensor : tensors) {
        const auto refuse = [&](const std::string& message) {
            throw Error(ErrorCode::InvalidArgument, "tensor '" + tensor.name + "'", message,
                        "This is a mistake of the program; please report it.");
        };
        if (tensor.name.empty() || tensor.name.size() > kMaxNameBytes || tensor.name == "__metadata__") {
            refuse("can't be written under this name");
        }
        if (!names.insert(tensor.name).second) refuse("is given twice");
        if (safetensorsName(tensor.dtype) == nullptr) {
            refuse("can't be written as " + std::string(toString(tensor.dtype)));
        }
        std::int64_t count = 1;
        for (const std::int64_t size : tensor.shape) {
            if (size < 0 || __builtin_mul_overflow(count, size, &count)) refuse("has an impossible shape");
        }
        if (count > (std::int64_t{1} << 50)) refuse("has an impossible shape");
    }
}

std::uint64_t elementCount(const TensorSpec& tensor) {
    return static_cast<std::uint64_t>(
        std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1}, std::multiplies<>()));
}

/// Length prefix and JSON header, padded with spaces so that the data starts at a multiple of 8.
std::string headerOf(const std::vector<TensorSpec>& tensors,
                     const std::map<std::string, std::string>& metadata) {
    Json header = Json::object();
    if (!metadata.empty()) header["__metadata__"] = metadata;
    std::uint64_t offset = 0;
    for (const TensorSpec& tensor : tensors) {
        const std::uint64_t end = offset + elementCount(tensor) * byteSize(tensor.dtype);
        header[tensor.name] = {{"dtype", safetensorsName(tensor.dtype)},
                               {"shape", tensor.shape},
                               {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text;
    try {
        text = header.dump();
    } catch (const Json::type_error&) {
        throw Error(ErrorCode::InvalidArgument, "tensor file", "a name or note is not valid UTF-8",
                    "This is a mistake of the program; please report it.");
    }
    text.resize((text.size() + kDataAlignment - 1) / kDataAlignment * kDataAlignment, ' ');
    std::string bytes;
    for (std::uint64_t length = text.size(), i = 0; i < 8; ++i, length >>= 8U) {
        bytes += static_cast<char>(length & 0xFFU);
    }
    return bytes + text;
}
}  // namespace

struct SafetensorsWriter::State {
    Path folder;
    std::vector<TensorSpec> order;
    AtomicFile file;
    Sha256 hash;
    std::size_t current = 0;    ///< index into order
    std::uint64_t missing = 0;  ///< elements of the current tensor still to come

    explicit State(Path where) : folder(std::move(where)), file(uniquePartial(folder)) {}

    void put(std::span<const std::byte> bytes) {
        hash.update(bytes);
        namingFolder(folder, [&] { file.write(bytes); });
    }

    void commit(const std::string& fileName) {
        if (current < order.size()) throw std::logic_error("a tensor file lacks values");
        namingFolder(folder, [&] { file.commitAs(folder / fileName); });
    }

    /// Moves on to the next tensor that wants values.
    void settle() {
        while (missing == 0 && current < order.size()) {
            ++current;
            if (current < order.size()) missing = elementCount(order[current]);
        }
    }

    const TensorSpec& accept(std::size_t count, bool floats) {
        if (current >= order.size() || count > missing || isFloating(order[current].dtype) != floats) {
            throw std::logic_error("values that do not fit the tensor file being written");
        }
        missing -= count;
        return order[current];
    }
};

SafetensorsWriter::SafetensorsWriter(const Path& folder, std::vector<TensorSpec> tensors,
                                     const std::map<std::string, std::string>& metadata) {
    checkSpecs(tensors);
    std::sort(tensors.begin(), tensors.end(), [](const TensorSpec& a, const TensorSpec& b) {
        const std::size_t sizeA = byteSize(a.dtype);
        const std::size_t sizeB = byteSize(b.dtype);
        return sizeA != sizeB ? sizeA > sizeB : a.name < b.name;
    });
    const std::string header = headerOf(tensors, metadata);
    state_ = namingFolder(folder, [&] { return std::make_unique<State>(folder); });
    state_->order = std::move(tensors);
    if (!state_->order.empty()) state_->missing = elementCount(state_->order.front());
    state_->put(std::as_bytes(std::span(header)));
    state_->settle();
}

SafetensorsWriter::~SafetensorsWriter() = default;

const std::vector<TensorSpec>& SafetensorsWriter::order() const noexcept {
    return state_->order;
}

void SafetensorsWriter::append(std::span<const float> values) {
    if (values.empty()) return;
    if (state_->accept(values.size(), true).dtype == DType::Float32) {
        state_->put(std::as_bytes(values));
    } else {
        std::array<std::uint16_t, 4096> halves{};
        for (std::size_t done = 0; done < values.size();) {
            const auto piece = values.subspan(done, std::min(halves.size(), values.size() - done));
            std::transform(piece.begin(), piece.end(), halves.begin(), halfFromFloat);
            state_->put(std::as_bytes(std::span(halves).first(piece.size())));
            done += piece.size();
        }
    }
    state_->settle();
}

void SafetensorsWriter::append(std::span<const std::int64_t> values) {
    if (values.empty()) return;
    state_->accept(values.size(), false);
    state_->put(std::as_bytes(values));
    state_->settle();
}

std::string SafetensorsWriter::commit(const std::string& fileName) {
    state_->commit(fileName);
    return state_->hash.hex();
}

std::string SafetensorsWriter::commitByHash() {
    std::string fileName = state_->hash.hex() + ".safetensors";
    state_->commit(fileName);
    return fileName;
}

std::string writeSafetensors(const Path& file, const std::vector<TensorView>& tensors,
                             const std::map<std::string, std::string>& metadata) {
    std::vector<TensorSpec> specs;
    std::map<std::string_view, std::span<const float>> values;
    for (const TensorView& tensor : tensors) {
        specs.push_back(tensor.spec);
        values[tensor.spec.name] = tensor.values;
    }
    SafetensorsWriter out(file.parent_path(), std::move(specs), metadata);
    for (const TensorSpec& tensor : out.order())
        out.append(values[tensor.name]);
    return out.commit(file.filename().string());
}

}  // namespace segad
