#include "core/workflow/audit_trail.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/workflow/csv_writer.h"

namespace segad {

namespace {
/// What every entry has (entries of earlier versions lack it).
constexpr std::array<const char*, 2> kOfEveryEntry{"host", "program"};

Json ownDetail(const AuditRecord& entry) {
    Json detail = entry.detail;
    for (const char* key : kOfEveryEntry)
        detail.erase(key);
    return detail;
}
}  // namespace

std::vector<AuditRecord> auditTrail(const AuditQuery& query) {
    const Project project = Project::open(query.project, true);
    std::vector<AuditRecord> entries = project.audit().latest(std::numeric_limits<std::size_t>::max());
    if (!query.actions.empty()) {
        std::erase_if(entries, [&](const AuditRecord& entry) {
            return std::ranges::find(query.actions, entry.action) == query.actions.end();
        });
    }
    if (entries.size() > query.count) entries.resize(query.count);
    return entries;
}

std::string auditDetail(const AuditRecord& entry) {
    std::string text;
    const Json detail = ownDetail(entry);
    for (const auto& [key, value] : detail.items()) {
        text += (text.empty() ? "" : ", ") + key + " " +
                (value.is_string() ? value.get<std::string>() : value.dump());
    }
    return text;
}

void writeAuditCsv(const std::vector<AuditRecord>& entries, const Path& file) {
    const std::vector<std::string> columns{"at", "who", "host", "program", "action", "subject", "detail"};
    CsvWriter csv(file, columns);
    for (const AuditRecord& entry : entries) {
        const std::vector<std::string> row{
            entry.at,     entry.who,     entry.detail.value("host", ""), entry.detail.value("program", ""),
            entry.action, entry.subject, ownDetail(entry).dump()};
        csv.row(row);
    }
    csv.finish();
}

}  // namespace segad
