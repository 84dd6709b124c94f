// The stack, its values and the memo. What REDUCE, NEWOBJ, BUILD and persistent ids mean is in
// pickle_objects.cpp. Opcodes: Python's Lib/pickletools.py.
#include <algorithm>
#include <array>
#include <cstdio>

#include "core/base/utf8.h"
#include "core/nn/pickle_p.h"

namespace segad::pickle {

namespace {
/// Opcodes that are understood; every other byte ends the reading.
struct Op {
    enum Code : std::uint8_t {
        Proto = 0x80,
        Frame = 0x95,
        Stop = 0x2E,
        Mark = 0x28,
        Pop = 0x30,
        PopMark = 0x31,
        PushNone = 0x4E,
        NewTrue = 0x88,
        NewFalse = 0x89,
        BinInt1 = 0x4B,
        BinInt2 = 0x4D,
        BinInt = 0x4A,
        Long1 = 0x8A,
        BinFloat = 0x47,
        BinUnicode = 0x58,
        ShortBinUnicode = 0x8C,
        ShortBinString = 0x55,
        BinString = 0x54,
        EmptyTuple = 0x29,
        Tuple1 = 0x85,
        Tuple2 = 0x86,
        Tuple3 = 0x87,
        TupleFromMark = 0x74,
        EmptyDict = 0x7D,
        DictFromMark = 0x64,
        SetItem = 0x73,
        SetItems = 0x75,
        EmptyList = 0x5D,
        Append = 0x61,
        Appends = 0x65,
        BinPut = 0x71,
        LongBinPut = 0x72,
        Memoize = 0x94,
        BinGet = 0x68,
        LongBinGet = 0x6A,
        GlobalName = 0x63,
        StackGlobal = 0x93,
        Reduce = 0x52,
        NewObj = 0x81,
        Build = 0x62,
        BinPersId = 0x51
    };
};

constexpr std::uint8_t kNewestProtocol = 4;
constexpr std::size_t kLongestGlobal = 256;

std::string hexByte(std::uint8_t value) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "0x%02X", static_cast<unsigned>(value));
    return text.data();
}
}  // namespace

Machine::Machine(Input& input, const TensorFileLimits& limits, std::size_t persistentIdSize)
    : input_(input), limits_(limits), persistentIdSize_(persistentIdSize) {}

Value Machine::run() {
    for (;;) {
        if (++ops_ > limits_.pickleOps) throw BadTensorFile("its pickle has more steps than allowed");
        const std::uint8_t op = input_.byte();
        if (op == Op::Stop) break;
        if (op == Op::Proto) {
            if (ops_ != 1 || input_.byte() > kNewestProtocol) {
                throw BadTensorFile("its pickle is of an unknown protocol");
            }
        } else if (!stepScalar(op) && !stepTuple(op) && !stepContainer(op) && !stepMemo(op) &&
                   !stepObject(op)) {
            throw BadTensorFile("its pickle uses opcode " + hexByte(op) + ", which no weight file needs");
        }
    }
    if (stack_.size() != 1 || !marks_.empty()) {
        throw BadTensorFile("its pickle leaves " + std::to_string(stack_.size()) + " values instead of one");
    }
    return stack_.front();
}

bool Machine::stepScalar(std::uint8_t op) {
    switch (op) {
        case Op::PushNone:
            push({});
            return true;
        case Op::NewTrue:
            push({.kind = Kind::Bool, .payload = 1});
            return true;
        case Op::NewFalse:
            push({.kind = Kind::Bool, .payload = 0});
            return true;
        case Op::BinInt1:
            push({.kind = Kind::Int, .payload = input_.byte()});
            return true;
        case Op::BinInt2:
            push({.kind = Kind::Int, .payload = input_.number<std::uint16_t>()});
            return true;
        case Op::BinInt:
            push({.kind = Kind::Int, .payload = static_cast<std::int32_t>(input_.number<std::uint32_t>())});
            return true;
        case Op::Long1:
            pushLong();
            return true;
        case Op::BinFloat: {
            // The one big-endian number of the format.
            std::uint64_t bits = 0;
            for (int i = 0; i < 8; ++i)
                bits = (bits << 8U) | input_.byte();
            push({.kind = Kind::Real, .payload = std::bit_cast<std::int64_t>(bits)});
            return true;
        }
        case Op::BinUnicode:
            pushText(input_.number<std::uint32_t>(), false);
            return true;
        case Op::ShortBinUnicode:
            pushText(input_.byte(), false);
            return true;
        case Op::BinString:
            pushText(input_.number<std::uint32_t>(), true);
            return true;
        case Op::ShortBinString:
            pushText(input_.byte(), true);
            return true;
        case Op::Frame:
            skipFrame();
            return true;
        default:
            return false;
    }
}

bool Machine::stepTuple(std::uint8_t op) {
    switch (op) {
        case Op::Mark:
            if (marks_.size() >= limits_.pickleMarks) throw BadTensorFile("its pickle is nested too deeply");
            marks_.push_back(stack_.size());
            return true;
        case Op::Pop:
            if (!marks_.empty() && marks_.back() == stack_.size()) {
                marks_.pop_back();
            } else {
                pop();
            }
            return true;
        case Op::PopMark:
            stack_.resize(popMark());
            return true;
        case Op::EmptyTuple:
            push(newAggregate(Kind::Tuple, {}));
            return true;
        case Op::Tuple1:
            popTuple(1);
            return true;
        case Op::Tuple2:
            popTuple(2);
            return true;
        case Op::Tuple3:
            popTuple(3);
            return true;
        case Op::TupleFromMark:
            push(newAggregate(Kind::Tuple, popToMark()));
            return true;
        default:
            return false;
    }
}

bool Machine::stepContainer(std::uint8_t op) {
    switch (op) {
        case Op::EmptyList:
            push(newAggregate(Kind::List, {}));
            return true;
        case Op::EmptyDict:
            push(newAggregate(Kind::Dict, {}));
            return true;
        case Op::DictFromMark: {
            const std::vector<Value> items = popToMark();
            const Value dict = newAggregate(Kind::Dict, {});
            setItems(dict, items);
            push(dict);
            return true;
        }
        case Op::Append: {
            const Value item = pop();
            appendTo(top(), {item});
            return true;
        }
        case Op::Appends: {
            const std::vector<Value> items = popToMark();
            appendTo(top(), items);
            return true;
        }
        case Op::SetItem: {
            const Value value = pop();
            const Value key = pop();
            setItems(top(), {key, value});
            return true;
        }
        case Op::SetItems: {
            const std::vector<Value> items = popToMark();
            setItems(top(), items);
            return true;
        }
        default:
            return false;
    }
}

bool Machine::stepMemo(std::uint8_t op) {
    switch (op) {
        case Op::BinPut:
            memoize(input_.byte());
            return true;
        case Op::LongBinPut:
            memoize(input_.number<std::uint32_t>());
            return true;
        case Op::Memoize:
            memoize(memo_.size());
            return true;
        case Op::BinGet:
            recall(input_.byte());
            return true;
        case Op::LongBinGet:
            recall(input_.number<std::uint32_t>());
            return true;
        default:
            return false;
    }
}

bool Machine::stepObject(std::uint8_t op) {
    switch (op) {
        case Op::GlobalName: {
            const std::string module(input_.line(kLongestGlobal));
            pushGlobal(module, input_.line(kLongestGlobal));
            return true;
        }
        case Op::StackGlobal: {
            const Value name = popKind(Kind::Text, "a global's name");
            const Value module = popKind(Kind::Text, "a global's module");
            pushGlobal(text(module), text(name));
            return true;
        }
        case Op::Reduce:
            reduce(false);
            return true;
        case Op::NewObj:
            reduce(true);
            return true;
        case Op::Build:
            build();
            return true;
        case Op::BinPersId:
            loadPersistent();
            return true;
        default:
            return false;
    }
}

void Machine::push(Value value) {
    if (stack_.size() >= limits_.pickleStack) throw BadTensorFile("its pickle needs too large a stack");
    stack_.push_back(value);
}

Value& Machine::top() {
    const std::size_t floor = marks_.empty() ? 0 : marks_.back();
    if (stack_.size() <= floor) throw BadTensorFile("its pickle takes a value that is not there");
    return stack_.back();
}

Value Machine::pop() {
    const Value value = top();
    stack_.pop_back();
    return value;
}

std::size_t Machine::popMark() {
    if (marks_.empty()) throw BadTensorFile("its pickle ends a group it never began");
    const std::size_t mark = marks_.back();
    marks_.pop_back();
    return mark;
}

std::vector<Value> Machine::popToMark() {
    const auto first = stack_.begin() + static_cast<std::ptrdiff_t>(popMark());
    std::vector<Value> items(first, stack_.end());
    stack_.erase(first, stack_.end());
    return items;
}

Value Machine::popKind(Kind kind, const char* what) {
    const Value value = pop();
    if (value.kind != kind) throw BadTensorFile(std::string("its pickle gives something else for ") + what);
    return value;
}

Value Machine::newAggregate(Kind kind, std::vector<Value> items) {
    if (aggregates_.size() >= limits_.pickleObjects) throw BadTensorFile("its pickle makes too many objects");
    Aggregate made;
    for (const Value item : items)
        adopt(made, item);
    made.items = std::move(items);
    aggregates_.push_back(std::move(made));
    return {.kind = kind, .payload = static_cast<std::int64_t>(aggregates_.size() - 1)};
}

void Machine::adopt(Aggregate& parent, Value child) {
    if (child.kind != Kind::Tuple && child.kind != Kind::List && child.kind != Kind::Dict) return;
    parent.depth = std::max(parent.depth, aggregate(child).depth + 1);
    if (parent.depth > limits_.nestingDepth) throw BadTensorFile("its pickle is nested too deeply");
}

void Machine::appendTo(Value list, const std::vector<Value>& items) {
    if (list.kind != Kind::List) throw BadTensorFile("its pickle appends to something that is no list");
    Aggregate& target = aggregate(list);
    for (const Value item : items)
        adopt(target, item);
    target.items.insert(target.items.end(), items.begin(), items.end());
}

void Machine::setItems(Value dict, const std::vector<Value>& keysAndValues) {
    if (dict.kind != Kind::Dict) throw BadTensorFile("its pickle sets items of something that is no dict");
    if (keysAndValues.size() % 2 != 0) throw BadTensorFile("its pickle sets a key without a value");
    Aggregate& target = aggregate(dict);
    if ((target.items.size() + keysAndValues.size()) / 2 > limits_.dictEntries) {
        throw BadTensorFile("its pickle has too large a dict");
    }
    for (const Value item : keysAndValues)
        adopt(target, item);
    target.items.insert(target.items.end(), keysAndValues.begin(), keysAndValues.end());
}

void Machine::popTuple(std::size_t count) {
    std::vector<Value> items(count);
    for (std::size_t i = count; i-- > 0;)
        items[i] = pop();
    push(newAggregate(Kind::Tuple, std::move(items)));
}

void Machine::pushText(std::size_t length, bool asciiOnly) {
    if (length > limits_.stringBytes) throw BadTensorFile("its pickle has a text longer than allowed");
    const std::size_t position = input_.position();
    const std::string_view bytes = input_.take(length);
    const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char character) {
        return static_cast<unsigned char>(character) < 128;
    });
    if (asciiOnly ? !ascii : !isUtf8(bytes)) throw BadTensorFile("its pickle has a text in another encoding");
    push({.kind = Kind::Text,
          .payload = static_cast<std::int64_t>((std::uint64_t{position} << 32U) | std::uint64_t{length})});
}

std::string_view Machine::text(Value value) const {
    const auto place = static_cast<std::uint64_t>(value.payload);
    return input_.at(static_cast<std::size_t>(place >> 32U), static_cast<std::size_t>(place & 0xFFFFFFFFU));
}

void Machine::pushLong() {
    const std::size_t length = input_.byte();
    if (length > 8) throw BadTensorFile("its pickle has a number that is too large");
    const std::string_view bytes = input_.take(length);
    std::uint64_t value = 0;
    for (std::size_t i = length; i-- > 0;)
        value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    if (length > 0 && length < 8 && (static_cast<unsigned char>(bytes[length - 1]) & 0x80U) != 0) {
        value |= ~std::uint64_t{0} << (8 * length);
    }
    push({.kind = Kind::Int, .payload = std::bit_cast<std::int64_t>(value)});
}

void Machine::memoize(std::uint64_t slot) {
    if (slot >= limits_.memoSlots) throw BadTensorFile("its pickle remembers too many values");
    memo_[slot] = top();
}

void Machine::recall(std::uint64_t slot) {
    const auto found = memo_.find(slot);
    if (found == memo_.end()) throw BadTensorFile("its pickle recalls a value it never remembered");
    push(found->second);
}

void Machine::skipFrame() {
    if (input_.number<std::uint64_t>() > input_.remaining()) throw BadTensorFile("its pickle ends too early");
}

}  // namespace segad::pickle
