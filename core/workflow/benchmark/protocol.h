// The published experiments (Baitieva et al., CVPR 2024; shared spec segad.md § 4), and the same for one's
// own dataset. What a protocol fixes: which bad parts a forest learns from, how often that is repeated, and
// which detectors are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace segad {

/// Where a protocol's forests get their bad parts.
enum class BenchmarkDraw {
    FromTest,    ///< `bad` of the bad test parts, drawn with the seed; the others are tested
    AllOfTrain,  ///< every bad training part
    Lists,       ///< the lists that the dataset publishes, one repeat a list
    Generated,   ///< none is real: generated defects; every bad part is tested
    AsLaidOut    ///< the bad training parts where the dataset has them, else drawn from the test
};

struct BenchmarkProtocol {
    std::string key;      ///< stable: "visa"
    std::string title;    ///< "VisA, supervised"
    std::string summary;  ///< one sentence
    std::string layout;   ///< of the dataset: a key of the layouts, or "auto"
    BenchmarkDraw draw = BenchmarkDraw::FromTest;
    int bad = 0;                       ///< parts to draw, where parts are drawn
    std::vector<std::string> methods;  ///< of the paper, as benchmarkMethod() takes them
};

/// In the order they are offered.
const std::vector<BenchmarkProtocol>& benchmarkProtocols();

/// Throws Error{NotFound} that lists the known keys.
const BenchmarkProtocol& benchmarkProtocol(std::string_view key);

}  // namespace segad
