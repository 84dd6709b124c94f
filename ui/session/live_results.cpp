#include "ui/session/live_results.h"

#include <algorithm>
#include <unordered_map>

#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

namespace {
/// So many are shown; the next batch follows the labels of this one.
constexpr std::size_t kSuggestions = 20;
constexpr std::size_t kDoubts = 50;
}  // namespace

LiveResults::LiveResults(ProjectSession& session, QObject* parent) : QObject(parent), session_(session) {
    pool_.setMaxThreadCount(1);
    connect(&session_, &ProjectSession::labelsChanged, this, [this] { schedule(false); });
    connect(&session_, &ProjectSession::dataChanged, this, [this] { schedule(true); });
}

LiveResults::~LiveResults() {
    if (job_) job_->cancel();
    pool_.clear();
    pool_.waitForDone();
}

void LiveResults::want(const QObject& who, bool wanted) {
    if (wanted && wanting_.insert(&who).second) {
        connect(&who, &QObject::destroyed, this, [this, gone = &who] { wanting_.erase(gone); });
    }
    if (!wanted && wanting_.erase(&who) > 0) disconnect(&who, &QObject::destroyed, this, nullptr);
    if (isWanted() && due_ && !underway_) begin();
}

PartId LiveResults::nextSuggestion(PartId current) const {
    const std::vector<Suggestion>& all = suggestions();
    const auto here = std::ranges::find(all, current, &Suggestion::part);
    const std::size_t first = here == all.end() ? 0 : static_cast<std::size_t>(here - all.begin()) + 1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const PartId part = all[(first + i) % all.size()].part;
        const auto row = session_.data().rowOf.find(part);
        if (part != current && row != session_.data().rowOf.end() &&
            session_.data().parts[row->second].label == Label::Unlabelled) {
            return part;
        }
    }
    return 0;
}

void LiveResults::schedule(bool readAgain) {
    due_ = true;
    readAgain_ = readAgain_ || readAgain;
    if (job_) job_->cancel();  // it would be stale
    if (isWanted() && !underway_) begin();
}

void LiveResults::begin() {
    due_ = false;
    underway_ = true;
    job_ = std::make_shared<Job>();
    std::vector<std::pair<PartId, Label>> labels;
    labels.reserve(session_.data().parts.size());
    for (const PartRecord& part : session_.data().parts)
        labels.emplace_back(part.id, part.label);
    runInBackground(
        this, pool_,
        [project = session_.file(), features = features_, refresh = std::exchange(readAgain_, false),
         labels = std::move(labels), job = job_] { return make(project, features, refresh, labels, *job); },
        [this](const Answer& answer) { take(answer); });
}

LiveResults::Answer LiveResults::make(const Path& project, std::shared_ptr<const LiveFeatures> features,
                                      bool refresh, const std::vector<std::pair<PartId, Label>>& labels,
                                      Job& job) {
    Answer answer{.features = std::move(features)};
    try {
        if (!answer.features)
            answer.features = std::make_shared<LiveFeatures>(readLiveFeatures(project, {}, job));
        else if (refresh)
            answer.features = std::make_shared<LiveFeatures>(refreshed(*answer.features, {}, job));
        const std::unordered_map<PartId, Label> labelOf(labels.begin(), labels.end());
        std::vector<Label> known = answer.features->labels;
        for (std::size_t row = 0; row < known.size(); ++row) {
            const auto found = labelOf.find(answer.features->table.partIds()[row]);
            if (found != labelOf.end()) known[row] = found->second;
        }
        auto made = std::make_shared<Made>();
        made->forest = fitLive(*answer.features, known, {}, job);
        made->suggestions = suggestParts(*answer.features, known, made->forest, {.count = kSuggestions}, job);
        made->doubts = labelDoubts(*answer.features, made->forest, kDoubts);
        answer.made = std::move(made);
    } catch (const Cancelled&) {
        answer.givenUp = true;
    } catch (const Error& error) {
        answer.problem = errorText(error);
    }
    return answer;
}

void LiveResults::take(const Answer& answer) {
    underway_ = false;
    job_.reset();
    features_ = answer.features;
    if (answer.givenUp) {
        readAgain_ = readAgain_ || features_ == nullptr;
    } else if (!due_) {
        made_ = answer.made;
        problem_ = answer.problem;
    }
    if (isWanted() && due_) {
        begin();
        return;
    }
    Q_EMIT updated();
}

}  // namespace segad::ui
