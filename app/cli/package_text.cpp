#include "app/cli/package_text.h"

#include <array>
#include <cstdio>

#include "app/cli/text.h"

namespace segad::cli {

namespace {
std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string small(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2g", value);
    return text.data();
}
}  // namespace

std::string packageText(const PackageInfo& info) {
    std::string text = toUtf8(info.file) + " (" + byteText(info.bytes) + ")\n";
    text += "id         " + info.id + "\n";
    text += "judges by  " + info.name + ": review from " + fixed(info.thresholds.review, 4) +
            ", reject from " + fixed(info.thresholds.reject, 4) + " (set by " + info.thresholds.setBy + ", " +
            info.thresholds.setAt + ")\n";
    text += "detectors  " + joined(info.detectors) + "\n";
    if (!info.segments.empty()) text += "segments   " + joined(info.segments) + "\n";
    text += "from       " + info.project + ", made " + info.madeAt + " by " + info.madeBy + " on " +
            info.host + " with segad " + info.program + "\n";
    text += "computed   on " + info.processor + " with " + counted(info.threads, "thread", "threads") + "\n";
    text += "holds      " +
            counted(static_cast<long long>(info.references), "reference part", "reference parts") + "\n";
    for (const std::string& licence : info.licences)
        text += "licence    " + licence + "\n";
    return text;
}

std::string referencesText(const ReferenceCheck& check) {
    std::string text =
        "checked    " +
        counted(static_cast<long long>(check.parts), "reference part scores", "reference parts score") +
        (check.largest.size() == 0 ? " the same here"
                                   : " here with a difference of at most " + small(check.largest.size()) +
                                         " ('" + check.largest.part + "', " + check.largest.by + ")");
    if (check.verdictsChanged > 0)
        text += "; " +
                counted(static_cast<long long>(check.verdictsChanged), "verdict differs", "verdicts differ");
    return text + "\n";
}

std::string comparisonText(const PackageComparison& comparison) {
    std::string text =
        "compared   " + counted(static_cast<long long>(comparison.parts), "part", "parts") +
        ", largest difference to the project " + small(comparison.largest.size()) + " ('" +
        comparison.largest.part + "', " + comparison.largest.by + "), " +
        counted(static_cast<long long>(comparison.verdictsChanged), "other verdict", "other verdicts");
    if (comparison.failed > 0) text += ", " + std::to_string(comparison.failed) + " could not be judged";
    return text + "\n";
}

Json toJson(const PackageComparison& comparison) {
    return {{"parts", comparison.parts},
            {"failed", comparison.failed},
            {"largest_difference", comparison.largest.size()},
            {"part", comparison.largest.part},
            {"by", comparison.largest.by},
            {"project", comparison.largest.expected},
            {"package", comparison.largest.found},
            {"verdicts_changed", comparison.verdictsChanged}};
}

Json toJson(const ReferenceCheck& check) {
    return {{"references", check.parts},
            {"largest_difference", check.largest.size()},
            {"part", check.largest.part},
            {"by", check.largest.by},
            {"expected", check.largest.expected},
            {"found", check.largest.found},
            {"verdicts_changed", check.verdictsChanged},
            {"changes", check.changes}};
}

}  // namespace segad::cli
