#include <unordered_set>

#include "core/nn/state_dict_p.h"

namespace segad {

namespace {
constexpr std::size_t kLongestName = 1024;

/// A view with stride 0 can claim any number of elements; nothing honest claims more than twice the data.
void checkNotBlownUp(const std::vector<StoredTensor>& tensors, std::uint64_t storedElements) {
    const std::uint64_t allowed = 2 * storedElements;
    std::uint64_t claimed = 0;
    for (const StoredTensor& tensor : tensors) {
        claimed += static_cast<std::uint64_t>(tensor.info.elementCount());
        if (claimed > allowed) throw BadTensorFile("its tensors claim far more elements than it stores");
    }
}
}  // namespace

void checkStateDict(const pickle::Machine& machine, pickle::Value root) {
    using pickle::Kind;
    if (root.kind != Kind::Dict) throw BadTensorFile("holds something other than a state dict");
    const std::vector<pickle::Value>& entries = machine.items(root);
    std::unordered_set<std::string_view> names;
    for (std::size_t i = 0; i < entries.size(); i += 2) {
        if (entries[i].kind != Kind::Text) throw BadTensorFile("its state dict has a name that is no text");
        const std::string_view name = machine.text(entries[i]);
        if (name.size() > kLongestName) throw BadTensorFile("has an over-long tensor name");
        if (entries[i + 1].kind != Kind::Tensor) {
            throw BadTensorFile("is no plain state dict: " + inQuotes(name) + " is not a tensor");
        }
        if (!names.insert(name).second) throw BadTensorFile("has the tensor " + inQuotes(name) + " twice");
    }
}

std::vector<StoredTensor> stateDictTensors(const pickle::Machine& machine, pickle::Value root,
                                           const std::vector<std::uint64_t>& storageBegin) {
    const std::vector<pickle::Value>& entries = machine.items(root);
    std::vector<StoredTensor> tensors;
    std::vector<std::size_t> users(machine.storages().size(), 0);
    std::uint64_t storedElements = 0;
    for (std::size_t i = 0; i < entries.size(); i += 2) {
        const pickle::TensorRef& ref = machine.tensor(entries[i + 1]);
        const pickle::StorageRef& storage = machine.storages()[ref.storage];
        if (users[ref.storage]++ == 0) storedElements += static_cast<std::uint64_t>(storage.count);
        const std::uint64_t skipped = static_cast<std::uint64_t>(ref.offset) * byteSize(storage.dtype);
        StoredTensor tensor;
        tensor.info.name = machine.text(entries[i]);
        tensor.info.shape = ref.shape;
        tensor.info.dtype = storage.dtype;
        tensor.strides = ref.strides;
        tensor.begin = storageBegin[ref.storage] + skipped;
        tensors.push_back(std::move(tensor));
    }
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        tensors[i].info.sharesStorage = users[machine.tensor(entries[2 * i + 1]).storage] > 1;
    }
    checkNotBlownUp(tensors, storedElements);
    return tensors;
}

}  // namespace segad
