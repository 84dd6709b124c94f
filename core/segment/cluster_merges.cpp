#include "core/segment/cluster_merges.h"

#include <algorithm>
#include <cctype>
#include <numeric>

#include "core/base/error.h"
#include "core/segment/painted_labels.h"

namespace segad {

std::vector<int> mergesFrom(const std::string& text, int count) {
    std::vector<int> into(static_cast<std::size_t>(count));
    std::iota(into.begin(), into.end(), 0);
    for (const std::string& pair : namesFromList(text)) {
        const std::size_t arrow = pair.find('>');
        const auto number = [&](const std::string& digits) {
            const bool plain =
                !digits.empty() && digits.size() <= 3 &&
                std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c) != 0; });
            return plain ? std::stoi(digits) : -1;
        };
        const int from = arrow == std::string::npos ? -1 : number(pair.substr(0, arrow));
        const int to = arrow == std::string::npos ? -1 : number(pair.substr(arrow + 1));
        if (from < 0 || to < 0 || from >= count || to >= count || from == to) {
            throw Error(ErrorCode::InvalidArgument, "merge",
                        "'" + pair + "' does not name two of the " + std::to_string(count) + " clusters",
                        "Write 3>1 for: cluster 3 belongs to cluster 1.");
        }
        const int old = into[static_cast<std::size_t>(from)];
        for (int& each : into)
            if (each == old) each = into[static_cast<std::size_t>(to)];
    }
    return into;
}

std::vector<int> keptClusters(std::vector<int> into) {
    std::ranges::sort(into);
    into.erase(std::unique(into.begin(), into.end()), into.end());
    return into;
}

std::string mergedFurther(const std::string& merge, int count, int from, int into) {
    const std::vector<int> kept = keptClusters(mergesFrom(merge, count));
    const auto segments = static_cast<int>(kept.size());
    if (from < 0 || into < 0 || from >= segments || into >= segments || from == into) {
        throw Error(ErrorCode::InvalidArgument, "merge",
                    std::to_string(from) + " and " + std::to_string(into) + " are not two of the " +
                        std::to_string(segments) + " segments",
                    "Name two segments of the maps in force.");
    }
    const auto cluster = [&](int segment) { return std::to_string(kept[static_cast<std::size_t>(segment)]); };
    return merge + (merge.empty() ? "" : ",") + cluster(from) + ">" + cluster(into);
}

}  // namespace segad
