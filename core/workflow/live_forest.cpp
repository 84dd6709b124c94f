#include "core/workflow/live_forest.h"

#include <chrono>
#include <unordered_map>

#include "core/metric/precision_recall.h"
#include "core/workflow/cross_validation.h"

namespace segad {

namespace {
/// The fewer the labels, the more the figures depend on how the folds were dealt, and the less a repeat
/// costs.
FoldPlan planFor(std::size_t rows) {
    constexpr std::size_t kFew = 100;
    if (rows <= kFew) return {.repeats = 4, .trees = 200};
    return {.repeats = 2, .trees = 100};
}

/// What each row is good for, by its label and what is known of it.
std::vector<LiveUse> usesOf(const LiveFeatures& features, std::span<const Label> labels) {
    struct Picture {
        bool good = false;
        bool bad = false;
        bool taken = false;
    };
    std::unordered_map<std::size_t, Picture> pictures;
    for (std::size_t row = 0; row < labels.size(); ++row) {
        Picture& picture = pictures[features.parts[row].picture];
        picture.good = picture.good || labels[row] == Label::Good;
        picture.bad = picture.bad || labels[row] == Label::Bad;
    }
    std::vector<LiveUse> uses(labels.size(), LiveUse::Unlabelled);
    for (std::size_t row = 0; row < labels.size(); ++row) {
        if (labels[row] == Label::Unlabelled) continue;
        const LivePart& part = features.parts[row];
        Picture& picture = pictures[part.picture];
        if (part.knownToDetector) {
            uses[row] = LiveUse::KnownToDetector;
        } else if (picture.good && picture.bad) {
            uses[row] = LiveUse::Contradicted;
        } else if (picture.taken) {
            uses[row] = LiveUse::Copy;
        } else {
            picture.taken = true;
            uses[row] = part.generated ? LiveUse::Generated : LiveUse::Counted;
        }
    }
    return uses;
}

FitRows rowsToLearnFrom(std::span<const LiveUse> uses, std::span<const Label> labels) {
    FitRows fit;
    for (std::size_t row = 0; row < uses.size(); ++row) {
        if (uses[row] != LiveUse::Counted && uses[row] != LiveUse::Generated) continue;
        fit.rows.push_back(row);
        fit.isBad.push_back(labels[row] == Label::Bad ? 1 : 0);
    }
    return fit;
}

std::string sentenceOnMissing(const FitRows& fit) {
    return "Label at least two good and two bad parts that no detector has learned from; there are " +
           std::to_string(fit.good()) + " good and " + std::to_string(fit.bad()) + " bad ones";
}

void addFigures(LiveForest& live) {
    for (const LiveScore& score : live.parts) {
        if (score.use != LiveUse::Counted) continue;
        (score.label == Label::Bad ? live.counted.bad : live.counted.good).push_back(score.margin);
    }
    live.roc = rocCurve(live.counted);
    live.auroc = auroc(live.counted);
    live.interval = deLong(live.counted);
    live.averagePrecision = averagePrecision(live.counted);
    live.outOfFold = live.roc.has_value();
    if (!live.outOfFold) live.missing = "All bad parts are generated ones; label real ones for figures";
}
}  // namespace

LiveForest fitLive(const LiveFeatures& features, std::span<const Label> labels, const ForestOptions& options,
                   Job& job) {
    if (labels.size() != features.table.rows()) {
        throw Error(ErrorCode::InvalidArgument, "labels",
                    "their number differs from that of the feature rows", "Give one label per row.");
    }
    const auto start = std::chrono::steady_clock::now();
    const std::vector<LiveUse> uses = usesOf(features, labels);
    const FitRows fit = rowsToLearnFrom(uses, labels);
    std::vector<std::size_t> groupOf;
    for (const LivePart& part : features.parts)
        groupOf.push_back(part.group);
    LiveForest live;
    const std::optional<OutOfFold> unseen =
        outOfFold(features.table, fit, groupOf, quick(options), planFor(fit.rows.size()), job);
    if (!unseen) {
        live.missing = sentenceOnMissing(fit);
    } else {
        live.folds = unseen->folds;
        live.repeats = unseen->repeats;
        for (std::size_t row = 0; row < labels.size(); ++row) {
            live.parts.push_back({.part = features.table.partIds()[row],
                                  .label = labels[row],
                                  .use = uses[row],
                                  .margin = unseen->margins[row],
                                  .deviation = unseen->deviations[row],
                                  .forests = unseen->forests[row]});
        }
        addFigures(live);
    }
    live.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return live;
}

}  // namespace segad
