// Drawn datasets in the layouts of the published ones, each class a dozen parts of the demo's product.
#pragma once

#include <array>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/demo/buzzer.h"
#include "core/image/npy.h"
#include "core/workflow/benchmark/benchmark.h"
#include "core/workflow/benchmark/table.h"
#include "tests/core/workflow/tiny_dataset.h"
#include "tests/support/test_support.h"

namespace segad::test {

/// What a results file says of its grid: `own`, and nothing out of the ordinary besides.
inline Json gridWith(const Json& own) {
    Json grid{{"dataset", "/data"},
              {"bad", 10},
              {"segments", ""},
              {"segment_params", Json::object()},
              {"backbone", ""},
              {"detector_params", Json::object()},
              {"forest_params", Json::object()}};
    grid.update(own);
    return grid;
}

class BenchmarkFixture : public testing::Test {
protected:
    BenchmarkFixture() { setenv("SEGAD_DATA_HOME", (dir_ / "home").c_str(), 1); }

    Path dataset() const { return dir_ / "data"; }
    Path results() const { return dir_ / "out.segad-bench"; }

    /// VisA's one-class split, which is MVTec AD's, too.
    void drawOneClass(const std::vector<std::string>& classes, const std::string& below = "") {
        std::uint64_t seed = 1;
        for (const std::string& name : classes) {
            draw(dataset() / below / name, {.trainGood = 14,
                                            .testGood = 5,
                                            .trainBad = 0,
                                            .testBad = 10,
                                            .testUnseenBad = 0,
                                            .size = 64,
                                            .seed = ++seed});
        }
    }

    /// Raw VisA: pictures by label, and a table that splits them.
    void drawRawVisa(const std::vector<std::string>& classes) {
        drawOneClass(classes);
        std::filesystem::create_directories(dataset() / "split_csv");
        std::ofstream table(dataset() / "split_csv/1cls.csv");
        table << "object,split,label,image,mask\n";
        for (const std::string& name : classes) {
            for (const auto& [from, to, split, label] :
                 {std::array{"train/good", "Normal/0", "train", "normal"},
                  std::array{"test/good", "Normal/1", "test", "normal"},
                  std::array{"test/bad", "Anomaly/", "test", "anomaly"}}) {
                for (const auto& entry : std::filesystem::directory_iterator(dataset() / name / from)) {
                    const std::string image =
                        name + "/Data/Images/" + to + entry.path().stem().string() + ".png";
                    std::filesystem::create_directories((dataset() / image).parent_path());
                    std::filesystem::rename(entry.path(), dataset() / image);
                    table << name << "," << split << "," << label << "," << image << ",\n";
                }
            }
            for (const char* rest : {"train", "test", "ground_truth", "segments", "parts.csv"})
                std::filesystem::remove_all(dataset() / name / rest);
        }
    }

    /// VAD, with two lists of three bad training parts.
    void drawVad() {
        draw(dataset() / "vad", {.trainGood = 14,
                                 .testGood = 5,
                                 .trainBad = 6,
                                 .testBad = 6,
                                 .testUnseenBad = 3,
                                 .size = 64,
                                 .seed = 9});
        std::ofstream(dataset() / "vad/low_shot_train.json")
            << R"({"a": ["0000.png", "0002.png", "0004.png"], "b": ["0001.png", "0003.png", "0005.png"]})";
    }

    BenchmarkRequest request(const std::string& protocol) const {
        return {.dataset = dataset(),
                .protocol = protocol,
                .methods = {"patchcore", "patchcore+segad"},
                .seeds = 2,
                .bad = protocol.starts_with("vad") ? 0 : 4,
                .backbone = "resnet18-untrained",
                .detectorParams = {{"patchcore", tinyPatchCore()}},
                .forestParams = tinyForest(),
                .results = results()};
    }

    std::vector<BenchmarkCell> run(const BenchmarkRequest& request) {
        Job job;
        const BenchmarkOutcome outcome = runBenchmark(request, job);
        EXPECT_EQ(outcome.failed, 0);
        for (const Error& warning : job.warnings())
            ADD_FAILURE() << warning.what();
        return BenchmarkFile::open(request.results, true).cells();
    }

    /// Paths that a cell has tested or learned from.
    std::vector<std::string> parts(const BenchmarkCellKey& key, bool tested, bool bad = true) const {
        std::vector<std::string> paths;
        for (const BenchmarkScore& score : BenchmarkFile::open(results(), true).scores(key)) {
            if (score.score.has_value() == tested && score.bad == bad) paths.push_back(score.part);
        }
        return paths;
    }

    TempDir dir_;
    Job job_;

private:
    void draw(const Path& folder, const BuzzerOptions& options) {
        writeBuzzerDataset(folder, options, job_);
        std::filesystem::remove(folder / "demo.json");
    }
};

/// Maps of one detector for VisA's class candle as the authors publish them: absolute paths of another
/// machine, an index in front, and bad parts in an order of their own.
inline void writePublishedMaps(const Path& root) {
    const Path folder = root / "anomaly_maps/efficient_ad/candle";
    const Path labels = root / "visa_segm/candle";
    for (const char* kind : {"good", "bad"}) {
        std::filesystem::create_directories(folder / "anomaly_maps" / kind);
        std::filesystem::create_directories(labels / kind);
    }
    std::ofstream training(folder / "df_training.csv");
    std::ofstream test(folder / "df_test.csv");
    for (std::ofstream* table : {&training, &test})
        *table << ",filepath,an_map_path,label,prediction_an_det\n";
    SplitMix64 dice(3);
    for (int i = 0; i < 40; ++i) {
        const bool bad = i >= 20;
        // Bad parts are listed backwards.
        const std::string stem = std::to_string(bad ? 160 - i : 100 + i);
        const std::string kind = bad ? "bad" : "good";
        cv::Mat map(16, 16, CV_32FC1);
        cv::Mat segments(16, 16, CV_8UC1);
        for (int pixel = 0; pixel < 256; ++pixel) {
            map.at<float>(pixel / 16, pixel % 16) = static_cast<float>(dice.uniform() + (bad ? 0.1 : 0));
            segments.at<std::uint8_t>(pixel / 16, pixel % 16) = static_cast<std::uint8_t>(pixel % 3);
        }
        writeNpy(folder / "anomaly_maps" / kind / (stem + ".npy"), map);
        writeNpy(labels / kind / (stem + ".npy"), segments);
        (i < 12 ? training : test) << i << ",/mnt/other/candle/" << kind << "/" << stem << ".JPG,C:\\maps\\"
                                   << stem << ".npy," << (bad ? 1 : 0) << "," << i << "\n";
    }
}

/// Everything of a cell but its clock.
inline Json facts(const BenchmarkCell& cell) {
    const auto number = [](const std::optional<double>& value) {
        return value ? Json(*value) : Json(nullptr);
    };
    return {cell.key.className,
            cell.key.method,
            cell.key.repeat,
            cell.seed,
            number(cell.auroc),
            number(cell.averagePrecision),
            number(cell.fprAt95Tpr),
            number(cell.fprAt95TprRoc),
            number(cell.seen),
            number(cell.unseen),
            cell.good,
            cell.bad,
            cell.learnedGood,
            cell.learnedBad};
}

inline std::vector<Json> facts(std::vector<BenchmarkCell> cells) {
    std::sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    std::vector<Json> all;
    for (const BenchmarkCell& cell : cells)
        all.push_back(facts(cell));
    return all;
}

}  // namespace segad::test
