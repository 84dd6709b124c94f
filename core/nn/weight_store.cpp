#include "core/nn/weight_store.h"

#include <algorithm>

#include <unistd.h>

#include "core/base/log.h"
#include "core/nn/backbone_tensors.h"
#include "core/nn/backbones.h"
#include "core/nn/embedded_backbone.h"
#include "core/nn/stale_partials_p.h"
#include "core/nn/weight_records_p.h"

namespace segad {

namespace {
constexpr const char* kHowToImport = "with `segad weights import FILE` or under Settings ▸ Weights.";

/// "resnet18-f37072fd.pth (SHA-256 f37072fd…)".
std::string usualFile(const BackboneInfo& row) {
    return row.sha256Prefix.empty() ? row.usualFile : row.usualFile + " (SHA-256 " + row.sha256Prefix + "…)";
}

/// A teacher can be made as well as imported.
Error noTeacher(const BackboneInfo& row) {
    const std::string make = "make one with `segad distil --student " + row.architecture + "`";
    if (row.usualFile.empty())
        return {ErrorCode::MissingWeights, row.name, "there is no such teacher yet",
                "You can " + make + ", or under Settings ▸ Weights."};
    return {ErrorCode::MissingWeights, row.name,
            "its weights are not imported; the file is usually called " + usualFile(row),
            "Import it with `segad weights import " + row.usualFile + "`, or " + make +
                ". Both can be done under Settings ▸ Weights."};
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

Error notImported(const std::string& name, const std::vector<WeightEntry>& there) {
    if (const BackboneInfo* row = findBackbone(name);
        row != nullptr && row->origin == WeightOrigin::Imported) {
        if (row->isTeacher()) return noTeacher(*row);
        return {ErrorCode::MissingWeights, name,
                "its weights are not imported; the file is usually called " + usualFile(*row),
                std::string("Import it ") + kHowToImport};
    }
    std::vector<std::string> names(there.size());
    std::ranges::transform(there, names.begin(), &WeightEntry::name);
    return {ErrorCode::MissingWeights, name,
            names.empty() ? "no weights of this name are imported; there are none yet"
                          : "no weights of this name are imported; there are " + joined(names),
            std::string("Choose one of them, or import a file under this name ") + kHowToImport};
}

Error lacksLayers(const WeightEntry& entry, const std::vector<std::string>& missing) {
    if (missing.front() == kTeacherStage) {
        return {ErrorCode::MissingWeights, entry.name,
                "is a backbone (" + entry.architecture + "), not a teacher of EfficientAD",
                "Choose a teacher: imported, or made with `segad distil --student pdn_small`."};
    }
    const std::string lacking = joined(missing) + (missing.size() == 1 ? " is" : " are");
    if (entry.layers.size() == backboneStages(entry.architecture).size()) {
        return {ErrorCode::MissingWeights, entry.name,
                lacking + " not part of this network, which ends with " + entry.layers.back(),
                std::string("Choose a network that has what is needed, such as ResNet-18, imported ") +
                    kHowToImport};
    }
    const BackboneInfo* row = findBackbone(entry.architecture);
    return {ErrorCode::MissingWeights, entry.name,
            lacking + " not in " + entry.sourceFile + ", which ends with " + entry.layers.back(),
            "Import the complete file, " + (row != nullptr ? "usually " + usualFile(*row) + ", " : "") +
                kHowToImport};
}

Error noSuchName(const std::string& name) {
    return {ErrorCode::NotFound, name, "no weights of this name are imported",
            "See `segad weights list` for the names there are."};
}

/// What verify() says when reading failed: with what is stored, not with what was once published.
Error damaged(const WeightEntry& entry, const Error& error) {
    const bool unreadable = error.code() == ErrorCode::PermissionDenied || error.code() == ErrorCode::Io ||
                            error.code() == ErrorCode::NewerVersion;
    if (unreadable) return error;
    return {ErrorCode::Corrupt, error.subject(), error.message(),
            "Import " + (entry.sourceFile.empty() ? "the weights" : entry.sourceFile) + " again."};
}

}  // namespace

bool WeightEntry::has(std::string_view layer) const noexcept {
    return std::find(layers.begin(), layers.end(), layer) != layers.end();
}

std::string WeightEntry::identityUpTo(std::string_view layer) const {
    const auto found = std::find(layers.begin(), layers.end(), layer);
    return found == layers.end() ? std::string()
                                 : identities[static_cast<std::size_t>(found - layers.begin())];
}

WeightStore::WeightStore() : WeightStore(userDataDir() / "weights") {}
WeightStore::WeightStore(Path folder) : folder_(std::move(folder)) {}

std::vector<WeightEntry> WeightStore::list() const {
    std::vector<WeightEntry> entries;
    for (const std::string& name : recordNames(folder_)) {
        try {
            entries.push_back(readRecord(folder_, name));
        } catch (const Error& error) {
            log::warn(error.what());
        }
    }
    return entries;
}

std::optional<WeightEntry> WeightStore::find(const std::string& name) const {
    checkWeightName(name);
    try {
        return readRecord(folder_, name);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotFound) return std::nullopt;
        throw;
    }
}

void WeightStore::remove(const std::string& name) {
    checkWeightName(name);
    if (!std::filesystem::exists(recordPath(folder_, name))) throw noSuchName(name);
    const StoreLock lock(folder_);
    std::error_code failure;
    if (!std::filesystem::remove(recordPath(folder_, name), failure)) {
        if (failure)
            throw errorFromErrno(failure.value(), toUtf8(recordPath(folder_, name)), "remove the file");
        throw noSuchName(name);
    }
    removeOrphans(folder_);
}

std::vector<WeightCheck> WeightStore::verify(Job& job) {
    const std::vector<std::string> names = recordNames(folder_);
    if (names.empty() && !std::filesystem::exists(folder_)) return {};
    std::vector<WeightCheck> checks;
    for (const std::string& name : names) {
        Job::Stage stage(job, 1.0 / static_cast<double>(names.size()), name);
        WeightCheck check{.entry = {.name = name}};
        try {
            check.entry = readRecord(folder_, name);
            const TensorFile file = TensorFile::read(check.entry.file, stage.job());
            if (file.sha256() != check.entry.sha256) {
                check.problem.emplace(ErrorCode::Corrupt, toUtf8(check.entry.file),
                                      "is not what was imported: its hash is not its name",
                                      "Import " + check.entry.sourceFile + " again.");
            }
        } catch (const Error& error) {
            check.problem = damaged(check.entry, error);
        }
        checks.push_back(std::move(check));
    }
    removeStalePartials(folder_);
    if (::access(folder_.c_str(), W_OK) == 0) {
        const StoreLock lock(folder_);
        removeOrphans(folder_);
    }
    return checks;
}

WeightEntry WeightStore::require(const std::string& name, const std::vector<std::string>& layers) const {
    const bool embedded = name == kEmbeddedBackbone;
    std::optional<WeightEntry> entry = embedded ? embeddedWeights() : find(name);
    if (!entry) throw notImported(name, list());
    std::vector<std::string> missing;
    std::copy_if(layers.begin(), layers.end(), std::back_inserter(missing),
                 [&](const std::string& layer) { return !entry->has(layer); });
    if (!missing.empty()) throw lacksLayers(*entry, missing);
    if (!embedded && !std::filesystem::exists(entry->file)) {
        throw Error(ErrorCode::MissingWeights, name,
                    "the stored file " + toUtf8(entry->file.filename()) + " was removed",
                    "Import " + entry->sourceFile + " again " + kHowToImport);
    }
    return *entry;
}

TensorFile WeightStore::open(const WeightEntry& entry) const {
    if (entry.name == kEmbeddedBackbone) return openEmbeddedWeights();
    TensorFile file = TensorFile::read(entry.file);
    if (file.sha256() != entry.sha256) {
        throw Error(ErrorCode::Corrupt, toUtf8(entry.file),
                    "is not what was imported: its hash is not its name",
                    "Import " + entry.sourceFile + " again.");
    }
    return file;
}

}  // namespace segad
