#include "core/project/project.h"

#include "core/project/migrations.h"
#include "core/project/state.h"

namespace segad {

Project::Project(std::unique_ptr<ProjectState> state) : state_(std::move(state)) {}
Project::~Project() = default;
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;

Project Project::create(const Path& file) {
    createProjectFile(file, projectMigrations());
    Project project = open(file);
    project.audit().add("create", project.file().filename().string(), {{"schema", project.schemaVersion()}});
    return project;
}

Project Project::open(const Path& file, bool readOnly) {
    return Project(std::make_unique<ProjectState>(file, readOnly));
}

const Path& Project::file() const {
    return state_->file;
}

bool Project::readOnly() const {
    return state_->readOnly;
}

const std::vector<Error>& Project::notices() const {
    return state_->notices;
}

int Project::schemaVersion() const {
    return schemaVersionOf(*state_->main);
}

std::optional<std::string> Project::setting(const std::string& key) const {
    Query row = state_->main->query("SELECT value FROM setting WHERE key = ?1", key);
    if (!row.step()) return std::nullopt;
    return row.text(0);
}

void Project::setSetting(const std::string& key, const std::string& value) {
    Transaction transaction(*state_);
    state_->main->run(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = "
        "excluded.value",
        key, value);
    transaction.commit();
}

std::int64_t Project::changeToken() const {
    return state_->main->integer("PRAGMA data_version").value_or(0);
}

}  // namespace segad
