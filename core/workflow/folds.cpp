#include "core/workflow/folds.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "core/base/random.h"

namespace segad {

namespace {
struct Content {
    bool good = false;
    bool bad = false;
};

/// In the order of the groups' numbers.
std::map<std::size_t, Content> contents(const GroupedRows& rows) {
    std::map<std::size_t, Content> groups;
    for (std::size_t i = 0; i < rows.groupOf.size(); ++i) {
        Content& content = groups[rows.groupOf[i]];
        (rows.isBad[i] != 0 ? content.bad : content.good) = true;
    }
    return groups;
}
}  // namespace

std::vector<std::size_t> dealFolds(std::size_t count, std::size_t folds, std::uint64_t seed,
                                   std::string_view name) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    SplitMix64 dice(seed, name);
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[dice.below(i)]);
    std::vector<std::size_t> foldOf(count);
    for (std::size_t i = 0; i < count; ++i)
        foldOf[order[i]] = i % folds;
    return foldOf;
}

std::size_t foldsFor(const GroupedRows& rows) {
    std::size_t good = 0;
    std::size_t bad = 0;
    for (const auto& [group, content] : contents(rows)) {
        good += content.good ? 1 : 0;
        bad += content.bad ? 1 : 0;
    }
    const std::size_t folds = std::min({kMostFolds, good, bad});
    return folds < 2 ? 0 : folds;
}

std::vector<std::size_t> dealGroups(const GroupedRows& rows, std::size_t folds, std::uint64_t seed,
                                    std::string_view name) {
    const std::map<std::size_t, Content> groups = contents(rows);
    // Bad groups, then those that hold both, then good ones, dealt on in turn: those with bad rows follow one
    // another, and so do those with good rows, so that neither kind can end up in a single fold.
    std::vector<std::size_t> order;
    for (const auto& [good, bad] : {std::pair(false, true), {true, true}, {true, false}}) {
        std::vector<std::size_t> alike;
        for (const auto& [group, content] : groups) {
            if (content.good == good && content.bad == bad) alike.push_back(group);
        }
        const std::string stream = std::string(name) + (bad ? "/bad" : "") + (good ? "/good" : "");
        SplitMix64 dice(seed, stream);
        for (std::size_t i = alike.size(); i > 1; --i)
            std::swap(alike[i - 1], alike[dice.below(i)]);
        order.insert(order.end(), alike.begin(), alike.end());
    }
    std::map<std::size_t, std::size_t> foldOfGroup;
    for (std::size_t i = 0; i < order.size(); ++i)
        foldOfGroup[order[i]] = i % folds;
    std::vector<std::size_t> foldOf;
    foldOf.reserve(rows.groupOf.size());
    for (const std::size_t group : rows.groupOf)
        foldOf.push_back(foldOfGroup.at(group));
    return foldOf;
}

}  // namespace segad
