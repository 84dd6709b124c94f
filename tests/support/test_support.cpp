#include "tests/support/test_support.h"

#include <cstdlib>
#include <random>
#include <stdexcept>

#include <unistd.h>

#include "core/base/random.h"

namespace segad::test {

TempDir::TempDir() {
    std::string name = (std::filesystem::temp_directory_path() / "segad-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TempDir::~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Path dataFile(std::string_view name) {
    return Path(SEGAD_TEST_DATA) / name;
}

Json vectors(std::string_view name) {
    return readJson(dataFile(name));
}

std::vector<double> uniformStream(std::string_view name, std::size_t count) {
    SplitMix64 stream(fnv1a64(name));
    std::vector<double> numbers(count);
    for (double& number : numbers)
        number = stream.uniform();
    return numbers;
}

std::optional<Path> sharedData(std::string_view name) {
    const char* own = std::getenv("SEGAD_SHARED_DATA");
    Path path = Path(own != nullptr ? own : SEGAD_SHARED_DATA) / name;
    if (!std::filesystem::exists(path)) return std::nullopt;
    return path;
}

}  // namespace segad::test
