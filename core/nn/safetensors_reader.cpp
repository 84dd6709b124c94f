// safetensors (weights_formats.md § 4). The JSON header is read event by event, so that duplicate keys,
// deep nesting and odd numbers are seen as they come and never build a document.
#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include "core/base/json.h"
#include "core/nn/parsed_file_p.h"

namespace segad {

namespace {
constexpr std::uint64_t kLargestInteger = std::uint64_t{1} << 53U;
constexpr std::size_t kLongestName = 1024;
constexpr std::size_t kHighestRank = 8;
constexpr std::string_view kMetadataKey = "__metadata__";

struct NamedType {
    std::string_view name;
    DType dtype;
};
constexpr std::array kTypes{NamedType{"F64", DType::Float64}, NamedType{"F32", DType::Float32},
                            NamedType{"F16", DType::Float16}, NamedType{"BF16", DType::BFloat16},
                            NamedType{"I64", DType::Int64},   NamedType{"I32", DType::Int32},
                            NamedType{"I16", DType::Int16},   NamedType{"I8", DType::Int8},
                            NamedType{"U8", DType::UInt8},    NamedType{"BOOL", DType::Bool}};

/// A tensor of the header and its byte range, relative to the start of the data.
struct Entry {
    std::string name;
    std::optional<DType> dtype;
    std::optional<std::vector<std::uint64_t>> shape;
    std::optional<std::vector<std::uint64_t>> range;
};

/// Knows where in the header it is; whatever does not belong there ends the reading.
class HeaderHandler final : public nlohmann::json_sax<Json> {
public:
    explicit HeaderHandler(std::size_t maxTensors) : maxTensors_(maxTensors) {}

    std::vector<Entry> entries;
    std::map<std::string, std::string> metadata;

    bool null() override { return refuse("null"); }
    bool boolean(bool) override { return refuse("a truth value"); }
    bool number_integer(number_integer_t) override { return refuse("a negative number"); }
    bool number_float(number_float_t, const string_t&) override { return refuse("a fraction"); }
    bool binary(binary_t&) override { return refuse("binary data"); }

    bool number_unsigned(number_unsigned_t number) override {
        if (place_ != Place::Array) return refuse("a number");
        if (number > kLargestInteger) return refuse("a number beyond 2^53");
        if (numbers_->size() >= kHighestRank) return refuse("too many numbers");
        numbers_->push_back(number);
        return true;
    }

    bool string(string_t& text) override {
        if (place_ == Place::Metadata) {
            if (!metadata.emplace(key_, text).second) return refuse("a note twice");
            return true;
        }
        if (place_ != Place::Entry || key_ != "dtype") return refuse("a text");
        const auto* type = std::find_if(kTypes.begin(), kTypes.end(),
                                        [&](const NamedType& known) { return known.name == text; });
        if (type == kTypes.end()) {
            throw BadTensorFile("has a tensor of type " + inQuotes(text), ErrorCode::Unsupported);
        }
        entries.back().dtype = type->dtype;
        return true;
    }

    bool start_object(std::size_t) override {
        if (place_ == Place::Outside) {
            place_ = Place::Root;
        } else if (place_ == Place::Root && key_ == kMetadataKey) {
            place_ = Place::Metadata;
        } else if (place_ == Place::Root) {
            if (entries.size() >= maxTensors_) return refuse("too many tensors");
            entries.push_back({.name = key_});
            place_ = Place::Entry;
        } else {
            return refuse("an object too deep");
        }
        return true;
    }

    bool key(string_t& text) override {
        if (place_ == Place::Root) {
            if (text.empty() || text.size() > kLongestName) return refuse("an empty or over-long name");
            if (!names_.insert(text).second) return refuse("the name " + inQuotes(text) + " twice");
        }
        if (place_ == Place::Entry) {
            const Entry& entry = entries.back();
            const bool repeated = (text == "dtype" && entry.dtype) || (text == "shape" && entry.shape) ||
                                  (text == "data_offsets" && entry.range);
            if (repeated) return refuse("the field " + inQuotes(text) + " twice");
            if (text != "dtype" && text != "shape" && text != "data_offsets") {
                return refuse("an unknown field " + inQuotes(text));
            }
        }
        key_ = text;
        return true;
    }

    bool start_array(std::size_t) override {
        if (place_ != Place::Entry || key_ == "dtype") return refuse("a list");
        Entry& entry = entries.back();
        auto& target = key_ == "shape" ? entry.shape : entry.range;
        numbers_ = &target.emplace();
        place_ = Place::Array;
        return true;
    }

    bool end_array() override {
        place_ = Place::Entry;
        return true;
    }

    bool end_object() override {
        if (place_ == Place::Entry) {
            const Entry& entry = entries.back();
            if (!entry.dtype || !entry.shape || !entry.range || entry.range->size() != 2) {
                return refuse("an incomplete description of " + inQuotes(entry.name));
            }
        }
        place_ = place_ == Place::Root ? Place::Outside : Place::Root;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
        throw BadTensorFile("its header is not valid JSON at byte " + std::to_string(position));
    }

private:
    enum class Place { Outside, Root, Metadata, Entry, Array };

    bool refuse(const std::string& what) const {
        throw BadTensorFile("its header has " + what + (key_.empty() ? "" : " at " + inQuotes(key_)));
    }

    std::size_t maxTensors_;
    Place place_ = Place::Outside;
    std::string key_;
    std::unordered_set<std::string> names_;
    std::vector<std::uint64_t>* numbers_ = nullptr;
};

std::string readHeader(const FileSource& source, const TensorFileLimits& limits) {
    if (source.size() < 9) throw BadTensorFile("is too short for a weight file");
    const auto length = littleEndian<std::uint64_t>(source.readString(0, 8).data());
    if (length > limits.jsonHeaderBytes || length > source.size() - 8) {
        throw BadTensorFile("its header claims to be longer than possible");
    }
    std::string header = source.readString(8, static_cast<std::size_t>(length));
    if (!header.starts_with('{')) throw BadTensorFile("its header is no JSON object");
    return header;
}

/// Bytes of the tensor by its shape, which must be those of its range.
void checkSize(const Entry& entry) {
    std::uint64_t bytes = byteSize(*entry.dtype);
    bool overflow = false;
    for (const std::uint64_t size : *entry.shape)
        overflow |= __builtin_mul_overflow(bytes, size, &bytes);
    const std::uint64_t begin = (*entry.range)[0];
    const std::uint64_t end = (*entry.range)[1];
    if (overflow || begin > end || end - begin != bytes) {
        throw BadTensorFile("its tensor " + inQuotes(entry.name) +
                            " has a size that is not that of its data");
    }
}

/// Ranges must tile the data: nothing unclaimed where something could hide, nothing claimed twice.
void checkTiling(const std::vector<Entry>& entries, std::uint64_t dataBytes) {
    std::vector<const Entry*> sorted;
    sorted.reserve(entries.size());
    for (const Entry& entry : entries)
        sorted.push_back(&entry);
    std::sort(sorted.begin(), sorted.end(),
              [](const Entry* a, const Entry* b) { return *a->range < *b->range; });
    std::uint64_t at = 0;
    for (const Entry* entry : sorted) {
        if ((*entry->range)[0] != at) {
            throw BadTensorFile("the data of its tensor " + inQuotes(entry->name) +
                                " overlaps or leaves a hole");
        }
        at = (*entry->range)[1];
    }
    if (at < dataBytes) throw BadTensorFile("has data that belong to no tensor");
    if (at > dataBytes) throw BadTensorFile("ends in the middle of its data");
}
}  // namespace

std::vector<std::int64_t> contiguousStrides(const std::vector<std::int64_t>& shape) {
    std::vector<std::int64_t> strides(shape.size(), 1);
    const bool empty = std::find(shape.begin(), shape.end(), 0) != shape.end();
    for (std::size_t i = shape.size(); !empty && i-- > 1;)
        strides[i - 1] = strides[i] * shape[i];
    return strides;
}

ParsedFile parseSafetensors(const FileSource& source, const TensorFileLimits& limits) {
    const std::string header = readHeader(source, limits);
    HeaderHandler handler(limits.storages);
    Json::sax_parse(header, &handler);
    const std::uint64_t dataBegin = 8 + header.size();
    for (const Entry& entry : handler.entries)
        checkSize(entry);
    checkTiling(handler.entries, source.size() - dataBegin);

    ParsedFile parsed{.format = TensorFileFormat::Safetensors, .metadata = std::move(handler.metadata)};
    for (Entry& entry : handler.entries) {
        StoredTensor tensor;
        tensor.info.name = std::move(entry.name);
        tensor.info.shape.assign(entry.shape->begin(), entry.shape->end());
        tensor.info.dtype = *entry.dtype;
        tensor.strides = contiguousStrides(tensor.info.shape);
        tensor.begin = dataBegin + (*entry.range)[0];
        parsed.tensors.push_back(std::move(tensor));
    }
    return parsed;
}

}  // namespace segad
