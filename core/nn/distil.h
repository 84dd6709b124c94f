// Distillation of a backbone: a small convolutional student learns to give, position by position, the
// features of an imported teacher, on pictures whose content does not matter (none need to be of parts).
//
// Loss: for layer1, layer2 and layer3 the squared error of the features as Mahalanobis distances measure it:
// the teacher's are whitened over pictures of the same kind. What most pictures move along few axes, and what
// finds small defects lies mostly along the others (figures in resources/backbone/README.md): by raw or
// standardised channels a student learns the former and lets go of the latter. The rate rises over the first
// 500 steps, stays, and falls linearly to nothing over the last quarter: until that begins, a run does
// not depend on how long it will be, and can be prolonged. BatchNorm normalises by a batch's own statistics
// only until then, and not at all where the student goes on from weights that have statistics already.
//
// Where pictures have twins with a blemish (DistilPictures::blemished), half the pictures of a step are the
// twins of the others, and the share of |t(twin) − t(picture)|² that the student's own difference leaves
// unexplained is added: what finds defects is how far they move features, and in the error over whole
// pictures a chip of a few positions hardly counts.
//
// What is kept is the student without its heads, the 1×1 convolutions that lead to the teacher's features:
// what its blocks give finds defects at least as well (figures in resources/backbone/README.md). Layer3 is
// handed out so long that its variance is a set share of layer2's.
//
// Another kind of student is a teacher of EfficientAD (pdn_shape.h): it learns, at a quarter of the
// resolution of its picture, what a large network sees in the same picture enlarged twice; neighbourhoods of
// 3×3 positions of layer2 and layer3 averaged into 384 numbers (efficientad.md § 6), each standardised, all
// alike. The paper keeps the rate at 1e-4 for 60000 steps of 16 pictures and takes a WideResNet-101-2; here
// any backbone can be copied, and the smaller it is the less there is to learn from it.
//
// Torch-free door; the work is done in segad-learn.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/nn/loss_curve.h"

namespace segad {

/// CV_8UC3 RGB, side × side: the same for the same number and side, whoever asks, from any thread.
using NumberedPictures = std::function<cv::Mat(std::uint64_t number, int side)>;

struct DistilPictures {
    NumberedPictures plain;
    /// The plain picture of the same number and side with a blemish: a compact student then learns the
    /// difference that it makes to the teacher, too. Empty = plain ones alone.
    NumberedPictures blemished;
};

struct DistilOptions {
    std::string student = "compact_resnet";  ///< this, or an architecture of pdn_shape.h
    std::string teacher = "resnet18";        ///< of the backbone catalog, with layers 1 to 3
    /// Compact weights, imported or embedded, that a compact student starts from; empty = from chance. Its
    /// heads are fitted anew by least squares on the statistics pictures.
    std::string initial;
    std::string device = "auto";
    std::uint64_t seed = 0;
    std::int64_t steps = 30000;
    double learningRate = 2e-3;
    int picturesPerStep = 8;  ///< of 256×256; at smaller sides as many more as have the same area
    /// Pictures that the teacher's channels are measured on, and that the student is judged by.
    std::int64_t statisticsPictures = 256;
    std::int64_t heldOutPictures = 64;
    bool resume = false;  ///< go on from the checkpoint beside `out`, if there is one
    Path out;             ///< the weights, .safetensors
    /// What the pictures are made from; a checkpoint goes on only with the same.
    std::string picturesIdentity;
    /// What shall be said about the weights inside the file.
    std::string note;
    std::function<void(const LossPoint&)> onPoint;
};

/// How well the student does on pictures it never saw.
struct DistilledLayer {
    int layer = 0;           ///< 0: what a teacher of EfficientAD gives, which has no layers
    double unexplained = 0;  ///< mean over the teacher's whitened features of error variance / variance, 0…1
    /// Of what blemishes change in the teacher's features, the share that they do not in the student's; mean
    /// over pairs, faint ones counting less. NaN where pictures have no twins.
    double unexplainedDifference = std::numeric_limits<double>::quiet_NaN();
};

struct DistilResult {
    std::string sha256;  ///< of the file
    std::uint64_t bytes = 0;
    LossCurve curve;
    std::vector<DistilledLayer> layers;
};

/// Trains and writes `out` (half precision, importable with WeightStore). The checkpoint
/// `out`.checkpoint is renewed every few minutes and stays, so that the run can be prolonged; beside it
/// `out`.plateau, the state before the rate begins to fall.
/// Throws Error{MissingWeights} for a teacher or initial weights that are not there, Error{InvalidArgument}
/// for initial weights of another architecture, options out of range or a checkpoint of other options, what
/// writing throws, and Cancelled (the checkpoint is written).
DistilResult distilBackbone(const DistilOptions& options, const DistilPictures& training,
                            const DistilPictures& heldOut, Job& job);

}  // namespace segad
