// safetensors that contradict themselves (weights_formats.md § 5, case 16), and files that are no weights at
// all or change while they are read (case 18).
#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/core/nn/refusal.h"
#include "tests/core/nn/weight_builders.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
const std::string kEight(8, '\0');

/// A file with one tensor "w" of two floats whose fields are `fields`.
std::string tensor(const std::string& fields) {
    return test::safetensorsFile(R"({"w":{)" + fields + "}}", kEight);
}

std::string with(const std::string& header, const std::string& data = kEight) {
    return test::safetensorsFile(header, data);
}

std::string shaped(const std::string& shape, const std::string& range) {
    return tensor(R"("dtype":"F32","shape":)" + shape + R"(,"data_offsets":)" + range);
}

TEST(HostileSafetensors, TheFileThatTheOthersSpoilIsAccepted) {
    test::expectAccepted(shaped("[2]", "[0,8]"));
    test::expectAccepted(with("{}", ""));
    test::expectAccepted(
        with(R"({"__metadata__":{"a":"b"},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}   )"));
    // The order of names in the header is free; only the ranges have to tile.
    test::expectAccepted(with(R"({"b":{"dtype":"F32","shape":[],"data_offsets":[4,8]},)"
                              R"("e":{"dtype":"F32","shape":[0,3],"data_offsets":[4,4]},)"
                              R"("a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})"));
}

TEST(HostileSafetensors, HeaderLengthFitsTheFile) {
    const std::string right = shaped("[2]", "[0,8]");
    const auto claims = [&](std::uint64_t length) { return test::le64(length) + right.substr(8); };
    test::expectRefused({
        {"2^64-1", claims(~0ULL), "longer than possible"},
        {"2^63", claims(1ULL << 63U), "longer than possible"},
        {"more than the file", claims(right.size() - 7), "longer than possible"},
        {"more than allowed", claims(100'000'001), "longer than possible"},
        {"one less", claims(right.size() - 17), "not valid JSON"},
        {"nothing", claims(0), "no JSON object"},
        {"not a {", with(R"([{"w":1}])"), "know"},
        {"space first", with(R"( {"w":1})"), "know"},
        {"too short for anything", "{", "know"},
    });
}

TEST(HostileSafetensors, HeaderIsStrictJson) {
    const std::string json = "not valid JSON";
    std::string deep = R"({"w":)";
    for (int i = 0; i < 100'000; ++i)
        deep += "[";
    test::expectRefused({
        {"cut", with(R"({"w":)"), json},
        {"two documents", with("{}{}"), json},
        {"comment", with("{/* x */}"), json},
        {"trailing comma", with(R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8],}})"), json},
        {"NaN", shaped("[NaN]", "[0,8]"), json},
        {"Infinity", shaped("[Infinity]", "[0,8]"), json},
        {"invalid UTF-8", with("{\"\xFF\":1}"), json},
        {"overlong UTF-8", with("{\"\xC0\x80\":1}"), json},
        {"lone surrogate", with(R"({"\uD800":1})"), json},
        {"reversed surrogates", with(R"({"\uDC00\uD800":1})"), json},
        {"control character", with("{\"a\nb\":1}"), json},
        {"100,000 lists", with(deep), "a list"},
        {"100,000 objects", with([] {
             std::string objects;
             for (int i = 0; i < 100'000; ++i)
                 objects += R"({"a":)";
             return objects;
         }()),
         "unknown field"},
        {"object in the notes", with(R"({"__metadata__":{"a":{"b":"c"}}})"), "too deep"},
    });
}

TEST(HostileSafetensors, FieldsAreExactlyThree) {
    const std::string three = R"("dtype":"F32","shape":[2],"data_offsets":[0,8])";
    test::expectAccepted(tensor(three));
    test::expectRefused({
        {"no dtype", tensor(R"("shape":[2],"data_offsets":[0,8])"), "incomplete"},
        {"no shape", tensor(R"("dtype":"F32","data_offsets":[0,8])"), "incomplete"},
        {"no range", tensor(R"("dtype":"F32","shape":[2])"), "incomplete"},
        {"range of one", shaped("[2]", "[8]"), "incomplete"},
        {"range of three", shaped("[2]", "[0,8,8]"), "incomplete"},
        {"another field", tensor(three + R"(,"strides":[1])"), "unknown field"},
        {"dtype twice", tensor(three + R"(,"dtype":"F32")"), "twice"},
        {"shape twice", tensor(three + R"(,"shape":[2])"), "twice"},
        {"range twice", tensor(three + R"(,"data_offsets":[0,8])"), "twice"},
        {"name twice", with(R"({"w":{)" + three + R"(},"w":{)" + three + "}}"), "twice"},
        {"note twice", with(R"({"__metadata__":{"a":"b","a":"c"},"w":{)" + three + "}}"), "twice"},
        {"notes twice", with(R"({"__metadata__":{},"__metadata__":{},"w":{)" + three + "}}"), "twice"},
        {"note that is a number", with(R"({"__metadata__":{"a":1},"w":{)" + three + "}}"), "a number"},
        {"note that is null", with(R"({"__metadata__":{"a":null},"w":{)" + three + "}}"), "null"},
        {"notes that are a list", with(R"({"__metadata__":[],"w":{)" + three + "}}"), "a list"},
        {"tensor that is a number", with(R"({"w":1})"), "a number"},
        {"tensor that is a text", with(R"({"w":"F32"})"), "a text"},
        {"dtype that is a number", tensor(R"("dtype":4,"shape":[2],"data_offsets":[0,8])"), "a number"},
        {"unknown dtype", tensor(R"("dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8])"), "F8_E4M3"},
        {"lower-case dtype", tensor(R"("dtype":"f32","shape":[2],"data_offsets":[0,8])"), "f32"},
        {"empty name", with(R"({"":{)" + three + "}}"), "empty or over-long"},
        {"over-long name", with(R"({")" + std::string(1025, 'n') + R"(":{)" + three + "}}"),
         "empty or over-long"},
    });
}

TEST(HostileSafetensors, NumbersArePlainIntegers) {
    test::expectRefused({
        {"negative", shaped("[-2]", "[0,8]"), "a negative number"},
        {"minus zero", shaped("[2]", "[-0,8]"), "a negative number"},
        {"fraction", shaped("[2.0]", "[0,8]"), "a fraction"},
        {"exponent", shaped("[2e0]", "[0,8]"), "a fraction"},
        {"text", shaped(R"(["2"])", "[0,8]"), "a text"},
        {"truth value", shaped("[true]", "[0,8]"), "a truth value"},
        {"null", shaped("[null]", "[0,8]"), "null"},
        {"list in a list", shaped("[[2]]", "[0,8]"), "a list"},
        {"beyond 2^53", shaped("[9007199254740993]", "[0,8]"), "2^53"},
        {"beyond 2^64", shaped("[18446744073709551616]", "[0,8]"), "a fraction"},
        {"rank 9", shaped("[1,1,1,1,1,1,1,1,2]", "[0,8]"), "too many numbers"},
    });
}

TEST(HostileSafetensors, RangesTileTheData) {
    const auto two = [](const std::string& first, const std::string& second) {
        return with(R"({"a":{"dtype":"U8","shape":[4],"data_offsets":)" + first +
                    R"(},"b":{"dtype":"U8","shape":[4],"data_offsets":)" + second + "}}");
    };
    const std::string size = "not that of its data";
    test::expectAccepted(two("[0,4]", "[4,8]"));
    test::expectRefused({
        {"overlap", two("[0,4]", "[2,6]"), "overlaps"},
        {"both the same", two("[0,4]", "[0,4]"), "overlaps"},
        {"hole between", two("[0,4]", "[5,9]"), "hole"},
        {"hole before", two("[1,5]", "[5,9]"), "hole"},
        {"beyond the end", two("[4,8]", "[8,12]"), "hole"},
        {"past the end", with(R"({"a":{"dtype":"U8","shape":[9],"data_offsets":[0,9]}})"),
         "middle of its data"},
        {"trailing data", with(R"({"a":{"dtype":"U8","shape":[7],"data_offsets":[0,7]}})"), "no tensor"},
        {"end before begin", shaped("[2]", "[8,0]"), size},
        {"shape too small", shaped("[1]", "[0,8]"), size},
        {"shape too large", shaped("[3]", "[0,8]"), size},
        {"product that wraps to 8", shaped("[4611686018427387904,2]", "[0,8]"), "2^53"},
        {"product that wraps around", shaped("[4503599627370496,4503599627370496,2]", "[0,8]"), size},
        {"product that wraps before a zero", shaped("[4503599627370496,4503599627370496,0]", "[0,0]"), size},
        {"empty tensor in the middle",
         with(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
              R"("e":{"dtype":"F32","shape":[0],"data_offsets":[4,4]}})"),
         "overlaps"},
    });
}

TEST(NoWeightFile, IsRefusedForWhatItIs) {
    std::string tar(512, '\0');
    tar.replace(0, 11, "storages/00");
    tar.replace(257, 5, "ustar");
    test::expectRefused({
        {"empty", "", "is empty"},
        {"text", "import torch\n", "no weight file"},
        {"a web page", "<!DOCTYPE html><html></html>", "no weight file"},
        {"tar", tar, "tar archive"},
        {"Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "Git LFS"},
        {"a pickle that is no weight file", "\x80\x02}q\x01.", "no weight file"},
    });
}

TEST(NoWeightFile, FoldersPipesAndAbsentFilesAreRefusedAtOnce) {
    const test::TempDir dir;
    ASSERT_EQ(mkfifo((dir / "pipe").c_str(), 0600), 0);
    const std::optional<Error> pipe = test::refusal(dir / "pipe");
    ASSERT_TRUE(pipe.has_value());
    EXPECT_NE(pipe->message().find("not a regular file"), std::string::npos);
    const std::optional<Error> folder = test::refusal(dir.path());
    ASSERT_TRUE(folder.has_value());
    EXPECT_NE(folder->message().find("not a regular file"), std::string::npos);
    try {
        TensorFile::read(dir / "absent");
        FAIL() << "an absent file was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::NotFound);
    }
}

TEST(NoWeightFile, AFileThatChangesWhileInUseIsNotTrusted) {
    const test::TempDir dir;
    const Path path = dir / "file.safetensors";
    test::writeBytes(path, shaped("[2]", "[0,8]"));
    const TensorFile file = TensorFile::read(path);
    EXPECT_EQ(file.load("w").values.size(), 2U);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 4);
    EXPECT_THROW(file.load("w"), Error);
    test::writeBytes(path, shaped("[2]", "[0,8]") + "more");
    EXPECT_THROW(file.load("w"), Error);
}

TEST(NoWeightFile, CancellingStopsTheReading) {
    Job job;
    job.cancel();
    EXPECT_THROW(TensorFile::read(test::dataFile("weights/wf_zip.pth"), job), Cancelled);
}
}  // namespace
