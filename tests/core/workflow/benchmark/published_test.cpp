// Figures that somebody has copied from a paper: read, kept with the results, and shown beside them.
#include "tests/core/workflow/benchmark/world.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
TEST(BenchmarkMethodTitle, IsWhatTheTablesCallIt) {
    for (const char* text : {"RD4AD + SegAD", "rd4ad+segad", "reverse_distillation + SegAD", "RD4AD+segad"})
        EXPECT_EQ(methodTitle(text), "RD4AD + SegAD") << text;
    for (const char* text : {"All AD + SegAD", "all+segad"})
        EXPECT_EQ(methodTitle(text), "All + SegAD") << text;
    EXPECT_EQ(methodTitle("EfficientAD (small)"), "EfficientAD (small)");
    EXPECT_EQ(methodTitle("rd4ad+segad/whole"), "RD4AD + SegAD, no segments");
    EXPECT_EQ(methodTitle("RD4AD + SegAD, no segments"), "RD4AD + SegAD, no segments");
    EXPECT_EQ(methodTitle("Some other method"), "Some other method") << "kept; it stands beside nothing";
}

TEST(BenchmarkPublished, ItsExtentIsSaidForEveryProtocol) {
    const std::string visa = extentText(publishedExtent("visa"));
    EXPECT_NE(visa.find("All + SegAD (mean, 12 classes)"), std::string::npos) << visa;
    EXPECT_NE(visa.find("DevNet (1 class)"), std::string::npos) << visa;
    EXPECT_NE(extentText(publishedExtent("vad-one-class")).find("RD4AD (nothing)"), std::string::npos);
}

class EnteringPublished : public testing::Test {
protected:
    /// Results of one method for one class.
    Path results(const std::string& protocol, const std::string& name) {
        const Path file = dir_ / (protocol + ".segad-bench");
        BenchmarkFile made = BenchmarkFile::create(file, test::gridWith({{"protocol", protocol},
                                                                         {"classes", {name}},
                                                                         {"methods", {"rd4ad+segad"}},
                                                                         {"all", {"rd4ad"}},
                                                                         {"seeds", 2}}));
        made.putClass({.name = name, .sha256 = "1"});
        for (const auto& [repeat, area] : {std::pair{"333", 0.97}, std::pair{"576", 0.98}}) {
            BenchmarkCell cell{.key = {name, "rd4ad+segad", repeat}, .seed = 333};
            cell.auroc = area;
            cell.fprAt95Tpr = 1 - area;
            made.put(cell, {{.part = "g", .score = 0.25}, {.part = "b", .bad = true, .score = 0.5}});
        }
        return file;
    }

    Path write(const std::string& name, const std::string& text) {
        std::ofstream(dir_ / name) << text;
        return dir_ / name;
    }

    std::string complaint(const std::string& name, const std::string& text) {
        try {
            readPublished(write(name, text), "visa");
        } catch (const Error& error) {
            EXPECT_EQ(error.subject(), (dir_ / name).string());
            EXPECT_FALSE(error.remedy().empty());
            return error.message();
        }
        return "nothing";
    }

    test::TempDir dir_;
};

TEST_F(EnteringPublished, StandBesideTheResultsBeforeOnesOfTheProgram) {
    const Path file = results("visa", "macaroni1");
    const Path table = write("paper.csv",
                             "class,method,figure,percent,source\n"
                             "macaroni1,RD4AD + SegAD,,96.25,\"Somebody, 2025, Table 4\"\n"
                             "macaroni1,rd4ad+segad,fpr_at_95tpr,3.1,\"Somebody, 2025, Table 5\"\n"
                             "mean,rd4ad+segad,,95,\"Somebody, 2025, Table 4\"\n"
                             "pcb1,rd4ad+segad,,,not yet copied\n");
    const EnteredFigures entered = enterPublished(file, table);
    EXPECT_EQ(entered.entered, 3);
    EXPECT_EQ(entered.beside, 2) << "one class is not the mean of twelve";
    const BenchmarkTable area = benchmarkTable(BenchmarkFile::open(file, true));
    const BenchmarkEntry& entry = area.columns[0].classes[0];
    ASSERT_TRUE(entry.published);
    EXPECT_EQ(entry.published->source, "Somebody, 2025, Table 4");
    EXPECT_NEAR(*entry.difference, 0.0125, 1e-12) << "as many decimals as were published";
    EXPECT_EQ(publishedText(entry), "96.2 (+1.2)");
    const BenchmarkTable fpr = benchmarkTable(BenchmarkFile::open(file, true), BenchmarkFigure::FprAt95Tpr);
    EXPECT_NEAR(fpr.columns[0].classes[0].published->value, 0.031, 1e-12);
    for (const char* out : {"t.csv", "t.md", "t.tex"}) {
        writeBenchmarkTable(BenchmarkFile::open(file, true), dir_ / out);
        EXPECT_NE(readFile(dir_ / out, 1 << 20).find("Somebody, 2025, Table 5"), std::string::npos) << out;
    }

    // Entered again, they take the place of what was there; an empty table takes all away.
    enterPublished(file, write("none.csv", "method,percent,source\n"));
    EXPECT_EQ(benchmarkTable(BenchmarkFile::open(file, true)).columns[0].classes[0].published->source,
              "Baitieva et al., CVPR 2024, supplement, Table 2");
}

TEST_F(EnteringPublished, OfASingleClassAreItsMean) {
    const Path file = results("vad-high-shot", "vad");
    EXPECT_EQ(enterPublished(file, write("vad.json", R"([{"method": "RD4AD + SegAD", "percent": 97.5,
                                                          "source": "a paper"},
                                                         {"protocol": "visa", "class": "candle",
                                                          "method": "RD4AD", "published": 0.9,
                                                          "source": "another"}])"))
                  .entered,
              2);
    const BenchmarkTable table = benchmarkTable(BenchmarkFile::open(file, true));
    EXPECT_EQ(publishedText(table.columns[0].classes[0]), "97.5 (+0.0)");
}

TEST_F(EnteringPublished, AnExportedTableCanBeFilledIn) {
    const Path file = results("visa", "pcb1");
    const Path table = dir_ / "own.csv";
    writeBenchmarkTable(BenchmarkFile::open(file, true), table);
    std::string text = readFile(table, 1 << 20);
    const std::string published = "0.964,";
    const std::size_t at = text.find(published);
    ASSERT_NE(at, std::string::npos) << text;
    text.replace(at, published.size(), "0.971,");
    EXPECT_GE(enterPublished(file, write("filled.csv", text)).beside, 1);
    EXPECT_NEAR(benchmarkTable(BenchmarkFile::open(file, true)).columns[0].classes[0].published->value, 0.971,
                1e-12);
}

TEST_F(EnteringPublished, WhatCantBeUnderstoodIsSaidWithItsLine) {
    EXPECT_EQ(complaint("a.csv", "method,percent\nrd4ad,97\n"), "there is no column 'source'");
    EXPECT_EQ(complaint("a.csv", "method,source\nrd4ad,x\n"), "there is no column 'published'");
    EXPECT_EQ(complaint("a.csv", "method,percent,source\nrd4ad,97,\n"), "line 2: names no source");
    EXPECT_EQ(complaint("a.csv", "method,percent,source\n,97,x\n"), "line 2: names no method");
    EXPECT_EQ(complaint("a.csv", "method,percent,source\nrd4ad,97 %,x\n"), "line 2: '97 %' is not a number");
    EXPECT_EQ(complaint("a.csv", "method,percent,source\nrd4ad,nan,x\n"),
              "line 2: 'percent' is not between 0 and 100");
    EXPECT_EQ(complaint("a.csv", "method,published,source\nrd4ad,97.4,x\n"),
              "line 2: 'published' is not between 0 and 1");
    EXPECT_EQ(complaint("a.csv", "method,percent,source,figure\nrd4ad,97,x,f1\n"),
              "line 2: 'f1' is no figure of a benchmark");
    EXPECT_EQ(complaint("a.csv", "method,percent,source,protocol\nrd4ad,97,x,coco\n"),
              "line 2: 'coco' is not a protocol of the benchmark");
    EXPECT_EQ(complaint("a.csv", "method,percent,source\nrd4ad,97,x\nRD4AD,96,x\n"),
              "line 3: has another figure for the same place than line 2");
    EXPECT_EQ(complaint("a.json", "{}"), "is no list of figures");
    EXPECT_EQ(complaint("a.json", R"([1])"), "entry 1: is no object");
    EXPECT_EQ(complaint("a.json", R"([{"method": ["rd4ad"]}])"),
              "entry 1: 'method' is neither a text nor a number");
    EXPECT_EQ(complaint("a.txt", ""), "is no kind of table this program reads");
    EXPECT_NEAR(readPublished(write("comma.csv", "method;percent;source\nrd4ad;97,4;x\n"), "visa")[0].value,
                0.974, 1e-12);
}

TEST_F(EnteringPublished, ComeAlongWhenResultsAreJoined) {
    const Path file = results("visa", "pcb1");
    enterPublished(file, write("a.csv", "class,method,percent,source\npcb1,rd4ad+segad,90,a paper\n"));
    mergeBenchmarks({file}, dir_ / "joined.segad-bench");
    EXPECT_NEAR(benchmarkTable(BenchmarkFile::open(dir_ / "joined.segad-bench", true))
                    .columns[0]
                    .classes[0]
                    .published->value,
                0.9, 1e-12);
}

TEST_F(EnteringPublished, WhatWasDoneOtherwiseThanPublishedIsSaid) {
    const BenchmarkTable table = benchmarkTable(BenchmarkFile::open(results("visa", "pcb1"), true));
    EXPECT_EQ(table.departures, std::vector<std::string>{"2 seeds instead of 10"});
    const std::vector<std::string> remarks = remarksOn(table);
    ASSERT_EQ(remarks.size(), 2U);
    EXPECT_EQ(remarks[0], "Published figures are at hand for 1 of 1 results.");
    EXPECT_EQ(remarks[1], "Not as published: 2 seeds instead of 10.");
}

TEST_F(EnteringPublished, AGridOfAnotherProgramIsSaidNotCrashedOn) {
    for (const Json& grid : {Json::array(), Json{{"protocol", 3}}, Json{{"protocol", "of the future"}}}) {
        const Path file = dir_ / "odd.segad-bench";
        std::filesystem::remove(file);
        BenchmarkFile::create(file, grid);
        EXPECT_EQ(test::codeOf([&] { benchmarkTable(BenchmarkFile::open(file, true)); }), ErrorCode::Corrupt);
        EXPECT_EQ(test::codeOf([&] { benchmarkRequestOf(file); }), ErrorCode::Corrupt);
    }
}
}  // namespace
