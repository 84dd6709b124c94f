#include "core/workflow/benchmark/benchmark.h"

#include <algorithm>
#include <charconv>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/detector/catalog.h"
#include "core/forest/forest_options.h"
#include "core/segment/catalog.h"
#include "core/workflow/benchmark/roc.h"
#include "core/workflow/benchmark/table.h"

namespace segad::cli {

namespace {
struct Options {
    std::string dataset;
    std::string protocol = "folder";
    std::vector<std::string> classes;
    std::vector<std::string> detectors;
    std::vector<std::string> methods;
    bool baselines = false;
    int seeds = 10;
    int bad = 0;
    std::string segments;
    std::vector<std::string> segmentSettings;
    std::string backbone;
    std::vector<std::string> settings;
    std::vector<std::string> forestSettings;
    std::string results;
    bool resume = false;
    std::string shard;
    bool onlyPlan = false;
    std::vector<std::string> joined;
    std::vector<std::string> out;
    std::string roc;
    std::string meanRoc;
    std::string maps;
    std::string published;
    bool onlyProtocols = false;
};

/// "2/4".
std::pair<int, int> shardOf(const std::string& text) {
    if (text.empty()) return {1, 1};
    int shard = 0;
    int shards = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, shard);
    const bool slash = first.ec == std::errc() && first.ptr != end && *first.ptr == '/';
    const auto second = slash ? std::from_chars(first.ptr + 1, end, shards) : first;
    if (!slash || second.ec != std::errc() || second.ptr != end || shard < 1 || shard > shards) {
        throw Error(ErrorCode::InvalidArgument, "shard", "'" + text + "' is no share of the grid",
                    "Write I/N with I from 1 to N, e.g. --shard 2/4.");
    }
    return {shard, shards};
}

Path resultsOf(const Options& options) {
    const auto [shard, shards] = shardOf(options.shard);
    return shardFile(options.results, shard, shards);
}

/// "patchcore.coreset_ratio=0.1".
void assignDetectorParams(const std::vector<std::string>& settings, Json& params) {
    for (const std::string& setting : settings) {
        const std::size_t dot = setting.find('.');
        const std::size_t equals = setting.find('=');
        if (dot == std::string::npos || equals == std::string::npos || dot > equals) {
            throw Error(ErrorCode::InvalidArgument, setting, "does not say of which detector it is",
                        "Write DETECTOR.KEY=VALUE, e.g. patchcore.coreset_ratio=0.1.");
        }
        const std::string key = detectorKeyOf(setting.substr(0, dot));
        Json own = params.value(key, Json::object());
        detectorInfo(key).params.assign(own, setting.substr(dot + 1));
        params[key] = std::move(own);
    }
}

BenchmarkRequest requestOf(const Options& options, const CommonOptions& common) {
    BenchmarkRequest request;
    const auto [shard, shards] = shardOf(options.shard);
    const Path results = resultsOf(options);
    if (options.dataset.empty()) {
        if (!options.resume) {
            throw Error(ErrorCode::InvalidArgument, "DIR", "is missing: there is no dataset to run on",
                        "Name its folder, or go on with results that are there: --results FILE --resume.");
        }
        request = benchmarkRequestOf(results);
    } else {
        request.dataset = options.dataset;
        request.protocol = options.protocol;
        request.classes = options.classes;
        request.methods = options.detectors.empty() ? options.methods : methodsFor(options.detectors);
        request.baselines = options.baselines;
        request.seeds = options.seeds;
        request.bad = options.bad;
        request.segments = options.segments;
        for (const std::string& setting : options.segmentSettings) {
            const SegmentSourceInfo* source = findSegmentSource(options.segments);
            if (source == nullptr) {
                throw Error(ErrorCode::InvalidArgument, "segment-set", "needs a segment source to be set on",
                            "Name one with --segments.");
            }
            source->params.assign(request.segmentParams, setting);
        }
        request.backbone = options.backbone;
        assignDetectorParams(options.settings, request.detectorParams);
        for (const std::string& setting : options.forestSettings)
            findForestKind("brf").params.assign(request.forestParams, setting);
    }
    request.device = common.device;
    request.results = results;
    request.resume = options.resume;
    request.shard = shard;
    request.shards = shards;
    return request;
}

std::string tableText(const BenchmarkFile& file) {
    using Align = Table::Align;
    const BenchmarkTable area = benchmarkTable(file, BenchmarkFigure::Auroc);
    const BenchmarkTable fpr = benchmarkTable(file, BenchmarkFigure::FprAt95Tpr);
    const BenchmarkTable seen = benchmarkTable(file, BenchmarkFigure::Seen);
    const BenchmarkTable unseen = benchmarkTable(file, BenchmarkFigure::Unseen);
    const bool novel = std::ranges::any_of(
        unseen.columns, [](const BenchmarkColumn& column) { return column.mean.stats.has_value(); });
    std::vector<Table::Column> columns{{"class"},
                                       {"method"},
                                       {"AUROC", Align::Right},
                                       {"FPR@95TPR", Align::Right},
                                       {"repeats", Align::Right}};
    if (area.hasPublished()) columns.insert(columns.begin() + 3, {"published", Align::Right});
    if (novel) {
        columns.push_back({"seen", Align::Right});
        columns.push_back({"unseen", Align::Right});
    }
    Table table(columns);
    const auto add = [&](const std::string& name, std::size_t m, const auto& pick) {
        const BenchmarkEntry& entry = pick(area.columns[m]);
        std::vector<std::string> cells{name, area.columns[m].title, entryText(entry)};
        if (area.hasPublished()) cells.push_back(publishedText(entry));
        cells.push_back(entryText(pick(fpr.columns[m])));
        cells.push_back(std::to_string(entry.values.size()));
        if (novel) {
            cells.push_back(entryText(pick(seen.columns[m])));
            cells.push_back(entryText(pick(unseen.columns[m])));
        }
        table.add(std::move(cells));
    };
    for (std::size_t c = 0; c < area.classes.size(); ++c) {
        for (std::size_t m = 0; m < area.columns.size(); ++m)
            add(
                area.classes[c],
                m, [c](const BenchmarkColumn& column) -> const auto& { return column.classes[c]; });
    }
    if (area.classes.size() > 1) {
        for (std::size_t m = 0; m < area.columns.size(); ++m)
            add(
                "mean", m, [](const BenchmarkColumn& column) -> const auto& { return column.mean; });
    }
    std::string text = "Per cent, mean ± deviation over the repeats:\n" + table.text();
    for (const std::string& remark : remarksOn(area))
        text += remark + "\n";
    return text;
}

/// Figures of --published, kept with the results.
void enter(const Options& options, const Path& results, Json& document, Console& console) {
    if (options.published.empty()) return;
    const EnteredFigures entered = enterPublished(results, options.published);
    document["published"] = {{"entered", entered.entered}, {"beside", entered.beside}};
    console.print(counted(entered.entered, "published figure", "published figures") + " entered, " +
                  std::to_string(entered.beside) + " of them stand beside a result.\n\n");
}

/// Prints and writes what the results file holds.
void report(const Options& options, const Path& results, Json document, Console& console) {
    const BenchmarkFile file = BenchmarkFile::open(results, true);
    document.update(benchmarkJson(file));
    console.print(tableText(file));
    for (const std::string& out : options.out)
        writeBenchmarkTable(file, out);
    if (!options.roc.empty()) writeBenchmarkRoc(file, options.roc);
    if (!options.meanRoc.empty()) writeMeanRocs(file, options.meanRoc);
    console.setDocument(std::move(document));
}

ExitCode showPlan(const BenchmarkRequest& request, Console& console, Job& job) {
    const BenchmarkPlan plan = planBenchmark(request, job);
    Json methods = Json::array();
    for (const BenchmarkMethod& method : plan.methods)
        methods.push_back(method.key());
    Json classes = Json::array();
    for (const BenchmarkClass& one : plan.classes) {
        classes.push_back({{"class", one.name},
                           {"train_good", one.trainGood},
                           {"train_bad", one.trainBad},
                           {"test_good", one.testGood},
                           {"test_bad", one.testBad},
                           {"lists", one.lists}});
    }
    console.setDocument({{"protocol", request.protocol},
                         {"classes", std::move(classes)},
                         {"methods", std::move(methods)},
                         {"cells", plan.cells},
                         {"done", plan.done},
                         {"seconds", plan.seconds},
                         {"from_maps", plan.fromMaps}});
    console.print(counted(static_cast<long long>(plan.classes.size()), "class", "classes") + ", " +
                  counted(static_cast<long long>(plan.methods.size()), "method", "methods") + ", " +
                  counted(plan.cells, "cell", "cells") + " of which " + std::to_string(plan.done) +
                  " are there; about " + duration(plan.seconds) + " for the others.\n");
    return ExitCode::Done;
}

ExitCode run(const Options& options, const BenchmarkRequest& request, Console& console, Job& job) {
    if (options.onlyPlan) return showPlan(request, console, job);
    // What can't be read is said now, not after hours.
    if (!options.published.empty()) readPublished(options.published, request.protocol);
    const BenchmarkOutcome outcome = runBenchmark(request, job);
    console.print(counted(outcome.computed, "cell", "cells") + " computed, " +
                  std::to_string(outcome.before) + " were there, " + std::to_string(outcome.failed) +
                  " failed; results in " + toUtf8(outcome.results) + ".\n\n");
    if (!options.maps.empty()) exportBenchmarkMaps(request.results, options.maps, job);
    Json document{{"computed", outcome.computed}, {"before", outcome.before}, {"failed", outcome.failed}};
    enter(options, request.results, document, console);
    report(options, request.results, std::move(document), console);
    return outcome.failed > 0 ? ExitCode::SomeFailed : exitCodeOf(job);
}

/// Without a dataset: join shards, write tables and maps of results that are there.
ExitCode show(const Options& options, Console& console, Job& job) {
    Json document = Json::object();
    const Path results = resultsOf(options);
    if (!options.joined.empty()) {
        const std::vector<Path> files(options.joined.begin(), options.joined.end());
        const int added = mergeBenchmarks(files, results);
        document["joined"] = added;
        console.print(counted(added, "cell", "cells") + " joined into " + toUtf8(results) + ".\n\n");
    }
    if (!options.maps.empty()) {
        const int written = exportBenchmarkMaps(results, options.maps, job);
        document["maps"] = written;
        console.print(counted(written, "map", "maps") + " written below " + options.maps + ".\n\n");
    }
    enter(options, results, document, console);
    report(options, results, std::move(document), console);
    return exitCodeOf(job);
}

/// Which experiments there are, and what the program has of their published figures.
ExitCode showProtocols(Console& console) {
    Json protocols = Json::array();
    std::string text;
    for (const BenchmarkProtocol& protocol : benchmarkProtocols()) {
        const std::vector<PublishedExtent> extent = publishedExtent(protocol.key);
        Json methods = Json::array();
        for (const PublishedExtent& one : extent)
            methods.push_back({{"method", one.method}, {"classes", one.classes}, {"mean", one.mean}});
        protocols.push_back({{"protocol", protocol.key},
                             {"title", protocol.title},
                             {"summary", protocol.summary},
                             {"published", std::move(methods)}});
        text += protocol.key + " — " + protocol.title + ". " + protocol.summary +
                "\n  published figures at hand: " + extentText(extent) + "\n";
    }
    console.print(text + "Others are entered with --published FILE.csv.\n");
    console.setDocument({{"protocols", std::move(protocols)}});
    return ExitCode::Done;
}

std::string protocolHelp() {
    std::string text = "Published experiment:";
    for (const BenchmarkProtocol& protocol : benchmarkProtocols())
        text += (&protocol == &benchmarkProtocols().front() ? " " : ", ") + protocol.key;
    return text;
}

/// The dataset, and what of it is run. What stands in a results file already is not told it again.
CLI::Option* addGridOptions(CLI::App& command, Options& options) {
    CLI::Option* dataset = command.add_option(
        "DIR", options.dataset,
        "Dataset: a folder of pictures (a class, or a folder for each class), or maps in the "
        "layout of the SegAD repository; without it, the results that are there are shown");
    std::vector<CLI::Option*> grid;
    grid.push_back(command.add_option("--protocol", options.protocol, protocolHelp())->capture_default_str());
    grid.push_back(
        command.add_option("--class", options.classes, "Classes to run (default: all)")->delimiter(','));
    CLI::Option* detectors =
        command
            .add_option("--detectors", options.detectors,
                        "Each alone, each with a forest, and all with one (default: the protocol's)")
            ->delimiter(',');
    command
        .add_option("--methods", options.methods,
                    "Exactly these columns: rd4ad, rd4ad+segad, all+segad, rd4ad+segad/whole, …")
        ->delimiter(',')
        ->excludes(detectors);
    grid.push_back(detectors);
    grid.push_back(command.get_option("--methods"));
    grid.push_back(command.add_flag("--baselines", options.baselines,
                                    "Also forests without segments, and with shuffled ones"));
    grid.push_back(command.add_option("--seeds", options.seeds, "How many of the paper's seeds, 1 to 10")
                       ->capture_default_str());
    grid.push_back(
        command.add_option("--bad", options.bad, "Bad parts to draw (default: the protocol's number)"));
    grid.push_back(command.add_option(
        "--segments", options.segments,
        "Segment source (default: the folder 'segments' of a class, else its foreground)"));
    grid.push_back(
        command.add_option("--segment-set", options.segmentSettings, "A parameter of it, key=value"));
    grid.push_back(command.add_option("--backbone", options.backbone, "Weights, for the detectors they fit"));
    grid.push_back(
        command.add_option("--set", options.settings, "A parameter of a detector, detector.key=value"));
    grid.push_back(
        command.add_option("--forest-set", options.forestSettings, "A parameter of the forests, key=value"));
    for (CLI::Option* option : grid)
        option->needs(dataset);
    return dataset;
}

void addResultOptions(CLI::App& command, Options& options, CLI::Option* dataset) {
    command.add_option("--results", options.results, "Results file")
        ->default_str("benchmark.segad-bench")
        ->default_val("benchmark.segad-bench");
    command.add_flag("--resume", options.resume, "Go on with the results file; cells that are there stay");
    command.add_option("--shard", options.shard,
                       "Only the I-th of N parts of the grid, I/N, into a results file of its own");
    command.add_flag("--plan", options.onlyPlan, "Only say what there is to do and how long it will take");
    command.add_option("--join", options.joined, "Results of shards to join into the results file")
        ->excludes(dataset);
    command.add_option("--out", options.out, "Write the tables: FILE.csv, FILE.md or FILE.tex");
    command.add_option("--roc", options.roc, "Write the ROC of every cell, CSV");
    command.add_option("--mean-roc", options.meanRoc,
                       "Write the ROC of every method, averaged over repeats and classes, CSV");
    command.add_option("--published", options.published,
                       "Published figures to stand beside the results: FILE.csv or FILE.json with method, "
                       "percent, source, and class, figure, protocol where they are needed; kept with the "
                       "results in the place of earlier ones");
    command.add_flag("--protocols", options.onlyProtocols,
                     "Only list the protocols, and which of their published figures are at hand");
    command.add_option("--export-maps", options.maps,
                       "Write maps, segment maps and tables in the layout of the SegAD repository");
}
}  // namespace

void addBenchmarkCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "benchmark", "The paper's experiments, beside its published figures",
                   "segad benchmark /data/visa/1cls --protocol visa --detectors rd4ad,efficientad "
                   "--results visa.segad-bench --out visa.md");
    addResultOptions(command, *options, addGridOptions(command, *options));
    command.callback([&context, options] {
        context.action = [&context, options](Console& console, Job& job) {
            if (options->onlyProtocols) return showProtocols(console);
            const bool works = !options->dataset.empty() || (options->resume && options->joined.empty());
            if (!works) return show(*options, console, job);
            return run(*options, requestOf(*options, context.common), console, job);
        };
        context.howToResume = [] {
            return std::string(
                "What was computed and trained is kept; go on with the same command and "
                "--resume.");
        };
    });
}

}  // namespace segad::cli
