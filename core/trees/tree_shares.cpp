#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "core/base/vector_code.h"
#include "core/trees/tree_shares_p.h"

namespace segad {

namespace {
using Lanes = TreeShares::Lanes;
using Node = TreeShares::Node;
using Points = TreeShares::Points;
constexpr int kLanes = 4;

struct Point {
    double t;
    double weight;
};

/// Gauss and Legendre's points on [0, 1]: Newton's steps to the zeros of the polynomial of degree `count`.
std::vector<Point> gaussLegendre(int count) {
    std::vector<Point> points;
    for (int i = 0; i < count; ++i) {
        double x = std::cos(std::numbers::pi * (i + 0.75) / (count + 0.5));
        double slope = 0;
        for (int step = 0; step < 8; ++step) {
            double before = 0;
            double value = 1;
            for (int degree = 1; degree <= count; ++degree) {
                const double next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
                before = value;
                value = next;
            }
            slope = count * (x * value - before) / (x * x - 1);
            x -= value / slope;
        }
        points.push_back({.t = (1 + x) / 2, .weight = 1 / ((1 - x * x) * slope * slope)});
    }
    return points;
}

/// Exact for a product of so many columns but one: n points are for polynomials up to degree 2n − 1.
std::vector<Points> pointsFor(int columns) {
    const int blocks = std::max(1, (columns + 2 * kLanes - 1) / (2 * kLanes));
    const std::vector<Point> points = gaussLegendre(blocks * kLanes);
    std::vector<Points> result(static_cast<std::size_t>(blocks));
    for (std::size_t i = 0; i < points.size(); ++i) {
        result[i / kLanes].t[i % kLanes] = points[i].t;
        result[i / kLanes].weight[i % kLanes] = points[i].weight;
    }
    return result;
}

/// What one row says of a node; of a root before anything was split.
struct At {
    double taken = 1;
    Lanes inverse = Lanes{} + 1;  ///< of the factor of the column that the node hangs on
    Lanes share{};                ///< (taken − cover) · inverse
    Lanes product = Lanes{} + 1;  ///< of the factors of all columns of the path
    Lanes sum{};                  ///< over the leaves below: product times value
};

struct Share {
    Lanes lanes{};
};

/// Adds the shares that one tree gives the columns of a row, at four points. `at` has room for the tree.
struct AddShares {
    [[gnu::always_inline]] static void run(const Node* nodes, std::size_t count, const float* row,
                                           const Points& points, At* at, Share* shares) {
        // A factor of 0: neither the row nor anything of the fit went this way, so that no sum is but 0.
        constexpr double kNoDivisionByZero = 1e-300;
        at[0] = At();
        for (std::size_t i = 1; i < count; ++i) {
            const Node& node = nodes[i];
            const At& same = at[node.same];
            const float value = row[node.column];
            const bool left = value < node.split || (std::isnan(value) && node.missingLeft);
            At& own = at[i];
            own.taken = left == node.isLeft ? same.taken : 0;
            const Lanes factor = node.cover + (own.taken - node.cover) * points.t;
            own.inverse = 1 / (factor + kNoDivisionByZero);
            own.share = (own.taken - node.cover) * own.inverse;
            own.product = at[node.above].product * factor * same.inverse;
            own.sum = own.product * node.value;
        }
        for (std::size_t i = count - 1; i > 0; --i) {
            const Node& node = nodes[i];
            // The one further up counts these leaves, too, as if it were the last.
            shares[node.column].lanes += at[i].sum * (at[i].share - at[node.same].share);
            at[node.above].sum += at[i].sum;
        }
    }
};
}  // namespace

TreeShares::TreeShares(const Json& document) {
    for (const Json& tree : document.at("learner").at("gradient_booster").at("model").at("trees")) {
        roots_.push_back(nodes_.size());
        add(tree, 0, {}, nodes_.size(), 0);
        largest_ = std::max(largest_, nodes_.size() - roots_.back());
    }
    roots_.push_back(nodes_.size());
    points_ = pointsFor(deepest_);
}

void TreeShares::add(const Json& tree, std::size_t index, Node node, std::size_t root, int depth) {
    deepest_ = std::max(deepest_, depth);
    const std::size_t place = nodes_.size() - root;
    const auto left = tree.at("left_children")[index].get<std::int64_t>();
    if (left < 0) node.value = tree.at("split_conditions")[index].get<double>();
    nodes_.push_back(node);
    if (left < 0) return;
    const Json& missingLeft = tree.at("default_left")[index];
    const Json& hessian = tree.at("sum_hessian");
    Node below{
        .above = static_cast<std::int32_t>(place),
        .column = tree.at("split_indices")[index].get<std::int32_t>(),
        .split = tree.at("split_conditions")[index].get<float>(),
        .missingLeft = missingLeft.is_boolean() ? missingLeft.get<bool>() : missingLeft.get<int>() != 0};
    for (std::size_t up = place; up > 0 && below.same == 0;
         up = static_cast<std::size_t>(nodes_[root + up].above)) {
        if (nodes_[root + up].column == below.column) below.same = static_cast<std::int32_t>(up);
    }
    const double cover = below.same == 0 ? 1 : nodes_[root + static_cast<std::size_t>(below.same)].cover;
    for (const bool isLeft : {true, false}) {
        const auto child = tree.at(isLeft ? "left_children" : "right_children")[index].get<std::size_t>();
        below.isLeft = isLeft;
        below.cover = cover * hessian[child].get<double>() / hessian[index].get<double>();
        add(tree, child, below, root, depth + 1);
    }
}

void TreeShares::of(std::span<const float> row, std::span<double> values) const {
    static const auto addShares = widest<AddShares>();
    std::vector<At> at(largest_);
    std::vector<Share> shares(row.size());
    std::ranges::fill(values, 0.0);
    for (const Points& points : points_) {
        std::ranges::fill(shares, Share());
        for (std::size_t tree = 0; tree + 1 < roots_.size(); ++tree) {
            addShares(nodes_.data() + roots_[tree], roots_[tree + 1] - roots_[tree], row.data(), points,
                      at.data(), shares.data());
        }
        for (std::size_t column = 0; column < values.size(); ++column) {
            const Lanes sum = shares[column].lanes * points.weight;
            values[column] += sum[0] + sum[1] + sum[2] + sum[3];
        }
    }
}

}  // namespace segad
