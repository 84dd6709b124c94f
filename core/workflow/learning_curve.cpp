#include <algorithm>
#include <array>
#include <limits>

#include "core/base/random.h"
#include "core/base/threads.h"
#include "core/workflow/ablation.h"
#include "core/workflow/ablation_figures.h"
#include "core/workflow/claims.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/seed_material.h"
#include "core/workflow/stored_reports.h"

namespace segad {

namespace {
constexpr double kFeatureShare = 0.2;

/// Where bad parts are drawn from those to test, half of them may be learned from.
int mostBad(const Project& project) {
    bool training = false;
    int testable = 0;
    for (const PartRecord& part : project.parts().all({.label = Label::Bad, .generated = false})) {
        training = training || part.subset != Subset::Test;
        testable += part.unseenDefect ? 0 : 1;
    }
    return training ? 0 : std::max(1, testable / 2);
}

std::vector<int> countsUpTo(int most, const std::vector<int>& wanted) {
    constexpr std::array<int, 3> kSteps{1, 2, 5};
    std::vector<int> counts = wanted;
    for (int decade = 1; wanted.empty() && decade <= most; decade *= 10) {
        for (const int step : kSteps)
            counts.push_back(step * decade);
    }
    if (wanted.empty() && most >= 3) counts.push_back(3);
    if (wanted.empty()) counts.push_back(most);
    std::erase_if(counts, [&](int count) { return count < 1 || count > most; });
    std::ranges::sort(counts);
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    return counts;
}

/// The rows of Role::Fit in an order of the seed's own.
std::vector<std::size_t> shuffledBad(const SeedRoles& own) {
    std::vector<std::size_t> bad;
    for (std::size_t i = 0; i < own.roles.parts.size(); ++i) {
        if (own.roles.roles[i] == Role::Fit) bad.push_back(i);
    }
    SplitMix64 dice(own.seed, "learning curve");
    for (std::size_t i = bad.size(); i > 1; --i)
        std::swap(bad[i - 1], bad[dice.below(i)]);
    return bad;
}

RoleTable withBad(const SeedRoles& own, const std::vector<std::size_t>& order, int count) {
    RoleTable roles = own.roles;
    for (std::size_t i = static_cast<std::size_t>(count); i < order.size(); ++i)
        roles.roles[order[i]] = Role::None;
    return roles;
}

LearningPoint pointOf(int bad, const std::vector<RankingFigures>& seeds) {
    return {.bad = bad,
            .auroc = overSeeds(seeds, [](const RankingFigures& one) { return one.auroc; }),
            .seen = overSeeds(seeds, [](const RankingFigures& one) { return one.seen; }),
            .unseen = overSeeds(seeds, [](const RankingFigures& one) { return one.unseen; })};
}

void addBare(LearningCurve& curve, const Project& project, const SeedMaterial& material) {
    for (const Baseline& baseline : baselines(project, material.inputs)) {
        std::vector<RankingFigures> seeds;
        for (const SeedRoles& own : material.seeds)
            seeds.push_back(figuresOf(own.test, baseline.scores));
        if (const SeedFigure area = overSeeds(seeds, [](const RankingFigures& one) { return one.auroc; }))
            curve.bare[baseline.name] = area->mean;
    }
}
/// How many bad labels the curve goes through, and in which order each seed takes them.
struct Course {
    std::vector<int> counts;
    std::vector<std::vector<std::size_t>> orders;
};

Course courseOf(const SeedMaterial& material, const std::vector<int>& wanted) {
    Course course;
    std::size_t most = std::numeric_limits<std::size_t>::max();
    for (const SeedRoles& own : material.seeds) {
        course.orders.push_back(shuffledBad(own));
        most = std::min(most, course.orders.back().size());
    }
    course.counts = countsUpTo(static_cast<int>(most), wanted);
    if (course.counts.empty()) {
        throw Error(ErrorCode::InvalidData, "bad parts", "none is left to learn from",
                    "Label more bad parts.");
    }
    return course;
}

LearningCurve curveOf(const Project& project, const SeedMaterial& material,
                      const LearningCurveRequest& request, Job& job) {
    const Course course = courseOf(material, request.counts);
    LearningCurve curve{.seeds = static_cast<int>(material.seeds.size()),
                        .forest = request.forest,
                        .basis = basisOf(project, material.inputs)};
    for (std::size_t c = 0; c < course.counts.size(); ++c) {
        job.progress(c, course.counts.size());
        std::vector<RankingFigures> seeds(material.seeds.size());
        parallelFor(seeds.size(), [&](std::size_t s) {
            job.throwIfCancelled();
            const SeedRoles& own = material.seeds[s];
            const ForestOptions options{.kind = request.forest, .params = request.params, .seed = own.seed};
            const RoleTable roles = withBad(own, course.orders[s], course.counts[c]);
            seeds[s] = figuresOf(own.test, fitAndScore(material.table, roles, options));
        });
        curve.points.push_back(pointOf(course.counts[c], seeds));
        if (c > 0) continue;
        curve.good = static_cast<int>(seeds.front().scores.good.size());
        curve.bad = static_cast<int>(seeds.front().scores.bad.size());
    }
    addBare(curve, project, material);
    curve.warnings = claimWarnings(
        scoreSets(material.seeds.front().test, baselines(project, material.inputs).front().scores));
    return curve;
}
}  // namespace

LearningCurve learningCurve(const LearningCurveRequest& request, Job& job) {
    Project project = Project::open(request.project);
    LearningCurve curve;
    RunRecord run = newRun(RunKind::Evaluate, kLearningCurveSubject,
                           {{"forest", request.forest}, {"seeds", request.seeds}});
    recordRun(project, run, [&](RunRecord& started) {
        SeedMaterial material;
        {
            Job::Stage stage(job, kFeatureShare, "Features");
            material = materialForSeeds(project, newestInputs(project, request.detectors, request.params),
                                        {.badForFit = mostBad(project), .from = BadParts::Real},
                                        request.seeds, stage.job());
        }
        Job::Stage stage(job, 1 - kFeatureShare, "Forests");
        curve = curveOf(project, material, request, stage.job());
        curve.run = started.id;
        started.options[kLearningCurveSubject] = toJson(curve);
    });
    return curve;
}

}  // namespace segad
