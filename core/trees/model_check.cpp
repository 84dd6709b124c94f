#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/trees/model_check_p.h"

namespace segad {

namespace {
/// Far deeper than any tree of ours; bounds the recursion of exact contributions.
constexpr int kDeepestTree = 256;
constexpr std::int64_t kMostColumns = 1'000'000;

class Checker {
public:
    explicit Checker(const std::string& subject) : subject_(subject) {}

    [[noreturn]] void corrupt(const std::string& what) const {
        throw Error(ErrorCode::Corrupt, subject_, "holds no sound tree model: " + what,
                    "Fit the forest again.");
    }

    void require(bool condition, const char* what) const {
        if (!condition) corrupt(what);
    }

    const Json& member(const Json& object, const char* key) const {
        if (!object.is_object() || !object.contains(key)) corrupt(std::string("'") + key + "' is missing");
        return object.at(key);
    }

    const Json& array(const Json& object, const char* key) const {
        const Json& value = member(object, key);
        if (!value.is_array()) corrupt(std::string("'") + key + "' is not a list");
        return value;
    }

    /// XGBoost stores its parameters as text.
    std::int64_t count(const Json& object, const char* key) const {
        const Json& value = member(object, key);
        std::int64_t number = -1;
        if (value.is_string()) {
            const std::string& text = value.get_ref<const std::string&>();
            const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (failure != std::errc{} || end != text.data() + text.size()) number = -1;
        }
        if (number < 0) corrupt(std::string("'") + key + "' is not a count");
        return number;
    }

    void unsupported(const std::string& what) const {
        throw Error(ErrorCode::Unsupported, subject_, what, "Fit the forest again with this program.");
    }

private:
    const std::string& subject_;
};

/// One tree's arrays, all of one length.
struct Nodes {
    const Json& left;
    const Json& right;
    const Json& column;
    const Json& condition;
    std::size_t size;
};

Nodes nodesOf(const Checker& check, const Json& tree) {
    const auto size = static_cast<std::size_t>(check.count(check.member(tree, "tree_param"), "num_nodes"));
    check.require(size > 0, "a tree has no nodes");
    for (const char* key : {"left_children", "right_children", "parents", "split_indices"}) {
        check.require(check.array(tree, key).size() == size, "a tree's lists differ in length");
        for (const Json& value : tree.at(key))
            check.require(value.is_number_integer(), "a tree holds a node number that is none");
    }
    for (const char* key :
         {"split_conditions", "default_left", "loss_changes", "sum_hessian", "base_weights"}) {
        check.require(check.array(tree, key).size() == size, "a tree's lists differ in length");
        const bool choice = std::string_view(key) == "default_left";
        for (const Json& value : tree.at(key))
            check.require(value.is_number() || (choice && value.is_boolean()),
                          "a tree holds what is not a number");
    }
    // The library looks up the parent of every node but the root, reachable or not.
    const Json& parents = tree.at("parents");
    for (std::size_t node = 1; node < size; ++node) {
        const auto parent = parents[node].get<std::int64_t>();
        check.require(parent >= 0 && static_cast<std::size_t>(parent) < size, "a tree points outside itself");
    }
    bool numeric = true;
    for (const char* key : {"categories", "categories_nodes", "categories_segments", "categories_sizes"})
        numeric = numeric && (!tree.contains(key) || tree.at(key).empty());
    if (tree.contains("split_type")) {
        for (const Json& type : check.array(tree, "split_type"))
            numeric = numeric && type == 0;
    }
    if (!numeric) check.unsupported("splits on categories are not supported");
    return {tree.at("left_children"), tree.at("right_children"), tree.at("split_indices"),
            tree.at("split_conditions"), size};
}

/// Follows a tree from its root: every node is reached once, every index is in range.
void checkTree(const Checker& check, const Json& tree, std::size_t columns) {
    const Nodes nodes = nodesOf(check, tree);
    std::vector<bool> reached(nodes.size, false);
    std::vector<std::pair<std::int64_t, int>> open{{0, 0}};  // node, depth
    while (!open.empty()) {
        const auto [index, depth] = open.back();
        open.pop_back();
        check.require(index >= 0 && static_cast<std::size_t>(index) < nodes.size,
                      "a tree points outside itself");
        const auto node = static_cast<std::size_t>(index);
        check.require(!reached[node], "a tree has a loop");
        check.require(depth <= kDeepestTree, "a tree is too deep");
        reached[node] = true;
        check.require(std::isfinite(nodes.condition[node].get<double>()), "a leaf or split is not finite");
        const auto left = nodes.left[node].get<std::int64_t>();
        const auto right = nodes.right[node].get<std::int64_t>();
        if (left == -1 && right == -1) continue;
        const auto column = nodes.column[node].get<std::int64_t>();
        check.require(column >= 0 && static_cast<std::size_t>(column) < columns,
                      "a split uses a column that isn't there");
        open.emplace_back(left, depth + 1);
        open.emplace_back(right, depth + 1);
    }
}
}  // namespace

std::size_t checkModel(const Json& document, const std::string& subject) {
    const Checker check(subject);
    const Json& learner = check.member(document, "learner");
    const Json& facts = check.member(learner, "learner_model_param");
    const Json& objective = check.member(check.member(learner, "objective"), "name");
    const Json& booster = check.member(learner, "gradient_booster");
    if (check.member(booster, "name") != "gbtree") check.unsupported("only tree boosters are supported");
    if (!objective.is_string() || !objective.get_ref<const std::string&>().starts_with("binary:"))
        check.unsupported("only models of good against bad are supported");
    if (check.count(facts, "num_class") > 1) check.unsupported("models of several classes are not supported");
    if (facts.contains("num_target") && check.count(facts, "num_target") > 1)
        check.unsupported("models of several targets are not supported");

    const std::int64_t columns = check.count(facts, "num_feature");
    check.require(columns > 0 && columns <= kMostColumns, "the number of columns is out of range");
    const Json& model = check.member(booster, "model");
    const Json& trees = check.array(model, "trees");
    const Json& groups = check.array(model, "tree_info");
    const Json& counts = check.member(model, "gbtree_model_param");
    check.require(static_cast<std::size_t>(check.count(counts, "num_trees")) == trees.size() &&
                      groups.size() == trees.size(),
                  "the number of trees is wrong");
    for (const Json& group : groups)
        check.require(group == 0, "a tree belongs to another output");
    for (const Json& tree : trees)
        checkTree(check, tree, static_cast<std::size_t>(columns));
    return static_cast<std::size_t>(columns);
}

}  // namespace segad
