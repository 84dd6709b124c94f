#include "core/dataset/part_table.h"

#include <unordered_map>

#include "core/base/error.h"
#include "core/dataset/csv.h"

namespace segad {

namespace {
bool isYes(const std::string& text) {
    const std::string lower = lowerCase(text);
    return lower == "1" || lower == "true" || lower == "yes";
}

void applyTable(const CsvTable& csv, const std::string& file, const std::string& className,
                Arrangement& arrangement) {
    const auto path = csv.find("path");
    if (!path) return;
    const auto label = csv.find("label");
    const auto defect = csv.find("defect_type");
    const auto unseen = csv.find("unseen");
    std::unordered_map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < csv.rowCount(); ++row)
        rows.emplace(joined(className, csv.at(row, *path)), row);

    std::size_t contradictions = 0;
    for (ScannedPart& part : arrangement.parts) {
        const auto it = rows.find(part.path);
        if (it == rows.end()) continue;
        const std::size_t row = it->second;
        if (label && !csv.at(row, *label).empty()) {
            const Label said = labelFromString(lowerCase(csv.at(row, *label)));
            if (part.label == Label::Unlabelled) {
                part.label = said;
            } else if (said != part.label && said != Label::Unlabelled) {
                ++contradictions;
            }
        }
        if (part.label != Label::Bad) continue;
        if (defect && !csv.at(row, *defect).empty()) part.defectType = csv.at(row, *defect);
        if (unseen && isYes(csv.at(row, *unseen))) part.unseenDefect = true;
    }
    if (contradictions > 0) {
        arrangement.findings.push_back({.kind = FindingKind::Warning,
                                        .path = file,
                                        .message = std::to_string(contradictions) +
                                                   " labels disagree with the folders; the folders count",
                                        .remedy = "Move the pictures, or correct the table."});
    }
}
}  // namespace

void applyPartTable(const Listing& listing, const std::string& className, Arrangement& arrangement) {
    const std::string file = joined(className, "parts.csv");
    if (!listing.hasTable(file)) return;
    try {
        applyTable(CsvTable::read(listing.file(file)), file, className, arrangement);
    } catch (const Error& error) {
        arrangement.findings.push_back({.kind = FindingKind::Warning,
                                        .path = file,
                                        .message = "the table was not used: " + error.message(),
                                        .remedy = error.remedy()});
    }
}

}  // namespace segad
