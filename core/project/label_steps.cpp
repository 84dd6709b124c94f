#include "core/project/label_steps.h"

namespace segad {

namespace {
Parts::LabelChange labelOf(const PartRecord& part) {
    return {.part = part.id, .label = part.label, .defectType = part.defectType, .note = part.note};
}

bool same(const Parts::LabelChange& a, const Parts::LabelChange& b) {
    return a.label == b.label && a.defectType == b.defectType && a.note == b.note;
}
}  // namespace

std::vector<Parts::LabelChange> replaceLabels(Project& project, std::span<const Parts::LabelChange> changes,
                                              const std::string& origin) {
    // One transaction, so that nobody labels between looking and writing.
    Transaction transaction = project.transaction();
    std::vector<Parts::LabelChange> before;
    before.reserve(changes.size());
    for (const Parts::LabelChange& change : changes) {
        const std::optional<PartRecord> part = project.parts().find(change.part);
        before.push_back(part ? labelOf(*part) : Parts::LabelChange{.part = change.part});
    }
    project.parts().setLabels(changes, origin);
    transaction.commit();
    return before;
}

std::vector<PartId> replaceLabelsIf(Project& project, std::span<const Parts::LabelChange> expected,
                                    std::span<const Parts::LabelChange> changes, const std::string& origin) {
    if (expected.size() != changes.size()) {
        throw Error(ErrorCode::InvalidArgument, "labels", "differ in number from those that are expected",
                    "Give one for each.");
    }
    Transaction transaction = project.transaction();
    std::vector<Parts::LabelChange> wanted;
    std::vector<PartId> leftAlone;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const std::optional<PartRecord> part = project.parts().find(changes[i].part);
        if (part && same(labelOf(*part), expected[i]))
            wanted.push_back(changes[i]);
        else
            leftAlone.push_back(changes[i].part);
    }
    project.parts().setLabels(wanted, origin);
    transaction.commit();
    return leftAlone;
}

}  // namespace segad
