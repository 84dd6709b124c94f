#include "core/workflow/generation.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <numeric>
#include <set>

#include "core/base/sha256.h"
#include "core/base/threads.h"
#include "core/dataset/picture_folder.h"
#include "core/dataset/splits.h"
#include "core/defect/generate.h"
#include "core/workflow/defect_scene.h"
#include "core/workflow/roles.h"

namespace segad {

/// What defects are made from.
struct DefectStock {
    std::vector<PartRecord> parts;
    std::vector<DefectGround> grounds;  ///< of parts[i]
    std::vector<Path> textures;

    void add(const Project& project, const PartRecord& part) {
        parts.push_back(part);
        grounds.push_back(groundOf(project, part));
    }
};

namespace {
constexpr double kDrawShare = 0.9;
constexpr int kMostGenerated = 1'000'000;

/// What all defects of a request have in common.
struct Plan {
    std::shared_ptr<const DefectStock> stock;
    std::vector<DefectChoice> kinds;
    std::vector<int> segments;
    int mostDefects = 1;
    std::uint64_t seed = 0;
    SizeUnit unit = SizeUnit::Percent;
    double pixelsPerMillimetre = 0;
};

/// One defect to draw.
struct Order {
    std::size_t part = 0;
    std::size_t kind = 0;
    int number = 0;
};

struct Drawn {
    DefectRecipe recipe;
    std::size_t part = 0;
    std::optional<std::size_t> partner;  ///< index of a part
};

std::vector<Path> texturesIn(const Path& folder) {
    if (folder.empty()) return {};
    Job unwatched;
    return readPictureFolder(folder, unwatched).files;
}

/// Parameters in per cent, checked before anything is drawn.
void settleKinds(Plan& plan, const std::vector<DefectChoice>& wanted) {
    plan.kinds = wanted;
    if (plan.kinds.empty()) {
        for (const std::string& key : paperDefectKinds())
            plan.kinds.push_back({.kind = key});
    }
    std::set<std::string> seen;
    for (const DefectChoice& choice : plan.kinds) {
        requireDefectKind(choice.kind);
        if (!seen.insert(choice.kind).second) {
            throw Error(ErrorCode::InvalidArgument, choice.kind, "is asked for twice",
                        "Name each kind once.");
        }
    }
}

/// The stream for what is chosen beside the drawing itself.
SplitMix64 choiceStream(const DefectRecipe& recipe, const char* what) {
    return SplitMix64(recipe.seed, std::string(what) + "/" + recipe.kind + "/" + recipe.part + "/" +
                                       std::to_string(recipe.number));
}

DefectRecipe recipeOf(const Plan& plan, const Order& order) {
    const DefectChoice& choice = plan.kinds[order.kind];
    const PartRecord& part = plan.stock->parts[order.part];
    const ParamSchema& schema = requireDefectKind(choice.kind).params;
    const SizeScale scale{.unit = plan.unit,
                          .side = std::min(part.width, part.height),
                          .pixelsPerMillimetre = plan.pixelsPerMillimetre};
    DefectRecipe recipe{.kind = choice.kind,
                        .params = schema.complete(inPercent(schema, choice.params, scale)),
                        .segments = plan.segments,
                        .seed = plan.seed,
                        .part = plan.stock->grounds[order.part].name,
                        .number = order.number};
    if (plan.mostDefects > 1) {
        SplitMix64 random = choiceStream(recipe, "defects");
        recipe.defects = 1 + static_cast<int>(random.below(static_cast<std::uint64_t>(plan.mostDefects)));
    }
    return recipe;
}

/// Another of the parts; the only one itself.
std::optional<std::size_t> choosePartner(const Plan& plan, const DefectKind& kind, const Order& order,
                                         const DefectRecipe& recipe) {
    if (!kind.needsPartner) return std::nullopt;
    if (plan.stock->parts.size() < 2) return order.part;
    SplitMix64 random = choiceStream(recipe, "partner");
    const auto other = static_cast<std::size_t>(random.below(plan.stock->parts.size() - 1));
    return other < order.part ? other : other + 1;
}

void chooseTexture(const Plan& plan, const DefectKind& kind, DefectRecipe& recipe) {
    if (!kind.takesTextures || plan.stock->textures.empty()) return;
    SplitMix64 random = choiceStream(recipe, "texture");
    const Path& file = plan.stock->textures[random.below(plan.stock->textures.size())];
    recipe.textureFile = toUtf8(std::filesystem::absolute(file));
    recipe.textureSha256 = sha256OfFile(file);
}

/// The defect and its recipe; the defect is absent when nothing was to be seen.
std::pair<Drawn, std::optional<GeneratedDefect>> drawDefect(const Plan& plan, const Order& order,
                                                            const ReadPicture& read = readPicture) {
    Drawn drawn{.recipe = recipeOf(plan, order), .part = order.part};
    const DefectKind& kind = requireDefectKind(drawn.recipe.kind);
    drawn.partner = choosePartner(plan, kind, order, drawn.recipe);
    chooseTexture(plan, kind, drawn.recipe);
    std::optional<DefectGround> partner;
    if (drawn.partner) partner = plan.stock->grounds[*drawn.partner];
    const DefectStage stage(plan.stock->grounds[order.part], partner, drawn.recipe, read);
    std::optional<GeneratedDefect> defect = generateDefect(drawn.recipe, stage.scene());
    return {std::move(drawn), std::move(defect)};
}

Error tooFaint(const Plan& plan, const Order& order) {
    return Error(ErrorCode::InvalidData, plan.stock->parts[order.part].path,
                 "got no defect of kind " + plan.kinds[order.kind].kind + ": nothing was to be seen after " +
                     std::to_string(kDefectAttempts) + " draws",
                 "Make it larger or stronger, or choose other segments.");
}

std::vector<Order> ordersOf(const Plan& plan, int count) {
    const std::size_t parts = plan.stock->parts.size();
    const std::size_t kinds = plan.kinds.size();
    const std::size_t cycle = std::lcm(parts, kinds);
    std::map<std::pair<std::size_t, std::size_t>, int> numbers;
    std::vector<Order> orders;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        // Equal numbers of each kind and for each part; after a cycle the pairs would be the same again.
        const std::size_t part = (i + i / cycle) % parts;
        const std::size_t kind = i % kinds;
        orders.push_back({.part = part, .kind = kind, .number = numbers[{part, kind}]++});
    }
    return orders;
}

std::shared_ptr<const DefectStock> stockOf(const Project& project, const std::vector<PartId>& parts,
                                           const Path& textures) {
    auto stock = std::make_shared<DefectStock>();
    stock->textures = texturesIn(textures);
    if (parts.empty()) {
        for (const PartRecord& part : partsToMakeDefectsFrom(project))
            stock->add(project, part);
    }
    for (const PartId id : parts) {
        const std::optional<PartRecord> part = project.parts().find(id);
        if (!part || part->generated || part->label == Label::Bad) {
            throw Error(ErrorCode::InvalidArgument, part ? part->path : "part " + std::to_string(id),
                        "can't be made a defective part of", "Choose photographed good parts.");
        }
        stock->add(project, *part);
    }
    return stock;
}

Plan planOf(const Project& project, const GenerateRequest& request,
            std::shared_ptr<const DefectStock> stock) {
    Plan plan{.stock = std::move(stock),
              .segments = segmentsNamed(project, request.segments),
              .mostDefects = request.mostDefects,
              .seed = request.seed,
              .unit = request.unit,
              .pixelsPerMillimetre = request.pixelsPerMillimetre};
    settleKinds(plan, request.kinds);
    if (request.count < 0 || request.count > kMostGenerated) {
        throw Error(ErrorCode::InvalidArgument, "count", "must lie between 0 and 1000000",
                    "A few defects for each good part are enough.");
    }
    if (request.mostDefects < 1 || request.mostDefects > kMostDefects) {
        throw Error(ErrorCode::InvalidArgument, "most",
                    "must lie between 1 and " + std::to_string(kMostDefects),
                    "A part with more defects than that is bad without doubt and teaches nothing.");
    }
    // Wrong parameters are told before the first picture is read.
    for (std::size_t kind = 0; kind < plan.kinds.size(); ++kind)
        recipeOf(plan, {.part = 0, .kind = kind});
    return plan;
}

struct Draws {
    std::vector<std::optional<Drawn>> made;  ///< of orders[i]
    int faint = 0;
};

Draws drawAll(const Plan& plan, const std::vector<Order>& orders, Job& job) {
    constexpr std::size_t kBatch = 16;
    Draws draws{.made = std::vector<std::optional<Drawn>>(orders.size())};
    for (std::size_t begin = 0; begin < orders.size(); begin += kBatch) {
        job.progress(begin, orders.size());
        const std::size_t count = std::min(kBatch, orders.size() - begin);
        std::vector<std::optional<Error>> failures(count);
        std::atomic<int> faint = 0;
        parallelFor(count, [&](std::size_t i) {
            job.throwIfCancelled();
            const Order& order = orders[begin + i];
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

NewGeneratedPart storedForm(const Plan& plan, const Drawn& drawn) {
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

void store(Project& project, const Plan& plan, const Draws& draws, bool add, GenerateReport& report) {
    Transaction transaction = project.transaction();
    std::set<PartId> present;
    for (const std::optional<Drawn>& drawn : draws.made) {
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
    const Plan plan = planOf(project, request, stockOf(project, request.parts, request.textures));
    const int count = request.count == 0 ? static_cast<int>(plan.stock->parts.size()) : request.count;
    const std::vector<Order> orders = ordersOf(plan, count);
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
    const Plan plan{.stock = stock,
                    .kinds = {{old.kind, old.params}},
                    .segments = old.segments,
                    .mostDefects = old.defects,
                    .seed = old.seed};
    const Order order{.number = project.generated().nextNumber(from.id, old.kind)};
    const auto [drawn, defect] = drawDefect(plan, order);
    if (!defect) {
        job.warn(tooFaint(plan, order));
        return;
    }
    job.throwIfCancelled();
    project.generated().put(storedForm(plan, drawn), part);
}

struct DefectPreviewer::Pictures {
    std::mutex mutex;
    std::deque<std::pair<Path, cv::Mat>> kept;  ///< the newest first
};

DefectPreviewer::DefectPreviewer(Path project, const Path& textures)
    : project_(std::move(project)), pictures_(std::make_unique<Pictures>()) {
    const Project opened = Project::open(project_, true);
    stock_ = stockOf(opened, {}, textures);
}

DefectPreviewer::~DefectPreviewer() = default;

std::vector<PartId> DefectPreviewer::parts() const {
    std::vector<PartId> ids;
    for (const PartRecord& part : stock_->parts)
        ids.push_back(part.id);
    return ids;
}

cv::Mat DefectPreviewer::read(const Path& file) const {
    {
        const std::scoped_lock lock(pictures_->mutex);
        for (const auto& [known, rgb] : pictures_->kept) {
            if (known == file) return rgb;
        }
    }
    cv::Mat rgb = readPicture(file);
    const std::scoped_lock lock(pictures_->mutex);
    pictures_->kept.emplace_front(file, rgb);
    if (pictures_->kept.size() > kPicturesKept) pictures_->kept.pop_back();
    return rgb;
}

DefectPreview DefectPreviewer::draw(const DefectPreviewRequest& request) const {
    const Project project = Project::open(project_, true);
    std::shared_ptr<const DefectStock> stock = stock_;
    auto place = std::ranges::find(stock->parts, request.part, &PartRecord::id);
    if (place == stock->parts.end()) {
        // Only to look at: defects are not made from it.
        auto wider = std::make_shared<DefectStock>(*stock_);
        const std::optional<PartRecord> part = project.parts().find(request.part);
        if (!part || part->generated) {
            throw Error(ErrorCode::NotFound, "part " + std::to_string(request.part),
                        "is no photographed part", "Choose another part.");
        }
        wider->add(project, *part);
        stock = wider;
        place = stock->parts.end() - 1;
    }
    const Plan plan = planOf(project,
                             {.kinds = {request.kind},
                              .mostDefects = request.mostDefects,
                              .segments = request.segments,
                              .seed = request.seed,
                              .unit = request.unit,
                              .pixelsPerMillimetre = request.pixelsPerMillimetre},
                             stock);
    const auto reader = [this](const Path& file) { return read(file); };
    const auto [drawn, defect] = drawDefect(
        plan, {.part = static_cast<std::size_t>(place - stock->parts.begin()), .number = request.number},
        reader);
    DefectPreview preview{.before = read(stock->grounds[drawn.part].file)};
    if (defect) {
        preview.after = defect->rgb;
        preview.mask = defect->mask;
    }
    return preview;
}

}  // namespace segad
