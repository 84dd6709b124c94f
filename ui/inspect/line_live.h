// The inspection that runs now, or ran last, as the window sees it: what was judged last, the counts, the
// trend. It takes news from the inspection twenty times a second, whatever its rate, and keeps a fixed amount
// of memory. After a restart it shows what the last inspection has stored.
//
// Life:    belongs to the job queue that inspects, and so outlives the pages that show it.
// Threads: GUI thread; the inspection itself is a job.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

#include "ui/inspect/live_feed.h"
#include "ui/inspect/recent_parts.h"

namespace segad::ui {

class JobQueue;

class LineLive : public QObject {
    Q_OBJECT

public:
    static constexpr int kNewsMilliseconds = 50;
    /// Readings of the trend that are kept.
    static constexpr std::size_t kMostReadings = 400;

    /// The one of a queue; made when it is first asked for.
    static LineLive& of(JobQueue& jobs);
    ~LineLive() override;

    using Work = std::function<InspectionOutcome(const InspectionRequest&, Job&)>;
    /// Begins; what was shown before is cleared. Requires !isRunning().
    /// A watch runs beside the queue, which goes on meanwhile.
    void start(InspectionRequest request, const Work& work = inspect);
    /// Shows an inspection that was made before; null clears the line. Requires that none was started.
    void restore(const std::shared_ptr<const StoredLine>& line);
    /// What is shown was judged before the program was started.
    bool isRestored() const { return !request_ && started_.has_value(); }
    /// The end of a watch; a folder's inspection can be continued afterwards.
    void stop();
    bool isRunning() const { return job_ != 0; }
    /// It was told to stop and has not got there yet.
    bool isStopping() const { return stopping_; }
    /// Title of the job that has to end before this inspection begins; empty when it waits for none.
    QString waitsFor() const;
    /// Why the watched folder can't be reached at the moment; empty otherwise.
    const QString& away() const { return away_; }

    /// What runs, or ran last; its callbacks are this object's. Absent before the first.
    const std::optional<InspectionRequest>& request() const { return request_; }
    /// Absent until the model is loaded.
    const std::optional<InspectionStart>& started() const { return started_; }
    const InspectionRecord& totals() const { return totals_; }
    double perMinute() const { return perMinute_; }
    /// It came to its end, and everything in the folder had been judged before.
    bool foundNothingNew() const { return nothingNew_; }
    /// Why it ended when it has failed, empty otherwise.
    const QString& problem() const { return problem_; }

    const std::deque<NumberedReading>& readings() const { return readings_; }
    TrendState trend() const { return trend_; }
    const std::optional<TrendBaseline>& baseline() const { return baseline_; }
    int learned() const { return learned_; }
    /// What is judged from now on is what is usual.
    void learnAnew();

    RecentParts& recent() { return recent_; }
    /// What is looked at: the newest part, or the one that is held. Null before the first.
    RecentParts::Part shown() const { return held_ ? held_ : newest_; }
    bool isHeld() const { return held_ != nullptr; }
    /// Looks at a part again, while others come; null goes back to the newest.
    void hold(const RecentParts::Part& part);
    /// Of the part that is shown, at once in this window; storing it is the caller's.
    void setRuled(qint64 number, std::optional<Label> label);

Q_SIGNALS:
    /// It was started, it began, the model is loaded, the folder is away or back, it was told to stop, it is
    /// over.
    void stateChanged();
    /// Parts have come; totals, rate, readings and recent() have changed.
    void partsCame();
    /// Another part is looked at, or what is said of it has changed.
    void shownChanged();
    void trendChanged();
    /// The worst of what has come since the last time.
    void judged(segad::Verdict worst);

private:
    explicit LineLive(JobQueue& jobs);
    void clear();
    void tellAll();
    void takeBefore(const StoredLine& line);
    void readThumbnails();
    void onJobChanged(quint64 id);
    void takeNews();
    void takeTrend(const LiveNews& news);
    void onFinished(quint64 id);

    JobQueue& jobs_;
    QTimer timer_;
    std::shared_ptr<LiveFeed> feed_;
    quint64 job_ = 0;
    bool stopping_ = false;
    bool waiting_ = false;
    QString away_;
    QThreadPool thumbnails_;
    std::optional<InspectionRequest> request_;
    std::optional<InspectionStart> started_;
    InspectionRecord totals_;
    double perMinute_ = 0;
    QString problem_;
    bool nothingNew_ = false;
    RecentParts recent_;
    RecentParts::Part newest_;
    RecentParts::Part held_;
    std::deque<NumberedReading> readings_;
    TrendState trend_ = TrendState::Learning;
    std::optional<TrendBaseline> baseline_;
    int learned_ = 0;
};

}  // namespace segad::ui
