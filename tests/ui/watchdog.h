// Measures how long the GUI thread is busy without looking at its events: every stretch from one dispatched
// event to the next, in time of this thread's processor and by the clock. Under load the clock says what the
// machine was doing; the processor time says what the window was.
#pragma once

#include <QApplication>
#include <QString>
#include <vector>

namespace segad::test {

struct Stall {
    double cpuMilliseconds = 0;
    double wallMilliseconds = 0;
    QString what;   ///< receiver and event, or "between events"
    QString where;  ///< Watchdog::setPlace()

    QString text() const;
};

/// The application object of a test that watches. Code that runs outside any event loop counts, too: it is
/// what a click would have done.
class WatchedApplication : public QApplication {
public:
    WatchedApplication(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;

    void setPlace(const QString& place);
    /// Forgets what was measured so far and begins anew, now.
    void restart();
    /// The stretches, the worst by processor time first.
    std::vector<Stall> worst(std::size_t count);

private:
    struct Clock {
        double cpu = 0;
        double wall = 0;
        static Clock now();
    };
    void close(const QString& what);

    std::vector<int> levels_;  ///< of the event loops in whose events we are
    Clock since_;
    QString place_;
    std::vector<Stall> stalls_;
};

}  // namespace segad::test
