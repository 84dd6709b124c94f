// Lists of parts that a dataset publishes, from its folder to the forest that learns from exactly those.
#include <fstream>
#include <set>

#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
class PublishedSubsets : public test::ProjectFixture {
protected:
    /// The tiny dataset as VAD is: train/bad 000 … 003, test/bad, and two lists of the former.
    void importVad() {
        test::TinyDataset().write(images());
        std::filesystem::rename(images() / "test/hole", images() / "train/bad");
        std::filesystem::rename(images() / "test/spot", images() / "test/bad");
        std::filesystem::remove_all(images() / "ground_truth");
        writeLists(R"({"1": ["003.png", "000.png"], "0": ["001.png", "002.png", "003.png"]})");
        createProject(file());
        report_ = importFolder({.project = file(), .folder = images(), .layout = "vad"}, job_);
    }

    void writeLists(const std::string& json) const {
        std::ofstream(images() / "low_shot_train.json") << json;
    }

    RunId fitList(const std::string& list) {
        return fitForest({.project = file(), .params = test::tinyForest(), .publishedSubset = list}, job_);
    }

    static std::vector<std::string> paths(const Project& project, const std::vector<PartId>& ids) {
        std::vector<std::string> found;
        for (const PartId id : ids)
            found.push_back(project.parts().find(id).value().path);
        return found;
    }

    static std::set<std::string> fitted(const Project& project, RunId run) {
        std::set<std::string> found;
        for (const RolePair& pair : project.runs().snapshot(project.runs().find(run)->snapshot)) {
            if (pair.role == Role::Fit) found.insert(project.parts().find(pair.part)->path);
        }
        return found;
    }

    ImportReport report_;
};

TEST_F(PublishedSubsets, AreStoredAtImportInTheOrderOfTheFile) {
    importVad();
    EXPECT_EQ(report_.publishedSubsets, 2);
    const Project project = open();
    const std::vector<PublishedSubsetRecord> lists = project.parts().publishedSubsets();
    ASSERT_EQ(lists.size(), 2U);
    EXPECT_EQ(lists[0].name, "1");
    EXPECT_EQ(lists[0].source, report_.source);
    EXPECT_EQ(paths(project, lists[0].parts),
              (std::vector<std::string>{"train/bad/003.png", "train/bad/000.png"}));
    EXPECT_EQ(paths(project, lists[1].parts),
              (std::vector<std::string>{"train/bad/001.png", "train/bad/002.png", "train/bad/003.png"}));
}

TEST_F(PublishedSubsets, ALaterImportTakesInWhatTheFileSaysThen) {
    importVad();
    writeLists(R"({"only": ["002.png"]})");
    importFolder({.project = file(), .folder = images(), .layout = "vad"}, job_);
    const Project project = open();
    const std::vector<PublishedSubsetRecord> lists = project.parts().publishedSubsets();
    ASSERT_EQ(lists.size(), 1U);
    EXPECT_EQ(lists[0].name, "only");
    EXPECT_EQ(paths(project, lists[0].parts), std::vector<std::string>{"train/bad/002.png"});
}

TEST_F(PublishedSubsets, AForestLearnsFromExactlyAList) {
    importVad();
    train();
    const RunId run = fitList("1");
    EXPECT_EQ(fitted(open(), run), (std::set<std::string>{"train/bad/000.png", "train/bad/003.png"}));
    EXPECT_EQ(open().runs().find(run)->params["published_subset"], "1");
    EXPECT_EQ(fitted(open(), fitList("0")),
              (std::set<std::string>{"train/bad/001.png", "train/bad/002.png", "train/bad/003.png"}));
    const EvaluateReport repeated = evaluateProject({.project = file(), .paperSeeds = true}, job_);
    EXPECT_FALSE(repeated.seeds.empty());
}

TEST_F(PublishedSubsets, AreFoundAmongSeveralSources) {
    importVad();
    test::TinyDataset{.trainGood = 4, .testGood = 0, .testBad = 0, .side = 48}.write(dir_ / "more");
    importFolder({.project = file(), .folder = dir_ / "more"}, job_);
    train();
    EXPECT_EQ(fitted(open(), fitList("1")),
              (std::set<std::string>{"train/bad/000.png", "train/bad/003.png"}));
}

TEST_F(PublishedSubsets, AnUnknownListIsRefusedWithTheNamesThereAre) {
    importVad();
    train();
    try {
        fitList("2");
        FAIL() << "fitted with a list that is not there";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::NotFound);
        EXPECT_NE(error.remedy().find("1, 0"), std::string::npos) << error.remedy();
    }
}
}  // namespace
