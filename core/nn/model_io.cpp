#include "core/nn/model_io.h"

#include <functional>
#include <numeric>
#include <stdexcept>
#include <variant>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/nn/safetensors_writer.h"
#include "core/nn/stale_partials_p.h"

namespace segad {

namespace {
constexpr int kModelFormat = 1;
constexpr const char* kHeaderKey = "segad-model";
constexpr std::size_t kPieceElements = std::size_t{1} << 20U;

/// Values the writer owns or borrows.
using Values = std::variant<std::vector<float>, std::vector<std::int64_t>, std::span<const float>>;

std::size_t countOf(const Values& values) {
    return std::visit([](const auto& some) { return some.size(); }, values);
}

/// A bank may be larger than any published backbone; the file is our own and bound by its hash.
TensorFileLimits modelLimits() {
    TensorFileLimits limits;
    limits.fileBytes = 64ULL << 30U;
    limits.tensorElements = 16ULL << 30U;
    return limits;
}

Error noModel(const Path& file, const std::string& message) {
    return {ErrorCode::InvalidData, toUtf8(file), message, "Train the detector again."};
}

Json parseHeader(const TensorFile& file) {
    const auto text = file.metadata().find(kHeaderKey);
    if (text == file.metadata().end()) throw noModel(file.path(), "is no trained model of this program");
    Json header = parseJson(text->second, toUtf8(file.path()));
    if (!header.is_object() || !header.contains("format") || !header["format"].is_number_integer()) {
        throw noModel(file.path(), "is no trained model of this program");
    }
    if (header["format"].get<std::int64_t>() > kModelFormat) {
        throw Error(ErrorCode::NewerVersion, toUtf8(file.path()), "was written by a newer version",
                    "Update the program, or train the detector again.");
    }
    return header;
}
}  // namespace

struct ModelWriter::State {
    struct Tensor {
        TensorSpec spec;
        Values values;
    };
    std::map<std::string, Tensor, std::less<>> tensors;
    Json header;

    void add(std::string name, std::vector<std::int64_t> shape, DType dtype, Values values) {
        const auto wanted = std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
        if (wanted < 0 || static_cast<std::size_t>(wanted) != countOf(values) || tensors.contains(name)) {
            throw std::logic_error("model tensor '" + name + "' is given twice or does not fit its shape");
        }
        TensorSpec spec{.name = name, .shape = std::move(shape), .dtype = dtype};
        tensors.emplace(std::move(name), Tensor{std::move(spec), std::move(values)});
    }
};

ModelWriter::ModelWriter() : state_(std::make_unique<State>()) {}
ModelWriter::~ModelWriter() = default;

void ModelWriter::tensor(std::string name, std::vector<std::int64_t> shape, std::vector<float> values) {
    state_->add(std::move(name), std::move(shape), DType::Float32, std::move(values));
}

void ModelWriter::tensor(std::string name, std::vector<std::int64_t> shape,
                         std::vector<std::int64_t> values) {
    state_->add(std::move(name), std::move(shape), DType::Int64, std::move(values));
}

void ModelWriter::borrowed(std::string name, std::vector<std::int64_t> shape, std::span<const float> values) {
    state_->add(std::move(name), std::move(shape), DType::Float32, values);
}

void ModelWriter::header(const Json& header) {
    if (!header.is_object() || header.contains("format") || !state_->header.is_null()) {
        throw std::logic_error("a model header is one JSON object without 'format'");
    }
    state_->header = {{"format", kModelFormat}};
    state_->header.update(header);
}

std::string ModelWriter::commit(const Path& folder) const {
    Job unwatched;
    return commit(folder, unwatched);
}

std::string ModelWriter::commit(const Path& folder, Job& job) const {
    if (state_->header.is_null()) throw std::logic_error("a model has no header");
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) throw errorFromErrno(failure.value(), toUtf8(folder), "create the folder");
    removeStalePartials(folder);

    std::vector<TensorSpec> specs;
    std::uint64_t total = 0;
    for (const auto& [name, tensor] : state_->tensors) {
        specs.push_back(tensor.spec);
        total += countOf(tensor.values);
    }
    SafetensorsWriter out(folder, std::move(specs), {{kHeaderKey, state_->header.dump()}});
    std::uint64_t done = 0;
    for (const TensorSpec& spec : out.order()) {
        const auto writePieces = [&](const auto& values) {
            const std::span all(values);
            for (std::size_t at = 0; at < all.size(); at += kPieceElements) {
                const auto piece = all.subspan(at, std::min(kPieceElements, all.size() - at));
                out.append(piece);
                job.progress(done += piece.size(), total);
            }
        };
        std::visit(writePieces, state_->tensors.find(spec.name)->second.values);
    }
    job.throwIfCancelled();
    return out.commitByHash();
}

struct ModelReader::State {
    TensorFile file;
    Json header;
};

ModelReader::ModelReader(const Path& file) {
    Job unwatched;
    *this = ModelReader(file, unwatched);
}

ModelReader::ModelReader(const Path& file, Job& job) {
    TensorFile opened = TensorFile::read(file, job, modelLimits());
    if (opened.format() != TensorFileFormat::Safetensors) {
        throw noModel(file, "is no trained model of this program");
    }
    if (opened.sha256() != file.stem().string()) {
        throw Error(ErrorCode::Corrupt, toUtf8(file), "is not what was written: its hash is not its name",
                    "Train the detector again, or restore the file from a copy.");
    }
    Json header = parseHeader(opened);
    state_ = std::make_unique<State>(State{std::move(opened), std::move(header)});
}

ModelReader::~ModelReader() = default;
ModelReader::ModelReader(ModelReader&&) noexcept = default;
ModelReader& ModelReader::operator=(ModelReader&&) noexcept = default;

const Json& ModelReader::header() const noexcept {
    return state_->header;
}

const Path& ModelReader::path() const noexcept {
    return state_->file.path();
}

const std::string& ModelReader::sha256() const noexcept {
    return state_->file.sha256();
}

const std::vector<TensorInfo>& ModelReader::tensors() const noexcept {
    return state_->file.tensors();
}

bool ModelReader::has(std::string_view name) const noexcept {
    return state_->file.find(name) != nullptr;
}

const std::vector<std::int64_t>& ModelReader::shape(std::string_view name) const {
    const TensorInfo* info = state_->file.find(name);
    if (info == nullptr) throw noModel(path(), "lacks the tensor '" + std::string(name) + "'");
    return info->shape;
}

std::vector<float> ModelReader::floats(std::string_view name) const {
    shape(name);
    if (!isFloating(state_->file.find(name)->dtype)) {
        throw noModel(path(), "its tensor '" + std::string(name) + "' is of another type");
    }
    return state_->file.load(name).values;
}

std::vector<std::int64_t> ModelReader::integers(std::string_view name) const {
    shape(name);
    if (isFloating(state_->file.find(name)->dtype)) {
        throw noModel(path(), "its tensor '" + std::string(name) + "' is of another type");
    }
    return state_->file.load(name).integers;
}

void ModelReader::floatsInto(std::string_view name, std::span<float> out) const {
    shape(name);
    const TensorInfo& info = *state_->file.find(name);
    if (!isFloating(info.dtype) || static_cast<std::size_t>(info.elementCount()) != out.size()) {
        throw noModel(path(), "its tensor '" + std::string(name) + "' is of another type or size");
    }
    state_->file.loadInto(name, out);
}

}  // namespace segad
