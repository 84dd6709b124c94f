// Pickles that no state dict needs (weights_formats.md § 5, cases 1–12 and 15), in a legacy or zip file that
// is right in everything else.
#include <gtest/gtest.h>

#include "tests/core/nn/refusal.h"
#include "tests/core/nn/weight_builders.h"
#include "tests/support/test_support.h"

using namespace segad;
using test::Container;
using test::Pickle;
using test::TensorWords;

namespace {
const std::string kTwoFloats("\0\0\x80\x3F\0\0\0\x40", 8);

/// A file whose object pickle is `object` and whose storage "0" has two floats.
std::string around(const std::string& object) {
    return test::legacyFile(object, {{"0", 2, kTwoFloats}});
}

/// A state dict with the one item "w", whose value `push` pushes.
template <class Push>
std::string item(Push push) {
    Pickle pickle;
    pickle.orderedDict().mark().text("w");
    push(pickle);
    return around(pickle.raw("u").stop());
}

/// A file with one tensor described by `words`.
std::string tensorFile(const TensorWords& words) {
    return around(test::stateDict(Container::Legacy, {{"w", words}}));
}

TEST(HostilePickle, TheFileThatTheOthersSpoilIsAccepted) {
    test::expectAccepted(tensorFile({}));
    test::expectAccepted(item([](Pickle& pickle) { test::pushTensor(pickle, Container::Legacy); }));
    test::expectAccepted(test::zipFile(test::plainZipParts()));
}

/// SHORT_BINSTRING, which Python 2 wrote for its byte strings.
std::string oldText(const std::string& text) {
    return "U" + std::string(1, static_cast<char>(text.size())) + text;
}

TEST(OldPickle, AsPython2WroteItIsRead) {
    // OrderedDict from a list of pairs, byte strings, _rebuild_tensor with four arguments.
    Pickle pickle;
    pickle.global("collections", "OrderedDict").raw("]").mark();
    for (const char* name : {"first", "second"}) {
        pickle.raw("]").mark().raw(oldText(name)).global("torch._utils", "_rebuild_tensor").mark();
        pickle.mark().raw(oldText("storage")).global("torch", "FloatStorage").raw(oldText("0"));
        pickle.raw(oldText("cuda:0")).number(2).none().tuple().raw("Q");
        pickle.raw(std::string("K\0", 2)).numbers({2}).numbers({1}).tuple().reduce().raw("e");
    }
    pickle.raw("e\x85").reduce();
    const test::TempDir dir;
    test::writeBytes(dir / "old.pth", around(pickle.stop()));
    const TensorFile file = TensorFile::read(dir / "old.pth");
    EXPECT_EQ(file.names(), (std::vector<std::string>{"first", "second"}));
    EXPECT_EQ(file.load("second").values, (std::vector<float>{1, 2}));
    EXPECT_TRUE(file.find("first")->sharesStorage);
}

TEST(OldPickle, EveryTypeOfStorageIsConverted) {
    const test::TempDir dir;
    const auto loaded = [&](const std::string& storageClass, const std::string& data) {
        const TensorWords words{.storageClass = storageClass};
        test::writeBytes(dir / "file", test::legacyFile(test::stateDict(Container::Legacy, {{"w", words}}),
                                                        {{"0", 2, data}}));
        return TensorFile::read(dir / "file").load("w");
    };
    using Floats = std::vector<float>;
    using Integers = std::vector<std::int64_t>;
    EXPECT_EQ(loaded("FloatStorage", kTwoFloats).values, (Floats{1, 2}));
    EXPECT_EQ(loaded("DoubleStorage", test::le64(0x3FF8000000000000) + test::le64(0xC000000000000000)).values,
              (Floats{1.5F, -2}));
    EXPECT_EQ(loaded("HalfStorage", test::le16(0x3C00) + test::le16(0xC100)).values, (Floats{1, -2.5F}));
    EXPECT_EQ(loaded("BFloat16Storage", test::le16(0x3F80) + test::le16(0xC020)).values, (Floats{1, -2.5F}));
    EXPECT_EQ(loaded("LongStorage", test::le64(1) + test::le64(~0ULL)).integers, (Integers{1, -1}));
    EXPECT_EQ(loaded("IntStorage", test::le32(1) + test::le32(~0U)).integers, (Integers{1, -1}));
    EXPECT_EQ(loaded("ShortStorage", test::le16(1) + test::le16(0xFFFF)).integers, (Integers{1, -1}));
    EXPECT_EQ(loaded("CharStorage", "\x01\xFF").integers, (Integers{1, -1}));
    EXPECT_EQ(loaded("ByteStorage", "\x01\xFF").integers, (Integers{1, 255}));
    EXPECT_EQ(loaded("BoolStorage", std::string("\0\x02", 2)).integers, (Integers{0, 1}));
}

TEST(HostilePickle, NamesNothingButStateDictParts) {
    const auto named = [](const std::string& module, const std::string& name) {
        return item([&](Pickle& pickle) { pickle.global(module, name).mark().text("id").tuple().reduce(); });
    };
    const auto stackNamed = [](const std::string& module, const std::string& name) {
        return item(
            [&](Pickle& pickle) { pickle.text(module).text(name).raw("\x93").emptyTuple().reduce(); });
    };
    const std::string why = "no place in a weight file";
    test::expectRefused({
        {"os.system", named("os", "system"), "'os.system'"},
        {"posix.system", named("posix", "system"), why},
        {"builtins.eval", named("builtins", "eval"), why},
        {"__builtin__.exec", named("__builtin__", "exec"), why},
        {"torch.load", named("torch", "load"), why},
        {"numpy", named("numpy.core.multiarray", "_reconstruct"), why},
        {"by STACK_GLOBAL", stackNamed("os", "system"), why},
        {"by the memo", item([](Pickle& pickle) {
             pickle.text("os").put(7).raw("0").text("system").put(8).raw("0");
             pickle.get(7).get(8).raw("\x93").emptyTuple().reduce();
         }),
         why},
        {"right name, wrong module", named("torch", "OrderedDict"), why},
        {"right module, wrong name", named("torch._utils", "_rebuild_tensor_v3"), why},
        {"trailing space", named("collections", "OrderedDict "), why},
        {"leading space", named(" collections", "OrderedDict"), why},
        {"carriage return", named("collections\r", "OrderedDict"), why},
        {"newline in a name", stackNamed("collections", "OrderedDict\n"), why},
        {"dotted name", stackNamed("torch", "_utils._rebuild_tensor_v2"), why},
        {"not ASCII", named("collections", "Ordered\xC3\x90ict"), "\\xc3\\x90"},
        {"over-long", named(std::string(5000, 'a'), "b"), "over-long"},
        {"STACK_GLOBAL of numbers", item([](Pickle& pickle) { pickle.number(1).number(2).raw("\x93"); }),
         "something else"},
    });
}

TEST(HostilePickle, CallsNothingButTheRebuilders) {
    const auto reduced = [](const std::string& module, const std::string& name) {
        return item([&](Pickle& pickle) { pickle.global(module, name).emptyTuple().reduce(); });
    };
    const auto parameter = [](const std::string& after) {
        return item([&](Pickle& pickle) {
            pickle.global("torch.nn.parameter", "Parameter");
            test::pushTensor(pickle, Container::Legacy).raw("\x85").raw(after);
        });
    };
    test::expectAccepted(parameter("R"));
    test::expectAccepted(parameter("\x81"));
    test::expectAccepted(parameter("\x81)b"));
    test::expectRefused({
        {"storage class", reduced("torch", "FloatStorage"), "calls a storage class"},
        {"rebuild without arguments", reduced("torch._utils", "_rebuild_tensor_v2"), "wrongly"},
        {"parameter without arguments", reduced("torch.nn.parameter", "Parameter"), "wrongly"},
        {"OrderedDict of a number", item([](Pickle& pickle) {
             pickle.global("collections", "OrderedDict").number(1).raw("\x85").reduce();
         }),
         "something strange"},
        {"OrderedDict of no pairs", item([](Pickle& pickle) {
             pickle.global("collections", "OrderedDict").raw("]").number(1).raw("a\x85").reduce();
         }),
         "something strange"},
        {"a text called", item([](Pickle& pickle) { pickle.text("f").emptyTuple().reduce(); }),
         "something else"},
        {"arguments that are a list",
         item([](Pickle& pickle) { pickle.global("collections", "OrderedDict").raw("]").reduce(); }),
         "something else"},
        {"NEWOBJ of OrderedDict",
         item([](Pickle& pickle) { pickle.global("collections", "OrderedDict").emptyTuple().raw("\x81"); }),
         "no weight file needs"},
        {"BUILD on a tensor",
         item([](Pickle& pickle) { test::pushTensor(pickle, Container::Legacy).emptyTuple().raw("b"); }),
         "sets the state"},
        {"BUILD of a parameter with a dict", parameter("R}b"), "sets the state"},
        {"BUILD on a plain dict", around(Pickle().raw("}").raw("}").raw("b").stop()), "sets the state"},
        {"BUILD on a global", item([](Pickle& pickle) { pickle.global("torch", "FloatStorage").raw("}b"); }),
         "sets the state"},
    });
}

TEST(HostilePickle, UsesNoOtherOpcode) {
    std::vector<test::WrongFile> files;
    const std::string known(
        "\x80\x2E\x28\x30\x31\x4E\x88\x89\x4B\x4D\x4A\x8A\x47\x58\x8C\x55\x54\x29\x85\x86\x87\x74"
        "\x7D\x64\x73\x75\x5D\x61\x65\x71\x72\x94\x68\x6A\x63\x93\x52\x81\x62\x51\x95");
    for (int op = 0; op < 256; ++op) {
        const std::string byte(1, static_cast<char>(op));
        if (known.find(byte) != std::string::npos) continue;
        files.push_back({"opcode " + std::to_string(op), around(Pickle().raw(byte + "aaaaaaaa\n").stop()),
                         "which no weight file needs"});
    }
    EXPECT_EQ(files.size(), 256U - 41U);
    files.push_back({"protocol 5", around("\x80\x05}."), "unknown protocol"});
    files.push_back(
        {"protocol in the middle", around(Pickle().raw("\x80\x02}.").stop()), "unknown protocol"});
    test::expectRefused(files);
}

TEST(HostilePickle, KeepsItsStackInOrder) {
    const auto bare = [](std::string_view ops) { return around(Pickle().raw(ops).stop()); };
    test::expectRefused({
        {"pop of nothing", bare("0"), "not there"},
        {"REDUCE of nothing", bare("R"), "not there"},
        {"pop below a mark", bare("N(\x85"), "not there"},
        {"TUPLE without MARK", bare("NNt"), "never began"},
        {"APPENDS to nothing", bare("(Ne"), "not there"},
        {"SETITEM of a list", bare("]NNs"), "no dict"},
        {"APPEND to a dict", bare("}Na"), "no list"},
        {"SETITEMS of an odd number", bare("}(Nu"), "without a value"},
        {"DICT of an odd number", bare("(Nd"), "without a value"},
        {"two values left", bare("NN"), "leaves 2 values"},
        {"no value left", bare(""), "leaves 0 values"},
        {"a mark left", bare("N("), "instead of one"},
        {"too many marks", bare(std::string(200, '(')), "nested too deeply"},
        {"too many values", bare(std::string(100'000, 'N')), "too large a stack"},
        {"no STOP", around(std::string("\x80\x02}", 3)), "unknown protocol"},
    });
}

TEST(HostilePickle, RemembersWithinBounds) {
    test::expectRefused({
        {"a slot never set", around(Pickle().get(9).stop()), "never remembered"},
        {"slot 2^32-1", around(Pickle().raw("}r\xFF\xFF\xFF\xFF").stop()), "remembers too many"},
        {"get of slot 2^32-1", around(Pickle().raw("j\xFF\xFF\xFF\xFF").stop()), "never remembered"},
        {"put of nothing", around(Pickle().put(0).stop()), "not there"},
    });
}

TEST(HostilePickle, MayContainItselfOrNestWithoutHarm) {
    std::string tuples;
    for (int i = 0; i < 100'000; ++i)
        tuples += '\x85';
    test::expectRefused({
        {"list in itself", around(Pickle().raw("]").put(0).get(0).raw("a").stop()), "state dict"},
        {"dict in itself", around(Pickle().raw("}").put(0).text("a").get(0).raw("s").stop()), "not a tensor"},
        {"100,000 nested tuples", around(Pickle().raw(")").raw(tuples).stop()), "nested too deeply"},
        {"nested lists", around(Pickle().raw(std::string(3000, ']') + std::string(2999, 'a')).stop()),
         "nested too deeply"},
    });
}

TEST(HostilePickle, TakesBoundedMemoryForJunk) {
    std::string tuples;
    std::string slots;
    for (int i = 0; i < 2'000'000; ++i)
        tuples += ")0";
    for (std::uint32_t i = 0; i < 300'000; ++i)
        slots += "r" + test::le32(i);
    test::expectRefused({
        {"2,000,000 tuples", around(Pickle().raw(tuples).stop()), "too many objects"},
        {"300,000 slots", around(Pickle().raw("N" + slots).stop()), "other than a state dict"},
    });
}

TEST(HostilePickle, KeepsTextsAndNumbersSmall) {
    test::expectRefused({
        {"text of 2^32-1 bytes", around(Pickle().raw("X\xFF\xFF\xFF\xFF").stop()), "longer than allowed"},
        {"old text of 2^32-1 bytes", around(Pickle().raw("T\xFF\xFF\xFF\xFF").stop()), "longer than allowed"},
        {"text past the end", around(Pickle().raw("X\xFF\xFF").raw(std::string(2, '\0')).stop()),
         "too early"},
        {"number of 255 bytes", around(Pickle().raw("\x8A\xFF" + std::string(255, '\1')).stop()),
         "too large"},
        {"number of 9 bytes", around(Pickle().raw("\x8A\x09" + std::string(9, '\1')).stop()), "too large"},
        {"text that is no UTF-8", around(Pickle().text("\xC0\x80").stop()), "another encoding"},
        {"lone surrogate", around(Pickle().text("\xED\xA0\x80").stop()), "another encoding"},
        {"old text that is no ASCII", around(Pickle().raw("U\x01\xE9").stop()), "another encoding"},
        {"frame longer than the file", around(Pickle().raw("\x95" + test::le64(1ULL << 60U)).stop()),
         "too early"},
    });
}

TEST(HostilePickle, PlacesTensorsInsideTheirStorages) {
    constexpr std::int64_t kHuge = std::int64_t{1} << 62;
    const std::string outside = "outside its storage";
    test::expectAccepted(tensorFile({.offset = 1, .shape = {1}}));
    test::expectAccepted(tensorFile({.offset = 2, .shape = {0}}));
    test::expectAccepted(tensorFile({.shape = {2, 1}, .strides = {1, 77}}));
    test::expectAccepted(tensorFile({.shape = {2, 2}, .strides = {1, 0}}));
    test::expectRefused({
        {"off by one", tensorFile({.offset = 1}), outside},
        {"offset at the end", tensorFile({.offset = 2, .shape = {}, .strides = {}}), outside},
        {"negative offset", tensorFile({.offset = -1}), outside},
        {"huge offset", tensorFile({.offset = std::numeric_limits<std::int64_t>::max()}), "impossible size"},
        {"negative size", tensorFile({.shape = {-2}}), "wrong sizes"},
        {"negative stride", tensorFile({.offset = 1, .strides = {-1}}), "wrong strides"},
        {"huge stride", tensorFile({.strides = {kHuge}}), outside},
        {"stride that wraps around", tensorFile({.shape = {3, 3}, .strides = {kHuge, kHuge}}),
         "impossible size"},
        {"product that wraps around", tensorFile({.shape = {kHuge, 4}, .strides = {0, 0}}),
         "impossible size"},
        {"fewer strides than sizes", tensorFile({.shape = {2, 1}}), "wrong strides"},
        {"rank 9",
         tensorFile({.shape = std::vector<std::int64_t>(9, 1), .strides = std::vector<std::int64_t>(9, 1)}),
         "wrong sizes"},
        {"stride 0 to 2^40 elements", tensorFile({.shape = {std::int64_t{1} << 40}, .strides = {0}}),
         "far more elements"},
        {"stride 0 to 5 elements", tensorFile({.shape = {5}, .strides = {0}}), "far more elements"},
        {"size that is a text", item([](Pickle& pickle) {
             pickle.global("torch._utils", "_rebuild_tensor_v2").mark().mark().text("storage");
             pickle.global("torch", "FloatStorage").text("0").text("cpu").number(2).none().tuple().raw("Q");
             pickle.number(0)
                 .text("x")
                 .raw("\x85")
                 .numbers({1})
                 .boolean(false)
                 .orderedDict()
                 .tuple()
                 .reduce();
         }),
         "wrong sizes"},
    });
}

TEST(HostilePickle, DescribesEachStorageOnceAndTruly) {
    const auto two = [](const TensorWords& first, const TensorWords& second) {
        return around(test::stateDict(Container::Legacy, {{"a", first}, {"b", second}}));
    };
    const std::string object = test::stateDict(Container::Legacy, {{"w", {}}});
    const test::Storage right{"0", 2, kTwoFloats};
    test::expectAccepted(two({}, {}));
    test::expectRefused({
        {"storage not stored", test::legacyFile(object, {}), "lacks the data"},
        {"storage listed twice", test::legacyFile(object, {right, right}), "twice or without"},
        {"storage never described", test::legacyFile(object, {right, {"1", 2, kTwoFloats}}),
         "twice or without"},
        {"list shorter than data", test::legacyFile(object, {right, right}, {{"0"}}),
         "followed by something"},
        {"another count than declared", test::legacyFile(object, {{"0", 1, kTwoFloats}}), "another size"},
        {"negative count", tensorFile({.count = -1}), "impossible size"},
        {"count · size overflows", tensorFile({.count = std::int64_t{1} << 62}), "impossible size"},
        {"count beyond the file",
         test::legacyFile(test::stateDict(Container::Legacy, {{"w", {.count = 1 << 30}}}),
                          {{"0", 1 << 30, kTwoFloats}}),
         "middle of its data"},
        {"one key, two types", two({}, {.storageClass = "IntStorage"}), "in two ways"},
        {"one key, two counts", two({}, {.count = 1, .shape = {1}}), "in two ways"},
        {"view metadata", item([](Pickle& pickle) {
             pickle.mark().text("storage").global("torch", "FloatStorage").text("0").text("cpu").number(2);
             pickle.mark().text("1").number(0).number(2).tuple().tuple().raw("Q");
         }),
         "views of storages"},
        {"five parts in a legacy file", around(test::stateDict(Container::Zip, {{"w", {}}})),
         "storage wrongly"},
        {"no storage", item([](Pickle& pickle) {
             pickle.mark().text("module").text("f.py").text("source").none().none().none().tuple().raw("Q");
         }),
         "storage wrongly"},
        {"storage of a class that is none", item([](Pickle& pickle) {
             pickle.mark()
                 .text("storage")
                 .global("collections", "OrderedDict")
                 .text("0")
                 .text("cpu")
                 .number(2);
             pickle.none().tuple().raw("Q");
         }),
         "storage wrongly"},
    });
}

TEST(HostilePickle, IsADictOfNamesToTensors) {
    test::expectRefused({
        {"a list", around(Pickle().raw("]").stop()), "other than a state dict"},
        {"a tensor",
         [] {
             Pickle pickle;
             return around(test::pushTensor(pickle, Container::Legacy).stop());
         }(),
         "other than a state dict"},
        {"a number as name", around(Pickle().raw("}").number(1).none().raw("s").stop()), "no text"},
        {"a name twice", around(test::stateDict(Container::Legacy, {{"w", {}}, {"w", {}}})), "twice"},
        {"a checkpoint around the state dict", item([](Pickle& pickle) { pickle.orderedDict(); }),
         "'w' is not a tensor"},
        {"an over-long name", around(test::stateDict(Container::Legacy, {{std::string(2000, 'n'), {}}})),
         "over-long"},
    });
}

TEST(HostilePickle, LegacyFilesSayHowTheyWereWritten) {
    const std::string object = test::stateDict(Container::Legacy, {{"w", {}}});
    const std::string right = test::legacyFile(object, {{"0", 2, kTwoFloats}});
    std::string version = right;
    version[18] = '\x01';
    test::expectRefused({
        {"big-endian", test::legacyFile(object, {{"0", 2, kTwoFloats}}, {}, false), "big-endian"},
        {"another protocol", version, "unknown version"},
        {"bytes after the end", right + "x", "followed by something"},
        {"GLOBAL in the list of keys",
         right.substr(0, 15) + "\x80\x02"
                               "cos\nsystem\n.",
         "no place"},
    });
}

TEST(HostilePickle, StaysWithinTheLimitsItIsGiven) {
    const test::TempDir dir;
    test::writeBytes(dir / "file", tensorFile({}));
    const auto refusedWith = [&](const TensorFileLimits& limits) {
        const std::optional<Error> error = test::refusal(dir / "file", limits);
        return error ? error->message() : std::string();
    };
    EXPECT_EQ(refusedWith({}), "");
    EXPECT_NE(refusedWith({.fileBytes = 100}).find("larger"), std::string::npos);
    EXPECT_NE(refusedWith({.pickleBytes = 100}).find("longer than allowed"), std::string::npos);
    EXPECT_NE(refusedWith({.pickleOps = 10}).find("more steps"), std::string::npos);
    EXPECT_NE(refusedWith({.pickleObjects = 3}).find("too many objects"), std::string::npos);
    EXPECT_NE(refusedWith({.stringBytes = 3}).find("longer than allowed"), std::string::npos);
    EXPECT_NE(refusedWith({.dictEntries = 0}).find("too large a dict"), std::string::npos);
    EXPECT_NE(refusedWith({.storages = 0}).find("too many storages"), std::string::npos);
    EXPECT_NE(refusedWith({.tensorElements = 1}).find("larger than allowed"), std::string::npos);
}
}  // namespace
