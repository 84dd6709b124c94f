// A damaged or hostile model must be refused before XGBoost follows its node numbers.
#include <functional>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/trees/tree_model.h"

using namespace segad;

namespace {
Json soundModel() {
    std::vector<float> table;
    std::vector<float> labels;
    SplitMix64 random(3);
    for (int i = 0; i < 60; ++i) {
        for (int column = 0; column < 3; ++column)
            table.push_back(static_cast<float>(random.uniform()));
        labels.push_back(table[table.size() - 3] + table[table.size() - 2] > 1 ? 1.0F : 0.0F);
    }
    Job job;
    const TreeModel model =
        TreeModel::fit({table, 3}, labels,
                       {{"objective", "binary:logitraw"}, {"tree_method", "hist"}, {"nthread", "1"}}, 4, job);
    return parseJson(model.save(), "model");
}

Json& modelOf(Json& document) {
    return document["learner"]["gradient_booster"]["model"];
}

Json& tree(Json& document) {
    return modelOf(document)["trees"][0];
}

struct Damage {
    const char* name;
    std::function<void(Json&)> inflict;
};

std::ostream& operator<<(std::ostream& out, const Damage& damage) {
    return out << damage.name;
}

class DamagedModel : public testing::TestWithParam<Damage> {};

TEST_P(DamagedModel, IsRefusedWithItsName) {
    static const Json sound = soundModel();
    Json document = sound;
    ASSERT_NO_THROW(TreeModel::load(document, "forest of run 3"));
    GetParam().inflict(document);
    try {
        TreeModel::load(document, "forest of run 3");
        FAIL() << "was taken";
    } catch (const Error& error) {
        EXPECT_TRUE(error.code() == ErrorCode::Corrupt || error.code() == ErrorCode::Unsupported)
            << error.what();
        EXPECT_EQ(error.subject(), "forest of run 3");
        EXPECT_FALSE(error.remedy().empty());
    }
}

const Damage kDamages[] = {
    {"null", [](Json& d) { d = nullptr; }},
    {"empty", [](Json& d) { d = Json::object(); }},
    {"number", [](Json& d) { d = 3; }},
    {"noTrees", [](Json& d) { modelOf(d).erase("trees"); }},
    {"treesAreText", [](Json& d) { modelOf(d)["trees"] = "none"; }},
    {"treeIsNumber", [](Json& d) { tree(d) = 7; }},
    {"treeMissing", [](Json& d) { modelOf(d)["trees"].erase(0); }},
    {"groupMissing", [](Json& d) { modelOf(d)["tree_info"].erase(0); }},
    {"otherGroup", [](Json& d) { modelOf(d)["tree_info"][0] = 4'000'000; }},
    {"childFarAway", [](Json& d) { tree(d)["left_children"][0] = 1'000'000; }},
    {"childNegative", [](Json& d) { tree(d)["right_children"][0] = -7; }},
    {"onlyOneChild", [](Json& d) { tree(d)["right_children"][0] = -1; }},
    {"loop", [](Json& d) { tree(d)["left_children"][0] = 0; }},
    {"sameChildTwice", [](Json& d) { tree(d)["left_children"][0] = tree(d)["right_children"][0]; }},
    {"childIsText", [](Json& d) { tree(d)["left_children"][0] = "1"; }},
    {"childIsHuge", [](Json& d) { tree(d)["left_children"][0] = 1e300; }},
    {"parentFarAway", [](Json& d) { tree(d)["parents"][1] = 1'000'000; }},
    {"columnFarAway", [](Json& d) { tree(d)["split_indices"][0] = 3; }},
    {"columnNegative", [](Json& d) { tree(d)["split_indices"][0] = -1; }},
    {"listTooShort", [](Json& d) { tree(d)["split_conditions"].erase(0); }},
    {"listTooLong", [](Json& d) { tree(d)["left_children"].push_back(-1); }},
    {"conditionIsNull", [](Json& d) { tree(d)["split_conditions"][0] = nullptr; }},
    {"noNodes", [](Json& d) { tree(d)["tree_param"]["num_nodes"] = "0"; }},
    {"nodesAreWords", [](Json& d) { tree(d)["tree_param"]["num_nodes"] = "many"; }},
    {"noColumns", [](Json& d) { d["learner"]["learner_model_param"]["num_feature"] = "0"; }},
    {"tooManyColumns", [](Json& d) { d["learner"]["learner_model_param"]["num_feature"] = "99999999999"; }},
    {"classes", [](Json& d) { d["learner"]["learner_model_param"]["num_class"] = "3"; }},
    {"linear", [](Json& d) { d["learner"]["gradient_booster"]["name"] = "gblinear"; }},
    {"objectiveUnknown", [](Json& d) { d["learner"]["objective"]["name"] = "binary:nosuch"; }},
    {"objectiveOfClasses", [](Json& d) { d["learner"]["objective"]["name"] = "multi:softmax"; }},
    {"categories",
     [](Json& d) {
         tree(d)["categories"] = {1, 2};
     }},
    {"splitOnCategory", [](Json& d) { tree(d)["split_type"][0] = 1; }},
};

INSTANTIATE_TEST_SUITE_P(Each, DamagedModel, testing::ValuesIn(kDamages),
                         [](const auto& instance) { return std::string(instance.param.name); });

TEST(ModelCheck, RefusesATreeDeeperThanAnyOfOurs) {
    Json document = soundModel();
    constexpr int kSplits = 300;
    Json& deep = tree(document);
    const int size = 2 * kSplits + 1;
    for (const char* key : {"left_children", "right_children", "parents", "split_indices", "split_conditions",
                            "default_left", "loss_changes", "sum_hessian", "base_weights", "split_type"})
        deep[key] = Json(std::vector<int>(size, 0));
    for (int split = 0; split < size; ++split) {
        const bool leaf = split % 2 == 1 || split == size - 1;
        deep["left_children"][static_cast<std::size_t>(split)] = leaf ? -1 : split + 1;
        deep["right_children"][static_cast<std::size_t>(split)] = leaf ? -1 : split + 2;
    }
    deep["tree_param"]["num_nodes"] = std::to_string(size);
    EXPECT_THROW(TreeModel::load(document, "model"), Error);
}

TEST(ModelCheck, NoDamageToTheTextCrashes) {
    const std::string sound = soundModel().dump();
    const std::vector<float> rows{0.1F, 0.9F, 0.5F, 0.7F, 0.2F, 0.3F};
    SplitMix64 random(11);
    int taken = 0;
    constexpr int kTries = 500;
    for (int i = 0; i < kTries; ++i) {
        std::string text = sound;
        const std::string_view replacements = "0123456789-.\\\"[]{},e";
        for (std::uint64_t change = random.below(3); change < 3; ++change)
            text[random.below(text.size())] = replacements[random.below(replacements.size())];
        try {
            const TreeModel model = TreeModel::load(parseJson(text, "model"), "model");
            if (model.columns() == 3) {
                EXPECT_EQ(model.margins({rows, 3}).size(), 2U);
                EXPECT_EQ(model.contributions({rows, 3}).size(), 6U);
            }
            ++taken;
        } catch (const Error&) {
            // Refused: that is the other good outcome.
        }
    }
    EXPECT_GT(taken, 0);
    EXPECT_LT(taken, kTries);
}
}  // namespace
