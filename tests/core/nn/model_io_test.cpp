#include "core/nn/model_io.h"

#include <filesystem>
#include <fstream>
#include <numeric>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/nn/safetensors_writer.h"
#include "tests/core/nn/allocation_peak.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
const Json kHeader{{"detector", "patchcore"},
                   {"params", {{"coreset_ratio", 0.01}, {"layers", {"layer2", "layer3"}}}},
                   {"backbone", "resnet18"},
                   {"backbone_sha256", "f00d"}};

using test::codeOf;

std::string writeSmall(const Path& folder) {
    ModelWriter writer;
    writer.header(kHeader);
    writer.tensor("bank", {2, 3}, std::vector<float>{1, 2, 3, 4, 5, 6});
    writer.tensor("index", {2}, std::vector<std::int64_t>{-1, 1LL << 40});
    writer.tensor("empty", {0, 3}, std::vector<float>{});
    return writer.commit(folder);
}

TEST(Model, ComesBackAsItWasWritten) {
    const test::TempDir dir;
    const Path folder = dir / "x.segad-models";
    const std::string name = writeSmall(folder);
    EXPECT_EQ(name, sha256OfFile(folder / name) + ".safetensors");

    const ModelReader reader(folder / name);
    EXPECT_EQ(reader.header()["detector"], "patchcore");
    EXPECT_EQ(reader.header()["params"], kHeader["params"]);
    EXPECT_EQ(reader.header()["format"], 1);
    EXPECT_EQ(reader.sha256() + ".safetensors", name);
    EXPECT_EQ(reader.tensors().size(), 3U);
    EXPECT_TRUE(reader.has("bank"));
    EXPECT_FALSE(reader.has("other"));
    EXPECT_EQ(reader.shape("bank"), (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(reader.floats("bank"), (std::vector<float>{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(reader.integers("index"), (std::vector<std::int64_t>{-1, 1LL << 40}));
    EXPECT_TRUE(reader.floats("empty").empty());
    std::vector<float> mine(6);
    reader.floatsInto("bank", mine);
    EXPECT_EQ(mine, reader.floats("bank"));

    EXPECT_EQ(codeOf([&] { reader.floats("other"); }), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] { reader.floats("index"); }), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] { reader.integers("bank"); }), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] { reader.floatsInto("bank", std::span(mine).first(5)); }), ErrorCode::InvalidData);
    EXPECT_EQ(writeSmall(folder), name) << "equal models have one file";
}

TEST(Model, ThatIsNotWhatWasWrittenIsRefused) {
    const test::TempDir dir;
    const std::string name = writeSmall(dir.path());
    std::filesystem::copy_file(dir / name, dir / "renamed.safetensors");
    EXPECT_EQ(codeOf([&] { ModelReader(dir / "renamed.safetensors"); }), ErrorCode::Corrupt);
    {
        std::fstream file(dir / name, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(-1, std::ios::end);
        file.put('\x7F');
    }
    EXPECT_EQ(codeOf([&] { ModelReader(dir / name); }), ErrorCode::Corrupt);
    std::filesystem::resize_file(dir / name, 100);
    EXPECT_EQ(codeOf([&] { ModelReader(dir / name); }), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] { ModelReader(dir / "absent.safetensors"); }), ErrorCode::NotFound);
}

TEST(Model, OnlyFilesOfThisProgramAndVersionAreRead) {
    const test::TempDir dir;
    const auto fileWith = [&](const std::map<std::string, std::string>& metadata) {
        SafetensorsWriter out(dir.path(), {{"w", {1}}}, metadata);
        out.append(std::vector<float>{1});
        return dir / out.commitByHash();
    };
    EXPECT_EQ(codeOf([&] { ModelReader{fileWith({})}; }), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] { ModelReader{fileWith({{"segad-model", "not JSON"}})}; }), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] { ModelReader{fileWith({{"segad-model", "[]"}})}; }), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] {
                  ModelReader{fileWith({{"segad-model", R"({"format":"1"})"}})};
              }),
              ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] {
                  ModelReader{fileWith({{"segad-model", R"({"format":2})"}})};
              }),
              ErrorCode::NewerVersion);
    EXPECT_EQ(codeOf([&] { ModelReader{test::dataFile("weights/wf_zip.pth")}; }), ErrorCode::InvalidData);
}

TEST(Model, IsWrittenAndReadWithoutCopies) {
    const test::TempDir dir;
    std::vector<float> bank(std::size_t{16} << 20U);
    std::iota(bank.begin(), bank.end(), 0.0F);
    const std::size_t bankBytes = bank.size() * sizeof(float);
    std::string name;
    {
        const test::AllocationPeak peak;
        ModelWriter writer;
        writer.header(kHeader);
        writer.borrowed("bank", {16, 1 << 20}, bank);
        name = writer.commit(dir.path());
        EXPECT_LT(peak.bytes(), std::size_t{8} << 20U);
    }
    {
        const test::AllocationPeak peak;
        const ModelReader reader(dir / name);
        const std::vector<float> read = reader.floats("bank");
        EXPECT_LT(peak.bytes(), bankBytes + (std::size_t{8} << 20U));
        EXPECT_EQ(read, bank);
    }
    ModelWriter writer;
    writer.header(kHeader);
    const float* place = bank.data();
    const test::AllocationPeak peak;
    writer.tensor("bank", {16, 1 << 20}, std::move(bank));
    EXPECT_LT(peak.bytes(), std::size_t{1} << 20U) << "moved in, not copied";
    EXPECT_NE(place, nullptr);
    EXPECT_EQ(writer.commit(dir.path()), name);
}

TEST(Model, CancellingLeavesNothingBehind) {
    const test::TempDir dir;
    ModelWriter writer;
    writer.header(kHeader);
    writer.tensor("bank", {4}, std::vector<float>(4));
    Job job;
    job.cancel();
    EXPECT_THROW(writer.commit(dir.path(), job), Cancelled);
    EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
    writer.commit(dir.path());
    EXPECT_FALSE(std::filesystem::is_empty(dir.path()));
}

TEST(Model, WritersMistakesAreCaught) {
    ModelWriter writer;
    EXPECT_THROW(writer.header(Json::array()), std::logic_error);
    EXPECT_THROW(writer.header({{"format", 1}}), std::logic_error);
    const test::TempDir dir;
    EXPECT_THROW(writer.commit(dir.path()), std::logic_error);
    writer.header(kHeader);
    EXPECT_THROW(writer.header(kHeader), std::logic_error);
    writer.tensor("a", {2}, std::vector<float>(2));
    EXPECT_THROW(writer.tensor("a", {2}, std::vector<float>(2)), std::logic_error);
    EXPECT_THROW(writer.tensor("b", {3}, std::vector<float>(2)), std::logic_error);
    EXPECT_THROW(writer.tensor("b", {-2}, std::vector<float>(2)), std::logic_error);
}

TEST(Model, OldPartialFilesAreSweptUpAndYoungOnesLeft) {
    const test::TempDir dir;
    const auto make = [&](const std::string& name, std::chrono::hours age) {
        writeFileAtomically(dir / name, "x");
        std::filesystem::last_write_time(dir / name, std::filesystem::file_time_type::clock::now() - age);
    };
    make("writing-1-2.partial", std::chrono::hours(48));
    make("writing-3-4.partial", std::chrono::hours(1));
    make("notes.partial", std::chrono::hours(48));
    writeSmall(dir.path());
    EXPECT_FALSE(std::filesystem::exists(dir / "writing-1-2.partial"));
    EXPECT_TRUE(std::filesystem::exists(dir / "writing-3-4.partial"));
    EXPECT_TRUE(std::filesystem::exists(dir / "notes.partial"));
}
}  // namespace
