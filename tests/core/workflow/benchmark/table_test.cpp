// What stands in the tables: means, deviations, published figures; and the words for methods.
#include "core/workflow/benchmark/roc.h"
#include "tests/core/workflow/benchmark/world.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
TEST(BenchmarkMethod, IsReadAndWritten) {
    const std::vector<std::string> all{"efficientad_medium", "rd4ad"};
    EXPECT_EQ(benchmarkMethod("efficientad").key(), "efficientad_medium");
    EXPECT_EQ(benchmarkMethod("all+segad", all).key(), "efficientad_medium+rd4ad+segad");
    EXPECT_EQ(benchmarkMethod("all+segad", all).title(all), "All + SegAD");
    EXPECT_EQ(benchmarkMethod("rd4ad+segad/shuffled").title(all), "RD4AD + SegAD, shuffled segments");
    EXPECT_EQ(benchmarkMethod("rd4ad+segad/whole").key(), "rd4ad+segad/whole");
    EXPECT_EQ(benchmarkMethod("efficient_ad").title(), "EfficientAD") << "of the SegAD repository";
    for (const char* wrong :
         {"", "segad", "rd4ad+rd4ad+segad", "rd4ad/whole", "rd4ad+fastflow", "devnet+segad", "rd4ad++segad"})
        EXPECT_EQ(test::codeOf([&] { benchmarkMethod(wrong); }), ErrorCode::InvalidArgument) << wrong;
}

TEST(BenchmarkPublished, NamesItsSource) {
    const auto figure = publishedFigure({}, "visa", "macaroni1", "RD4AD + SegAD");
    ASSERT_TRUE(figure);
    EXPECT_DOUBLE_EQ(figure->value, 0.974);
    EXPECT_FALSE(figure->source.empty());
    EXPECT_FALSE(publishedFigure({}, "visa", "macaroni1", "PatchCore"));
    // A mean that doesn't follow from its classes was copied wrong.
    for (const char* method : {"RD4AD + SegAD", "EfficientAD + SegAD", "All + SegAD"}) {
        double sum = 0;
        for (const std::string& name : publishedClasses("visa"))
            sum += publishedFigure({}, "visa", name, method).value().value;
        EXPECT_NEAR(sum / 12, publishedFigure({}, "visa", "", method).value().value, 0.001) << method;
    }
    EXPECT_EQ(publishedClasses("mvtec").size(), 15U);
}

class BenchmarkTables : public testing::Test {
protected:
    BenchmarkFile file() {
        BenchmarkFile made = BenchmarkFile::create(dir_ / "t.segad-bench",
                                                   test::gridWith({{"protocol", "visa"},
                                                                   {"classes", {"macaroni1", "pcb_1"}},
                                                                   {"methods", {"rd4ad", "rd4ad+segad"}},
                                                                   {"all", {"rd4ad"}},
                                                                   {"seeds", 10}}));
        made.putClass({.name = "macaroni1", .sha256 = "1"});
        made.putClass({.name = "pcb_1", .sha256 = "2"});
        put(made, "macaroni1", "rd4ad+segad", "333", 0.97);
        put(made, "macaroni1", "rd4ad+segad", "576", 0.99);
        put(made, "pcb_1", "rd4ad+segad", "333", 0.5);
        put(made, "pcb_1", "rd4ad+segad", "576", 0.7);
        put(made, "macaroni1", "rd4ad", "333", 0.9);
        return made;
    }
    static void put(BenchmarkFile& file, const char* name, const char* method, const char* repeat,
                    double area) {
        BenchmarkCell cell{.key = {name, method, repeat}, .seed = 333};
        cell.auroc = area;
        file.put(cell, {{.part = "g", .score = 0.25}, {.part = "b", .bad = true, .score = 0.5}});
    }
    test::TempDir dir_;
};

TEST_F(BenchmarkTables, MeanAndDeviationStandBesideThePublishedFigure) {
    const BenchmarkTable table = benchmarkTable(file());
    ASSERT_EQ(table.columns.size(), 2U);
    EXPECT_EQ(table.columns[0].title, "RD4AD") << "in the order of the grid, not of the cells";
    const BenchmarkEntry& entry = table.columns[1].classes[0];
    EXPECT_EQ(entryText(entry), "98.0 ± 1.4");
    EXPECT_EQ(publishedText(entry), "97.4 (+0.6)");
    EXPECT_NEAR(table.columns[1].mean.stats->mean, 0.79, 1e-12);
    EXPECT_NEAR(table.columns[1].mean.values[0], (0.97 + 0.5) / 2, 1e-12) << "seed by seed";
    EXPECT_FALSE(table.columns[1].mean.published) << "two classes are not the twelve of the paper";
    EXPECT_FALSE(table.columns[0].classes[1].stats);
    EXPECT_EQ(entryText(table.columns[0].classes[1]), "n/a");
}

TEST_F(BenchmarkTables, AreWrittenAsCsvMarkdownAndLatex) {
    const BenchmarkFile results = file();
    for (const char* name : {"t.csv", "t.md", "t.tex"})
        writeBenchmarkTable(results, dir_ / name);
    const std::string csv = readFile(dir_ / "t.csv", 1 << 20);
    EXPECT_NE(csv.find("visa,macaroni1,rd4ad+segad,RD4AD + SegAD,auroc,0.98,0.01414"), std::string::npos)
        << csv;
    EXPECT_NE(csv.find(",\"Baitieva et al., CVPR 2024, supplement, Table 2\"\r\n"), std::string::npos);
    const std::string markdown = readFile(dir_ / "t.md", 1 << 20);
    EXPECT_NE(
        markdown.find("| macaroni1 | 90.0; published 96.5 (-6.5) | 98.0 ± 1.4; published 97.4 (+0.6) |"),
        std::string::npos)
        << markdown;
    const std::string latex = readFile(dir_ / "t.tex", 1 << 20);
    EXPECT_NE(latex.find("pcb\\_1 & -- & $60.0 \\pm 14.1$ \\\\"), std::string::npos) << latex;
    EXPECT_EQ(test::codeOf([&] { writeBenchmarkTable(results, dir_ / "t.pdf"); }),
              ErrorCode::InvalidArgument);
}

TEST_F(BenchmarkTables, RocsAreGivenForEachCellAndAsMeans) {
    const BenchmarkFile results = file();
    EXPECT_EQ(writeBenchmarkRoc(results, dir_ / "roc.csv"), 5 * 3);
    const std::vector<BenchmarkRoc> rocs = benchmarkRocs(results);
    ASSERT_EQ(rocs.size(), 2U);
    EXPECT_EQ(rocs[1].title, "RD4AD + SegAD");
    EXPECT_EQ(rocs[1].curves, 4);
    EXPECT_NEAR(*rocs[1].auroc, 0.79, 1e-12) << "of the table";
    ASSERT_EQ(rocs[1].line.size(), 3U) << "perfect scores";
    EXPECT_EQ(rocs[1].line[1].truePositiveRate, 1);
    EXPECT_EQ(benchmarkRocs(results, "pcb_1").size(), 1U);
    writeMeanRocs(results, dir_ / "mean.csv");
    const std::string text = readFile(dir_ / "mean.csv", 1 << 20);
    EXPECT_NE(text.find("mean,rd4ad,RD4AD,0,1\r\n"), std::string::npos) << text;
}

TEST_F(BenchmarkTables, OneFormatIsNotTakenForAnother) {
    file();
    std::ofstream(dir_ / "no.segad-bench") << "no database";
    EXPECT_EQ(test::codeOf([&] { BenchmarkFile::open(dir_ / "missing.segad-bench"); }), ErrorCode::NotFound);
    EXPECT_NE(test::codeOf([&] { BenchmarkFile::open(dir_ / "no.segad-bench"); }), ErrorCode::Internal);
    EXPECT_EQ(test::codeOf([&] { BenchmarkFile::create(dir_ / "t.segad-bench", {}); }),
              ErrorCode::AlreadyExists);
}

TEST_F(BenchmarkTables, JoiningNamesTheCellThatDiffers) {
    BenchmarkFile one = file();
    BenchmarkFile two = BenchmarkFile::create(dir_ / "u.segad-bench", one.grid());
    two.putClass({.name = "pcb_1", .sha256 = "2"});
    put(two, "pcb_1", "rd4ad", "333", 0.8);
    put(two, "pcb_1", "rd4ad+segad", "333", 0.51);
    EXPECT_EQ(test::codeOf([&] { one.merge(two); }), ErrorCode::InvalidData);
    EXPECT_EQ(one.cells().size(), 5U) << "nothing was taken over";
}
}  // namespace
