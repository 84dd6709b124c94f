// A share of many files, for several machines or processes that divide the work among them.
#pragma once

#include <string>
#include <string_view>

namespace segad {

struct Shard {
    int index = 1;  ///< 1 … count
    int count = 1;

    bool whole() const noexcept { return count == 1; }
    /// Whether this share has the file. By a hash of its path relative to the folder ('/'-separated), so that
    /// it is the same everywhere and for ever; every path is in exactly one share.
    bool has(std::string_view relativePath) const;
    /// "2/4".
    std::string text() const;

    /// Reads "2/4". Error{InvalidArgument} for anything else, and for a share outside 1 … count.
    static Shard parse(const std::string& text);

    bool operator==(const Shard&) const = default;
};

}  // namespace segad
