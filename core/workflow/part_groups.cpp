#include "core/workflow/part_groups.h"

#include <numeric>
#include <string>

namespace segad {

namespace {
/// Sets that are joined; each is named by one of its members.
class Union {
public:
    explicit Union(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

    std::size_t find(std::size_t item) {
        while (parent_[item] != item) {
            parent_[item] = parent_[parent_[item]];
            item = parent_[item];
        }
        return item;
    }

    void join(std::size_t a, std::size_t b) { parent_[find(b)] = find(a); }

private:
    std::vector<std::size_t> parent_;
};
}  // namespace

PartGroups partGroups(const Project& project, const std::vector<PartRecord>& parts) {
    PartGroups groups;
    std::unordered_map<std::string, std::size_t> pictures;
    std::size_t next = 0;
    for (const PartRecord& part : parts) {
        std::size_t picture = next;
        if (!part.sha256.empty()) picture = pictures.try_emplace(part.sha256, next).first->second;
        if (picture == next) ++next;
        groups.pictureOf[part.id] = picture;
    }
    Union joined(next);
    for (const GeneratedRecord& record : project.generated().all()) {
        const auto own = groups.pictureOf.find(record.part);
        if (own == groups.pictureOf.end()) continue;
        for (const PartId origin : {record.madeFrom, record.partner}) {
            if (const auto shown = groups.pictureOf.find(origin); shown != groups.pictureOf.end())
                joined.join(own->second, shown->second);
        }
    }
    std::unordered_map<std::size_t, std::size_t> numbers;
    for (const PartRecord& part : parts) {
        const std::size_t root = joined.find(groups.pictureOf.at(part.id));
        groups.groupOf[part.id] = numbers.try_emplace(root, numbers.size()).first->second;
    }
    groups.groups = numbers.size();
    return groups;
}

std::vector<std::size_t> groupsOfRows(const PartGroups& groups, const FeatureTable& table) {
    std::vector<std::size_t> groupOf;
    std::size_t next = groups.groups;
    for (const PartId part : table.partIds())
        groupOf.push_back(part < 0 ? next++ : groups.groupOf.at(part));
    return groupOf;
}

}  // namespace segad
