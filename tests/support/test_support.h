// What tests build their world from: a folder of their own, the vectors, the portable number stream.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/json.h"

namespace segad::test {

/// A fresh folder, removed at the end of the scope.
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    const Path& path() const noexcept { return path_; }
    Path operator/(const Path& name) const { return path_ / name; }

private:
    Path path_;
};

/// tests/data/<name>.
Path dataFile(std::string_view name);

/// tests/data/<name> parsed.
Json vectors(std::string_view name);

/// `count` numbers of the portable stream u(name) ∈ [0, 1) (vectors' README: FNV-1a seeds SplitMix64).
std::vector<double> uniformStream(std::string_view name, std::size_t count);

/// Real images and weights beside the checkout (never committed). Absent on most machines: a test that
/// wants them must GTEST_SKIP() with a message. $SEGAD_SHARED_DATA overrides the place.
std::optional<Path> sharedData(std::string_view name);

}  // namespace segad::test
