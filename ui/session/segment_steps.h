// Steps of undo of a SegmentBook. Private to it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/image/segment_map.h"
#include "core/image/tile_painting.h"
#include "core/project/project.h"
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

/// Another list of segments, and what was painted under their new numbers.
struct SegmentListChange {
    std::vector<SegmentRecord> before;
    std::vector<SegmentRecord> after;
    /// Label → label, for strokes, and for templates and fixed maps; both empty when only names change.
    std::vector<std::uint8_t> strokes;
    std::vector<std::uint8_t> maps;

    struct Painted {
        PaintedPurpose purpose;
        PartId part;
        cv::Size size;
        std::string before;
        std::string after;
    };
    /// What changes; found out when it is written for the first time, on the thread that writes.
    std::optional<std::vector<Painted>> painted;
};

/// Writes the change, forward or back; whether names of the maps in force have changed, too.
bool writeSegmentList(Project& project, SegmentListChange& change, bool forward);

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
