// Reads something off the GUI thread for a panel: when it is stale and somebody looks, one read at a time,
// and what has become stale in the meantime is dropped.
#pragma once

#include <QThreadPool>
#include <QWidget>
#include <functional>
#include <utility>

#include "ui/session/background.h"

namespace segad::ui {

class SeenReader : public QObject {
    Q_OBJECT

public:
    /// `read` calls run(); it belongs to `panel`, which the reader outlives in no case.
    SeenReader(QWidget& panel, std::function<void()> read);
    ~SeenReader() override;

    /// Reads now, or when the panel is shown.
    void setStale();

    /// As runInBackground(); an answer that nobody waits for any more is dropped.
    template <class Work, class Then>
    void run(Work work, Then then) {
        pool_.clear();
        runInBackground(this, pool_, std::move(work),
                        [this, generation = ++generation_, then = std::move(then)](auto answer) {
                            if (generation == generation_) then(std::move(answer));
                        });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void begin();

    QWidget& panel_;
    std::function<void()> read_;
    QThreadPool pool_;
    bool stale_ = true;
    quint64 generation_ = 0;
};

}  // namespace segad::ui
