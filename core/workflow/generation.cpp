#include "core/workflow/generation.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <numeric>
#include <set>

#include "core/base/threads.h"
#include "core/dataset/splits.h"
#include "core/workflow/defect_orders.h"
#include "core/workflow/roles.h"

namespace segad {

namespace {
constexpr double kDrawShare = 0.9;

std::vector<DefectOrder> ordersOf(const DefectPlan& plan, int count) {
    const std::size_t parts = plan.stock->parts.size();
    const std::size_t kinds = plan.kinds.size();
    const std::size_t cycle = std::lcm(parts, kinds);
    std::map<std::pair<std::size_t, std::size_t>, int> numbers;
    std::vector<DefectOrder> orders;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        // Equal numbers of each kind and for each part; after a cycle the pairs would be the same again.
        const std::size_t part = (i + i / cycle) % parts;
        const std::size_t kind = i % kinds;
        orders.push_back({.part = part, .kind = kind, .number = numbers[{part, kind}]++});
    }
    return orders;
}

struct Draws {
    std::vector<std::optional<DrawnDefect>> made;  ///< of orders[i]
    int faint = 0;
};

Draws drawAll(const DefectPlan& plan, const std::vector<DefectOrder>& orders, Job& job) {
    constexpr std::size_t kBatch = 16;
    Draws draws{.made = std::vector<std::optional<DrawnDefect>>(orders.size())};
    for (std::size_t begin = 0; begin < orders.size(); begin += kBatch) {
        job.progress(begin, orders.size());
        const std::size_t count = std::min(kBatch, orders.size() - begin);
        std::vector<std::optional<Error>> failures(count);
        std::atomic<int> faint = 0;
        parallelFor(count, [&](std::size_t i) {
            job.throwIfCancelled();
            const DefectOrder& order = orders[begin + i];
            try {
                auto [drawn, defect] = drawDefect(plan, order);
                if (defect) {
                    draws.made[begin + i] = std::move(drawn);
                } else {
                    failures[i] = tooFaint(plan, order);
                    ++faint;
                }
            } catch (const Error& error) {
                failures[i] = error;
            }
        });
        for (const std::optional<Error>& failure : failures) {
            if (failure) job.warn(*failure);
        }
        draws.faint += faint;
    }
    return draws;
}

NewGeneratedPart storedForm(const DefectPlan& plan, const DrawnDefect& drawn) {
    NewGeneratedPart part{.record = {.madeFrom = plan.stock->parts[drawn.part].id,
                                     .kind = drawn.recipe.kind,
                                     .number = drawn.recipe.number,
                                     .recipe = toJson(drawn.recipe)},
                          .segments = plan.stock->grounds[drawn.part].segments};
    if (drawn.partner) {
        part.record.partner = plan.stock->parts[*drawn.partner].id;
        part.partnerSegments = plan.stock->grounds[*drawn.partner].segments;
    }
    return part;
}

void store(Project& project, const DefectPlan& plan, const Draws& draws, bool add, GenerateReport& report) {
    Transaction transaction = project.transaction();
    std::set<PartId> present;
    for (const std::optional<DrawnDefect>& drawn : draws.made) {
        if (!drawn) continue;
        PutOutcome outcome = PutOutcome::Unchanged;
        present.insert(project.generated().put(storedForm(plan, *drawn), 0, &outcome));
        ++(outcome == PutOutcome::Unchanged ? report.unchanged : report.made);
    }
    if (!add) {
        std::vector<PartId> earlier;
        for (const GeneratedRecord& record : project.generated().all()) {
            if (!present.contains(record.part)) earlier.push_back(record.part);
        }
        report.removed = static_cast<int>(earlier.size());
        project.generated().remove(earlier);
    }
    Json kinds = Json::array();
    for (const DefectChoice& choice : plan.kinds)
        kinds.push_back({{"kind", choice.kind}, {"params", choice.params}});
    project.audit().add("generate", std::to_string(present.size()) + " parts",
                        {{"kinds", kinds},
                         {"most", plan.mostDefects},
                         {"seed", plan.seed},
                         {"from", plan.stock->parts.size()}});
    transaction.commit();
}
}  // namespace

std::vector<PartRecord> partsToMakeDefectsFrom(const Project& project) {
    std::vector<PartRecord> parts = rolesForTraining(project).with(Role::Calibrate);
    std::ranges::sort(parts,
                      [](const PartRecord& a, const PartRecord& b) { return pathLess(a.path, b.path); });
    return parts;
}

std::vector<int> segmentsNamed(const Project& project, const std::vector<std::string>& names) {
    const std::vector<SegmentRecord> segments = project.segments().names();
    std::vector<int> indices;
    std::string known;
    for (const SegmentRecord& segment : segments)
        known += (known.empty() ? "" : ", ") + segment.name;
    for (const std::string& name : names) {
        const auto found = std::ranges::find(segments, name, &SegmentRecord::name);
        if (found == segments.end()) {
            throw Error(ErrorCode::NotFound, name, "is no segment of this product",
                        known.empty() ? "Make segment maps first." : "There are: " + known + ".");
        }
        indices.push_back(found->index);
    }
    std::ranges::sort(indices);
    return indices;
}

GenerateReport generateDefects(const GenerateRequest& request, Job& job) {
    Project project = Project::open(request.project);
    const DefectPlan plan = planOf(project, request, stockOf(project, request.parts, request.textures));
    const int count = request.count == 0 ? static_cast<int>(plan.stock->parts.size()) : request.count;
    const std::vector<DefectOrder> orders = ordersOf(plan, count);
    Draws draws;
    {
        Job::Stage stage(job, kDrawShare, "Drawing defects");
        draws = drawAll(plan, orders, stage.job());
    }
    if (std::ranges::none_of(draws.made, [](const auto& drawn) { return drawn.has_value(); })) {
        throw Error(ErrorCode::InvalidData, "generated defects",
                    "none of " + std::to_string(count) + " could be made",
                    "The warnings say why; choose other kinds or segments.");
    }
    job.throwIfCancelled();
    GenerateReport report{.faint = draws.faint, .from = static_cast<int>(plan.stock->parts.size())};
    store(project, plan, draws, request.add, report);
    return report;
}

void regenerateDefect(const Path& file, PartId part, Job& job) {
    Project project = Project::open(file);
    const std::optional<GeneratedRecord> record = project.generated().find(part);
    if (!record) {
        throw Error(ErrorCode::NotFound, "part " + std::to_string(part), "is not a generated part",
                    "Reload the project.");
    }
    const DefectRecipe old = recipeFromJson(record->recipe, record->kind);
    const PartRecord from = project.parts().find(record->madeFrom).value();
    auto stock = std::make_shared<DefectStock>();
    stock->add(project, from);
    if (record->partner != 0 && record->partner != from.id)
        stock->add(project, project.parts().find(record->partner).value());
    if (!old.textureFile.empty()) stock->textures = texturesIn(Path(old.textureFile).parent_path());
    const DefectPlan plan{.stock = stock,
                          .kinds = {{old.kind, old.params}},
                          .segments = old.segments,
                          .mostDefects = old.defects,
                          .seed = old.seed};
    const DefectOrder order{.number = project.generated().nextNumber(from.id, old.kind)};
    const auto [drawn, defect] = drawDefect(plan, order);
    if (!defect) {
        job.warn(tooFaint(plan, order));
        return;
    }
    job.throwIfCancelled();
    project.generated().put(storedForm(plan, drawn), part);
}

}  // namespace segad
