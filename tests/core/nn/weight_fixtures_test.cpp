// The fixture files: what must be accepted, with exact values, and what must be refused; and every file
// that differs from an accepted one by a cut or a flipped bit.
#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/nn/tensor_file.h"
#include "tests/core/nn/refusal.h"
#include "tests/core/nn/weight_builders.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
Path fixture(const std::string& name) {
    return test::dataFile("weights/" + name);
}

const Json& fixtures() {
    static const Json all = test::vectors("weights/weights_fixtures.json");
    return all;
}

std::string bytesOf(const Path& file) {
    return readFile(file, 1 << 20);
}

bool accepted(const Path& file) {
    return !test::refusal(file).has_value();
}

class AcceptedFile : public testing::TestWithParam<std::string> {};

TEST_P(AcceptedFile, HasExactlyTheNamesShapesAndValues) {
    const TensorFile file = TensorFile::read(fixture(GetParam()));
    const Json& expected = fixtures()["accept"][GetParam()];
    EXPECT_EQ(file.tensors().size(), expected.size());
    for (const auto& [name, tensor] : expected.items()) {
        SCOPED_TRACE(name);
        ASSERT_NE(file.find(name), nullptr);
        const TensorData data = file.load(name);
        EXPECT_EQ(data.name, name);
        EXPECT_EQ(data.shape, tensor["shape"].get<std::vector<std::int64_t>>());
        EXPECT_EQ(file.find(name)->shape, data.shape);
        if (tensor.contains("dtype_in_file")) {
            EXPECT_EQ(toString(data.fileDType), tensor["dtype_in_file"].get<std::string>());
        }
        const auto values = tensor["values"].get<std::vector<double>>();
        if (isFloating(data.fileDType)) {
            EXPECT_TRUE(data.integers.empty());
            ASSERT_EQ(data.values.size(), values.size());
            for (std::size_t i = 0; i < values.size(); ++i)
                EXPECT_EQ(double{data.values[i]}, values[i]);
            std::vector<float> direct(values.size());
            file.loadInto(name, direct);
            EXPECT_EQ(direct, data.values);
        } else {
            EXPECT_EQ(data.integers, std::vector<std::int64_t>(values.begin(), values.end()));
        }
    }
}

TEST_P(AcceptedFile, IsRefusedWhenCutAnywhere) {
    const test::TempDir dir;
    const std::string whole = bytesOf(fixture(GetParam()));
    test::writeBytes(dir / "cut", whole);
    for (std::size_t length = whole.size(); length-- > 0;) {
        std::filesystem::resize_file(dir / "cut", length);
        EXPECT_FALSE(accepted(dir / "cut")) << length << " of " << whole.size() << " bytes";
    }
    test::writeBytes(dir / "cut", whole);
    EXPECT_TRUE(accepted(dir / "cut"));
}

TEST_P(AcceptedFile, NeverCrashesWithOneBitFlipped) {
    const test::TempDir dir;
    const std::string bytes = bytesOf(fixture(GetParam()));
    test::writeBytes(dir / "flipped", bytes);
    std::fstream file(dir / "flipped", std::ios::binary | std::ios::in | std::ios::out);
    const auto put = [&](std::size_t at, char byte) {
        file.seekp(static_cast<std::streamoff>(at));
        file.put(byte).flush();
    };
    std::size_t refused = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            put(i, static_cast<char>(static_cast<unsigned char>(bytes[i]) ^ (1U << bit)));
            refused += accepted(dir / "flipped") ? 0 : 1;
        }
        put(i, bytes[i]);
    }
    EXPECT_GT(refused, bytes.size());
}

TEST_P(AcceptedFile, NeverCrashesWithSeveralRandomChanges) {
    const test::TempDir dir;
    const std::string whole = bytesOf(fixture(GetParam()));
    SplitMix64 random(1, GetParam());
    for (int round = 0; round < 3000; ++round) {
        std::string bytes = whole;
        for (std::uint64_t changes = 1 + random.below(8); changes > 0; --changes) {
            const std::size_t at = random.below(bytes.size());
            switch (random.below(4)) {
                case 0:
                    bytes[at] = static_cast<char>(random.below(256));
                    break;
                case 1:
                    bytes.erase(at, 1 + random.below(8));
                    break;
                case 2:
                    bytes.insert(at, bytes.substr(random.below(bytes.size()), random.below(16)));
                    break;
                default:
                    bytes[at] = static_cast<char>(0xFF);
                    break;
            }
            if (bytes.empty()) bytes = whole;
        }
        test::writeBytes(dir / "mutated", bytes);
        accepted(dir / "mutated");
    }
}

std::string testName(const testing::TestParamInfo<std::string>& parameter) {
    std::string name = parameter.param;
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Fixtures, AcceptedFile,
                         testing::Values("wf_legacy.pth", "wf_zip.pth", "wf_ok.safetensors"), testName);

TEST(RefusedFiles, AllGiveACleanError) {
    ASSERT_GE(fixtures()["reject"].size(), 25U);
    for (const auto& name : fixtures()["reject"]) {
        SCOPED_TRACE(name.get<std::string>());
        EXPECT_FALSE(accepted(fixture(name.get<std::string>())));
    }
}
}  // namespace
