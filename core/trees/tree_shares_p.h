// How much each column of a row did to its margin: the exact Shapley values of the trees, where a column that
// is left out means to go both ways, weighed by what came that way in the fit (TreeSHAP with
// tree_path_dependent, Lundberg et al. 2020). The same values as XGBoost's pred_contribs, which computes them
// in float32 and prepares all trees anew at every call: with thousands of small trees that takes longer than
// the values.
//
// Of a leaf whose path splits on the columns D, column i has the share
//     value · (taken_i − cover_i) · ∫₀¹ ∏_{j ∈ D∖i} factor_j(t) dt,  factor_j(t) = cover_j (1 − t) + taken_j
//     t,
// where taken is 1 if the row goes the leaf's way at every split on the column, else 0, and cover is the
// share of the fit that went this way at all of them. The integrand is a polynomial, which Gauss and
// Legendre's points integrate exactly; so all leaves below a split are handled at once, by the sum of their
// products at a few t (as in Linear TreeSHAP, Yu et al. 2022).
//
// Threads: immutable once it is made.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/json.h"

namespace segad {

class TreeShares {
public:
    /// Four points t side by side. Aligned as numbers are: how vectors are aligned depends on the
    /// instructions that code is compiled for.
    using Lanes [[gnu::vector_size(32), gnu::aligned(8)]] = double;
    struct Points {
        Lanes t;
        Lanes weight;
    };
    /// Of a tree, together with the split it hangs on. A tree begins with its root, and every node comes
    /// behind the one above it.
    struct Node {
        std::int32_t above = 0;  ///< index in the tree of the node that splits
        std::int32_t same =
            0;  ///< of the last one further up that hangs on a split of the same column; 0: none
        std::int32_t column = 0;   ///< that `above` splits on
        float split = 0;           ///< smaller values go left
        bool isLeft = false;       ///< of `above`
        bool missingLeft = false;  ///< NaN goes left
        double cover = 1;
        double value = 0;  ///< of a leaf
    };

    /// Of a model that checkModel() has looked through.
    explicit TreeShares(const Json& document);

    /// Sets values[i] to what column i did to the margin of `row`. Both have as many as the model columns.
    void of(std::span<const float> row, std::span<double> values) const;

private:
    /// Adds a node, which hangs on `node`'s split, and all below it.
    void add(const Json& tree, std::size_t index, Node node, std::size_t root, int depth);

    std::vector<Node> nodes_;         ///< of all trees
    std::vector<std::size_t> roots_;  ///< index of each tree's, and the end
    std::size_t largest_ = 0;         ///< nodes of a tree
    int deepest_ = 0;
    std::vector<Points> points_;
};

}  // namespace segad
