#include "core/workflow/segment_names.h"

#include <algorithm>

namespace segad {

namespace {
bool sameLook(const SegmentRecord& a, const SegmentRecord& b) {
    return a.name == b.name && a.color == b.color;
}

std::vector<SegmentRecord> following(std::vector<SegmentRecord> list,
                                     const std::vector<SegmentRecord>& before,
                                     const std::vector<SegmentRecord>& after) {
    for (std::size_t i = 0; i < std::min({list.size(), before.size(), after.size()}); ++i) {
        if (list[i].name != before[i].name) continue;
        list[i].name = after[i].name;
        list[i].color = after[i].color;
    }
    return list;
}
}  // namespace

bool renameSegments(Project& project, const std::vector<SegmentRecord>& before,
                    const std::vector<SegmentRecord>& after) {
    Transaction transaction = project.transaction();
    const std::vector<SegmentRecord> known = project.segments().names();
    const std::vector<SegmentRecord> painted = project.paintedMaps().segments();
    const std::vector<SegmentRecord> named = following(known, before, after);
    const bool inForce = !std::ranges::equal(known, named, sameLook);
    if (inForce) project.segments().setNames(named);
    // A project that has no list of what is painted uses that of its maps: then there is nothing to do. One
    // that has neither was offered names to begin with, and these are taken up.
    const bool fresh = known.empty() && painted.empty();
    const std::vector<SegmentRecord> wanted = fresh ? after : following(painted, before, after);
    if (!std::ranges::equal(painted, wanted, sameLook)) project.paintedMaps().setSegments(wanted);
    transaction.commit();
    return inForce;
}

}  // namespace segad
