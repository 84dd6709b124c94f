// Roles of a run: the published splits index by index, and what must hold for any set of parts.
#include "core/dataset/splits.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/test_support.h"

using namespace segad;
using testing::HasSubstr;

namespace {
using Indices = std::vector<std::size_t>;

/// "test/bad/0007.png", with a hash of its own.
SplitPart part(const std::string& folder, int number, Label label, Subset subset) {
    char name[16];
    std::snprintf(name, sizeof name, "/%04d.png", number);
    return {.path = folder + name, .sha256 = folder + name, .label = label, .subset = subset};
}

std::vector<SplitPart> partsOf(const std::string& folder, int count, Label label, Subset subset) {
    std::vector<SplitPart> parts;
    for (int i = 0; i < count; ++i)
        parts.push_back(part(folder, i, label, subset));
    return parts;
}

struct Numbers {
    int trainGood = 0, trainBad = 0, testGood = 0, testBad = 0, unseen = 0;
};

std::vector<SplitPart> dataset(const Numbers& n) {
    std::vector<SplitPart> all;
    const auto add = [&](const std::string& folder, int count, Label label, Subset subset,
                         bool unseen = false) {
        for (SplitPart p : partsOf(folder, count, label, subset)) {
            p.unseenDefect = unseen;
            p.id = static_cast<std::int64_t>(all.size()) + 1;
            all.push_back(std::move(p));
        }
    };
    add("train/good", n.trainGood, Label::Good, Subset::Train);
    add("train/bad", n.trainBad, Label::Bad, Subset::Train);
    add("test/good", n.testGood, Label::Good, Subset::Test);
    add("test/bad", n.testBad, Label::Bad, Subset::Test);
    add("test/bad_unseen_defects", n.unseen, Label::Bad, Subset::Test, true);
    return all;
}

/// Positions within `folder` (its file numbers) that have the role.
Indices withRole(const std::vector<SplitPart>& parts, const RolePlan& plan, const std::string& folder,
                 Role role) {
    Indices found;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (plan.roles[i] == role && parts[i].path.starts_with(folder + "/"))
            found.push_back(std::stoul(parts[i].path.substr(folder.size() + 1)));
    }
    return found;
}

Indices sorted(Indices values) {
    std::sort(values.begin(), values.end());
    return values;
}

std::map<Role, std::size_t> counts(const RolePlan& plan) {
    std::map<Role, std::size_t> result;
    for (const Role role : plan.roles)
        ++result[role];
    return result;
}

template <class Action>
Error errorOf(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Error(ErrorCode::Internal, "", "", "");
}

TEST(Splits, DrawsThePublishedBadParts) {
    const Json file = test::vectors("splits.json");
    ASSERT_FALSE(file["bad_split"].empty());
    for (const Json& entry : file["bad_split"]) {
        const auto parts = dataset({.trainGood = 20, .testGood = 5, .testBad = entry["n"].get<int>()});
        const RolePlan plan = planRoles(parts, {.badForFit = entry["n_bad_train"].get<std::size_t>(),
                                                .seed = entry["seed"].get<std::uint64_t>()});
        EXPECT_EQ(withRole(parts, plan, "test/bad", Role::Fit), sorted(entry["train"].get<Indices>()));
        EXPECT_EQ(withRole(parts, plan, "test/bad", Role::Test), sorted(entry["test"].get<Indices>()));
        EXPECT_EQ(withRole(parts, plan, "test/good", Role::Test).size(), 5U);
    }
}

TEST(Splits, KeepsThePublishedTenPercentForCalibration) {
    const Json file = test::vectors("splits.json");
    ASSERT_FALSE(file["tenpct"].empty());
    for (const Json& entry : file["tenpct"]) {
        const int n = entry["n"].get<int>();
        const auto parts = dataset({.trainGood = n, .testGood = 3, .testBad = 12});
        for (const std::uint64_t seed : {333ULL, 576ULL}) {
            const RolePlan plan = planRoles(parts, {.seed = seed});
            EXPECT_EQ(withRole(parts, plan, "train/good", Role::Calibrate),
                      sorted(entry["val"].get<Indices>()));
            EXPECT_EQ(plan.count(Role::Train), static_cast<std::size_t>(n) - entry["val"].size());
        }
    }
}

TEST(Splits, OffersNelsonsCalibrationParts) {
    const Json permutations = test::vectors("splits.json")["torch_randperm"];
    for (const auto& [n, expected] : permutations.items())
        EXPECT_EQ(torchPermutation(std::stoul(n), 42), expected.get<Indices>());

    const auto parts = dataset({.trainGood = 101, .testGood = 3, .testBad = 12});
    const RolePlan plan = planRoles(parts, {.calibrateDraw = CalibrateDraw::Nelson});
    Indices order = permutations["101"].get<Indices>();
    order.resize(90);  // int(0.9 · 101)
    EXPECT_EQ(withRole(parts, plan, "train/good", Role::Train), sorted(order));
    EXPECT_EQ(plan.count(Role::Calibrate), 11U);
}

TEST(Splits, DevNetTakesTheFirstOfThePermutation) {
    const auto parts = dataset({.trainGood = 20, .testGood = 5, .testBad = 30});
    const RolePlan plan = planRoles(parts, {.badForFit = 7, .seed = 42, .badDraw = BadDraw::DevNet});
    Indices expected = NumpyRandom(42).permutation(30);
    expected.resize(7);
    EXPECT_EQ(withRole(parts, plan, "test/bad", Role::Fit), sorted(expected));
}

TEST(Splits, UsesTheLayoutsBadTrainingPartsAndTestsAllOthers) {
    const auto parts =
        dataset({.trainGood = 200, .trainBad = 100, .testGood = 10, .testBad = 83, .unseen = 16});
    const RolePlan all = planRoles(parts);
    EXPECT_EQ(all.count(Role::Fit), 100U);
    EXPECT_EQ(counts(all)[Role::Test], 10U + 83 + 16);
    EXPECT_EQ(counts(all)[Role::Calibrate], 20U);

    const RolePlan some = planRoles(parts, {.badForFit = 20, .seed = 725});
    EXPECT_EQ(withRole(parts, some, "train/bad", Role::Fit), sorted(trainTestSplit(100, 80, 725).train));
    EXPECT_EQ(counts(some)[Role::None], 80U);
    EXPECT_EQ(counts(some)[Role::Test], 10U + 83 + 16);
    EXPECT_THROW(planRoles(parts, {.badForFit = 101}), Error);
}

TEST(Splits, FitsWithAPublishedListOnly) {
    const auto parts = dataset({.trainGood = 20, .trainBad = 10, .testGood = 5, .testBad = 12});
    const RolePlan plan =
        planRoles(parts, {.fitPaths = {"train/bad/0003.png", "train/bad/0008.png", "train/bad/9999.png"}});
    EXPECT_EQ(withRole(parts, plan, "train/bad", Role::Fit), (Indices{3, 8}));
    EXPECT_EQ(withRole(parts, plan, "test/bad", Role::Test).size(), 12U);
    ASSERT_EQ(plan.notes.size(), 1U);
    EXPECT_THAT(plan.notes[0].message, HasSubstr("1 of 3"));
    EXPECT_THROW(planRoles(parts, {.fitPaths = {"test/bad/0003.png"}}), Error);
    EXPECT_THROW(planRoles(parts, {.fitPaths = {"nowhere.png"}}), Error);
}

TEST(Splits, NeverDrawsAnUnseenDefect) {
    const auto parts = dataset({.trainGood = 20, .testGood = 5, .testBad = 11, .unseen = 40});
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        const RolePlan plan = planRoles(parts, {.badForFit = 10, .seed = seed});
        EXPECT_EQ(withRole(parts, plan, "test/bad_unseen_defects", Role::Test).size(), 40U);
    }
}

TEST(Splits, HoldsOutAFifthWhereNothingIsSetApartForTesting) {
    auto parts = partsOf("good", 100, Label::Good, Subset::Unspecified);
    for (SplitPart& p : partsOf("bad", 52, Label::Bad, Subset::Unspecified))
        parts.push_back(p);
    const RolePlan plan = planRoles(parts, {.seed = 9});
    EXPECT_EQ(withRole(parts, plan, "good", Role::Test), sorted(trainTestSplitFraction(100, 0.2, 333).test));
    EXPECT_EQ(withRole(parts, plan, "bad", Role::Test), sorted(trainTestSplitFraction(52, 0.2, 333).test));
    EXPECT_EQ(plan.count(Role::Fit), 41U);
    EXPECT_EQ(plan.count(Role::Calibrate), 8U);
    ASSERT_EQ(plan.notes.size(), 2U);
    EXPECT_THAT(plan.notes[0].message, HasSubstr("20 of 100"));

    const RolePlan few = planRoles(parts, {.badForFit = 10, .seed = 9});
    EXPECT_EQ(withRole(parts, few, "bad", Role::Test), withRole(parts, plan, "bad", Role::Test));
    EXPECT_EQ(few.count(Role::Fit), 10U);
}

TEST(Splits, WithoutAForestBadPartsAreOnlyTested) {
    const RolePlan plan = planRoles(dataset({.trainGood = 20, .trainBad = 9, .testGood = 5, .testBad = 3}),
                                    {.badForFit = std::nullopt});
    EXPECT_EQ(plan.count(Role::Fit), 0U);
    EXPECT_EQ(plan.count(Role::Test), 8U);
    const RolePlan oneClass =
        planRoles(partsOf("good", 30, Label::Good, Subset::Unspecified), {.badForFit = std::nullopt});
    EXPECT_EQ(oneClass.count(Role::Test), 6U);
}

TEST(Splits, GeneratedDefectsFitAndAreNeverTested) {
    auto parts = dataset({.trainGood = 30, .testGood = 5, .testBad = 20});
    for (SplitPart p : partsOf("generated", 12, Label::Bad, Subset::Train)) {
        p.generated = true;
        parts.push_back(p);
    }
    const RolePlan oneClass = planRoles(parts);
    EXPECT_EQ(withRole(parts, oneClass, "generated", Role::Fit).size(), 12U);
    EXPECT_EQ(withRole(parts, oneClass, "test/bad", Role::Test).size(), 20U);

    const RolePlan both = planRoles(parts, {.badForFit = 4});
    EXPECT_EQ(both.count(Role::Fit), 16U);
    EXPECT_EQ(withRole(parts, both, "test/bad", Role::Test).size(), 16U);

    const RolePlan real = planRoles(parts, {.badForFit = 4, .generatedForFit = false});
    EXPECT_EQ(withRole(parts, real, "generated", Role::None).size(), 12U);
    EXPECT_EQ(real.count(Role::Fit), 4U);
}

TEST(Splits, SayHowManyBadPartsThereAreWhenTheyAreTooFew) {
    const auto ten = dataset({.trainGood = 20, .testGood = 5, .testBad = 10});
    const Error error = errorOf([&] { planRoles(ten, {.badForFit = 10}); });
    EXPECT_EQ(error.code(), ErrorCode::InvalidData);
    EXPECT_THAT(error.message(), HasSubstr("10 bad parts"));
    EXPECT_FALSE(error.remedy().empty());
    EXPECT_NO_THROW(planRoles(dataset({.trainGood = 20, .testGood = 5, .testBad = 11}), {.badForFit = 10}));
    EXPECT_THROW(planRoles(dataset({.trainGood = 20, .testGood = 5})), Error);
}

TEST(Splits, RefuseTooFewGoodPartsAndOptionsOutOfRange) {
    EXPECT_THAT(errorOf([] { planRoles(dataset({.testGood = 5, .testBad = 12})); }).message(),
                HasSubstr("0 good parts"));
    EXPECT_THROW(planRoles(dataset({.trainGood = 1, .testGood = 5, .testBad = 12})), Error);
    EXPECT_NO_THROW(planRoles(dataset({.trainGood = 2, .testGood = 5, .testBad = 12})));
    EXPECT_THROW(planRoles({}), Error);
    const auto parts = dataset({.trainGood = 20, .testGood = 5, .testBad = 12});
    EXPECT_THROW(planRoles(parts, {.calibrateFraction = 0}), Error);
    EXPECT_THROW(planRoles(parts, {.calibrateFraction = 1}), Error);
    EXPECT_THROW(planRoles(parts, {.testFraction = -0.1}), Error);
    EXPECT_THROW(planRoles(parts, {.seed = 1ULL << 32U}), Error);
}

TEST(Splits, DoNotDependOnTheOrderOfTheParts) {
    auto parts = dataset({.trainGood = 50, .testGood = 20, .testBad = 40, .unseen = 5});
    parts.push_back(parts[3]);  // a copy under the same path, as from a second source
    std::map<std::string, std::multiset<Role>> expected;
    const RolePlan first = planRoles(parts, {.seed = 823});
    for (std::size_t i = 0; i < parts.size(); ++i)
        expected[parts[i].path].insert(first.roles[i]);
    for (std::uint32_t shuffle = 1; shuffle < 6; ++shuffle) {
        std::vector<SplitPart> shuffled;
        for (const std::size_t i : NumpyRandom(shuffle).permutation(parts.size()))
            shuffled.push_back(parts[i]);
        const RolePlan plan = planRoles(shuffled, {.seed = 823});
        std::map<std::string, std::multiset<Role>> actual;
        for (std::size_t i = 0; i < shuffled.size(); ++i)
            actual[shuffled[i].path].insert(plan.roles[i]);
        EXPECT_EQ(actual, expected);
    }
}

TEST(Splits, CopiesNeverHaveTwoRoles) {
    auto parts = dataset({.trainGood = 60, .testGood = 20, .testBad = 40});
    NumpyRandom random(5);
    for (SplitPart& p : parts)  // many collisions within a label
        p.sha256 = std::string(toString(p.label)) + std::to_string(random.interval(50));
    for (const std::uint64_t seed : kPaperSeeds) {
        const RolePlan plan = planRoles(parts, {.badForFit = 10, .seed = seed});
        std::map<std::string, std::set<Role>> byHash;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (plan.roles[i] != Role::None) byHash[parts[i].sha256].insert(plan.roles[i]);
        }
        for (const auto& [hash, roles] : byHash)
            EXPECT_EQ(roles.size(), 1U) << hash;
        EXPECT_GE(plan.count(Role::Fit), 10U);
        EXPECT_THAT(plan.notes.back().message, HasSubstr("copied"));
    }
}

TEST(Splits, APictureThatIsGoodAndBadTakesNoPart) {
    auto parts = dataset({.trainGood = 60, .testGood = 20, .testBad = 40});
    parts[0].sha256 = parts.back().sha256;
    const RolePlan plan = planRoles(parts);
    EXPECT_EQ(plan.roles.front(), Role::None);
    EXPECT_EQ(plan.roles.back(), Role::None);
    EXPECT_THAT(plan.notes.back().message, HasSubstr("both good and bad"));
}

TEST(Splits, UnlabelledPartsTakeNoPart) {
    auto parts = dataset({.trainGood = 20, .testGood = 5, .testBad = 12});
    for (const SplitPart& p : partsOf("new", 7, Label::Unlabelled, Subset::Unspecified))
        parts.push_back(p);
    const RolePlan plan = planRoles(parts);
    EXPECT_EQ(withRole(parts, plan, "new", Role::None).size(), 7U);
}

TEST(PathOrder, GoesFolderByFolderAndByBytes) {
    EXPECT_TRUE(pathLess("a/z", "a-b/a"));
    EXPECT_TRUE(pathLess("test/bad/9", "test/bad_with/0"));
    EXPECT_TRUE(pathLess("Z", "a"));
    EXPECT_TRUE(pathLess("10.png", "9.png"));
    EXPECT_TRUE(pathLess("z", "\xc3\xa4"));
    EXPECT_FALSE(pathLess("a", "a"));
}
}  // namespace
