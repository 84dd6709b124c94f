#include "tests/ui/watchdog.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QMetaEnum>
#include <QThread>
#include <algorithm>
#include <ctime>

namespace segad::test {

namespace {
/// Shorter ones are not kept.
constexpr double kLeastMilliseconds = 5;
const QString kBetween = QStringLiteral("between events");

double milliseconds(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}
}  // namespace

QString Stall::text() const {
    return QStringLiteral("%1 ms of processor, %2 ms by the clock: %3 at %4")
        .arg(cpuMilliseconds, 0, 'f', 1)
        .arg(wallMilliseconds, 0, 'f', 1)
        .arg(what, where);
}

WatchedApplication::Clock WatchedApplication::Clock::now() {
    return {milliseconds(CLOCK_THREAD_CPUTIME_ID), milliseconds(CLOCK_MONOTONIC)};
}

WatchedApplication::WatchedApplication(int& argc, char** argv) : QApplication(argc, argv) {
    const auto* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { close(kBetween); });
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { since_ = Clock::now(); });
    restart();
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    // Events that are sent, not taken out of a queue, belong to what sends them.
    const int level = thread() == QThread::currentThread() ? QThread::currentThread()->loopLevel() : 0;
    if (level <= (levels_.empty() ? 0 : levels_.back())) return QApplication::notify(receiver, event);
    close(kBetween);
    const char* kind = QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type());
    const QString what = QStringLiteral("%1 of %2")
                             .arg(kind == nullptr ? QString::number(event->type()) : QLatin1String(kind),
                                  QLatin1String(receiver->metaObject()->className()));
    levels_.push_back(level);
    const bool done = QApplication::notify(receiver, event);
    levels_.pop_back();
    close(what);
    return done;
}

void WatchedApplication::close(const QString& what) {
    const Clock now = Clock::now();
    const Stall stall{now.cpu - since_.cpu, now.wall - since_.wall, what, place_};
    if (stall.cpuMilliseconds >= kLeastMilliseconds || stall.wallMilliseconds >= kLeastMilliseconds)
        stalls_.push_back(stall);
    since_ = Clock::now();
}

void WatchedApplication::setPlace(const QString& place) {
    place_ = place;
}

void WatchedApplication::restart() {
    stalls_.clear();
    since_ = Clock::now();
}

std::vector<Stall> WatchedApplication::worst(std::size_t count) {
    close(kBetween);
    std::vector<Stall> sorted = stalls_;
    std::ranges::sort(sorted, std::greater<>(), &Stall::cpuMilliseconds);
    sorted.resize(std::min(sorted.size(), count));
    return sorted;
}

}  // namespace segad::test
