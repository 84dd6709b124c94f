// Small reads off the GUI thread (a picture, a thumbnail, a list). Work with progress is a Job instead.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <atomic>
#include <memory>
#include <utility>

namespace segad::ui {

/// Reads that were begun and are not yet on the screen, of the whole program.
inline std::atomic<int>& backgroundReads() {
    static std::atomic<int> count{0};
    return count;
}

/// Counts as one read as long as a copy of it lives: work that is thrown out of its queue is no longer due.
inline std::shared_ptr<void> countedRead() {
    ++backgroundReads();
    return {nullptr, [](void*) { --backgroundReads(); }};
}

/// Runs work() on `pool` and then(result) on the GUI thread, unless `owner` is gone by then: stale results
/// die silently. work() must copy what it needs and must not throw.
template <class Work, class Then>
void runInBackground(QObject* owner, QThreadPool& pool, Work work, Then then, int priority = 0) {
    pool.start(
        [guard = QPointer<QObject>(owner), work = std::move(work), then = std::move(then),
         counted = countedRead()]() mutable {
            // The guard is only looked at on the GUI thread, where the owner is destroyed.
            auto deliver = [guard, result = work(), then = std::move(then),
                            counted = std::move(counted)]() mutable {
                if (!guard.isNull()) then(std::move(result));
            };
            QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(deliver), Qt::QueuedConnection);
        },
        priority);
}

}  // namespace segad::ui
