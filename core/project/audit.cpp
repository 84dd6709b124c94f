#include <limits>

#include "core/base/machine.h"
#include "core/base/version.h"
#include "core/project/state.h"

namespace segad {

std::int64_t addAudit(ProjectState& state, const std::string& action, const std::string& subject,
                      const Json& detail) {
    Json complete = detail;
    complete["host"] = hostName();
    complete["program"] = programVersion();
    state.main->run("INSERT INTO audit (at, who, action, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)",
                    nowText(), userName(), action, subject, jsonText(complete));
    return state.main->lastRowId();
}

void AuditLog::add(const std::string& action, const std::string& subject, const Json& detail) {
    Transaction transaction(state_);
    addAudit(state_, action, subject, detail);
    transaction.commit();
}

std::vector<AuditRecord> AuditLog::latest(std::size_t count, const std::string& subject) const {
    static constexpr auto kAll = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    const auto limit = static_cast<std::int64_t>(std::min(count, kAll));
    Query rows = subject.empty() ? state_.main->query(
                                       "SELECT id, at, who, action, subject, detail FROM audit "
                                       "ORDER BY id DESC LIMIT ?1",
                                       limit)
                                 : state_.main->query(
                                       "SELECT id, at, who, action, subject, detail FROM audit "
                                       "WHERE subject = ?2 ORDER BY id DESC LIMIT ?1",
                                       limit, subject);
    std::vector<AuditRecord> records;
    while (rows.step()) {
        records.push_back({.id = rows.integer(0),
                           .at = rows.text(1),
                           .who = rows.text(2),
                           .action = rows.text(3),
                           .subject = rows.text(4),
                           .detail = jsonFrom(rows.view(5), state_)});
    }
    return records;
}

}  // namespace segad
