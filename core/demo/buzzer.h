// The demo dataset: a piezo buzzer element in the manner of VAD (Baitieva et al., CVPR 2024), drawn.
//
// An aluminium cup (membrane) holds a ceramic disc (piezo border) with a silver electrode (piezo) whose
// wrapped-around corner is a second contact; two solder dots, two thin wires and two pins in front of it
// all. A small renderer paints height, material and label of every surface point, lights them, and takes
// a photo with a camera of its own weaknesses. Good parts vary as real ones do: position, solder shape,
// bend of the wires, dust, harmless stains, light and exposure.
//
// A part depends on nothing but (seed, name, defect, size): parts may be drawn in any order, on any
// number of threads, and come out with the same pixels on every machine (no libm, no std distributions,
// no fused multiply-add).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"
#include "core/base/job.h"

namespace segad {

/// Labels of the demo's segment maps: the components of VAD's product (supplement, figure 2).
enum class BuzzerSegment : std::uint8_t { Background, SolderingDot, Wire, Pin, Piezo, PiezoBorder, Membrane };

/// Names of the labels 0…6 in order: "background", "soldering dot", "wire", "pin", "piezo",
/// "piezo border", "membrane".
std::span<const std::string_view> buzzerSegmentNames();

/// A way in which a part can be bad.
struct BuzzerDefectKind {
    std::string_view key;    ///< stable, snake_case: "wire_detached"
    std::string_view title;  ///< "Wire not in its soldering dot"
    BuzzerSegment segment;   ///< where it belongs
    bool logical;            ///< misplaced, misshapen or missing; otherwise damage or dirt (paper, § 3)
    bool unseen;             ///< kept out of train/bad and test/bad: only in test/bad_unseen_defects
};

/// Every kind that can be drawn, in a fixed order.
std::span<const BuzzerDefectKind> buzzerDefects();

/// The kind with this key; throws Error{InvalidArgument} naming the key.
const BuzzerDefectKind& buzzerDefect(std::string_view key);

struct BuzzerPart {
    cv::Mat rgb;         ///< CV_8UC3, red first, size × size
    cv::Mat segments;    ///< CV_8UC1, labels of BuzzerSegment, exact: taken from the geometry
    cv::Mat defectMask;  ///< CV_8UC1, 255 where the surface differs from the good twin's; all 0 if good
};

/// Sides that can be drawn, in pixels.
inline constexpr int kMinBuzzerSize = 64;
inline constexpr int kMaxBuzzerSize = 2048;

/// Draws one part. `defect` is a key of buzzerDefects(), or empty for a good part.
/// Throws Error{InvalidArgument} for an unknown key or a size outside its range. Thread-safe.
BuzzerPart drawBuzzer(std::uint64_t seed, std::string_view name, std::string_view defect = {},
                      int size = 256);

struct BuzzerOptions {
    int trainGood = 200;
    int testGood = 60;
    int trainBad = 20;  ///< for the forest: VAD's train/bad
    int testBad = 80;
    int testUnseenBad = 40;
    int size = 256;  ///< side of every picture, pixels
    std::uint64_t seed = 333;
};

/// One part of the demo dataset, as planned from the options alone.
struct BuzzerEntry {
    std::string path;          ///< "test/bad/0007.png", relative to the dataset's folder
    std::string segmentsPath;  ///< "segments/test/bad/0007.png"
    std::string maskPath;      ///< "ground_truth/test/bad/0007_mask.png", "" for a good part
    std::string defect;        ///< key of its kind, "" for a good part
};

/// The parts in writing order. Kinds are dealt so that each comes up before any comes up twice.
/// Throws Error{InvalidArgument} for negative counts, no parts at all, or a bad size.
std::vector<BuzzerEntry> planBuzzerDataset(const BuzzerOptions& options);

/// Writes the dataset in VAD's layout below `folder` on all threads: the pictures, `segments/…`,
/// `ground_truth/…`, `parts.csv` (path,label,defect_type,segment,unseen) and `demo.json` (options).
/// Every file appears whole or not at all. A call with the same options goes on where an interrupted one
/// stopped. Throws Error{AlreadyExists} when the folder holds anything else, or another demo dataset;
/// Error{DiskFull, PermissionDenied, Io} naming the file; Cancelled. Returns the plan.
std::vector<BuzzerEntry> writeBuzzerDataset(const Path& folder, const BuzzerOptions& options, Job& job);

}  // namespace segad
