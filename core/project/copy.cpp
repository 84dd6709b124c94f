#include "core/project/copy.h"

#include <cerrno>

#include <sqlite3.h>
#include <unistd.h>

#include "core/project/copy_p.h"
#include "core/project/state.h"

namespace segad {

namespace {
constexpr int kPagesPerStep = 2048;
constexpr double kModelShare = 0.3;
constexpr double kMapShare = 0.5;

void removeDatabase(const Path& file) {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(file.string() + suffix, ignored);
    }
}

void requireAbsent(const Path& path) {
    if (std::filesystem::exists(std::filesystem::symlink_status(path)))
        throw errorFromErrno(EEXIST, path.string(), "copy the project");
}

void moveInPlace(const Path& from, const Path& to) {
    std::error_code failure;
    std::filesystem::rename(from, to, failure);
    if (failure) throw errorFromErrno(failure.value(), to.string(), "copy the project");
}

void copyModels(const Path& from, const Path& to, Job& job) {
    std::error_code absent;
    std::vector<Path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(from, absent)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        job.progress(i, files.size());
        const Path target = to / files[i].lexically_relative(from);
        std::error_code failure;
        std::filesystem::create_directories(target.parent_path(), failure);
        if (!failure) std::filesystem::copy_file(files[i], target, failure);
        if (failure) throw errorFromErrno(failure.value(), target.string(), "copy the model");
    }
}

/// What is right for the original and not for a copy of it.
void settle(const Path& file, ProjectState& original) {
    ProjectState copy(file, false);
    Transaction transaction(copy);
    rebaseSources(copy, original);
    copy.main->run(
        "UPDATE run SET outcome = 'failed', message = 'interrupted', process = NULL "
        "WHERE outcome = 'running'");
    addAudit(copy, "copy", original.file.filename().string(), {{"from", original.file.string()}});
    transaction.commit();
}

/// What a copy is made of; removed again unless it is kept.
struct Copy {
    Path file;
    Path partial;
    Path maps;
    Path models;
    bool kept = false;

    ~Copy() {
        removeDatabase(partial);
        if (kept) return;
        removeDatabase(maps);
        std::error_code ignored;
        std::filesystem::remove_all(models, ignored);
    }
};
}  // namespace

void copyDatabase(Connection& database, const Path& file, Job& job) {
    Connection out(file,
                   std::filesystem::exists(file) ? Connection::Mode::ReadWrite : Connection::Mode::Create);
    out.script("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    sqlite3_backup* backup = sqlite3_backup_init(out.handle(), "main", database.handle(), "main");
    if (backup == nullptr) out.fail(sqlite3_extended_errcode(out.handle()));
    int stepped = SQLITE_OK;
    try {
        while (stepped == SQLITE_OK || stepped == SQLITE_BUSY || stepped == SQLITE_LOCKED) {
            const int all = sqlite3_backup_pagecount(backup);
            const int left = sqlite3_backup_remaining(backup);
            job.progress(static_cast<std::uint64_t>(all - left), static_cast<std::uint64_t>(all));
            stepped = sqlite3_backup_step(backup, kPagesPerStep);
            if (stepped != SQLITE_OK && stepped != SQLITE_DONE) sqlite3_sleep(10);
        }
    } catch (...) {
        sqlite3_backup_finish(backup);
        throw;
    }
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE) out.fail(finished != SQLITE_OK ? finished : stepped);
    // No write-ahead log beside it.
    out.script("PRAGMA journal_mode = DELETE");
}

void copyProject(const Path& from, const Path& to, Job& job) {
    ProjectState original(from, true);
    const Path target = absolutePath(to);
    Copy made{.file = target,
              .partial = target.string() + '.' + std::to_string(::getpid()) + ".partial",
              .maps = MapsFile::pathFor(target),
              .models = target.string() + "-models",
              .kept = true};
    for (const Path& path : {made.file, made.maps, made.models})
        requireAbsent(path);
    made.kept = false;
    {
        Job::Stage stage(job, kModelShare, "Copying models");
        copyModels(original.modelFolder(), made.models, stage.job());
    }
    {
        Job::Stage stage(job, kMapShare, "Copying anomaly maps");
        if (Connection* maps = original.maps.reading()) copyDatabase(*maps, made.maps, stage.job());
    }
    Job::Stage stage(job, 1 - kModelShare - kMapShare, "Copying the project");
    copyDatabase(*original.main, made.partial, stage.job());
    settle(made.partial, original);
    moveInPlace(made.partial, made.file);
    made.kept = true;
}

}  // namespace segad
