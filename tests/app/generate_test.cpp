// segad defects, generate, fit --bad generated, kinds: the real program on a tiny dataset.
#include "core/image/image.h"
#include "tests/app/cli_fixture.h"

using namespace segad;

namespace {
class Generate : public test::CliFixture {
protected:
    void prepare() {
        create({.trainGood = 30});
        ASSERT_EQ(segad({"segment", file(), "--source", "files", "--set", "folder=" + images() + "/segments",
                         "--names", "ground,square"})
                      .exitCode,
                  0);
    }
};

TEST_F(Generate, KindsAreListedWithTheirParameters) {
    const Json all = segad({"defects", "--json"}).json()["defects"];
    EXPECT_GE(all.size(), 10U);
    EXPECT_EQ(all[0]["key"], "blur");
    const test::CommandResult stain = segad({"defects", "stain"});
    EXPECT_EQ(stain.exitCode, 0);
    EXPECT_NE(stain.out.find("strength_max"), std::string::npos);
    EXPECT_EQ(segad({"defects", "storm"}).exitCode, 1);
}

TEST_F(Generate, MakesPartsThatInfoCounts) {
    prepare();
    const Json made = segad({"generate", file(), "--count", "6", "--kinds", "stain,rectangle", "--segments",
                             "square", "--set", "stain.colour=dark", "--set", "size_max=20", "--json"})
                          .json();
    EXPECT_EQ(made["made"], 6);
    EXPECT_EQ(made["from"], 3);
    EXPECT_EQ(made["kinds"], (Json{"stain", "rectangle"}));
    EXPECT_EQ(segad({"info", file(), "--json"}).json()["parts"]["generated"], 6);
    for (const GeneratedRecord& record : open().generated().all()) {
        EXPECT_EQ(record.recipe["params"]["size_max"], 20);
        EXPECT_EQ(record.recipe["segments"], Json{1});
    }
    const Json pixels = segad({"generate", file(), "--count", "3", "--kinds", "rectangle", "--unit", "px",
                               "--set", "size_max=16", "--json"})
                            .json();
    EXPECT_EQ(pixels["made"], 3);
    EXPECT_EQ(pixels["removed"], 3) << "the stains; rectangles are drawn anew in their places";
    EXPECT_EQ(open().generated().all()[0].recipe["params"]["size_max"], 25);
}

TEST_F(Generate, APreviewIsAPictureAndAddsNothing) {
    prepare();
    const std::string picture = (dir_ / "sheet.png").string();
    const Json shown =
        segad({"generate", file(), "--kinds", "stain,missing", "--most", "2", "--preview", picture, "--json"})
            .json();
    EXPECT_EQ(shown["preview"], picture);
    EXPECT_EQ(decodeImage(picture).rgb.cols, shown["width"].get<int>());
    EXPECT_EQ(segad({"info", file(), "--json"}).json()["parts"]["generated"], 0);
    EXPECT_NE(segad({"generate", file(), "--preview", (dir_ / "sheet.doc").string()}).exitCode, 0);
    EXPECT_EQ(segad({"generate", file(), "--most", "4"}).exitCode, 2);
}

TEST_F(Generate, OneClassFromNothingButGoodParts) {
    prepare();
    ASSERT_EQ(segad(trainArguments()).exitCode, 0);
    const Json fit =
        segad({"fit", file(), "--bad", "generated", "--set", "parallel_trees=20", "--json"}).json();
    EXPECT_EQ(fit["parts"]["fit"], 3);
    EXPECT_EQ(fit["parts"]["test"], 12);
    const Json rows = segad({"fit", file(), "--bad", "none", "--feature-defects", "local,global", "--set",
                             "parallel_trees=20", "--json"})
                          .json();
    EXPECT_EQ(rows["parts"]["fit"], 0);
    const Json kinds =
        segad({"kinds", file(), "--seeds", "2", "--set", "parallel_trees=20", "--json"}).json();
    EXPECT_EQ(kinds["kinds"].size(), 4U) << "all together, and each of three";
    EXPECT_EQ(kinds["parts"], (Json{{"good", 4}, {"bad", 8}}));
    EXPECT_TRUE(kinds["bare"].contains("patchcore"));
}

TEST_F(Generate, RefusesWhatCantWork) {
    prepare();
    const auto error = [&](const std::vector<std::string>& arguments) {
        std::vector<std::string> all{"generate", file(), "--json"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        const test::CommandResult result = segad(all);
        EXPECT_NE(result.exitCode, 0);
        return result.exitCode;
    };
    EXPECT_EQ(error({"--kinds", "storm"}), 1);
    EXPECT_EQ(error({"--segments", "moon"}), 1);
    EXPECT_EQ(error({"--set", "size_max=1000"}), 2);
    EXPECT_EQ(error({"--set", "colour=dark"}), 2) << "no kind that is generated has it";
    EXPECT_EQ(error({"--unit", "mm", "--set", "size_max=3"}), 2) << "no scale";
    EXPECT_EQ(error({"--unit", "px", "--set", "size_max=9x"}), 2);
    EXPECT_EQ(error({"--count", "-3"}), 2);
    EXPECT_EQ(error({"--unit", "inch"}), 2);
    EXPECT_EQ(segad({"fit", file(), "--bad", "many"}).exitCode, 2);
    EXPECT_EQ(segad({"kinds", file()}).exitCode, 1) << "nothing is trained";
    EXPECT_EQ(open().parts().count({.generated = true}), 0U);
}
}  // namespace
