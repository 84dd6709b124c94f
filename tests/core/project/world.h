// What the tests of projects are built from: small projects, maps, and a back door to the files.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/project/project.h"
#include "tests/support/test_support.h"

struct sqlite3;

namespace segad::test {

/// A part with everything set, distinguishable by its number.
PartRecord somePart(SourceId source, int number);

/// A project with one source (`<folder>/images`, made) and `parts` parts, which get ids 1 … parts.
Project makeProject(const Path& file, int parts);

/// A started (and, unless Running is asked for, finished) run.
RunId makeRun(Project& project, RunKind kind = RunKind::Train, RunOutcome outcome = RunOutcome::Done,
              std::vector<RunId> inputs = {});

/// A smooth map with noise in its low bits, as detectors make them.
AnomalyMap someMap(std::uint64_t seed, int side = 32);
SegmentMap someSegments(int components, int side = 16);
bool samePixels(const AnomalyMap& a, const AnomalyMap& b);

/// The error an action throws; fails the test when it throws none.
Error errorOf(const std::function<void()>& action);

/// SQLite without the room, to look into a project or to harm it.
class RawDatabase {
public:
    explicit RawDatabase(const Path& file);
    ~RawDatabase();
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;

    void run(const std::string& sql);
    /// All values of a query, row by row, as text ("NULL" for NULL).
    std::vector<std::string> values(const std::string& sql);
    std::string value(const std::string& sql);

private:
    sqlite3* database_ = nullptr;
};

/// Overwrites bytes of a file.
void overwrite(const Path& file, std::uint64_t offset, const std::string& bytes);

}  // namespace segad::test
