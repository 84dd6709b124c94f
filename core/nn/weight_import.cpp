// WeightStore::import: from a file nobody vouches for to canonical weights under a name.
#include <ctime>

#include "core/base/sha256.h"
#include "core/nn/backbones.h"
#include "core/nn/known_weights_p.h"
#include "core/nn/trunk_file_p.h"
#include "core/nn/weight_records_p.h"

namespace segad {

namespace {
std::string nowUtc() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

WeightEntry describe(const TensorFile& file, const RecognisedBackbone& backbone, Job& job) {
    WeightEntry entry;
    entry.architecture = backbone.architecture;
    const std::vector<BackboneStage>& stages = backboneStages(backbone.architecture);
    for (std::size_t i = 0; i < backbone.stageCount; ++i)
        entry.layers.push_back(stages[i].name);
    entry.sourceFile = toUtf8(file.path().filename());
    entry.sourceSha256 = file.sha256();
    entry.sourceBytes = file.bytes();
    entry.sourceFormat = toString(file.format());
    entry.licence = "not known to this program; see where the file was published";
    if (const KnownWeights* known = findKnownWeights(file.sha256()); known != nullptr) {
        entry.origin = known->origin;
        entry.licence = known->licence;
        if (!known->caution.empty()) {
            job.warn(Error(ErrorCode::InvalidArgument, entry.sourceFile,
                           entry.origin + ": " + std::string(known->caution),
                           "Prefer that file where results are to be compared."));
        }
    }
    entry.importedAt = nowUtc();
    return entry;
}

/// Whether `whole` has all that `part` has, with the same values.
bool covers(const WeightEntry& whole, const WeightEntry& part) {
    return whole.architecture == part.architecture && whole.layers.size() >= part.layers.size() &&
           whole.identityUpTo(part.layers.back()) == part.identities.back();
}

bool isWhole(const WeightEntry& entry) {
    std::error_code failure;
    return std::filesystem::exists(entry.file, failure) && sha256OfFile(entry.file) == entry.sha256;
}

/// The entry that is there under the name, unless its record is damaged and had better be replaced.
std::optional<WeightEntry> existing(const WeightStore& store, const std::string& name) {
    try {
        return store.find(name);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Corrupt) return std::nullopt;
        throw;
    }
}

/// Names of the backbone catalog stand for their architecture, wherever they are asked for.
void checkNameFits(const std::string& name, const std::string& architecture) {
    const BackboneInfo* row = findBackbone(name);
    if (row == nullptr || (row->origin == WeightOrigin::Imported && row->architecture == architecture))
        return;
    throw Error(ErrorCode::InvalidArgument, "name '" + name + "'",
                row->origin == WeightOrigin::Imported
                    ? "is kept for " + row->architecture + ", but the file holds " + architecture
                    : "is kept for a backbone that needs no weights",
                "Choose another name.");
}

void checkReplaceable(const WeightEntry& old, const WeightEntry& made) {
    if (covers(made, old) || covers(old, made)) return;
    throw Error(ErrorCode::AlreadyExists, made.name,
                "other weights are stored under this name (" + old.sourceFile + ", SHA-256 " +
                    old.sourceSha256.substr(0, 8) + "…)",
                "Import the file under another name with --as NAME.");
}
}  // namespace

WeightEntry WeightStore::import(const Path& file, const std::string& name, Job& job) {
    if (!name.empty()) checkWeightName(name);
    std::optional<TensorFile> source;
    {
        Job::Stage reading(job, 0.4, "Reading " + toUtf8(file.filename()));
        source.emplace(TensorFile::read(file, reading.job()));
    }
    const RecognisedBackbone backbone = recogniseBackbone(*source);
    WeightEntry made = describe(*source, backbone, job);
    made.name = name.empty() ? backbone.architecture : name;
    checkNameFits(made.name, made.architecture);
    {
        Job::Stage checking(job, 0.3, "Checking weights");
        made.identities = backboneIdentities(*source, backbone, checking.job());
    }
    if (const auto old = existing(*this, made.name)) {
        checkReplaceable(*old, made);
        if (covers(*old, made) && isWhole(*old)) return *old;
    }

    std::error_code failure;
    std::filesystem::create_directories(folder_, failure);
    if (failure) throw errorFromErrno(failure.value(), toUtf8(folder_), "create the folder");
    Job::Stage storing(job, 0.3, "Storing weights");
    const auto out = writeTrunk(*source, backbone, folder_, storing.job());

    const StoreLock lock(folder_);
    // Another process may have imported something under the name meanwhile.
    if (const auto old = existing(*this, made.name)) {
        checkReplaceable(*old, made);
        if (covers(*old, made) && isWhole(*old)) return *old;
    }
    const std::string fileName = out->commitByHash();
    made.file = folder_ / fileName;
    made.sha256 = made.file.stem().string();
    made.bytes = std::filesystem::file_size(made.file);
    writeRecord(folder_, made);
    removeOrphans(folder_);
    return made;
}

}  // namespace segad
