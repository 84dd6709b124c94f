#include <charconv>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/image/image.h"
#include "core/workflow/defect_sheet.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    int count = 0;
    int most = 1;
    std::vector<std::string> kinds;
    std::vector<std::string> segments;
    std::uint64_t seed = kDefaultForestSeed;
    std::vector<std::string> settings;
    std::string unit{toString(SizeUnit::Percent)};
    double scale = 0;
    std::string textures;
    bool add = false;
    std::string preview;
};

/// "key=value" for one kind. Sizes in another unit than per cent have other bounds than the schema's: these
/// are looked at when the picture is known.
void assign(const DefectKind& kind, Json& params, const std::string& setting, SizeUnit unit) {
    const std::size_t equals = setting.find('=');
    const ParamSpec* spec = kind.params.find(setting.substr(0, equals));
    if (unit != SizeUnit::Percent && equals != std::string::npos && spec != nullptr &&
        spec->unit == kSizeUnit) {
        double value = 0;
        const char* const last = setting.data() + setting.size();
        const auto [end, failure] = std::from_chars(setting.data() + equals + 1, last, value);
        if (failure != std::errc{} || end != last) {
            throw Error(ErrorCode::InvalidArgument, spec->key, "must be a number", "Correct the value.");
        }
        params[spec->key] = value;
        return;
    }
    kind.params.assign(params, setting);
}

/// "blur.size_max=12" is for one kind, "size_max=12" for all that have such a parameter.
void applySetting(std::vector<DefectChoice>& choices, const std::string& setting, SizeUnit unit) {
    const std::size_t dot = setting.substr(0, setting.find('=')).find('.');
    const std::string only = dot == std::string::npos ? "" : setting.substr(0, dot);
    const std::string plain = dot == std::string::npos ? setting : setting.substr(dot + 1);
    bool used = false;
    for (DefectChoice& choice : choices) {
        const DefectKind& kind = requireDefectKind(choice.kind);
        if (!only.empty() && only != choice.kind) continue;
        if (only.empty() && kind.params.find(plain.substr(0, plain.find('='))) == nullptr) continue;
        assign(kind, choice.params, plain, unit);
        used = true;
    }
    if (used) return;
    throw Error(ErrorCode::InvalidArgument, setting, "sets nothing of the kinds that are generated",
                "See 'segad defects KIND' for parameters, and name the kind with --kinds.");
}

GenerateRequest requestOf(const Options& options) {
    GenerateRequest request{.project = options.project,
                            .count = options.count,
                            .mostDefects = options.most,
                            .segments = options.segments,
                            .seed = options.seed,
                            .unit = sizeUnitFromString(options.unit),
                            .pixelsPerMillimetre = options.scale,
                            .textures = options.textures,
                            .add = options.add};
    for (const std::string& kind : options.kinds.empty() ? paperDefectKinds() : options.kinds)
        request.kinds.push_back({.kind = requireDefectKind(kind).key});
    for (const std::string& setting : options.settings)
        applySetting(request.kinds, setting, request.unit);
    return request;
}

ExitCode run(const GenerateRequest& request, Console& console, Job& job) {
    const GenerateReport report = generateDefects(request, job);
    Json kinds = Json::array();
    for (const DefectChoice& choice : request.kinds)
        kinds.push_back(choice.kind);
    console.setDocument({{"project", request.project.string()},
                         {"kinds", kinds},
                         {"made", report.made},
                         {"unchanged", report.unchanged},
                         {"removed", report.removed},
                         {"faint", report.faint},
                         {"from", report.from},
                         {"seed", request.seed}});
    std::string text = counted(report.made, "generated part", "generated parts") + " made from " +
                       counted(report.from, "good part", "good parts");
    if (report.unchanged > 0) text += ", " + std::to_string(report.unchanged) + " were there already";
    if (report.removed > 0) text += ", " + std::to_string(report.removed) + " earlier ones removed";
    console.print(text + ".\nNext: segad fit " + request.project.string() + " --bad generated\n");
    return exitCodeOf(job);
}

ExitCode preview(const DefectSheetRequest& request, const Path& file, Console& console, Job& job) {
    const cv::Mat sheet = defectSheet(request, job);
    encodeImage(file, sheet);
    console.setDocument({{"project", request.defects.project.string()},
                         {"preview", file.string()},
                         {"width", sheet.cols},
                         {"height", sheet.rows}});
    console.print("Wrote " + file.string() + "; nothing was added to the project.\n");
    return exitCodeOf(job);
}
}  // namespace

void addGenerateCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    const std::string example = "segad generate parts.segad --count 60 --kinds blur,stain,missing";
    CLI::App& command = addCommand(app, context, "generate",
                                   "Makes generated bad parts from the good parts that calibrate", example);
    command.footer("Example:\n  " + example +
                   "\n\nThe same seed gives the same defects. 'segad defects' lists the kinds.");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("--count", options->count, "How many in all (default: as many as good parts)")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--most", options->most, "Each part gets one to so many defects of its kind")
        ->check(CLI::Range(1, kMostDefects))
        ->capture_default_str();
    command.add_option("--kinds", options->kinds, "Kinds of defects (default: the paper's three)")
        ->delimiter(',');
    command.add_option("--segments", options->segments, "Where, by name (default: all but the background)")
        ->delimiter(',');
    command.add_option("--seed", options->seed, "Draws the defects")->capture_default_str();
    command.add_option("--set", options->settings,
                       "A parameter, key=value or kind.key=value; may be given several times");
    command.add_option("--unit", options->unit, "Of sizes: %, px or mm")
        ->check(CLI::IsMember({"%", "px", "mm"}))
        ->capture_default_str();
    command.add_option("--scale", options->scale, "Pixels per millimetre, for --unit mm")
        ->check(CLI::PositiveNumber);
    command.add_option("--textures", options->textures,
                       "Folder of pictures for textures (default: procedural)");
    command.add_flag("--add", options->add, "Keep what was generated before");
    command.add_option("--preview", options->preview,
                       "Only write a picture to judge them by (png, jpg): each part before and after");
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) {
            const GenerateRequest request = requestOf(*options);
            if (options->preview.empty()) return run(request, console, job);
            return preview({.defects = request}, options->preview, console, job);
        };
    });
}

}  // namespace segad::cli
