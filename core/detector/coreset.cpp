#include "core/detector/coreset.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <optional>
#include <queue>
#include <stdexcept>

#include "core/base/threads.h"
#include "core/detector/distance.h"
#include "core/detector/sketch.h"

namespace segad {

namespace {
/// Rows compared at once with one centre or few; also the piece in which a scratch file is read.
constexpr std::size_t kBlockRows = 256;
/// Candidates brought up to date together. More than are needed for the next pick, but each of them would
/// be looked at soon: the largest bounds are those the falling radius meets first.
constexpr std::size_t kBatch = 256;
/// Centres a candidate meets before it is asked again whether it still matters: a vector of sketches.
constexpr std::size_t kStep = kSketch;
/// Comparisons in a batch below which starting threads costs more than it saves.
constexpr std::size_t kWorthThreads = 200'000;

/// A row that is still to be had, with the upper bound of its squared distance to the centres.
struct Candidate {
    float bound;
    std::uint32_t row;

    bool operator<(const Candidate& other) const {
        return bound < other.bound || (bound == other.bound && row > other.row);
    }
};

class Selection {
public:
    Selection(const RowStore& rows, const CoresetRequest& request)
        : rows_(rows), request_(request), stride_(rows.stride()), met_(rows.size(), 1) {
        if (rows.size() == 0 || request.count == 0 || request.count > rows.size() ||
            request.start >= rows.size() || rows.size() > std::numeric_limits<std::uint32_t>::max())
            throw std::logic_error("no coreset of this size");
        centres_.reserve((request.count + 1) * stride_);
        sketcher_.emplace(rows);
        sketches_.resize(rows.size() * kSketch);
    }

    std::vector<std::int64_t> run(Job& job) {
        copyCentre(request_.start);
        if (request_.keepsStart) taken_.push_back(static_cast<std::int64_t>(request_.start));
        meetStart(job);
        placeSketch(request_.start);
        while (taken_.size() < request_.count) {
            refreshTop();
            // Current, and no other bound is larger: the farthest row, the lowest of equals.
            const std::uint32_t row = candidates_.top().row;
            candidates_.pop();
            taken_.push_back(row);
            copyCentre(row);
            placeSketch(row);
            job.progress(taken_.size(), request_.count);
        }
        return std::move(taken_);
    }

    std::uint64_t comparisons() const noexcept { return comparisons_; }

private:
    std::size_t centreCount() const noexcept { return centres_.size() / stride_; }

    void copyCentre(std::size_t row) {
        const std::size_t old = centres_.size();
        centres_.resize(old + stride_);
        const float* values = rows_.read(row, 1, &centres_[old]);
        if (values != &centres_[old]) std::copy_n(values, stride_, &centres_[old]);
    }

    /// Of the newest centre, which is this row.
    void placeSketch(std::size_t row) {
        const float* sketch = &sketches_[row * kSketch];
        const std::size_t lane = (centreCount() - 1) % kStep;
        if (lane == 0) centreSketches_.resize(centreSketches_.size() + kStep * kSketch);
        float* step = &centreSketches_[centreSketches_.size() - kStep * kSketch];
        for (std::size_t k = 0; k < kSketch; ++k)
            step[k * kStep + lane] = sketch[k];
    }

    /// Every row gets its sketch and meets the start.
    void meetStart(Job& job) {
        const std::size_t count = rows_.size();
        std::vector<Candidate> all(count);
        const std::size_t blocks = (count + kBlockRows - 1) / kBlockRows;
        std::atomic<double> longest = 0;
        parallelFor(blocks, [&](std::size_t block) {
            job.throwIfCancelled();
            const std::size_t first = block * kBlockRows;
            const std::size_t size = std::min(kBlockRows, count - first);
            std::vector<float> buffer(size * stride_);
            std::vector<float> distances(size);
            const float* rows = rows_.read(first, size, buffer.data());
            squaredDistances(centres_.data(), rows, size, stride_, distances.data());
            raise(longest, sketcher_->sketch(rows, size, &sketches_[first * kSketch]));
            for (std::size_t i = 0; i < size; ++i)
                all[first + i] = {distances[i], static_cast<std::uint32_t>(first + i)};
        });
        longest_ = longest;
        comparisons_ += count;
        if (request_.keepsStart)
            std::erase_if(all, [&](const Candidate& c) { return c.row == request_.start; });
        candidates_ = std::priority_queue<Candidate>(std::less<Candidate>(), std::move(all));
    }

    /// Until the largest bound belongs to a row that has met every centre.
    void refreshTop() {
        const std::size_t centres = centreCount();
        std::vector<Candidate> batch;
        while (met_[candidates_.top().row] != centres) {
            batch.clear();
            std::size_t work = 0;
            while (!candidates_.empty() && batch.size() < kBatch && met_[candidates_.top().row] != centres) {
                work += centres - met_[candidates_.top().row];
                batch.push_back(candidates_.top());
                candidates_.pop();
            }
            // A current row bounds the result from below; others may stop as soon as they fall under it.
            const bool nextIsCurrent = !candidates_.empty() && met_[candidates_.top().row] == centres;
            std::atomic<float> largest = nextIsCurrent ? candidates_.top().bound : 0;
            std::atomic<std::uint64_t> comparisons = 0;
            const auto refreshOne = [&](std::size_t i) { comparisons += refresh(batch[i], largest); };
            if (work < kWorthThreads) {
                for (std::size_t i = 0; i < batch.size(); ++i)
                    refreshOne(i);
            } else {
                parallelFor(batch.size(), refreshOne);
            }
            comparisons_ += comparisons;
            for (const Candidate& candidate : batch)
                candidates_.push(candidate);
        }
    }

    /// Meets the centres it has not met, as long as its bound is not below `largest`, the largest distance
    /// known to be true. Returns the number of comparisons.
    std::uint64_t refresh(Candidate& candidate, std::atomic<float>& largest) {
        const std::size_t centres = centreCount();
        std::uint32_t& met = met_[candidate.row];
        if (candidate.bound < largest) return 0;
        thread_local std::vector<float> buffer;
        const float* row = nullptr;  // read when it is needed: sketches mostly suffice
        const float* sketch = &sketches_[candidate.row * kSketch];
        float limit = sketcher_->limit(candidate.bound, longest_);
        std::uint64_t compared = 0;
        while (met < centres && candidate.bound >= largest) {
            const std::size_t first = met / kStep * kStep;
            const std::size_t end = std::min(first + kStep, centres);
            float bounds[kStep];
            sketchDistances(sketch, &centreSketches_[first * kSketch], bounds);
            for (std::size_t centre = met; centre < end; ++centre) {
                if (bounds[centre - first] > limit) continue;
                if (row == nullptr) {
                    buffer.resize(stride_);
                    row = rows_.read(candidate.row, 1, buffer.data());
                }
                float distance = 0;
                squaredDistances(row, &centres_[centre * stride_], 1, stride_, &distance);
                ++compared;
                if (distance >= candidate.bound) continue;
                candidate.bound = distance;
                limit = sketcher_->limit(distance, longest_);
            }
            met = static_cast<std::uint32_t>(end);
        }
        if (met == centres) raise(largest, candidate.bound);
        return compared;
    }

    template <class Number>
    static void raise(std::atomic<Number>& largest, Number value) {
        Number known = largest;
        while (known < value && !largest.compare_exchange_weak(known, value)) {
        }
    }

    const RowStore& rows_;
    const CoresetRequest request_;
    const std::size_t stride_;
    std::vector<std::uint32_t> met_;  ///< for each row, how many centres (the first ones) its bound includes
    std::vector<float> centres_;      ///< start, then the taken rows (variant A takes the start once)
    std::optional<Sketcher> sketcher_;
    std::vector<float> sketches_;        ///< of all rows
    std::vector<float> centreSketches_;  ///< kStep centres side by side
    double longest_ = 0;                 ///< row, about the mean
    std::priority_queue<Candidate> candidates_;
    std::vector<std::int64_t> taken_;
    std::uint64_t comparisons_ = 0;
};
}  // namespace

std::vector<std::int64_t> selectCoreset(const RowStore& rows, const CoresetRequest& request, Job& job,
                                        CoresetStatistics* statistics) {
    Selection selection(rows, request);
    std::vector<std::int64_t> taken = selection.run(job);
    if (statistics != nullptr) statistics->comparisons = selection.comparisons();
    return taken;
}

}  // namespace segad
