#include <algorithm>
#include <filesystem>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/project/project.h"
#include "core/segment/catalog.h"
#include "core/workflow/segment_check.h"
#include "core/workflow/segment_names.h"
#include "core/workflow/segment_regroup.h"
#include "core/workflow/segment_strokes.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string source;
    std::vector<std::string> settings;
    std::vector<std::string> names;
    std::vector<std::string> templates;
    std::vector<std::string> strokes;
    std::vector<std::string> fixes;
    std::vector<std::string> released;
    std::vector<std::string> renames;
    std::string merge;
    bool check = false;
};

/// "MAP=PART". A path may hold '=' itself, so the map is the first piece that is a file.
PartMapFile partMapOf(const std::string& text) {
    const std::size_t first = text.find('=');
    if (first == std::string::npos || first == 0 || first + 1 == text.size()) {
        throw Error(ErrorCode::InvalidArgument, text, "is not MAP=PART",
                    "Name the file of the map and the part it belongs to: map.png=good/0001.png.");
    }
    std::error_code ignored;
    for (std::size_t at = first; at != std::string::npos; at = text.find('=', at + 1)) {
        if (std::filesystem::is_regular_file(text.substr(0, at), ignored))
            return {.map = text.substr(0, at), .part = text.substr(at + 1)};
    }
    return {.map = text.substr(0, first), .part = text.substr(first + 1)};
}

std::vector<PartMapFile> partMapsOf(const std::vector<std::string>& texts) {
    std::vector<PartMapFile> maps;
    maps.reserve(texts.size());
    for (const std::string& text : texts)
        maps.push_back(partMapOf(text));
    return maps;
}

SegmentRequest requestOf(const Options& options) {
    SegmentRequest request{.project = options.project,
                           .source = options.source,
                           .names = options.names,
                           .templates = partMapsOf(options.templates)};
    const SegmentSourceInfo* info = findSegmentSource(options.source);
    for (const std::string& setting : options.settings)
        info->params.assign(request.params, setting);
    return request;
}

/// What the maps of a run are now.
ExitCode report(const std::string& file, RunId id, Console& console, Job& job) {
    const Project project = Project::open(file, true);
    const RunRecord made = project.runs().find(id).value();
    if (!made.message.empty()) console.note(made.message);
    Json names = Json::array();
    std::string text;
    for (const SegmentRecord& segment : project.segments().names()) {
        names.push_back(segment.name);
        text += (text.empty() ? "" : ", ") + segment.name;
    }
    const std::size_t maps = project.segments().mapCount();
    console.setDocument(
        {{"project", file}, {"run", id}, {"maps", maps}, {"segments", names}, {"params", made.params}});
    console.print(counted(static_cast<long long>(maps), "segment map", "segment maps") + " in " +
                  duration(made.seconds) + ": " + text + ".\n");
    return exitCodeOf(job);
}

ExitCode run(const Options& options, Console& console, Job& job) {
    const SegmentRequest request = requestOf(options);
    if (!options.strokes.empty()) {
        if (findSegmentSource(options.source)->painting != SegmentPainting::Strokes) {
            throw Error(ErrorCode::InvalidArgument, options.source, "does not learn from strokes",
                        "Leave --paint out, or use --source strokes.");
        }
        paintStrokes(options.project, partMapsOf(options.strokes), options.names, job);
    }
    return report(options.project, makeSegments(request, job), console, job);
}

/// "A=B".
std::pair<std::string, std::string> twoNames(const std::string& text, const char* shape) {
    const std::size_t sign = text.find('=');
    if (sign != std::string::npos && sign > 0 && sign + 1 < text.size())
        return {text.substr(0, sign), text.substr(sign + 1)};
    throw Error(ErrorCode::InvalidArgument, text, std::string("is not ") + shape,
                "Name two segments with = between them.");
}

std::vector<SegmentRecord>::iterator segmentNamed(std::vector<SegmentRecord>& segments,
                                                  const std::string& name) {
    const auto found = std::ranges::find(segments, name, &SegmentRecord::name);
    if (found != segments.end()) return found;
    std::string known;
    for (const SegmentRecord& segment : segments)
        known += (known.empty() ? "" : ", ") + segment.name;
    throw Error(ErrorCode::NotFound, name, "is no segment of this project",
                known.empty() ? "Make segment maps first." : "Use one of: " + known + ".");
}

ExitCode rename(const Options& options, Console& console, Job& job) {
    Project project = Project::open(options.project);
    const std::vector<SegmentRecord> before = project.segments().names();
    std::vector<SegmentRecord> after = before;
    for (const std::string& text : options.renames) {
        const auto [old, name] = twoNames(text, "OLD=NEW");
        segmentNamed(after, old)->name = name;
    }
    renameSegments(project, before, after);
    Json names = Json::array();
    for (const SegmentRecord& segment : after)
        names.push_back(segment.name);
    console.setDocument({{"project", options.project}, {"segments", names}});
    console.print(counted(static_cast<long long>(options.renames.size()), "segment", "segments") +
                  " renamed.\n");
    return exitCodeOf(job);
}

ExitCode merge(const Options& options, Console& console, Job& job) {
    const auto [from, into] = twoNames(options.merge, "SEGMENT=INTO");
    std::vector<SegmentRecord> segments = Project::open(options.project, true).segments().names();
    const int gone = segmentNamed(segments, from)->index;
    const int kept = segmentNamed(segments, into)->index;
    return report(options.project, mergeSegments(options.project, gone, kept, job), console, job);
}

ExitCode fix(const Options& options, Console& console, Job& job) {
    fixSegments({.project = options.project, .maps = partMapsOf(options.fixes), .released = options.released},
                job);
    const auto fixed = static_cast<long long>(options.fixes.size());
    const auto released = static_cast<long long>(options.released.size());
    console.setDocument({{"project", options.project}, {"fixed", fixed}, {"released", released}});
    if (fixed > 0) console.print(counted(fixed, "map", "maps") + " fixed by hand.\n");
    if (released > 0) console.print(counted(released, "map", "maps") + " left to the source again.\n");
    return exitCodeOf(job);
}

/// The parts to look at first, and what doesn't fit.
ExitCode check(const Options& options, Console& console, Job& job) {
    const std::vector<SegmentFindingRecord> findings = checkSegments(options.project, job);
    const Project project = Project::open(options.project, true);
    const std::vector<SegmentRecord> segments = project.segments().names();
    const auto pathOf = [&](PartId part) {
        const auto record = project.parts().find(part);
        return record ? record->path : std::string();
    };
    Json list = Json::array();
    Table table({{"part"}, {"finding"}, {"z", Table::Align::Right}});
    for (const SegmentFindingRecord& finding : findings) {
        const std::string path = pathOf(finding.part);
        list.push_back({{"kind", toString(finding.kind)},
                        {"part", finding.part == 0 ? Json() : Json(path)},
                        {"segment", finding.label < 0 ? Json() : Json(finding.label)},
                        {"share", finding.share},
                        {"usual", finding.usual},
                        {"z", finding.z ? Json(*finding.z) : Json()}});
        table.add({finding.part == 0 ? "all" : path, describeFinding(finding, segments),
                   finding.z ? fixed(*finding.z, 1) : ""});
    }
    constexpr std::size_t kWorst = 10;
    Json worst = Json::array();
    Table doubted({{"part"}, {"doubt", Table::Align::Right}, {""}});
    for (const SegmentDoubtRecord& doubt : project.segments().doubts(project.segments().currentRun())) {
        worst.push_back({{"part", pathOf(doubt.part)}, {"doubt", doubt.doubt}, {"flagged", doubt.flagged}});
        if (worst.size() <= kWorst)
            doubted.add({pathOf(doubt.part), fixed(doubt.doubt, 3), doubt.flagged ? "flagged" : ""});
    }
    console.setDocument({{"project", options.project}, {"findings", list}, {"doubts", worst}});
    console.print(findings.empty() ? "Nothing odd in the segment maps.\n" : table.text());
    if (!doubted.empty()) console.print("\nLeast certain maps:\n" + doubted.text());
    return exitCodeOf(job);
}

std::vector<std::string> sourceKeys() {
    std::vector<std::string> keys;
    for (const SegmentSourceInfo& info : segmentCatalog())
        keys.push_back(info.key);
    return keys;
}

/// The sources with their parameters, for the end of the help.
std::string sourcesText() {
    std::string text = "Sources:\n";
    for (const SegmentSourceInfo& info : segmentCatalog()) {
        text += "  " + info.key + ": " + info.help + "\n";
        for (const ParamSpec& spec : info.params.specs())
            text += "      " + spec.key + "=" +
                    (spec.defaultValue.is_string() ? spec.defaultValue.get<std::string>()
                                                   : spec.defaultValue.dump()) +
                    "  " + spec.help + "\n";
    }
    return text;
}
}  // namespace

void addSegmentCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    const std::string example = "segad segment parts.segad --source foreground";
    CLI::App& command = addCommand(app, context, "segment", "Makes the segment maps of all parts", example);
    command.footer("Example:\n  " + example + "\n\n" + sourcesText());
    options->source = segmentCatalog().front().key;
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("--source", options->source, "Where the maps come from")
        ->check(CLI::IsMember(sourceKeys()))
        ->capture_default_str();
    command.add_option("--set", options->settings,
                       "A parameter of the source, key=value; may be given several times");
    command.add_option("--names", options->names, "Names of the segments, in the order of their labels")
        ->delimiter(',');
    command.add_option("--template", options->templates,
                       "MAP=PART: the map of one part, for --source template; may be given several times");
    command.add_option(
        "--paint", options->strokes,
        "MAP=PART: strokes on one part, 255 where nothing is painted, for --source strokes; kept "
        "in the project; may be given several times");
    command.add_option("--rename", options->renames,
                       "OLD=NEW: another name for a segment; may be given several times");
    command.add_option(
        "--merge", options->merge,
        "SEGMENT=INTO: one of the segments that were found by likeness becomes part of another");
    command.add_option("--fix", options->fixes,
                       "MAP=PART: the map of this part from now on, whatever a source makes of it");
    command.add_option("--release", options->released, "PART whose map is left to the source again");
    command.add_flag("--check", options->check,
                     "Make nothing: say what doesn't fit in the maps there are, and which are least certain");
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) {
            if (options->check) return check(*options, console, job);
            if (!options->fixes.empty() || !options->released.empty()) return fix(*options, console, job);
            if (!options->renames.empty()) return rename(*options, console, job);
            if (!options->merge.empty()) return merge(*options, console, job);
            return run(*options, console, job);
        };
    });
}

}  // namespace segad::cli
