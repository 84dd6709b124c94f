#include "core/workflow/benchmark/grid.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "core/base/error.h"
#include "core/base/threads.h"
#include "core/dataset/splits.h"
#include "core/detector/catalog.h"
#include "core/forest/forest_options.h"
#include "core/segment/catalog.h"
#include "core/segment/segment_source.h"
#include "core/workflow/backbone_offers.h"
#include "core/workflow/benchmark/material.h"
#include "core/workflow/benchmark/repository_layout.h"
#include "core/workflow/cost_memory.h"

namespace segad {

namespace {
constexpr double kCalibrateShare = 0.1;
// Measured on two cores.
constexpr double kPrepareSecondsPerPart = 0.008;
constexpr double kFeatureSecondsPerPart = 0.004;
constexpr double kForestSeconds = 0.4;
constexpr double kBareSeconds = 0.02;

/// Fields of a definition that every cell depends on.
constexpr std::array kFixed{"protocol", "dataset",         "bad",          "segments", "segment_params",
                            "backbone", "detector_params", "forest_params"};
/// … and those that may grow.
constexpr std::array kGrowing{"classes", "methods", "all"};

std::vector<std::string> methodTexts(const BenchmarkRequest& request, const RepositoryLayout& maps) {
    if (!request.methods.empty()) return request.methods;
    if (!maps.isThere()) return benchmarkProtocol(request.protocol).methods;
    const std::vector<std::string> detectors = maps.detectors();
    std::vector<std::string> texts = detectors;
    for (const std::string& detector : detectors)
        texts.push_back(detector + "+segad");
    if (detectors.size() > 1) texts.emplace_back("all+segad");
    return texts;
}

/// The folder of maps that the paper calls as it calls `detector`.
std::string folderFor(const std::string& detector, const std::vector<std::string>& folders) {
    for (const std::string& folder : folders) {
        if (folder == detector || paperName(folder) == paperName(detector)) return folder;
    }
    throw Error(ErrorCode::NotFound, detector, "has no folder of maps in this dataset",
                "Leave the method out, or add its maps to anomaly_maps.");
}

/// A backbone that no detector can use was asked for in vain.
void requireBackbone(const BenchmarkRequest& request, const BenchmarkPlan& plan) {
    if (request.backbone.empty()) return;
    for (const BenchmarkMethod& method : plan.methods) {
        for (const std::string& detector : method.detectors) {
            const DetectorInfo& info = detectorInfo(detector);
            if (!info.usesBackbone) continue;
            const Json params = request.detectorParams.value(detector, Json::object());
            for (const BackboneOffer& offer : offerBackbones(detector, info.params.complete(params))) {
                if (offer.name == request.backbone && offer.fits) return;
            }
        }
    }
    throw Error(ErrorCode::NotFound, request.backbone, "is no backbone that one of these detectors can use",
                "See 'segad weights list' for what is there.");
}

void settleMethods(const BenchmarkRequest& request, BenchmarkPlan& plan) {
    const RepositoryLayout maps{.root = request.dataset};
    plan.fromMaps = maps.isThere();
    const std::vector<std::string> texts = methodTexts(request, maps);
    plan.all = mapDetectorsOf(texts);
    if (plan.all.empty() && plan.fromMaps) plan.all = maps.detectors();
    for (const std::string& text : texts) {
        const BenchmarkMethod method = benchmarkMethod(text, plan.all);
        if (std::ranges::find(plan.methods, method) == plan.methods.end()) plan.methods.push_back(method);
    }
    if (request.baselines) plan.methods = withBaselines(plan.methods);
    const auto settle = [&](std::string& detector) {
        if (plan.fromMaps) {
            detector = folderFor(detector, maps.detectors());
        } else {
            detectorInfo(detector);  // throws what a user should know
        }
    };
    for (BenchmarkMethod& method : plan.methods)
        std::ranges::for_each(method.detectors, settle);
    std::ranges::for_each(plan.all, settle);
    if (!plan.fromMaps) requireBackbone(request, plan);
    if (benchmarkProtocol(request.protocol).draw != BenchmarkDraw::Generated || plan.fromMaps) return;
    for (const BenchmarkMethod& method : plan.methods) {
        const std::string& detector = method.detectors.front();
        if (detectorInfo(detector).supervision == Supervision::GoodOnly) continue;
        throw Error(ErrorCode::InvalidArgument, detector,
                    "learns from bad parts, and the protocol has none to learn from",
                    "Choose a supervised protocol, or leave it out.");
    }
}

std::vector<BenchmarkRepeat> repeatsOf(const BenchmarkRequest& request, const BenchmarkClass& one) {
    std::vector<BenchmarkRepeat> repeats;
    if (benchmarkProtocol(request.protocol).draw == BenchmarkDraw::Lists) {
        for (const std::string& list : one.lists)
            repeats.push_back(
                {.name = list, .seed = kPaperSeeds.at(repeats.size() % kPaperSeeds.size()), .list = list});
        return repeats;
    }
    for (std::size_t s = 0; s < static_cast<std::size_t>(request.seeds); ++s)
        repeats.push_back(
            {.name = std::to_string(kPaperSeeds.at(s)), .seed = kPaperSeeds.at(s), .list = std::nullopt});
    return repeats;
}

/// Which part of the grid a shard has: whole classes as long as there are enough of them.
bool isOwn(const BenchmarkRequest& request, std::size_t classes, std::size_t classIndex, std::size_t methods,
           std::size_t methodIndex) {
    const auto shards = static_cast<std::size_t>(request.shards);
    const std::size_t unit = shards <= classes ? classIndex : classIndex * methods + methodIndex;
    return unit % shards == static_cast<std::size_t>(request.shard) - 1;
}

/// Seconds to train one detector for a class, and to score a part.
std::pair<double, double> costOf(const BenchmarkRequest& request, const BenchmarkClass& one,
                                 const std::string& detector, int bad) {
    const DetectorInfo& info = detectorInfo(detector);
    CostQuestion question{.params =
                              info.params.complete(request.detectorParams.value(detector, Json::object()))};
    if (!info.usesBackbone) {
        question.backbone.clear();
    } else if (!request.backbone.empty()) {
        question.backbone = request.backbone;
    }
    question.trainParts = static_cast<std::uint64_t>(one.trainGood * (1 - kCalibrateShare));
    question.badParts = static_cast<std::uint64_t>(bad);
    question.threads = threadCount();
    const CostEstimate cost =
        refined(info.estimateCost(question), rememberedCost(detector, question.backbone, request.device));
    return {cost.trainSeconds, cost.scoreSecondsPerPart};
}

class Costs {
public:
    Costs(const BenchmarkRequest& request, const BenchmarkPlan& plan) : request_(request), plan_(plan) {}

    void estimate(ClassWork& work) const {
        const BenchmarkClass& one = work.one;
        const double tested = one.testGood + one.testBad + one.trainBad + kCalibrateShare * one.trainGood;
        work.makeSeconds.clear();
        work.cellSeconds.clear();
        work.prepareSeconds = work.groups.empty() ? 0 : kPrepareSecondsPerPart * (one.trainGood + tested);
        std::set<std::string> made;
        for (const CellGroup& group : work.groups) {
            const auto repeats = static_cast<double>(group.repeats.size());
            double seconds = 0;
            for (const std::string& detector : group.method.detectors) {
                if (plan_.fromMaps) continue;
                const bool shared = detectorInfo(detector).supervision == Supervision::GoodOnly;
                if (shared && !made.insert(detector).second) continue;
                const auto [train, score] = costOf(request_, one, detector, badPartsOf(request_));
                seconds += (shared ? 1 : repeats) * (train + score * tested);
            }
            work.makeSeconds.push_back(seconds);
            const double features =
                kFeatureSecondsPerPart * tested * static_cast<double>(group.method.detectors.size());
            work.cellSeconds.push_back(group.method.forest ? features + repeats * kForestSeconds
                                                           : repeats * kBareSeconds);
        }
    }

private:
    const BenchmarkRequest& request_;
    const BenchmarkPlan& plan_;
};

Json definitionOf(const BenchmarkRequest& request, const BenchmarkPlan& plan) {
    Json methods = Json::array();
    for (const BenchmarkMethod& method : plan.methods)
        methods.push_back(method.key());
    Json classes = Json::array();
    for (const BenchmarkClass& one : plan.classes)
        classes.push_back(one.name);
    const bool fromTest = benchmarkProtocol(request.protocol).draw == BenchmarkDraw::FromTest;
    return {{"protocol", request.protocol},
            {"dataset", toUtf8(std::filesystem::absolute(request.dataset).lexically_normal())},
            {"from_maps", plan.fromMaps},
            {"classes", std::move(classes)},
            {"methods", std::move(methods)},
            {"all", plan.all},
            {"seeds", request.seeds},
            {"bad", fromTest ? badPartsOf(request) : request.bad},
            {"segments", request.segments},
            {"segment_params", request.segmentParams},
            {"backbone", request.backbone},
            {"detector_params", request.detectorParams},
            {"forest_params", request.forestParams}};
}

void requireSegments(const BenchmarkRequest& request) {
    if (request.segments.empty()) return;
    createSegmentSource(request.segments, request.segmentParams);  // throws what a user should know
    if (findSegmentSource(request.segments)->painting == SegmentPainting::None) return;
    throw Error(ErrorCode::InvalidArgument, request.segments,
                "learns from what somebody has painted, and in a benchmark nobody has",
                "Make the maps in a project and export them, then name their folder: --segments files.");
}

void requireSane(const BenchmarkRequest& request) {
    const auto refuse = [](const char* subject, const std::string& message, const char* remedy) {
        throw Error(ErrorCode::InvalidArgument, subject, message, remedy);
    };
    if (request.seeds < 1 || request.seeds > static_cast<int>(kPaperSeeds.size()))
        refuse("seeds", "must lie between 1 and 10", "Use the paper's ten.");
    if (request.bad < 0) refuse("bad", "must not be negative", "Say how many bad parts to draw.");
    if (request.shards < 1 || request.shard < 1 || request.shard > request.shards)
        refuse("shard", "must be one of 1 to the number of shards", "Write I/N, e.g. 2/4.");
    if (request.bad > 0 && benchmarkProtocol(request.protocol).bad == 0)
        refuse("bad", "has no meaning here: the protocol '" + request.protocol + "' draws no bad parts",
               "Leave it out, or choose a protocol that draws them.");
    requireSegments(request);
    findForestKind("brf").params.complete(request.forestParams);
    for (const auto& [detector, params] : request.detectorParams.items())
        detectorInfo(detector).params.complete(params);
}

bool isThere(const Path& results) {
    std::error_code ignored;
    return !results.empty() && std::filesystem::exists(results, ignored);
}
}  // namespace

double ClassWork::seconds() const {
    return prepareSeconds + std::accumulate(makeSeconds.begin(), makeSeconds.end(), 0.0) +
           std::accumulate(cellSeconds.begin(), cellSeconds.end(), 0.0);
}

Json joinedDefinition(const Json& a, const Json& b, const Path& file) {
    for (const char* field : kFixed) {
        if (a.value(field, Json()) == b.value(field, Json())) continue;
        throw Error(ErrorCode::InvalidArgument, field,
                    "is another one than in " + file.string() + ": " + b.value(field, Json()).dump() +
                        " instead of " + a.value(field, Json()).dump(),
                    "Use the same, or write to another results file.");
    }
    Json joined = a;
    for (const char* field : kGrowing) {
        for (const Json& item : b.at(field)) {
            Json& list = joined.at(field);
            if (std::ranges::find(list, item) == list.end()) list.push_back(item);
        }
    }
    joined["seeds"] = std::max(a.value("seeds", 0), b.value("seeds", 0));
    return joined;
}

void takeDone(const BenchmarkRequest& request, Grid& grid) {
    if (!isThere(request.results)) return;
    if (!request.resume) {
        throw Error(ErrorCode::AlreadyExists, request.results.string(), "is there already",
                    "Go on with it (--resume), or choose another results file.");
    }
    const BenchmarkFile file = BenchmarkFile::open(request.results, true);
    grid.definition = joinedDefinition(definitionIn(file), grid.definition, request.results);
    const std::vector<BenchmarkCellKey> keys = file.keys();
    const std::set<BenchmarkCellKey> done(keys.begin(), keys.end());
    const Costs costs(request, grid.plan);
    grid.plan.seconds = 0;
    for (ClassWork& work : grid.work) {
        for (CellGroup& group : work.groups) {
            grid.plan.done +=
                static_cast<int>(std::erase_if(group.repeats, [&](const BenchmarkRepeat& repeat) {
                    return done.contains({work.one.name, group.method.key(), repeat.name});
                }));
        }
        std::erase_if(work.groups, [](const CellGroup& group) { return group.repeats.empty(); });
        costs.estimate(work);
        grid.plan.seconds += work.seconds();
    }
    std::erase_if(grid.work, [](const ClassWork& work) { return work.groups.empty(); });
}

Grid gridOf(const BenchmarkRequest& request, Job& job) {
    requireSane(request);
    Grid grid;
    settleMethods(request, grid.plan);
    grid.plan.classes = benchmarkClasses(request, job);
    grid.definition = definitionOf(request, grid.plan);
    const Costs costs(request, grid.plan);
    const std::size_t methods = grid.plan.methods.size();
    for (std::size_t c = 0; c < grid.plan.classes.size(); ++c) {
        ClassWork work{.one = grid.plan.classes[c], .groups = {}, .makeSeconds = {}, .cellSeconds = {}};
        for (std::size_t m = 0; m < methods; ++m) {
            if (!isOwn(request, grid.plan.classes.size(), c, methods, m)) continue;
            work.groups.push_back({.method = grid.plan.methods[m], .repeats = repeatsOf(request, work.one)});
            grid.plan.cells += static_cast<int>(work.groups.back().repeats.size());
        }
        if (work.groups.empty()) continue;
        costs.estimate(work);
        grid.plan.seconds += work.seconds();
        grid.work.push_back(std::move(work));
    }
    takeDone(request, grid);
    return grid;
}

BenchmarkPlan planBenchmark(const BenchmarkRequest& request, Job& job) {
    return gridOf(request, job).plan;
}

}  // namespace segad
