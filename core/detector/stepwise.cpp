#include <vector>

#include "core/detector/stepwise_torch.h"
#include "core/nn/picture_tensor_torch.h"

namespace segad::nn {

TrainingPlan stepPlan(const DetectorDescription& description, const std::string& title, std::int64_t steps,
                      const TrainingOptions& options) {
    Json fingerprint{{"detector", description.key},
                     {"params", description.params},
                     {"seed", description.seed},
                     {"parts", options.fingerprint}};
    if (description.backbone) {
        fingerprint["backbone"] = description.backbone->name;
        fingerprint["backbone_identity"] = description.backbone->weightsIdentity;
    }
    return {.steps = steps,
            .seed = description.seed,
            .name = title,
            .checkpoint = options.checkpoint,
            .fingerprint = std::move(fingerprint),
            .resumeFrom = options.resume ? options.checkpoint : Path(),
            .deterministic = options.deterministic,
            .onPoint = options.onPoint};
}

at::Tensor pictureBatch(std::span<const cv::Mat> pictures, const at::Device& device) {
    std::vector<at::Tensor> batch;
    batch.reserve(pictures.size());
    for (const cv::Mat& rgb : pictures)
        batch.push_back(pictureTensor(rgb, {.size = rgb.size()}));
    return at::cat(batch).contiguous(at::MemoryFormat::ChannelsLast).to(device);
}

at::Tensor pictureBatch(const TrainingPictures& pictures, std::span<const std::size_t> indices,
                        const at::Device& device) {
    std::vector<cv::Mat> chosen;
    chosen.reserve(indices.size());
    for (const std::size_t index : indices)
        chosen.push_back(pictures.at(index));
    return pictureBatch(chosen, device);
}

}  // namespace segad::nn
