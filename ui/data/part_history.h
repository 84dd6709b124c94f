// What has happened to a part, in words: from its labels and from the audit log.
#pragma once

#include <QString>
#include <vector>

#include "core/project/records.h"

namespace segad::ui {

class ProjectSession;

struct PartEvent {
    std::string at;  ///< UTC, ISO 8601
    QString what;
    QString by;  ///< who, and by what way when it was not by hand; may be empty
};

/// Newest first: labels, defect types, notes, painted regions, the import. Throws as reading the project
/// does.
std::vector<PartEvent> partHistory(const ProjectSession& session, const PartRecord& part);

}  // namespace segad::ui
