#include "core/workflow/suggestion_trial.h"

#include <algorithm>
#include <array>

#include "core/base/random.h"
#include "core/dataset/splits.h"
#include "core/forest/forest.h"
#include "core/workflow/disagreement.h"

namespace segad {

namespace {
constexpr std::size_t kLeastGood = 10;
constexpr std::size_t kLeastBad = 4;
constexpr int kJudgeTrees = 40;  // a round

struct Halves {
    std::vector<std::size_t> pool;  ///< rows
    std::vector<std::size_t> test;
};

/// Rows that a trial can be played with.
std::vector<std::size_t> playable(const LiveFeatures& features, const LiveForest& live) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < features.table.rows(); ++row) {
        if (live.parts[row].use == LiveUse::Counted) rows.push_back(row);
    }
    return rows;
}

void shuffle(std::vector<std::size_t>& rows, SplitMix64& dice) {
    for (std::size_t i = rows.size(); i > 1; --i)
        std::swap(rows[i - 1], rows[dice.below(i)]);
}

/// Half of each label, shuffled.
Halves split(const LiveFeatures& features, const std::vector<std::size_t>& rows, std::uint64_t seed) {
    Halves halves;
    SplitMix64 dice(seed, "suggestion trial");
    for (const Label label : {Label::Good, Label::Bad}) {
        std::vector<std::size_t> own;
        std::ranges::copy_if(rows, std::back_inserter(own),
                             [&](std::size_t row) { return features.labels[row] == label; });
        shuffle(own, dice);
        const auto middle = own.begin() + static_cast<std::ptrdiff_t>(own.size() / 2);
        halves.pool.insert(halves.pool.end(), own.begin(), middle);
        halves.test.insert(halves.test.end(), middle, own.end());
    }
    shuffle(halves.pool, dice);
    return halves;
}

/// The pool as a project of its own, nothing labelled.
LiveFeatures poolOf(const LiveFeatures& features, const std::vector<std::size_t>& pool) {
    LiveFeatures own{.detectors = features.detectors, .table = features.table.subset(pool)};
    for (const std::size_t row : pool) {
        own.parts.push_back(features.parts[row]);
        own.labels.push_back(Label::Unlabelled);
    }
    return own;
}

struct Figures {
    double auroc = 0;
    double badFound = 0;
};

/// One person labelling.
class Player {
public:
    Player(const LiveFeatures& features, const Halves& halves, const SuggestionTrialOptions& options,
           std::uint64_t seed)
        : features_(features), halves_(halves), options_(options), pool_(poolOf(features, halves.pool)) {
        std::size_t given = 0;
        for (std::size_t i = 0; i < halves.pool.size() && given < options.start; ++i) {
            if (truth(i) != Label::Good) continue;
            pool_.labels[i] = Label::Good;
            ++given;
        }
        // Shuffled once more: what the good parts of the start leave at the head of the pool are bad ones.
        for (std::size_t i = 0; i < pool_.labels.size(); ++i) {
            if (pool_.labels[i] == Label::Unlabelled) chanceOrder_.push_back(i);
        }
        SplitMix64 dice(seed, "random order");
        shuffle(chanceOrder_, dice);
    }

    void labelSuggested(std::uint64_t seed) {
        ForestOptions forest = options_.forest;
        forest.seed = seed;
        Job unseen;
        const LiveForest live = fitLive(pool_, pool_.labels, forest, unseen);
        const SuggestOptions wanted{.count = options_.batch, .weights = options_.weights};
        for (const Suggestion& one : suggestParts(pool_, pool_.labels, live, wanted, unseen)) {
            const auto place = std::ranges::find(pool_.table.partIds(), one.part);
            label(static_cast<std::size_t>(place - pool_.table.partIds().begin()));
        }
    }

    void labelAtRandom() {
        for (std::size_t given = 0; given < options_.batch && !chanceOrder_.empty(); ++given) {
            label(chanceOrder_.back());
            chanceOrder_.pop_back();
        }
    }

    Figures figures(std::uint64_t seed) const {
        const auto bad = std::ranges::count(pool_.labels, Label::Bad);
        const std::vector<double> scores = bad == 0 ? byDetectors() : byForest(seed);
        std::vector<std::uint8_t> isBad;
        for (const std::size_t row : halves_.test)
            isBad.push_back(features_.labels[row] == Label::Bad ? 1 : 0);
        return {.auroc = auroc(ScoreSets::from(scores, isBad)).value(), .badFound = static_cast<double>(bad)};
    }

private:
    Label truth(std::size_t i) const { return features_.labels[halves_.pool[i]]; }
    void label(std::size_t i) { pool_.labels[i] = truth(i); }

    std::vector<double> byForest(std::uint64_t seed) const {
        std::vector<std::size_t> rows;
        std::vector<std::uint8_t> isBad;
        for (std::size_t i = 0; i < pool_.labels.size(); ++i) {
            if (pool_.labels[i] == Label::Unlabelled) continue;
            rows.push_back(halves_.pool[i]);
            isBad.push_back(pool_.labels[i] == Label::Bad ? 1 : 0);
        }
        ForestOptions options = options_.forest;
        options.seed = seed;
        if (!options.params.contains("parallel_trees")) options.params["parallel_trees"] = kJudgeTrees;
        Job unseen;
        return Forest::fit(features_.table.subset(rows), isBad, options, unseen)
            .score(features_.table.subset(halves_.test));
    }

    std::vector<double> byDetectors() const {
        std::vector<double> sums(halves_.test.size());
        for (std::size_t column = 0; column < features_.table.columns().size(); ++column) {
            const auto name = parseFeatureName(features_.table.columns()[column]);
            if (!name || name->statistic != Statistic::ImageScore) continue;
            std::vector<double> all;
            for (const std::size_t row : halves_.test)
                all.push_back(features_.table.row(row)[column]);
            std::vector<double> ascending = all;
            std::ranges::sort(ascending);
            for (std::size_t i = 0; i < all.size(); ++i)
                sums[i] += rankAmong(ascending, all[i]);
        }
        return sums;
    }

    const LiveFeatures& features_;
    const Halves& halves_;
    const SuggestionTrialOptions& options_;
    LiveFeatures pool_;
    std::vector<std::size_t> chanceOrder_;  ///< what is still unlabelled, for the one who labels at random
};

/// [step][0 suggested, 1 at random]
using Played = std::vector<std::array<Figures, 2>>;

Played play(const LiveFeatures& features, const Halves& halves, const SuggestionTrialOptions& options,
            std::uint64_t seed, const Job& job) {
    Player suggested(features, halves, options, seed);
    Player atRandom(features, halves, options, seed);
    Played played;
    for (std::size_t step = 0; step <= options.steps; ++step) {
        job.throwIfCancelled();
        if (step > 0) {
            suggested.labelSuggested(seed);
            atRandom.labelAtRandom();
        }
        played.push_back({suggested.figures(seed), atRandom.figures(seed)});
    }
    return played;
}

SuggestionTrialPoint::Arm armOf(const std::vector<Played>& played, std::size_t step, std::size_t arm) {
    std::vector<double> areas;
    std::vector<double> found;
    for (const Played& one : played) {
        areas.push_back(one[step][arm].auroc);
        found.push_back(one[step][arm].badFound);
    }
    return {.auroc = seedStats(areas).value(), .badFound = seedStats(found).value()};
}

void requireEnough(std::size_t good, std::size_t bad) {
    if (good >= kLeastGood && bad >= kLeastBad) return;
    throw Error(ErrorCode::InvalidData, "labelled parts",
                "there are " + std::to_string(good) + " good and " + std::to_string(bad) +
                    " bad ones that no detector has learned from; a trial takes ten and four",
                "Label more parts.");
}
}  // namespace

SuggestionTrial trySuggestions(const LiveFeatures& features, const SuggestionTrialOptions& options,
                               Job& job) {
    if (options.seeds < 1 || options.seeds > static_cast<int>(kPaperSeeds.size()) || options.batch == 0) {
        throw Error(ErrorCode::InvalidArgument, "trial", "takes 1 to 10 seeds and batches of at least 1",
                    "Use ten seeds and batches of five.");
    }
    Job unseen;
    const LiveForest live = fitLive(features, features.labels, options.forest, unseen);
    requireEnough(live.good(), live.bad());
    const std::vector<std::size_t> rows = playable(features, live);
    const auto seeds = static_cast<std::size_t>(options.seeds);
    std::vector<Halves> halves;
    std::vector<Played> played;
    for (std::size_t s = 0; s < seeds; ++s) {
        job.progress(s, seeds, "Playing");
        halves.push_back(split(features, rows, kPaperSeeds.at(s)));
        played.push_back(play(features, halves.back(), options, kPaperSeeds.at(s), job));
    }
    SuggestionTrial trial{.pool = halves.front().pool.size()};
    for (const std::size_t row : halves.front().test)
        ++(features.labels[row] == Label::Bad ? trial.bad : trial.good);
    std::size_t labels = std::min(options.start, live.good() / 2);
    for (std::size_t step = 0; step <= options.steps; ++step) {
        trial.points.push_back(
            {.labels = labels, .suggested = armOf(played, step, 0), .atRandom = armOf(played, step, 1)});
        labels = std::min(labels + options.batch, trial.pool);
    }
    return trial;
}

}  // namespace segad
