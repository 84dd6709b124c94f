// What the commands about inspections say alike.
#pragma once

#include <string>

#include "app/cli/command.h"
#include "app/cli/text.h"
#include "core/project/records.h"

namespace segad::cli {

/// "3 parts: 1 pass, 1 review, 1 reject, 0 without a verdict."
inline std::string countsText(const InspectionRecord& totals) {
    return counted(totals.parts, "part", "parts") + ": " + std::to_string(totals.pass) + " pass, " +
           std::to_string(totals.review) + " review, " + std::to_string(totals.reject) + " reject, " +
           std::to_string(totals.failed) + " without a verdict.";
}

/// Files that are made from stored results; "" = none.
struct ResultFiles {
    std::string csv;
    std::string report;
    std::string pdf;
};

inline void addResultFiles(CLI::App& command, ResultFiles& files) {
    command.add_option("--out", files.csv, "CSV file for the results");
    command.add_option("--report", files.report, "Self-contained HTML file for people");
    command.add_option("--pdf", files.pdf, "The same as PDF");
}

}  // namespace segad::cli
