#include "core/workflow/label_doubts.h"

#include <algorithm>
#include <map>

#include "core/workflow/disagreement.h"
#include "core/workflow/number_words.h"

namespace segad {

namespace {
/// Identical parts with another label than that of `row`.
std::string twinOf(const LiveFeatures& features, const LiveForest& live,
                   const std::multimap<std::size_t, std::size_t>& rowsOfPicture, std::size_t row) {
    const auto [first, last] = rowsOfPicture.equal_range(features.parts[row].picture);
    for (auto it = first; it != last; ++it) {
        const Label other = live.parts[it->second].label;
        if (other != Label::Unlabelled && other != live.parts[row].label)
            return features.parts[it->second].path;
    }
    return {};
}

LabelDoubt contradictory(const LiveFeatures& features, const LiveScore& score, std::size_t row,
                         std::string twin) {
    const bool good = score.label == Label::Good;
    std::string reason = std::string("labelled ") + (good ? "good" : "bad") + ", but the identical part " +
                         twin + " is labelled " + (good ? "bad" : "good");
    return {.part = score.part,
            .path = features.parts[row].path,
            .label = score.label,
            .kind = DoubtKind::BothLabels,
            .doubt = 1,
            .margin = score.margin,
            .twin = std::move(twin),
            .reason = std::move(reason)};
}

/// `others`: ascending margins of the other label.
LabelDoubt judged(const LiveFeatures& features, const LiveScore& score, std::size_t row,
                  const std::vector<double>& others) {
    const bool good = score.label == Label::Good;
    const double below = rankAmong(others, score.margin) / 100;
    const double doubt = good ? below : 1 - below;
    return {
        .part = score.part,
        .path = features.parts[row].path,
        .label = score.label,
        .kind = good ? DoubtKind::LooksBad : DoubtKind::LooksGood,
        .doubt = doubt,
        .margin = score.margin,
        .reason = good ? "labelled good, but scores higher than " + percentText(doubt) + " of the bad parts"
                       : "labelled bad, but scores lower than " + percentText(doubt) + " of the good parts"};
}
}  // namespace

std::vector<LabelDoubt> labelDoubts(const LiveFeatures& features, const LiveForest& live, std::size_t top) {
    std::vector<double> good = live.counted.good;
    std::vector<double> bad = live.counted.bad;
    std::ranges::sort(good);
    std::ranges::sort(bad);
    std::multimap<std::size_t, std::size_t> rowsOfPicture;
    for (std::size_t row = 0; row < live.parts.size(); ++row)
        rowsOfPicture.emplace(features.parts[row].picture, row);

    std::vector<LabelDoubt> doubts;
    for (std::size_t row = 0; row < live.parts.size(); ++row) {
        const LiveScore& score = live.parts[row];
        if (score.use == LiveUse::Contradicted) {
            doubts.push_back(contradictory(features, score, row, twinOf(features, live, rowsOfPicture, row)));
        } else if (score.use == LiveUse::Counted) {
            const std::vector<double>& others = score.label == Label::Good ? bad : good;
            if (others.empty()) continue;
            LabelDoubt doubt = judged(features, score, row, others);
            if (doubt.doubt > 0) doubts.push_back(std::move(doubt));
        }
    }
    const auto wrongSide = [](const LabelDoubt& doubt) {
        return doubt.label == Label::Good ? doubt.margin : -doubt.margin;
    };
    std::ranges::stable_sort(doubts, [&](const LabelDoubt& a, const LabelDoubt& b) {
        if (a.doubt != b.doubt) return a.doubt > b.doubt;
        return wrongSide(a) > wrongSide(b);
    });
    if (top > 0 && doubts.size() > top) doubts.resize(top);
    return doubts;
}

}  // namespace segad
