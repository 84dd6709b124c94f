// What a state dict's pickle may build: ordered dicts, storages, tensors, parameters. Nothing is called and
// nothing is set; each allowed combination is spelled out here.
#include <array>

#include "core/nn/pickle_p.h"

namespace segad::pickle {

namespace {
constexpr std::size_t kHighestRank = 8;

struct Known {
    std::string_view module;
    std::string_view name;
    Global global;
    DType dtype;
};

constexpr std::array kKnown{
    Known{"collections", "OrderedDict", Global::OrderedDict, DType::Float32},
    Known{"torch._utils", "_rebuild_tensor_v2", Global::RebuildTensorV2, DType::Float32},
    Known{"torch._utils", "_rebuild_tensor", Global::RebuildTensor, DType::Float32},
    Known{"torch._utils", "_rebuild_parameter", Global::RebuildParameter, DType::Float32},
    Known{"torch.nn.parameter", "Parameter", Global::Parameter, DType::Float32},
    Known{"torch", "FloatStorage", Global::StorageClass, DType::Float32},
    Known{"torch", "DoubleStorage", Global::StorageClass, DType::Float64},
    Known{"torch", "HalfStorage", Global::StorageClass, DType::Float16},
    Known{"torch", "BFloat16Storage", Global::StorageClass, DType::BFloat16},
    Known{"torch", "LongStorage", Global::StorageClass, DType::Int64},
    Known{"torch", "IntStorage", Global::StorageClass, DType::Int32},
    Known{"torch", "ShortStorage", Global::StorageClass, DType::Int16},
    Known{"torch", "CharStorage", Global::StorageClass, DType::Int8},
    Known{"torch", "ByteStorage", Global::StorageClass, DType::UInt8},
    Known{"torch", "BoolStorage", Global::StorageClass, DType::Bool},
};

bool isGlobal(Value value, Global which) {
    return value.kind == Kind::Global && value.detail == static_cast<std::uint8_t>(which);
}

void require(bool condition, const char* message) {
    if (!condition) throw BadTensorFile(message);
}
}  // namespace

void Machine::pushGlobal(std::string_view module, std::string_view name) {
    for (const Known& known : kKnown) {
        if (known.module != module || known.name != name) continue;
        push({.kind = Kind::Global,
              .detail = static_cast<std::uint8_t>(known.global),
              .payload = static_cast<std::int64_t>(known.dtype)});
        return;
    }
    throw BadTensorFile("its pickle names " + inQuotes(std::string(module) + "." + std::string(name)) +
                        ", which has no place in a weight file; nothing of it was run");
}

void Machine::reduce(bool newObject) {
    const Value arguments = popKind(Kind::Tuple, "the arguments of a call");
    const Value callable = popKind(Kind::Global, "something that can be called");
    const std::vector<Value> args = items(arguments);
    if (isGlobal(callable, Global::Parameter)) {
        push(parameter(args));
        return;
    }
    require(!newObject, "its pickle makes an object of a kind no weight file needs");
    switch (static_cast<Global>(callable.detail)) {
        case Global::OrderedDict:
            push(orderedDict(args));
            return;
        case Global::RebuildTensorV2:
            push(rebuildTensor(args, true));
            return;
        case Global::RebuildTensor:
            push(rebuildTensor(args, false));
            return;
        case Global::RebuildParameter:
            require(args.size() == 3 && args[0].kind == Kind::Tensor && args[1].kind == Kind::Bool &&
                        args[2].kind == Kind::Dict && items(args[2]).empty(),
                    "its pickle describes a parameter wrongly");
            push(args[0]);
            return;
        default:
            throw BadTensorFile("its pickle calls a storage class");
    }
}

void Machine::build() {
    const Value state = pop();
    const Value target = top();
    const bool dictState = target.kind == Kind::Dict && aggregate(target).ordered && state.kind == Kind::Dict;
    const bool parameterState =
        target.kind == Kind::Tensor && tensor(target).isParameter && state.kind == Kind::Tuple;
    // The state of a state dict is its _metadata, that of an old Parameter its hooks: neither matters here.
    require(dictState || parameterState, "its pickle sets the state of something that has none");
}

Value Machine::orderedDict(const std::vector<Value>& args) {
    const Value dict = newAggregate(Kind::Dict, {});
    aggregate(dict).ordered = true;
    if (args.empty()) return dict;
    require(args.size() == 1 && args[0].kind == Kind::List, "its pickle makes a dict of something strange");
    // A copy: the list lies in the arena that setItems may not move, but the dict's items may.
    const std::vector<Value> pairs = items(args[0]);
    for (const Value pair : pairs) {
        require((pair.kind == Kind::List || pair.kind == Kind::Tuple) && items(pair).size() == 2,
                "its pickle makes a dict of something strange");
        setItems(dict, items(pair));
    }
    return dict;
}

void Machine::loadPersistent() {
    const Value id = popKind(Kind::Tuple, "the description of a storage");
    const std::vector<Value>& parts = items(id);
    require(persistentIdSize_ != 0 && parts.size() == persistentIdSize_,
            "its pickle describes a storage wrongly");
    require(parts[0].kind == Kind::Text && text(parts[0]) == "storage" &&
                isGlobal(parts[1], Global::StorageClass) && parts[2].kind == Kind::Text &&
                parts[3].kind == Kind::Text && parts[4].kind == Kind::Int,
            "its pickle describes a storage wrongly");
    if (parts.size() == 6 && parts[5].kind != Kind::None) {
        throw BadTensorFile("holds views of storages, an obsolete feature", ErrorCode::Unsupported);
    }
    StorageRef storage{.key = std::string(text(parts[2])),
                       .dtype = static_cast<DType>(parts[1].payload),
                       .count = parts[4].payload};
    std::int64_t bytes = 0;
    require(
        storage.count >= 0 && !__builtin_mul_overflow(
                                  storage.count, static_cast<std::int64_t>(byteSize(storage.dtype)), &bytes),
        "its pickle declares a storage of impossible size");
    const auto [known, isNew] = storageByKey_.try_emplace(storage.key, storages_.size());
    if (isNew) {
        require(storages_.size() < limits_.storages, "its pickle declares too many storages");
        storages_.push_back(std::move(storage));
    } else {
        const StorageRef& first = storages_[known->second];
        require(first.dtype == storage.dtype && first.count == storage.count,
                "its pickle declares one storage in two ways");
    }
    push({.kind = Kind::Storage, .payload = static_cast<std::int64_t>(known->second)});
}

std::vector<std::int64_t> Machine::integers(Value tuple, const char* what) const {
    if (tuple.kind != Kind::Tuple || items(tuple).size() > kHighestRank) {
        throw BadTensorFile(std::string("its pickle gives a tensor wrong ") + what);
    }
    std::vector<std::int64_t> numbers;
    for (const Value item : items(tuple)) {
        if (item.kind != Kind::Int || item.payload < 0) {
            throw BadTensorFile(std::string("its pickle gives a tensor wrong ") + what);
        }
        numbers.push_back(item.payload);
    }
    return numbers;
}

Value Machine::rebuildTensor(const std::vector<Value>& args, bool version2) {
    require(version2 ? args.size() == 6 || args.size() == 7 : args.size() == 4,
            "its pickle describes a tensor wrongly");
    require(args[0].kind == Kind::Storage && args[1].kind == Kind::Int,
            "its pickle describes a tensor wrongly");
    if (version2) {
        require(args[4].kind == Kind::Bool && args[5].kind == Kind::Dict && items(args[5]).empty(),
                "its pickle describes a tensor wrongly");
    }
    if (args.size() == 7 && args[6].kind != Kind::None) {
        // What stands here says how to reinterpret the values (conjugated, negated).
        require(args[6].kind == Kind::Dict && items(args[6]).empty(),
                "its pickle has a tensor with attributes of its own");
    }
    TensorRef made{.storage = static_cast<std::size_t>(args[0].payload),
                   .offset = args[1].payload,
                   .shape = integers(args[2], "sizes"),
                   .strides = integers(args[3], "strides")};
    checkTensor(made);
    require(tensors_.size() < 2 * limits_.dictEntries, "its pickle makes too many tensors");
    tensors_.push_back(std::move(made));
    return {.kind = Kind::Tensor, .payload = static_cast<std::int64_t>(tensors_.size() - 1)};
}

Value Machine::parameter(const std::vector<Value>& args) {
    require(!args.empty() && args.size() <= 2 && args[0].kind == Kind::Tensor &&
                (args.size() == 1 || args[1].kind == Kind::Bool),
            "its pickle describes a parameter wrongly");
    require(tensors_.size() < 2 * limits_.dictEntries, "its pickle makes too many tensors");
    TensorRef made = tensor(args[0]);
    made.isParameter = true;
    tensors_.push_back(std::move(made));
    return {.kind = Kind::Tensor, .payload = static_cast<std::int64_t>(tensors_.size() - 1)};
}

void Machine::checkTensor(const TensorRef& made) const {
    require(made.shape.size() == made.strides.size(), "its pickle gives a tensor wrong strides");
    require(made.offset >= 0, "its pickle places a tensor outside its storage");
    const std::int64_t available = storages_[made.storage].count;
    std::int64_t elements = 1;
    std::int64_t last = made.offset;
    bool overflow = false;
    for (std::size_t i = 0; i < made.shape.size(); ++i) {
        overflow |= __builtin_mul_overflow(elements, made.shape[i], &elements);
        std::int64_t reach = 0;
        if (made.shape[i] > 0) overflow |= __builtin_mul_overflow(made.shape[i] - 1, made.strides[i], &reach);
        overflow |= __builtin_add_overflow(last, reach, &last);
    }
    require(!overflow, "its pickle gives a tensor an impossible size");
    require(elements == 0 || last < available, "its pickle places a tensor outside its storage");
}

}  // namespace segad::pickle
