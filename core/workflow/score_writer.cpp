#include "core/workflow/score_writer.h"

#include <algorithm>
#include <chrono>

namespace segad {

namespace {
/// So that a kill loses about this much, and a slow detector's results show up while it works.
constexpr auto kPatience = std::chrono::milliseconds(500);
}  // namespace

ScoreWriter::ScoreWriter(Path project, std::vector<RunId> runs, std::vector<std::unordered_set<PartId>> kept)
    : file_(std::move(project)),
      runs_(std::move(runs)),
      kept_(std::move(kept)),
      thread_([this] { loop(); }) {}

ScoreWriter::~ScoreWriter() {
    {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void ScoreWriter::put(PartId part, std::vector<Scored> perDetector, double seconds) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [&] { return waiting_.size() < kQueue || failure_ != nullptr; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_.push_back({.part = part, .perDetector = std::move(perDetector), .seconds = seconds});
    wake_.notify_all();
}

void ScoreWriter::finish() {
    {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
    if (failure_) std::rethrow_exception(failure_);
}

void ScoreWriter::loop() {
    try {
        Project project = Project::open(file_);
        for (;;) {
            std::vector<Item> batch;
            {
                std::unique_lock lock(mutex_);
                wake_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
                wake_.wait_for(lock, kPatience, [&] { return closed_ || waiting_.size() >= kBatch; });
                while (!waiting_.empty() && batch.size() < kBatch) {
                    batch.push_back(std::move(waiting_.front()));
                    waiting_.pop_front();
                }
                if (batch.empty() && closed_) return;
            }
            wake_.notify_all();
            store(project, batch);
        }
    } catch (...) {
        const std::scoped_lock lock(mutex_);
        failure_ = std::current_exception();
    }
    wake_.notify_all();
}

void ScoreWriter::store(Project& project, const std::vector<Item>& batch) const {
    // Maps go into the companion one by one, which leaves the project itself free for others; a part
    // counts as scored when its score is there, so that comes last.
    for (const Item& item : batch) {
        for (std::size_t d = 0; d < runs_.size(); ++d) {
            if (kept_[d].contains(item.part)) continue;
            if (item.perDetector[d].map) project.maps().put(runs_[d], item.part, *item.perDetector[d].map);
        }
    }
    Transaction transaction = project.transaction();
    for (std::size_t d = 0; d < runs_.size(); ++d) {
        std::vector<ScoreRecord> scores;
        scores.reserve(batch.size());
        for (const Item& item : batch) {
            if (kept_[d].contains(item.part)) continue;
            const Scored& scored = item.perDetector[d];
            ScoreRecord record{.part = item.part, .imageScore = scored.imageScore};
            if (scored.map) record.mapMax = scored.map->maximum();
            record.seconds = item.seconds / static_cast<double>(runs_.size());
            scores.push_back(record);
        }
        project.runs().putScores(runs_[d], scores);
    }
    transaction.commit();
}

}  // namespace segad
