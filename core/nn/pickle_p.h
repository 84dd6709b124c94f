// A machine for the subset of Python's pickle language in which PyTorch writes state dicts. Private to the
// readers of .pth files.
//
// It executes nothing: a GLOBAL that is on the short list becomes an enumerator, any other one ends the
// reading; REDUCE and BUILD know the handful of combinations that make up a state dict. Values are small and
// refer to tuples, lists and dicts by number, so that neither cycles nor deep nesting can make it recurse.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/nn/file_source_p.h"
#include "core/nn/tensor_file.h"

namespace segad::pickle {

enum class Kind : std::uint8_t { None, Bool, Int, Real, Text, Tuple, List, Dict, Global, Storage, Tensor };

/// What a pickle may name. Storage classes carry their DType in the value.
enum class Global : std::uint8_t {
    OrderedDict,
    RebuildTensorV2,
    RebuildTensor,
    RebuildParameter,
    Parameter,
    StorageClass
};

/// `payload` is the number, the bits of the double, the place of the text, or an index, by `kind`.
struct Value {
    Kind kind = Kind::None;
    std::uint8_t detail = 0;  ///< Global: which; for a storage class the DType is the payload
    std::int64_t payload = 0;
};

/// One storage, as declared by persistent ids.
struct StorageRef {
    std::string key;
    DType dtype = DType::Float32;
    std::int64_t count = 0;  ///< elements
};

/// A tensor as a view of a storage. Checked: no element lies outside the declared storage.
struct TensorRef {
    std::size_t storage = 0;
    std::int64_t offset = 0;  ///< elements
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
    bool isParameter = false;  ///< made by the Parameter class itself, whose state may follow
};

/// The bytes of a pickle, fetched from the file as they are needed: where it ends is known only at its STOP.
class Input {
public:
    /// Bytes [begin, end) of `source`, at most `maxBytes` of them.
    Input(const FileSource& source, std::uint64_t begin, std::uint64_t end, std::uint64_t maxBytes)
        : source_(source), begin_(begin), end_(end), maxBytes_(maxBytes) {}

    std::uint8_t byte() { return static_cast<std::uint8_t>(take(1)[0]); }
    template <class Unsigned>
    Unsigned number() {
        return littleEndian<Unsigned>(take(sizeof(Unsigned)).data());
    }
    /// The next `count` bytes, valid until the next call.
    std::string_view take(std::size_t count);
    /// Up to the next newline, which is consumed and not part of it.
    std::string_view line(std::size_t longest);

    /// Bytes taken so far.
    std::size_t position() const noexcept { return position_; }
    /// The same as an offset in the file.
    std::uint64_t filePosition() const noexcept { return begin_ + position_; }
    std::uint64_t remaining() const noexcept { return end_ - filePosition(); }
    /// Bytes taken earlier.
    std::string_view at(std::size_t position, std::size_t count) const {
        return std::string_view(buffer_).substr(position, count);
    }

private:
    const FileSource& source_;
    std::uint64_t begin_;
    std::uint64_t end_;
    std::uint64_t maxBytes_;
    std::string buffer_;
    std::size_t position_ = 0;
};

/// Runs one pickle. Every violation throws BadTensorFile.
class Machine {
public:
    /// `persistentIdSize`: elements of a storage's persistent id (zip 5, legacy 6), or 0 where none may
    /// occur.
    Machine(Input& input, const TensorFileLimits& limits, std::size_t persistentIdSize);

    /// Runs to STOP and returns the one value that is left.
    Value run();

    std::string_view text(Value value) const;
    double real(Value value) const { return std::bit_cast<double>(value.payload); }
    /// Elements of a tuple or list; keys and values alternating of a dict.
    const std::vector<Value>& items(Value value) const {
        return aggregates_[static_cast<std::size_t>(value.payload)].items;
    }
    const std::vector<StorageRef>& storages() const noexcept { return storages_; }
    const TensorRef& tensor(Value value) const { return tensors_[static_cast<std::size_t>(value.payload)]; }

private:
    struct Aggregate {
        std::vector<Value> items;
        std::uint32_t depth = 1;
        bool ordered = false;  ///< an OrderedDict, which may be given state
    };

    bool stepScalar(std::uint8_t op);
    bool stepTuple(std::uint8_t op);
    bool stepContainer(std::uint8_t op);
    bool stepMemo(std::uint8_t op);
    bool stepObject(std::uint8_t op);

    void push(Value value);
    Value pop();
    Value& top();
    std::size_t popMark();
    std::vector<Value> popToMark();
    Value popKind(Kind kind, const char* what);

    Value newAggregate(Kind kind, std::vector<Value> items);
    Aggregate& aggregate(Value value) { return aggregates_[static_cast<std::size_t>(value.payload)]; }
    void adopt(Aggregate& parent, Value child);
    void appendTo(Value list, const std::vector<Value>& items);
    void setItems(Value dict, const std::vector<Value>& keysAndValues);
    void popTuple(std::size_t count);

    void pushText(std::size_t length, bool asciiOnly);
    void pushLong();
    void pushGlobal(std::string_view module, std::string_view name);
    void memoize(std::uint64_t slot);
    void recall(std::uint64_t slot);
    void skipFrame();

    void reduce(bool newObject);
    void build();
    void loadPersistent();
    Value orderedDict(const std::vector<Value>& args);
    Value rebuildTensor(const std::vector<Value>& args, bool version2);
    Value parameter(const std::vector<Value>& args);
    std::vector<std::int64_t> integers(Value tuple, const char* what) const;
    void checkTensor(const TensorRef& tensor) const;

    Input& input_;
    const TensorFileLimits& limits_;
    std::size_t persistentIdSize_;
    std::uint64_t ops_ = 0;
    std::vector<Value> stack_;
    std::vector<std::size_t> marks_;
    std::unordered_map<std::uint64_t, Value> memo_;
    std::vector<Aggregate> aggregates_;
    std::vector<StorageRef> storages_;
    std::unordered_map<std::string, std::size_t> storageByKey_;
    std::vector<TensorRef> tensors_;
};

}  // namespace segad::pickle
