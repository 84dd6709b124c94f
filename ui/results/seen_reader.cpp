#include "ui/results/seen_reader.h"

#include <QEvent>

namespace segad::ui {

SeenReader::SeenReader(QWidget& panel, std::function<void()> read)
    : QObject(&panel), panel_(panel), read_(std::move(read)) {
    pool_.setMaxThreadCount(1);
    panel.installEventFilter(this);
}

SeenReader::~SeenReader() {
    pool_.clear();
    pool_.waitForDone();
}

void SeenReader::setStale() {
    stale_ = true;
    if (panel_.isVisible()) begin();
}

void SeenReader::begin() {
    stale_ = false;
    read_();
}

bool SeenReader::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show && stale_) begin();
    return QObject::eventFilter(watched, event);
}

}  // namespace segad::ui
