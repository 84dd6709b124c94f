// Steps of undo of a SegmentBook. Private to it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/image/segment_map.h"
#include "core/image/tile_painting.h"
#include "core/project/records.h"
#include "ui/session/written_step.h"

namespace segad::ui {

/// One stroke, shape or selection on one part.
struct SegmentStroke {
    PaintedPurpose purpose = PaintedPurpose::Strokes;
    PartId part = 0;
    PaintDelta delta;
    /// The part's first one: what it was painted over, as run lengths; nothing is stored without it.
    std::optional<std::string> ground;
    std::optional<SegmentMap> own;  ///< Fix: the map in force before the first one
    RunId run = 0;                  ///< Fix: that made it
};

/// A step that says by `go` (true: forward) whether it happened. The first time it has been done already
/// unless `doesFirst`.
class SegmentStep : public WrittenStep {
public:
    using Go = std::function<bool(bool forward, const std::shared_ptr<bool>& refused)>;
    SegmentStep(const QString& text, Go go, bool doesFirst) : go_(std::move(go)), done_(doesFirst) {
        setText(text);
    }
    using WrittenStep::refusal;

    void undo() override { run(false); }
    void redo() override {
        if (std::exchange(done_, true)) run(true);
    }

private:
    void run(bool forward) {
        const bool happened = !isRefused() && go_(forward, refusal());
        setObsolete(!happened || isRefused());
    }

    Go go_;
    bool done_;
};

}  // namespace segad::ui
