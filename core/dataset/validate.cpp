#include "core/dataset/validate.h"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace segad {

namespace {
constexpr std::size_t kFewBadTestParts = 10;

class Validator {
public:
    Validator(std::vector<ScannedPart>& parts, std::vector<Finding>& findings)
        : parts_(parts), findings_(findings), leftOut_(parts.size(), false) {}

    void check(const std::vector<PartReading>& readings) {
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            findings_.insert(findings_.end(), readings[i].findings.begin(), readings[i].findings.end());
            leftOut_[i] = !readings[i].usable;
        }
        checkFormats(readings);
        checkCopies();
        checkMasks();
        checkBadTestParts();
        std::size_t kept = 0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (leftOut_[i]) continue;
            if (kept != i) parts_[kept] = std::move(parts_[i]);
            ++kept;
        }
        parts_.resize(kept);
    }

private:
    void report(FindingKind kind, const std::string& path, std::string message, std::string remedy) {
        findings_.push_back(
            {.kind = kind, .path = path, .message = std::move(message), .remedy = std::move(remedy)});
    }

    /// Counts the parts in use that satisfy `test`, and remembers the first.
    std::pair<std::size_t, std::string> countOf(const std::function<bool(std::size_t)>& test) const {
        std::pair<std::size_t, std::string> found{0, {}};
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (leftOut_[i] || !test(i)) continue;
            if (found.first++ == 0) found.second = parts_[i].path;
        }
        return found;
    }

    void checkFormats(const std::vector<PartReading>& readings) {
        const auto summarise = [&](const std::function<bool(const ImageInfo&)>& test,
                                   const std::string& message) {
            const auto [count, first] = countOf([&](std::size_t i) { return test(readings[i].info); });
            if (count > 0)
                report(FindingKind::Warning, first,
                       std::to_string(count) + (count == 1 ? " picture " : " pictures ") + message, "");
        };
        summarise([](const ImageInfo& info) { return info.bitsPerChannel != 8; },
                  "with other than 8 bits per channel: values are scaled to 8 bits");
        summarise([](const ImageInfo& info) { return info.hadAlpha; }, "with transparency: it is dropped");
        summarise([](const ImageInfo& info) { return info.channels < 3; },
                  "without colour: the grey is used three times");
    }

    void checkCopies() {
        std::unordered_map<std::string, std::vector<std::size_t>> byHash;
        std::vector<const std::vector<std::size_t>*> groups;  // in the order of their first part
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (leftOut_[i]) continue;
            std::vector<std::size_t>& group = byHash[parts_[i].sha256];
            group.push_back(i);
            if (group.size() == 2) groups.push_back(&group);
        }
        for (const auto* group : groups)
            checkGroup(*group);
    }

    void checkGroup(const std::vector<std::size_t>& group) {
        const auto first = [&](const std::function<bool(const ScannedPart&)>& test) {
            const auto it =
                std::find_if(group.begin(), group.end(), [&](std::size_t i) { return test(parts_[i]); });
            return it == group.end() ? nullptr : &parts_[*it];
        };
        const ScannedPart* good = first([](const ScannedPart& p) { return p.label == Label::Good; });
        const ScannedPart* bad = first([](const ScannedPart& p) { return p.label == Label::Bad; });
        const ScannedPart* test = first([](const ScannedPart& p) { return p.subset == Subset::Test; });
        const ScannedPart* original = &parts_[group.front()];
        for (const std::size_t i : group) {
            const ScannedPart& part = parts_[i];
            if (good != nullptr && bad != nullptr) {
                if (part.label == Label::Unlabelled) continue;
                const bool isGood = part.label == Label::Good;
                report(FindingKind::Error, part.path,
                       "the same picture as " + (isGood ? bad : good)->path + ", which is labelled " +
                           std::string(toString(isGood ? Label::Bad : Label::Good)),
                       "Keep it in one of the folders.");
                leftOut_[i] = true;
            } else if (part.subset == Subset::Train && test != nullptr && part.label == Label::Bad) {
                report(FindingKind::Error, part.path,
                       "the same picture as " + test->path + ", which is for testing",
                       "Remove one of the two.");
                leftOut_[i] = true;
            } else if (part.subset == Subset::Train && test != nullptr && part.label == Label::Good) {
                report(FindingKind::Warning, part.path,
                       "the same picture as " + test->path + ", which is for testing: it is not learned from",
                       "Remove one of the two.");
            } else if (&part != original && part.subset == original->subset) {
                report(part.label == Label::Unlabelled ? FindingKind::Info : FindingKind::Warning, part.path,
                       "a copy of " + original->path, "Remove one of the two: figures count it twice.");
            }
        }
    }

    /// Only where other bad parts have masks: then a missing one is a gap, not a choice.
    void checkMasks() {
        const auto tested = [&](std::size_t i) {
            return parts_[i].label == Label::Bad && parts_[i].subset != Subset::Train;
        };
        if (countOf([&](std::size_t i) { return tested(i) && !parts_[i].maskPath.empty(); }).first == 0)
            return;
        const auto [count, path] =
            countOf([&](std::size_t i) { return tested(i) && parts_[i].maskPath.empty(); });
        if (count == 0) return;
        report(FindingKind::Warning, path,
               std::to_string(count) + (count == 1 ? " bad part has" : " bad parts have") +
                   " no mask though others do",
               "Pixel figures cover only the parts with masks.");
    }

    void checkBadTestParts() {
        const auto is = [&](Label label, Subset subset) {
            return countOf(
                       [&](std::size_t i) { return parts_[i].label == label && parts_[i].subset == subset; })
                .first;
        };
        const std::size_t labelled =
            countOf([&](std::size_t i) { return parts_[i].label != Label::Unlabelled; }).first;
        const std::size_t bad = is(Label::Bad, Subset::Test) + is(Label::Bad, Subset::Unspecified);
        if (labelled == 0 || bad >= kFewBadTestParts) return;
        report(FindingKind::Warning, "",
               bad == 0 ? "there is no bad part to test with"
                        : "there are only " + std::to_string(bad) + " bad parts to test with",
               "Add bad parts, or generate defects; figures from so few are rough.");
    }

    std::vector<ScannedPart>& parts_;
    std::vector<Finding>& findings_;
    std::vector<bool> leftOut_;
};
}  // namespace

void validateParts(std::vector<ScannedPart>& parts, const std::vector<PartReading>& readings,
                   std::vector<Finding>& findings) {
    Validator(parts, findings).check(readings);
}

void validateSubsets(std::vector<PublishedSubset>& subsets, const std::vector<ScannedPart>& parts,
                     std::vector<Finding>& findings) {
    std::unordered_set<std::string> known;
    for (const ScannedPart& part : parts)
        known.insert(part.path);
    for (PublishedSubset& subset : subsets) {
        const auto lost =
            std::erase_if(subset.paths, [&](const std::string& path) { return !known.contains(path); });
        if (lost == 0) continue;
        findings.push_back({.kind = FindingKind::Warning,
                            .path = {},
                            .message = "list '" + subset.name + "' loses " + std::to_string(lost) +
                                       " parts that were left out",
                            .remedy = "Mend the pictures named above."});
    }
}

}  // namespace segad
