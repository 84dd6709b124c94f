#include "core/workflow/results_table.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/workflow/csv_writer.h"

namespace segad {

namespace {
std::vector<std::string> columnsOf(const InspectionFacts& facts) {
    std::vector<std::string> columns{
        "path",         "verdict", "score", "threshold_reject", "threshold_review", "top_segment",
        "top_detector", "seconds", "error"};
    columns.insert(columns.end(), facts.detectors.begin(), facts.detectors.end());
    return columns;
}

std::vector<std::string> rowOf(const InspectedPart& part, const InspectionFacts& facts) {
    const bool judged = part.verdict.has_value();
    std::vector<std::string> row{part.path,
                                 judged ? std::string(toString(*part.verdict)) : "",
                                 judged ? numberText(part.score) : "",
                                 numberText(facts.reject),
                                 numberText(facts.review),
                                 part.topSegment,
                                 part.topDetector,
                                 numberText(part.seconds),
                                 part.error};
    for (std::size_t d = 0; d < facts.detectors.size(); ++d)
        row.push_back(d < part.detectorScores.size() ? numberText(part.detectorScores[d]) : "");
    return row;
}
}  // namespace

ResultsTable::ResultsTable(const Path& file, const InspectionStore& store, InspectionId id)
    : file_(file), facts_(store.facts(id)) {
    CsvWriter whole(file, columnsOf(facts_));
    store.forEach(id, [&](const InspectionResult& result) { whole.row(rowOf(result.part, facts_)); });
    whole.finish();
    descriptor_ = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    if (descriptor_ < 0) throw errorFromErrno(errno, file.string(), "write the file");
}

ResultsTable::~ResultsTable() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void ResultsTable::append(std::span<const InspectionResult> results) {
    std::string lines;
    for (const InspectionResult& result : results)
        lines += csvLine(rowOf(result.part, facts_));
    std::size_t done = 0;
    while (done < lines.size()) {
        const ssize_t put = ::write(descriptor_, lines.data() + done, lines.size() - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) throw errorFromErrno(errno, file_.string(), "write the file");
        done += static_cast<std::size_t>(put);
    }
}

}  // namespace segad
