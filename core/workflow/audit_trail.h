// The audit log as a table: who did what when, where and with which version.
#pragma once

#include <string>
#include <vector>

#include "core/project/project.h"

namespace segad {

/// Of some actions only, or all; the newest `count`, newest first.
struct AuditQuery {
    Path project;
    std::vector<std::string> actions;
    std::size_t count = 1000;
};

/// Reads only.
std::vector<AuditRecord> auditTrail(const AuditQuery& query);

/// What stands in an entry's detail beside where and with which version, as "name value, name value".
std::string auditDetail(const AuditRecord& entry);

/// Columns at, who, host, program, action, subject, detail (JSON).
void writeAuditCsv(const std::vector<AuditRecord>& entries, const Path& file);

}  // namespace segad
