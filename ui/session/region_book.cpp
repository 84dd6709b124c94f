#include "ui/session/region_book.h"

#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/session/written_step.h"

namespace segad::ui {

namespace {
/// Parts whose masks are kept in memory, for undo to be quick when it goes back and forth between two.
constexpr std::size_t kPages = 3;
}  // namespace

/// One stroke, shape or selection.
class RegionStep : public WrittenStep {
public:
    RegionStep(RegionBook& book, PartId part, PaintDelta delta, const QString& text)
        : book_(book), part_(part), delta_(std::move(delta)) {
        setText(text);
    }

    /// To be told when the file refuses what was painted.
    using WrittenStep::refusal;

    void undo() override { go(false); }
    void redo() override {
        // At first it is painted and stored already: it was seen while it was made.
        if (std::exchange(done_, true)) go(true);
    }

private:
    void go(bool forward) {
        const bool happened = !isRefused() && book_.apply(part_, delta_, forward, refusal());
        setObsolete(!happened || isRefused());
    }

    RegionBook& book_;
    PartId part_;
    PaintDelta delta_;
    bool done_ = false;
};

RegionBook::RegionBook(ProjectSession& session) : session_(session) {
    connect(&session, &ProjectSession::regionsChanged, this, [this](PartId part) {
        if (!session_.storesRegions()) forget(part);
    });
}

bool RegionBook::has(PartId part) const {
    const auto page = std::ranges::find(pages_, part, &Page::part);
    return page == pages_.end() ? session_.data().regions.contains(part) : page->mask.area() > 0;
}

RegionMask* RegionBook::mask(PartId part) {
    const auto row = session_.data().rowOf.find(part);
    if (row == session_.data().rowOf.end()) return nullptr;
    const PartRecord& record = session_.data().parts[row->second];
    const cv::Size size(record.width, record.height);
    const auto known = std::ranges::find(pages_, part, &Page::part);
    if (known != pages_.end() && known->mask.size() == size) {
        pages_.splice(pages_.begin(), pages_, known);
        return &pages_.front().mask;
    }
    if (known != pages_.end()) pages_.erase(known);  // the image is another one now
    const std::optional<cv::Mat> stored = session_.regions(part);
    if (stored && stored->size() == size)
        pages_.push_front({part, RegionMask(*stored)});
    else
        pages_.push_front({part, RegionMask(size)});
    if (pages_.size() > kPages) pages_.pop_back();
    return &pages_.front().mask;
}

bool RegionBook::commit(PartId part, const QString& text, bool marksBad) {
    RegionMask* const painted = mask(part);
    if (painted == nullptr) return false;
    PaintDelta delta = painted->commit();
    if (delta.isEmpty()) return false;
    auto step = std::make_unique<RegionStep>(*this, part, std::move(delta), text);
    if (!store(part, step->refusal())) return false;
    const PartRecord& record = session_.data().parts[session_.data().rowOf.at(part)];
    const bool labels = marksBad && painted->area() > 0 && record.label == Label::Unlabelled;
    QUndoStack& stack = session_.undoStack();
    if (labels) stack.beginMacro(text);
    stack.push(step.release());
    if (labels) {
        session_.setLabel(std::span(&part, 1), Label::Bad);
        stack.endMacro();
    }
    return true;
}

bool RegionBook::store(PartId part, const std::shared_ptr<bool>& refused) {
    RegionMask* const painted = mask(part);
    const bool stored = painted != nullptr && session_.setRegions(part, painted->pixels(), refused);
    if (!stored) forget(part);
    return stored;
}

bool RegionBook::apply(PartId part, const PaintDelta& step, bool forward,
                       const std::shared_ptr<bool>& refused) {
    RegionMask* const painted = mask(part);
    if (painted == nullptr) return false;
    cv::Rect area;
    try {
        area = forward ? painted->redo(step) : painted->undo(step);
    } catch (const Error& error) {
        session_.reportError(error);
        return false;
    }
    if (!store(part, refused)) return false;
    session_.setCurrentPart(part);  // what is undone has to be seen
    Q_EMIT changed(part, QRect(area.x, area.y, area.width, area.height));
    return true;
}

void RegionBook::forget(PartId part) {
    const auto page = std::ranges::find(pages_, part, &Page::part);
    if (page != pages_.end()) pages_.erase(page);
    Q_EMIT changed(part, QRect());
}

}  // namespace segad::ui
