// Keeps the trunks that are in use.
#include <mutex>

#include "core/base/log.h"
#include "core/nn/backbone_weights_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
/// Trunks that somebody holds, and the one opened last.
class TrunkCache {
public:
    std::mutex mutex;

    /// A trunk of these weights that reaches at least to the last of the layers.
    std::shared_ptr<const Trunk> find(const std::vector<BackboneIdentity>& layers, const at::Device& device,
                                      at::ScalarType type) {
        std::erase_if(trunks_, [](const auto& trunk) { return trunk.expired(); });
        const int last = static_cast<int>(layers.size());
        for (const auto& weak : trunks_) {
            auto trunk = weak.lock();
            if (trunk && trunk->device() == device && trunk->type() == type && trunk->lastLayer() >= last &&
                trunk->identity(last) == layers.back())
                return trunk;
        }
        return nullptr;
    }

    std::shared_ptr<const Trunk> keep(std::shared_ptr<const Trunk> trunk) {
        trunks_.push_back(trunk);
        latest_ = trunk;
        return trunk;
    }

private:
    std::vector<std::weak_ptr<const Trunk>> trunks_;
    /// Stays when nobody holds it: detectors come and go on the same backbone.
    std::shared_ptr<const Trunk> latest_;
};

TrunkCache& cache() {
    // Never destroyed: at exit LibTorch's own statics may already be gone.
    static TrunkCache& trunks = *new TrunkCache;
    return trunks;
}
}  // namespace

std::shared_ptr<const Trunk> openTrunk(const std::string& backbone, int lastLayer, const std::string& device,
                                       const std::string& identity, Precision precision) {
    const at::ScalarType type = precision == Precision::BFloat16 ? at::kBFloat16 : at::kFloat;
    return guarded(backbone, [&]() -> std::shared_ptr<const Trunk> {
        const at::Device where = torchDevice(parseDevice(device));
        const std::scoped_lock lock(cache().mutex);
        const BackboneWeights weights(backbone, lastLayer, identity);
        if (auto known = cache().find(weights.identities(), where, type)) return known;
        log::debug("backbone " + weights.identities().back().name + " up to layer" +
                   std::to_string(lastLayer) + " on " + deviceName(where));
        return cache().keep(std::make_shared<const Trunk>(weights.shape(), weights.read(), lastLayer, where,
                                                          weights.identities(), type));
    });
}

}  // namespace segad::nn
