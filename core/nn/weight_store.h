// The WeightStore keeps weights of backbones and of EfficientAD's teachers that the user has imported: one
// folder, for each set of weights one safetensors file named by its SHA-256 and one small JSON record named
// after the weights.
//
// What is stored is canonical (trunk tensors only, sorted, no notes of origin inside), so the same weights
// give the same file whatever container they came in.
//
// Threads: stateless but for its folder; any number of threads and processes may use one folder at once.
// Torch:   free of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/nn/tensor_file.h"

namespace segad {

/// One imported set of weights.
struct WeightEntry {
    std::string name;          ///< how trainings ask for it: "resnet18", or what --as said
    std::string architecture;  ///< "resnet18", "pdn_small", …
    /// Complete stages in order: "stem", "layer1", … up to "layer4"; "teacher" alone for a teacher.
    std::vector<std::string> layers;
    std::string sha256;  ///< of the stored file
    std::uint64_t bytes = 0;
    Path file;  ///< the stored file; empty for the embedded weights

    std::string sourceFile;    ///< name of the imported file, without folder
    std::string sourceSha256;  ///< of the imported file
    std::uint64_t sourceBytes = 0;
    std::string sourceFormat;  ///< "safetensors", "torch zip", "torch legacy"
    std::string origin;        ///< "torchvision IMAGENET1K_V1" when the file is a known one, else ""
    std::string licence;       ///< a note for the user
    std::string importedAt;    ///< UTC, ISO 8601

    /// For each of `layers`, a SHA-256 over names, shapes and float32 values of all tensors from the stem up
    /// to it. A trained model that uses stages up to `layer` stays valid with any weights of equal identity,
    /// so a file with more layers, or in half precision, can replace the one it was trained with.
    std::vector<std::string> identities;

    bool has(std::string_view layer) const noexcept;
    /// Identity up to `layer`; "" when the layer is absent.
    std::string identityUpTo(std::string_view layer) const;
};

/// What verify() found out about one entry.
struct WeightCheck {
    WeightEntry entry;             ///< only `name` is set when its record can't be read
    std::optional<Error> problem;  ///< absent when the stored file is whole
};

class WeightStore {
public:
    /// userDataDir()/"weights" (so $SEGAD_DATA_HOME is respected). The folder is made on demand.
    WeightStore();
    explicit WeightStore(Path folder);

    const Path& folder() const noexcept { return folder_; }

    /// Reads `file`, checks that it is a network the program knows — stem and layer1…layerK, or a teacher,
    /// complete, nothing unknown, finite values, no negative variance — and stores it as `name` (default: the
    /// architecture's). Importing the same weights again gives the entry that is there; weights that only add
    /// layers to the ones stored under the name take their place.
    ///
    /// Throws Error{InvalidData} naming the first five missing, unexpected or mis-shaped tensors;
    /// Error{AlreadyExists} when the name belongs to other weights; Error{InvalidArgument} for a name that is
    /// no plain file name; what TensorFile::read throws; Cancelled. The store is then as it was.
    WeightEntry import(const Path& file, Job& job) { return import(file, std::string(), job); }
    WeightEntry import(const Path& file, const std::string& name, Job& job);

    /// All readable entries by name; damaged records are left to verify().
    std::vector<WeightEntry> list() const;

    /// Absent when nothing is imported under the name. Throws Error{Corrupt} for a damaged record.
    std::optional<WeightEntry> find(const std::string& name) const;

    /// Throws Error{NotFound}.
    void remove(const std::string& name);

    /// Reads and hashes every stored file. Also sweeps up what interrupted imports left behind.
    std::vector<WeightCheck> verify(Job& job);

    /// The entry, provided it has every one of `layers`; "embedded" is the one this program ships with
    /// (embedded_backbone.h). Throws Error{MissingWeights} that says which file
    /// is wanted, its usual name and SHA-256, and how to import it; or which layers are not in it.
    WeightEntry require(const std::string& name, const std::vector<std::string>& layers) const;

    /// The stored file, ready to load tensors from. Throws Error{Corrupt} when it is not what was imported.
    TensorFile open(const WeightEntry& entry) const;

private:
    Path recordFile(const std::string& name) const;
    Path folder_;
};

}  // namespace segad
