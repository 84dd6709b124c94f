#include "tests/core/nn/refusal.h"

#include <ctime>

#include <gtest/gtest.h>

#include "tests/core/nn/allocation_peak.h"
#include "tests/core/nn/weight_builders.h"
#include "tests/support/test_support.h"

namespace segad::test {

namespace {
constexpr std::size_t kMostMemory = 64U << 20U;
// Processor time: how busy the machine is does not count. Sanitizers make everything slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kMostSeconds = 10;
#else
constexpr double kMostSeconds = 0.5;
#endif
}  // namespace

std::optional<Error> refusal(const Path& file, const TensorFileLimits& limits) {
    const AllocationPeak peak;
    const std::clock_t start = std::clock();
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
    EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, kMostSeconds);
    return refused;
}

void expectRefused(const std::vector<WrongFile>& files) {
    const TempDir dir;
    for (const WrongFile& wrong : files) {
        SCOPED_TRACE(wrong.name);
        writeBytes(dir / "wrong", wrong.bytes);
        const std::optional<Error> error = refusal(dir / "wrong");
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
