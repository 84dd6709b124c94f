// A Detector turns pictures of parts into anomaly maps. What it may learn from is said by its catalog row
// (catalog.h): good parts only, or good and bad.
//
// Life:    createDetector -> train or load -> score, score, … -> save
// Threads: one job owns a detector while it trains or loads; a trained one may score from several
//          threads, and what score() returns is a copy.
// Torch:   this header stays free of it; only the .cpp files know.
//
// Detectors that look at the same frozen trunk share one pass per picture when they are scored through
// scoreTogether(): a detector says by trunk() what it needs and turns the trunk's features into its
// result in scoreFeatures(); score() of such a detector is the same with a pass of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/base/json.h"
#include "core/image/anomaly_map.h"
#include "core/image/image.h"
#include "core/nn/feature_extractor.h"
#include "core/nn/loss_curve.h"
#include "core/nn/precision.h"

namespace segad {

class ModelReader;
class ModelWriter;
namespace nn {
class Trunk;
class TrunkFeatures;
}  // namespace nn

/// Ground truth of bad parts, for detectors that learn from it.
class MaskSource {
public:
    virtual ~MaskSource() = default;
    /// CV_8UC1, 0 = good, at the size of picture `index`; empty when the part has no mask.
    virtual cv::Mat mask(std::size_t index) const = 0;
};

/// What a detector learns from. The sources outlive the call.
struct TrainingSet {
    const ImageSource& good;  ///< parts with the role train
    const ImageSource* calibration =
        nullptr;                       ///< good parts kept from training; some detectors normalise by them
    const ImageSource* bad = nullptr;  ///< for detectors whose row says GoodAndBad
    const MaskSource* badMasks = nullptr;  ///< beside `bad`, may be absent
};

/// How a training that takes many steps is kept, continued and watched. Detectors that learn in one pass
/// take no notice of it.
struct TrainingOptions {
    /// Where the state is kept while it is being trained; empty = nowhere. It is left in place: whoever has
    /// stored the result removes it.
    Path checkpoint;
    bool resume = false;  ///< go on from the checkpoint if it is there
    /// What a checkpoint must agree with to be continued, beside all that the detector itself knows: which
    /// parts these are.
    Json fingerprint = Json::object();
    /// Only algorithms that give the same bits every time, and an error where there is none. A processor
    /// needs no such wish: it computes alike with the same number of threads.
    bool deterministic = false;
    /// Called on the training thread with each new point of the curve.
    std::function<void(const LossPoint&)> onPoint;
};

/// What a detector says about one picture.
struct Scored {
    /// Higher is worse, raw: comparable only within one trained detector. For the forest the maximum of
    /// the map counts instead (segad.md § 2).
    double imageScore = 0;
    /// At the model's input size; absent when the detector makes no maps.
    std::optional<AnomalyMap> map;
    /// Further figures by name ("max_patch_distance"), for comparison and diagnosis.
    std::map<std::string, double> extras;
};

/// How a detector is made. `params` are values over the defaults of the catalog row's schema.
struct DetectorConfig {
    Json params = Json::object();
    std::string backbone = "resnet18";  ///< of the backbone catalog; ignored by detectors without one
    std::uint64_t seed = 0;
    std::string device = "auto";
    /// Of the frozen trunk, instead of what the parameters say; ignored by detectors without one.
    std::optional<Precision> precision = {};
};

/// What a trained detector rests on, for the record of its run.
struct DetectorDescription {
    std::string key;                           ///< of the catalog row
    Json params = Json::object();              ///< complete
    std::optional<BackboneIdentity> backbone;  ///< absent for detectors without one
    std::uint64_t seed = 0;
    std::string device;           ///< "cpu" or "cuda:0"
    Json facts = Json::object();  ///< what training found out: bank size, patches, seconds per stage, …
};

/// The frozen trunk a detector scores from.
struct TrunkNeed {
    std::shared_ptr<const nn::Trunk> trunk;
    std::vector<int> layers;
    NetworkInput input;
};

class Detector {
public:
    virtual ~Detector() = default;
    Detector(const Detector&) = delete;
    Detector& operator=(const Detector&) = delete;

    virtual DetectorDescription description() const = 0;
    virtual bool isTrained() const noexcept = 0;

    /// Learns from `parts`. Throws Error{InvalidData} for an empty or unusable set (a picture that can't
    /// be read, features that are not finite, a loss that is no number any more), Error{MissingWeights} when
    /// its backbone is not imported, Error{OutOfMemory} when the stated memory bound can't be kept,
    /// Error{InvalidArgument} for a checkpoint of another training, and Cancelled when `job` is stopped (the
    /// checkpoint, if one was asked for, is written then); either way the detector is as it was before.
    void train(const TrainingSet& parts, Job& job, const TrainingOptions& options = {});

    /// The course of the training; absent for detectors that learn in one pass, and after load().
    virtual std::optional<LossCurve> lossCurve() const { return std::nullopt; }

    /// One result per picture (CV_8UC3 RGB, any size), in order. The result of a picture does not depend
    /// on the others of the call. Throws std::logic_error unless isTrained(), Error{InvalidArgument} for
    /// another kind of picture, Error{InvalidData} when features are not finite.
    virtual std::vector<Scored> score(std::span<const cv::Mat> rgb) const = 0;

    /// What pictures are brought to before anything else; lets them be resized ahead on other threads.
    /// Pictures that already have the size pass unchanged.
    virtual NetworkInput input() const = 0;

    /// Absent when the detector looks at pixels itself.
    virtual std::optional<TrunkNeed> trunk() const { return std::nullopt; }
    /// Result for one picture from the features of trunk(). Only for detectors that have one.
    virtual Scored scoreFeatures(const nn::TrunkFeatures& features) const;

    /// Everything load() needs to give the same scores: tensors, params, backbone identity; no code.
    virtual void save(ModelWriter& writer) const = 0;
    /// Throws Error{InvalidData} for a model that is not this detector's or fails its checks,
    /// Error{MissingWeights} when its backbone is not imported, Error{Corrupt} when the backbone is
    /// another one. The detector is as it was before then.
    virtual void load(const ModelReader& reader) = 0;

protected:
    Detector() = default;

private:
    /// train(), as each detector does it.
    virtual void learn(const TrainingSet& parts, const TrainingOptions& options, Job& job) = 0;
};

/// A new, untrained detector. Opens segad-learn at first need; the backbone is opened by train() or
/// load(). Throws Error{NotFound} (no such key), Error{InvalidArgument} (every wrong parameter).
std::unique_ptr<Detector> createDetector(const std::string& key, const DetectorConfig& config);

/// A detector as it was saved: key, params and backbone come from the model; `precision` as in
/// DetectorConfig.
std::unique_ptr<Detector> loadDetector(const ModelReader& reader, const std::string& device = "auto",
                                       std::optional<Precision> precision = {});

/// What scoreTogether() found for each detector: result[d][i] is detectors[d] on rgb[i].
using ScoredTogether = std::vector<std::vector<Scored>>;

/// score() of several detectors with one trunk pass per picture, size and backbone. Same numbers as
/// calling score() of each.
ScoredTogether scoreTogether(std::span<const Detector* const> detectors, std::span<const cv::Mat> rgb);

}  // namespace segad
