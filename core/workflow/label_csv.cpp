#include "core/dataset/csv.h"
#include "core/project/project.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
/// A path as people write it: relative to the source, to the table, or absolute.
std::optional<PartRecord> findPart(const Project& project, const std::string& path, const Path& table) {
    if (std::optional<PartRecord> part = project.parts().findByPath(path)) return part;
    if (Path(path).is_absolute()) return std::nullopt;
    const Path besideTable = std::filesystem::absolute(table).parent_path() / path;
    return project.parts().findByPath(besideTable.lexically_normal().string());
}
}  // namespace

int labelFromCsv(const Path& project, const Path& csv, Job& job) {
    const CsvTable table = CsvTable::read(csv);
    const std::size_t pathColumn = table.column("path");
    const std::size_t labelColumn = table.column("label");
    const std::optional<std::size_t> typeColumn = table.find("defect_type");
    const std::optional<std::size_t> noteColumn = table.find("note");
    Project opened = Project::open(project);
    std::vector<Parts::LabelChange> changes;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        job.progress(row, table.rowCount(), "Reading labels");
        const std::string& path = table.at(row, pathColumn);
        const std::string where = toUtf8(csv) + ", line " + std::to_string(table.line(row));
        const std::optional<PartRecord> part = findPart(opened, path, csv);
        if (!part) {
            job.warn(Error(ErrorCode::NotFound, where, "'" + path + "' is not a part of the project",
                           "Use the paths that 'segad export --table labels' writes."));
            continue;
        }
        try {
            changes.push_back({.part = part->id,
                               .label = labelFromString(table.at(row, labelColumn)),
                               .defectType = typeColumn ? table.at(row, *typeColumn) : part->defectType,
                               .note = noteColumn ? table.at(row, *noteColumn) : part->note});
        } catch (const Error& error) {
            job.warn(Error(ErrorCode::InvalidData, where, error.subject() + " " + error.message(),
                           "Use good, bad or unlabelled."));
        }
    }
    job.throwIfCancelled();
    opened.parts().setLabels(changes, "csv");
    return static_cast<int>(changes.size());
}

}  // namespace segad
