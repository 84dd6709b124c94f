#include "app/cli/commands/commands.h"
#include "app/cli/param_text.h"
#include "app/cli/text.h"
#include "core/base/threads.h"
#include "core/detector/catalog.h"
#include "core/workflow/backbone_offers.h"
#include "core/workflow/cost_memory.h"

namespace segad::cli {

namespace {
std::string_view wordOf(Supervision supervision) {
    return supervision == Supervision::GoodOnly ? "good parts" : "good and bad parts";
}

constexpr std::uint64_t kPartsOfEstimate = 200;
constexpr std::uint64_t kBadPartsOfEstimate = 10;

/// What the detector takes here with its usual backbone and parameters, so that detectors can be compared.
CostEstimate usualCost(const DetectorInfo& info) {
    const Json params = info.params.defaults();
    CostQuestion question{.params = params,
                          .backbone = "",
                          .trainParts = kPartsOfEstimate,
                          .badParts = kBadPartsOfEstimate,
                          .threads = threadCount()};
    if (info.usesBackbone) {
        for (const BackboneOffer& offer : offerBackbones(info.key, params)) {
            if (offer.preferred) question.backbone = catalogBackboneLike(offer.name);
        }
    }
    return refined(info.estimateCost(question), rememberedCost(info.key, question.backbone, "auto"));
}

Json toJson(const CostEstimate& cost) {
    return {{"good_parts", kPartsOfEstimate},     {"bad_parts", kBadPartsOfEstimate},
            {"train_seconds", cost.trainSeconds}, {"score_seconds_per_part", cost.scoreSecondsPerPart},
            {"train_bytes", cost.trainBytes},     {"model_bytes", cost.modelBytes}};
}

Json toJson(const DetectorInfo& info) {
    Json json{{"key", info.key},
              {"title", info.title},
              {"summary", info.summary},
              {"reference", info.reference},
              {"learns_from", wordOf(info.supervision)},
              {"makes_maps", info.makesMaps},
              {"uses_backbone", info.usesBackbone},
              {"estimate", toJson(usualCost(info))},
              {"backbone_architectures", info.backboneArchitectures},
              {"parameters", Json::array()}};
    for (const ParamSpec& spec : info.params.specs())
        json["parameters"].push_back(cli::toJson(spec));
    return json;
}

std::string catalogText() {
    using Align = Table::Align;
    Table table({{"detector"},
                 {"learns from"},
                 {"maps"},
                 {"training", Align::Right},
                 {"a part", Align::Right},
                 {"summary"}});
    for (const DetectorInfo& info : detectorCatalog()) {
        const CostEstimate cost = usualCost(info);
        table.add({info.key, std::string(wordOf(info.supervision)), info.makesMaps ? "yes" : "no",
                   duration(cost.trainSeconds), duration(cost.scoreSecondsPerPart), info.summary});
    }
    return table.text() + "Times are estimates for " + std::to_string(kPartsOfEstimate) +
           " good parts on this machine, with the usual backbone and parameters.\n";
}

std::string detectorText(const DetectorInfo& info) {
    std::string text = info.title + " (" + info.key + ")\n" + info.summary + "\n" + info.reference + "\n\n";
    return text + paramText(info.params);
}
}  // namespace

void addDetectorsCommand(CLI::App& app, Context& context) {
    const auto key = std::make_shared<std::string>();
    CLI::App& command = addCommand(app, context, "detectors", "The detectors there are, or one's parameters",
                                   "segad detectors patchcore");
    command.add_option("KEY", *key, "Detector to explain");
    command.callback([&context, key] {
        context.action = [key](Console& console, Job&) {
            Json document{{"detectors", Json::array()}};
            if (!key->empty()) {
                const DetectorInfo& info = detectorInfo(*key);
                document["detectors"].push_back(toJson(info));
                console.print(detectorText(info));
            } else {
                for (const DetectorInfo& info : detectorCatalog())
                    document["detectors"].push_back(toJson(info));
                console.print(catalogText());
            }
            console.setDocument(std::move(document));
            return ExitCode::Done;
        };
    });
}

}  // namespace segad::cli
