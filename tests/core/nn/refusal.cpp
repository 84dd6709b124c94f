#include "tests/core/nn/refusal.h"

#include <chrono>

#include <gtest/gtest.h>

#include "tests/core/nn/allocation_peak.h"
#include "tests/core/nn/weight_builders.h"
#include "tests/support/test_support.h"

namespace segad::test {

namespace {
constexpr std::size_t kMostMemory = 64U << 20U;
}

std::optional<Error> refusal(const Path& file, const TensorFileLimits& limits) {
    const AllocationPeak peak;
    std::optional<Error> refused;
    try {
        const TensorFile opened = TensorFile::read(file, limits);
        for (const std::string& name : opened.names())
            opened.load(name);
    } catch (const Error& error) {
        refused = error;
        EXPECT_TRUE(error.code() == ErrorCode::InvalidData || error.code() == ErrorCode::Unsupported)
            << error.what();
        EXPECT_NE(error.subject().find(file.filename().string()), std::string::npos) << error.what();
        EXPECT_FALSE(error.remedy().empty());
    }
    EXPECT_LT(peak.bytes(), kMostMemory);
    return refused;
}

void expectRefused(const std::vector<WrongFile>& files) {
    const TempDir dir;
    for (const WrongFile& wrong : files) {
        SCOPED_TRACE(wrong.name);
        writeBytes(dir / "wrong", wrong.bytes);
        const auto start = std::chrono::steady_clock::now();
        const std::optional<Error> error = refusal(dir / "wrong");
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(500));
        ASSERT_TRUE(error.has_value()) << "was accepted";
        EXPECT_NE(error->message().find(wrong.because), std::string::npos) << error->message();
    }
}

void expectAccepted(std::string_view bytes) {
    const TempDir dir;
    writeBytes(dir / "right", bytes);
    const std::optional<Error> error = refusal(dir / "right");
    EXPECT_FALSE(error.has_value()) << error->what();
}

}  // namespace segad::test
