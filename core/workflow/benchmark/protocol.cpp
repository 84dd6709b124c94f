#include "core/workflow/benchmark/protocol.h"

#include <algorithm>

#include "core/base/error.h"

namespace segad {

const std::vector<BenchmarkProtocol>& benchmarkProtocols() {
    // The order of detectors is that of the columns (segad.md § 2): EfficientAD before RD4AD.
    static const std::vector<std::string> kVad{"efficientad",       "rd4ad",       "fastflow",
                                               "efficientad+segad", "rd4ad+segad", "fastflow+segad",
                                               "all+segad"};
    static const std::vector<std::string> kVadSupervised{"devnet",      "dra",      "wideresnet",
                                                         "efficientad", "rd4ad",    "efficientad+segad",
                                                         "rd4ad+segad", "all+segad"};
    static const std::vector<BenchmarkProtocol> kProtocols{
        {.key = "visa",
         .title = "VisA, supervised",
         .summary = "10 bad parts of each class, drawn from its test set for each of ten seeds.",
         .layout = "visa",
         .draw = BenchmarkDraw::FromTest,
         .bad = 10,
         .methods = {"devnet", "dra", "efficientad", "rd4ad", "efficientad+segad", "rd4ad+segad",
                     "all+segad"}},
        {.key = "mvtec",
         .title = "MVTec AD, supervised",
         .summary = "20 bad parts of each class, drawn from its test set for each of ten seeds.",
         .layout = "auto",
         .draw = BenchmarkDraw::FromTest,
         .bad = 20,
         .methods = kVad},
        {.key = "vad-one-class",
         .title = "VAD, one class",
         .summary = "Only good parts to learn from; forests learn from generated defects.",
         .layout = "vad",
         .draw = BenchmarkDraw::Generated,
         .methods = kVad},
        {.key = "vad-low-shot",
         .title = "VAD, low shot",
         .summary = "The 100 bad training parts of each list that the dataset publishes.",
         .layout = "vad",
         .draw = BenchmarkDraw::Lists,
         .methods = kVadSupervised},
        {.key = "vad-high-shot",
         .title = "VAD, high shot",
         .summary = "All bad training parts; ten seeds differ in the forest alone.",
         .layout = "vad",
         .draw = BenchmarkDraw::AllOfTrain,
         .methods = kVadSupervised},
        {.key = "folder",
         .title = "Your own dataset",
         .summary = "Its bad training parts; where it has none, 10 drawn from its test set for each seed.",
         .layout = "auto",
         .draw = BenchmarkDraw::AsLaidOut,
         .bad = 10,
         .methods = {"patchcore", "patchcore+segad"}}};
    return kProtocols;
}

const BenchmarkProtocol& benchmarkProtocol(std::string_view key) {
    const auto& all = benchmarkProtocols();
    const auto found = std::ranges::find(all, key, &BenchmarkProtocol::key);
    if (found != all.end()) return *found;
    std::string known;
    for (const BenchmarkProtocol& protocol : all)
        known += (known.empty() ? "" : ", ") + protocol.key;
    throw Error(ErrorCode::NotFound, std::string(key), "is not a protocol of the benchmark",
                "Use one of: " + known + ".");
}

}  // namespace segad
