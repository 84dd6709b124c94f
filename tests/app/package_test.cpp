// segad package, info and audit, as a line PC's scripts see them.
#include <fstream>

#include "tests/app/cli_fixture.h"

using namespace segad;
using segad::test::CommandResult;

namespace {
class PackageCli : public test::CliFixture {
protected:
    std::string package() const { return (dir_ / "line.segad-model").string(); }
};

TEST_F(PackageCli, MakesChecksAndShowsAPackage) {
    create();
    ASSERT_EQ(segad(trainArguments()).exitCode, 0);
    const CommandResult made = segad({"package", file(), package(), "--references", "4", "--json"});
    ASSERT_EQ(made.exitCode, 0) << made.err;
    EXPECT_EQ(made.json().at("check").at("references"), 4);
    EXPECT_EQ(made.json().at("judge").at("name"), "patchcore");
    EXPECT_EQ(segad({"package", file(), package()}).exitCode, 1) << "it is there";
    EXPECT_EQ(segad({"package", file(), package(), "--force"}).exitCode, 0);
    EXPECT_EQ(segad({"package", file()}).exitCode, 2);

    const CommandResult checked = segad({"package", "--check", package(), "--against", file(), "--json"});
    ASSERT_EQ(checked.exitCode, 0) << checked.err;
    EXPECT_LT(checked.json().at("check").at("largest_difference").get<double>(), 1e-6);
    EXPECT_LT(checked.json().at("comparison").at("largest_difference").get<double>(), 1e-6);
    EXPECT_GT(checked.json().at("load_seconds").get<double>(), 0);
    const CommandResult shown = segad({"info", package()});
    ASSERT_EQ(shown.exitCode, 0) << shown.err;
    EXPECT_NE(shown.out.find("judges by  patchcore: review from"), std::string::npos) << shown.out;
    EXPECT_NE(shown.out.find("licence    patchcore, made with"), std::string::npos) << shown.out;

    std::fstream bytes(package(), std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(70'000);
    bytes << "damage";
    bytes.close();
    const CommandResult damaged = segad({"package", "--check", package(), "--json"});
    EXPECT_EQ(damaged.exitCode, 1);
    EXPECT_EQ(damaged.json().at("error").at("code"), "corrupt");
}

TEST_F(PackageCli, AuditListsWhoDidWhat) {
    create();
    ASSERT_EQ(segad(trainArguments()).exitCode, 0);
    ASSERT_EQ(segad({"thresholds", file(), "--set", "1,2"}).exitCode, 0);
    ASSERT_EQ(segad({"package", file(), package()}).exitCode, 0);
    const CommandResult all = segad({"audit", file(), "--json"});
    ASSERT_EQ(all.exitCode, 0) << all.err;
    const Json entries = all.json().at("entries");
    ASSERT_GE(entries.size(), 4U);
    EXPECT_EQ(entries[0].at("action"), "package");
    EXPECT_EQ(entries[1].at("action"), "threshold");
    EXPECT_EQ(entries[1].at("detail").at("review"), 1.0);
    EXPECT_TRUE(entries[1].at("detail").contains("before")) << "what they were";
    for (const Json& entry : entries) {
        EXPECT_FALSE(entry.at("who").get<std::string>().empty());
        EXPECT_FALSE(entry.at("detail").at("host").get<std::string>().empty());
    }
    const CommandResult some = segad({"audit", file(), "--action", "threshold", "--count", "1", "--json"});
    EXPECT_EQ(some.json().at("entries").size(), 1U);
    const std::string csv = (dir_ / "audit.csv").string();
    ASSERT_EQ(segad({"audit", file(), "--csv", csv}).exitCode, 0);
    std::ifstream table(csv);
    std::string header;
    std::getline(table, header);
    EXPECT_EQ(header, "at,who,host,program,action,subject,detail\r");
}
}  // namespace
