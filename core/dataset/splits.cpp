#include "core/dataset/splits.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <tuple>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/random.h"

namespace segad {

namespace {
using Indices = std::vector<std::size_t>;

/// Bad parts drawn where the layout has only test parts and nothing was asked for (segad.md § 4).
constexpr std::size_t kUsualBadForFit = 10;
/// Below this many bad test parts a figure says little (datasets.md § 7).
constexpr std::size_t kFewBadTestParts = 10;

std::string parts(std::size_t count, std::string_view kind) {
    return std::to_string(count) + " " + std::string(kind) + (count == 1 ? " part" : " parts");
}

std::uint32_t numpySeed(std::uint64_t seed) {
    if (seed > std::numeric_limits<std::uint32_t>::max()) {
        throw Error(ErrorCode::InvalidArgument, "seed",
                    std::to_string(seed) + " is larger than the random numbers allow",
                    "Choose a seed from 0 to 4294967295.");
    }
    return static_cast<std::uint32_t>(seed);
}

void checkFraction(const char* name, double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
        throw Error(ErrorCode::InvalidArgument, name, "must lie between 0 and 1",
                    "The published protocol uses 0.1 for calibration and 0.2 for a missing test set.");
    }
}

/// Makes the plan for one set of parts.
class Planner {
public:
    Planner(std::span<const SplitPart> all, const SplitOptions& options)
        : parts_(all),
          options_(options),
          seed_(numpySeed(options.seed)),
          calibrateSeed_(numpySeed(options.calibrateSeed)),
          testSeed_(numpySeed(options.testSeed)) {
        checkFraction("calibrateFraction", options.calibrateFraction);
        checkFraction("testFraction", options.testFraction);
        plan_.roles.assign(all.size(), Role::None);
        order_.resize(all.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        // Copies of one path (in several sources) are told apart by content, never by who came first.
        std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            if (all[a].path != all[b].path) return pathLess(all[a].path, all[b].path);
            return std::tie(all[a].sha256, all[a].label, all[a].subset, all[a].id) <
                   std::tie(all[b].sha256, all[b].label, all[b].subset, all[b].id);
        });
    }

    RolePlan make() {
        planGoodParts();
        if (options_.badForFit) {
            planBadPartsForForest();
        } else {
            planBadPartsForTestOnly();
        }
        resolveCopies();
        checkOutcome();
        return std::move(plan_);
    }

private:
    /// Indices of the parts that satisfy `wanted`, in the order of splits.md § 4.
    template <class Predicate>
    Indices select(Predicate wanted) const {
        Indices chosen;
        std::copy_if(order_.begin(), order_.end(), std::back_inserter(chosen),
                     [&](std::size_t i) { return wanted(parts_[i]); });
        return chosen;
    }

    Indices selectReal(Label label, Subset subset) const {
        return select([=](const SplitPart& part) {
            return part.label == label && part.subset == subset && !part.generated;
        });
    }

    Indices merged(Indices a, const Indices& b) const {
        a.insert(a.end(), b.begin(), b.end());
        return inOrder(std::move(a));
    }

    Indices inOrder(Indices chosen) const {
        std::vector<std::size_t> rank(order_.size());
        for (std::size_t i = 0; i < order_.size(); ++i)
            rank[order_[i]] = i;
        std::sort(chosen.begin(), chosen.end(),
                  [&](std::size_t a, std::size_t b) { return rank[a] < rank[b]; });
        return chosen;
    }

    void give(const Indices& chosen, Role role) {
        for (const std::size_t i : chosen)
            plan_.roles[i] = role;
    }

    void note(FindingKind kind, std::string message, std::string remedy = {}) {
        plan_.notes.push_back(
            {.kind = kind, .path = {}, .message = std::move(message), .remedy = std::move(remedy)});
    }

    /// Gives the held-out share of `pool` the test role and returns the others, in order again.
    Indices holdOut(const Indices& pool, std::string_view kind) {
        const Split split = trainTestSplitFraction(pool.size(), options_.testFraction, testSeed_);
        for (const std::size_t i : split.test)
            plan_.roles[pool[i]] = Role::Test;
        Indices rest;
        for (const std::size_t i : split.train)
            rest.push_back(pool[i]);
        note(FindingKind::Info, "no " + std::string(kind) + " parts are set apart for testing: " +
                                    std::to_string(split.test.size()) + " of " + std::to_string(pool.size()) +
                                    " are held out (seed " + std::to_string(testSeed_) + ")");
        return inOrder(std::move(rest));
    }

    void planGoodParts() {
        Indices pool =
            merged(selectReal(Label::Good, Subset::Train), selectReal(Label::Good, Subset::Unspecified));
        const Indices test = selectReal(Label::Good, Subset::Test);
        give(test, Role::Test);
        const std::size_t needed = test.empty() ? 3 : 2;
        if (pool.size() < needed) {
            throw Error(ErrorCode::InvalidData, "good parts",
                        "there are " + parts(pool.size(), "good") + " to learn from; at least " +
                            std::to_string(needed) + " are needed",
                        "Label more parts as good, or import more; one is kept to calibrate" +
                            std::string(test.empty() ? " and one to test." : "."));
        }
        if (test.empty()) pool = holdOut(pool, "good");
        drawCalibrateParts(pool);
    }

    void drawCalibrateParts(const Indices& pool) {
        Split split;
        if (options_.calibrateDraw == CalibrateDraw::SegAd) {
            const auto wanted = std::ceil(options_.calibrateFraction * static_cast<double>(pool.size()));
            // A large fraction of few parts must still leave one to learn from.
            split = trainTestSplit(pool.size(), std::min(static_cast<std::size_t>(wanted), pool.size() - 1),
                                   calibrateSeed_);
        } else {
            const Indices order = torchPermutation(pool.size(), 42);
            const auto trainCount = std::clamp<std::size_t>(
                static_cast<std::size_t>((1 - options_.calibrateFraction) * static_cast<double>(pool.size())),
                1, pool.size() - 1);
            const auto middle = order.begin() + static_cast<std::ptrdiff_t>(trainCount);
            split = {.train = {order.begin(), middle}, .test = {middle, order.end()}};
        }
        for (const std::size_t i : split.train)
            plan_.roles[pool[i]] = Role::Train;
        for (const std::size_t i : split.test)
            plan_.roles[pool[i]] = Role::Calibrate;
    }

    void planBadPartsForTestOnly() {
        const Indices tested =
            merged(selectReal(Label::Bad, Subset::Test), selectReal(Label::Bad, Subset::Unspecified));
        give(tested.empty() ? selectReal(Label::Bad, Subset::Train) : tested, Role::Test);
    }

    void planBadPartsForForest() {
        const Indices train = selectReal(Label::Bad, Subset::Train);
        const Indices open = selectReal(Label::Bad, Subset::Unspecified);
        const Indices test = selectReal(Label::Bad, Subset::Test);
        Indices generated;
        if (options_.generatedForFit)
            generated = select([](const SplitPart& p) { return p.generated && p.label == Label::Bad; });
        give(generated, Role::Fit);
        if (!options_.realForFit) {
            planBadPartsForTestOnly();
            return;
        }
        give(merged(test, open), Role::Test);

        if (!options_.fitPaths.empty()) {
            fitPublished(merged(train, open), test);
        } else if (train.empty() && (!test.empty() || (*options_.badForFit == 0 && !generated.empty()))) {
            const std::size_t usual = generated.empty() ? kUsualBadForFit : 0;
            drawFromTest(merged(test, open), *options_.badForFit == 0 ? usual : *options_.badForFit);
        } else if (test.empty()) {
            fitHeldIn(merged(train, open));
        } else {
            fitFrom(train, *options_.badForFit);
        }
    }

    /// VAD's low-shot runs: exactly the listed parts.
    void fitPublished(const Indices& candidates, const Indices& test) {
        std::unordered_set<std::string_view> wanted(options_.fitPaths.begin(), options_.fitPaths.end());
        for (const std::size_t i : test) {
            if (wanted.contains(parts_[i].path)) {
                throw Error(ErrorCode::InvalidArgument, parts_[i].path,
                            "is a test part and can't fit the forest",
                            "Take it off the list of parts to fit with.");
            }
        }
        std::size_t found = 0;
        for (const std::size_t i : candidates) {
            if (!wanted.contains(parts_[i].path)) continue;
            plan_.roles[i] = Role::Fit;
            ++found;
        }
        if (found == 0) {
            throw Error(ErrorCode::InvalidData, "parts to fit with",
                        "none of those listed is among the bad parts",
                        "Import the bad training parts that the list names.");
        }
        if (found < wanted.size()) {
            note(FindingKind::Warning,
                 std::to_string(wanted.size() - found) + " of " + std::to_string(wanted.size()) +
                     " listed parts are not among the bad training parts and don't fit the forest");
        }
    }

    /// VisA and MVTec AD: some of the bad test parts (splits.md § 1).
    void drawFromTest(const Indices& bad, std::size_t wanted) {
        if (wanted == 0) return;
        Indices pool;
        std::copy_if(bad.begin(), bad.end(), std::back_inserter(pool),
                     [&](std::size_t i) { return !parts_[i].unseenDefect; });
        if (pool.size() <= wanted)
            throw tooFewBad(pool.size(), wanted, " to fit the forest and others to test it");
        draw(pool, wanted);
    }

    /// No test subset: hold out, fit with the rest.
    void fitHeldIn(const Indices& pool) {
        if (pool.size() < 2) throw tooFewBad(pool.size(), 1, " to fit the forest and one to test it");
        give(pool, Role::None);
        Indices rest;
        for (const std::size_t i : holdOut(pool, "bad")) {
            if (parts_[i].unseenDefect) {
                plan_.roles[i] = Role::Test;
            } else {
                rest.push_back(i);
            }
        }
        fitFrom(rest, *options_.badForFit);
    }

    void fitFrom(const Indices& pool, std::size_t wanted) {
        if (pool.empty() || wanted > pool.size())
            throw tooFewBad(pool.size(), std::max<std::size_t>(wanted, 1), "");
        if (wanted == 0 || wanted == pool.size()) {
            give(pool, Role::Fit);
        } else {
            draw(pool, wanted, Role::None);
        }
    }

    void draw(const Indices& pool, std::size_t wanted, Role others = Role::Test) {
        give(pool, others);
        const bool last = options_.badDraw == BadDraw::SegAd;
        const Split split = trainTestSplit(pool.size(), last ? pool.size() - wanted : wanted, seed_);
        for (const std::size_t i : last ? split.train : split.test)
            plan_.roles[pool[i]] = Role::Fit;
    }

    static Error tooFewBad(std::size_t have, std::size_t wanted, std::string_view purpose) {
        return Error(ErrorCode::InvalidData, "bad parts",
                     "there are " + parts(have, "bad") + " to choose from; " + std::to_string(wanted) +
                         " are wanted" + std::string(purpose),
                     "Label or import more bad parts, generate defects, or ask for fewer.");
    }

    void resolveCopies() {
        std::map<std::string_view, Indices> groups;
        for (const std::size_t i : order_) {
            if (!parts_[i].sha256.empty() && plan_.roles[i] != Role::None)
                groups[parts_[i].sha256].push_back(i);
        }
        std::size_t contradictory = 0;
        std::size_t dropped = 0;
        for (const auto& [hash, group] : groups) {
            const Label label = parts_[group.front()].label;
            if (std::any_of(group.begin(), group.end(),
                            [&](std::size_t i) { return parts_[i].label != label; })) {
                give(group, Role::None);
                contradictory += group.size();
                continue;
            }
            const Role kept = winner(group);
            for (const std::size_t i : group) {
                if (plan_.roles[i] == kept) continue;
                plan_.roles[i] = Role::None;
                ++dropped;
            }
        }
        if (dropped > 0) {
            note(FindingKind::Warning, parts(dropped, "copied") + " of another role's parts take no part");
        }
        if (contradictory > 0) {
            note(FindingKind::Warning,
                 parts(contradictory, "identical") + " are labelled both good and bad and take no part",
                 "Correct their labels.");
        }
    }

    Role winner(const Indices& group) const {
        for (const Role role : {Role::Fit, Role::Test, Role::Calibrate}) {
            if (std::any_of(group.begin(), group.end(),
                            [&](std::size_t i) { return plan_.roles[i] == role; }))
                return role;
        }
        return Role::Train;
    }

    void checkOutcome() {
        for (const Role role : {Role::Train, Role::Calibrate}) {
            if (plan_.count(role) > 0) continue;
            throw Error(
                ErrorCode::InvalidData, "good parts",
                "all parts with the role '" + std::string(toString(role)) + "' are copies of other parts",
                "Import more good parts, or remove the copies.");
        }
        if (options_.badForFit && plan_.count(Role::Fit) == 0) {
            throw Error(ErrorCode::InvalidData, "bad parts", "none is left to fit the forest",
                        "Label or import more bad parts, or generate defects.");
        }
        std::size_t badTested = 0;
        for (std::size_t i = 0; i < parts_.size(); ++i)
            badTested += plan_.roles[i] == Role::Test && parts_[i].label == Label::Bad ? 1U : 0U;
        if (badTested == 0) {
            note(FindingKind::Warning, "there is no bad part to test with: figures can't be computed",
                 "Label or import bad parts.");
        } else if (badTested < kFewBadTestParts) {
            note(FindingKind::Warning, "only " + parts(badTested, "bad") + " to test with: figures are rough",
                 "Label or import more bad parts.");
        }
    }

    std::span<const SplitPart> parts_;
    const SplitOptions& options_;
    std::uint32_t seed_;
    std::uint32_t calibrateSeed_;
    std::uint32_t testSeed_;
    Indices order_;
    RolePlan plan_;
};
}  // namespace

std::size_t RolePlan::count(Role role) const {
    return static_cast<std::size_t>(std::count(roles.begin(), roles.end(), role));
}

RolePlan planRoles(std::span<const SplitPart> all, const SplitOptions& options) {
    return Planner(all, options).make();
}

bool pathLess(std::string_view a, std::string_view b) noexcept {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        const auto rank = [](char c) { return c == '/' ? 0 : static_cast<unsigned char>(c) + 1; };
        return rank(x) < rank(y);
    });
}

std::vector<std::size_t> torchPermutation(std::size_t n, std::uint32_t seed) {
    std::mt19937 engine(seed);
    Indices items(n);
    std::iota(items.begin(), items.end(), std::size_t{0});
    for (std::size_t i = 0; i + 1 < n; ++i)
        std::swap(items[i], items[i + engine() % (n - i)]);
    return items;
}

}  // namespace segad
