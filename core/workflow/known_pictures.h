// Pictures that somebody who judges them has learned from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/file.h"
#include "core/dataset/listing.h"
#include "core/project/records.h"

namespace segad {

class Project;

struct KnownPicture {
    std::uint64_t bytes = 0;  ///< of its file
    std::string sha256;
};

/// Threads: any number at once, once it is filled.
class KnownPictures {
public:
    void add(const KnownPicture& picture) { bySize_[picture.bytes].insert(picture.sha256); }
    /// Ordered by size and hash.
    std::vector<KnownPicture> all() const;

    /// Whether the file is byte-identical to one of them. Reads it only when one of them has its size; a
    /// file that can't be read is unknown.
    bool knows(const Path& file) const;
    /// How many pictures of the listing it knows.
    std::size_t count(const Listing& listing) const;

private:
    std::unordered_map<std::uint64_t, std::unordered_set<std::string>> bySize_;
};

/// Parts that the judge (a forest, or a detector alone) or a detector under it has learned from.
KnownPictures learnedPictures(const Project& project, const RunRecord& judge);

}  // namespace segad
