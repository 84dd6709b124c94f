#include "core/workflow/ablation.h"

#include <algorithm>
#include <bit>

#include "core/base/median.h"
#include "core/base/threads.h"
#include "core/forest/forest_options.h"
#include "core/metric/intervals.h"
#include "core/workflow/ablation_figures.h"
#include "core/workflow/claims.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/seed_material.h"
#include "core/workflow/stored_reports.h"

namespace segad {

namespace {
constexpr double kFeatureShare = 0.2;
constexpr std::size_t kMostForAllSubsets = 4;

/// What is fitted for one row.
struct Variant {
    AblationRow row;
    std::size_t detectors = 0;  ///< one bit a detector, in column order
    int withoutSegment = -1;
    std::vector<RankingFigures> seeds;
};

std::vector<std::size_t> subsetsOf(std::size_t count, bool everySubset) {
    std::vector<std::size_t> subsets;
    const std::size_t all = (std::size_t{1} << count) - 1;
    for (std::size_t subset = 1; subset <= all; ++subset) {
        const auto size = static_cast<std::size_t>(std::popcount(subset));
        const bool wanted = everySubset && (count <= kMostForAllSubsets || size == 1);
        if (wanted || size + 1 >= count) subsets.push_back(subset);
    }
    // All of them first: that row is what the others are compared with.
    std::ranges::stable_sort(subsets, std::greater(), [](std::size_t set) { return std::popcount(set); });
    return subsets;
}

double secondsPerPart(const Project& project, const RunRecord& run) {
    const std::vector<ScoreRecord> scores = project.runs().scores(run.id);
    double sum = 0;
    for (const ScoreRecord& score : scores)
        sum += score.seconds;
    return scores.empty() ? 0 : sum / static_cast<double>(scores.size());
}

Variant variantOf(const Project& project, const FeatureInputs& inputs, const std::string& kind,
                  std::size_t subset) {
    Variant variant{.row = {.kind = kind}, .detectors = subset};
    std::vector<RunRecord> used;
    for (std::size_t d = 0; d < inputs.detectors.size(); ++d) {
        if ((subset >> d & 1U) == 0) continue;
        used.push_back(inputs.detectors[d]);
        variant.row.detectors.push_back(inputs.detectors[d].subject);
        variant.row.secondsPerPart += secondsPerPart(project, inputs.detectors[d]);
    }
    variant.row.name = forestName(kind, used);
    return variant;
}

std::vector<Variant> variantsOf(const Project& project, const FeatureInputs& inputs,
                                const AblationRequest& request, const std::vector<std::string>& kinds) {
    std::vector<Variant> variants;
    for (const std::string& kind : kinds) {
        for (const std::size_t subset : subsetsOf(inputs.detectors.size(), request.allSubsets))
            variants.push_back(variantOf(project, inputs, kind, subset));
    }
    if (!request.withoutSegments || inputs.segments < 2) return variants;
    for (const SegmentRecord& segment : project.segments().names()) {
        Variant variant = variants.front();
        variant.withoutSegment = segment.index;
        variant.row.withoutSegment = segment.name;
        variant.row.name += " without segment " + segment.name;
        variants.push_back(std::move(variant));
    }
    return variants;
}

FeatureTable tableFor(const SeedMaterial& material, const Variant& variant) {
    return withColumns(material.table, [&](const FeatureColumn& column) {
        const bool left = variant.withoutSegment >= 0 && column.segment == variant.withoutSegment;
        // Areas are no detector's.
        return !left &&
               (column.detector.empty() || std::ranges::count(variant.row.detectors, column.detector) > 0);
    });
}

void fitAll(std::vector<Variant>& variants, const SeedMaterial& material, const AblationRequest& request,
            Job& job) {
    for (std::size_t v = 0; v < variants.size(); ++v) {
        Variant& variant = variants[v];
        job.progress(v, variants.size(), "Fitting " + variant.row.name);
        const FeatureTable table = tableFor(material, variant);
        variant.seeds.resize(material.seeds.size());
        parallelFor(material.seeds.size(), [&](std::size_t s) {
            job.throwIfCancelled();
            const SeedRoles& own = material.seeds[s];
            const ForestOptions options{.kind = variant.row.kind, .params = request.params, .seed = own.seed};
            variant.seeds[s] = figuresOf(own.test, fitAndScore(table, own.roles, options));
        });
    }
}

void summarise(AblationRow& row, const std::vector<RankingFigures>& seeds) {
    row.auroc = overSeeds(seeds, [](const RankingFigures& one) { return one.auroc; });
    row.averagePrecision = overSeeds(seeds, [](const RankingFigures& one) { return one.averagePrecision; });
    row.fprAt95Tpr = overSeeds(seeds, [](const RankingFigures& one) { return one.fprAt95Tpr; });
    row.seen = overSeeds(seeds, [](const RankingFigures& one) { return one.seen; });
    row.unseen = overSeeds(seeds, [](const RankingFigures& one) { return one.unseen; });
    std::map<std::string, std::vector<double>> byType;
    for (const RankingFigures& one : seeds) {
        for (const auto& [type, area] : one.byType)
            byType[type].push_back(area);
    }
    for (const auto& [type, areas] : byType)
        row.byType[type] = seedStats(areas).value();
}

/// Mean difference of the AUROC, and the medians over the seeds of its interval and p value.
struct PairedTest {
    std::optional<double> difference;
    std::optional<Interval> interval;
    std::optional<double> pValue;
};

PairedTest compared(const std::vector<RankingFigures>& seeds, const std::vector<RankingFigures>& reference) {
    std::vector<double> differences;
    std::vector<double> lows;
    std::vector<double> highs;
    std::vector<double> pValues;
    for (std::size_t s = 0; s < seeds.size(); ++s) {
        const ScoreSets& own = seeds[s].scores;
        const ScoreSets& other = reference[s].scores;
        if (own.good.size() != other.good.size() || own.bad.size() != other.bad.size()) continue;
        const std::optional<AurocComparison> test = compareAuroc(own, other);
        if (!test) continue;
        differences.push_back(test->difference);
        lows.push_back(test->interval.low);
        highs.push_back(test->interval.high);
        pValues.push_back(test->pValue.value_or(1));
    }
    if (differences.empty()) return {};
    return {.difference = seedStats(differences)->mean,
            .interval = Interval{.low = medianOf(lows), .high = medianOf(highs)},
            .pValue = medianOf(pValues)};
}

std::optional<Interval> meanInterval(const std::vector<RankingFigures>& seeds) {
    std::vector<double> lows;
    std::vector<double> highs;
    for (const RankingFigures& one : seeds) {
        if (const std::optional<DeLong> found = deLong(one.scores)) {
            lows.push_back(found->interval.low);
            highs.push_back(found->interval.high);
        }
    }
    if (lows.empty()) return std::nullopt;
    return Interval{.low = seedStats(lows)->mean, .high = seedStats(highs)->mean};
}

/// A row with the figures of its seeds.
struct Judged {
    AblationRow row;
    const std::vector<RankingFigures>* seeds = nullptr;
};

std::vector<std::vector<RankingFigures>> bareFigures(const std::vector<Baseline>& bare,
                                                     const SeedMaterial& material) {
    std::vector<std::vector<RankingFigures>> all(bare.size());
    for (std::size_t b = 0; b < bare.size(); ++b) {
        for (const SeedRoles& own : material.seeds)
            all[b].push_back(figuresOf(own.test, bare[b].scores));
    }
    return all;
}

AblationRow bareRow(const Project& project, const SeedMaterial& material, const Baseline& baseline) {
    const auto run = std::ranges::find(material.inputs.detectors, baseline.detector, &RunRecord::subject);
    return {.name = baseline.name,
            .detectors = {baseline.detector},
            .secondsPerPart = secondsPerPart(project, *run)};
}

/// Against the first forest, and against the best bare detector, whose name is returned.
std::string compareAll(std::vector<Judged>& rows, const std::vector<RankingFigures>& forest) {
    const Judged* best = nullptr;
    for (const Judged& one : rows) {
        if (!one.row.kind.empty() || !one.row.auroc) continue;
        if (best == nullptr || one.row.auroc->mean > best->row.auroc->mean) best = &one;
    }
    for (Judged& one : rows) {
        one.row.aurocInterval = meanInterval(*one.seeds);
        if (one.seeds != &forest) {
            const PairedTest test = compared(*one.seeds, forest);
            one.row.difference = test.difference;
            one.row.interval = test.interval;
            one.row.pValue = test.pValue;
        }
        if (best != nullptr && &one != best) {
            const PairedTest test = compared(*one.seeds, *best->seeds);
            one.row.bareDifference = test.difference;
            one.row.barePValue = test.pValue;
        }
    }
    return best == nullptr ? std::string() : best->row.name;
}

void requireTestParts(const ScoreSets& scores) {
    if (scores.bothPresent()) return;
    throw Error(ErrorCode::InvalidData, "test parts",
                "there are " + std::to_string(scores.good.size()) + " good and " +
                    std::to_string(scores.bad.size()) + " bad ones; both are needed to judge forests",
                "Label more parts.");
}

AblationReport reportOf(const Project& project, const SeedMaterial& material,
                        const std::vector<Variant>& variants) {
    const std::vector<RankingFigures>& reference = variants.front().seeds;
    const ScoreSets& first = reference.front().scores;
    requireTestParts(first);
    const std::vector<Baseline> bare = baselines(project, material.inputs);
    const std::vector<std::vector<RankingFigures>> ofBare = bareFigures(bare, material);
    std::vector<Judged> rows;
    for (std::size_t b = 0; b < bare.size(); ++b)
        rows.push_back({.row = bareRow(project, material, bare[b]), .seeds = &ofBare[b]});
    for (const Variant& variant : variants)
        rows.push_back({.row = variant.row, .seeds = &variant.seeds});
    for (Judged& one : rows)
        summarise(one.row, *one.seeds);
    AblationReport report{.seeds = static_cast<int>(material.seeds.size()),
                          .good = static_cast<int>(first.good.size()),
                          .bad = static_cast<int>(first.bad.size()),
                          .badForFit = static_cast<int>(material.seeds.front().roles.count(Role::Fit)),
                          .bestBare = compareAll(rows, reference),
                          .warnings = claimWarnings(first),
                          .basis = basisOf(project, material.inputs)};
    for (Judged& one : rows)
        report.rows.push_back(std::move(one.row));
    return report;
}
}  // namespace

AblationReport ablate(const AblationRequest& request, Job& job) {
    std::vector<std::string> kinds = request.kinds;
    for (const ForestKind& kind : forestKinds()) {
        if (request.kinds.empty()) kinds.push_back(kind.key);
    }
    for (const std::string& kind : kinds)
        findForestKind(kind).params.complete(request.params);
    Project project = Project::open(request.project);
    AblationReport report;
    RunRecord run = newRun(RunKind::Evaluate, kAblationSubject,
                           {{"kinds", kinds},
                            {"seeds", request.seeds},
                            {"bad_for_fit", request.badForFit},
                            {kAllSubsetsParam, request.allSubsets}});
    recordRun(project, run, [&](RunRecord& started) {
        SeedMaterial material;
        {
            Job::Stage stage(job, kFeatureShare, "Features");
            material = materialForSeeds(project, newestInputs(project, request.detectors, request.params),
                                        {.badForFit = request.badForFit}, request.seeds, stage.job());
        }
        std::vector<Variant> variants = variantsOf(project, material.inputs, request, kinds);
        Job::Stage stage(job, 1 - kFeatureShare, "Forests");
        fitAll(variants, material, request, stage.job());
        report = reportOf(project, material, variants);
        report.run = started.id;
        started.options[kAblationSubject] = toJson(report);
        if (request.store) request.store(report, started);
    });
    return report;
}

}  // namespace segad
