// The painted regions of a session's parts: in memory while they are worked on, every step on disk as soon as
// it is made, and undoable for as long as the session lives.
//
// Life:    belongs to the session, whose undo stack refers to it.
// Threads: GUI thread only.
#pragma once

#include <QObject>
#include <QRect>
#include <list>
#include <memory>

#include "core/image/region_mask.h"
#include "core/project/records.h"

namespace segad::ui {

class ProjectSession;

class RegionBook : public QObject {
    Q_OBJECT

public:
    explicit RegionBook(ProjectSession& session);

    /// Whether something is painted on the part, without reading it.
    bool has(PartId part) const;
    /// The part's mask to paint on, at the size of its picture; null for a part that isn't there. It stays
    /// where it is until another part's is asked for or changed(part) is sent.
    RegionMask* mask(PartId part);

    /// What was painted on the mask since the last step becomes a step of undo, and is written at once.
    /// `marksBad` labels an unlabelled part bad in the same step. False when nothing has changed, or
    /// when the file refused: then the mask is what it was before.
    bool commit(PartId part, const QString& text, bool marksBad);

Q_SIGNALS:
    /// The mask changed otherwise than by painting on it: by undo, redo, a refusal or another program. An
    /// invalid rectangle means all of it, and that mask() must be asked for again.
    void changed(segad::PartId part, const QRect& area);

private:
    friend class RegionStep;
    struct Page {
        PartId part = 0;
        RegionMask mask;
    };
    bool store(PartId part, const std::shared_ptr<bool>& refused);
    bool apply(PartId part, const PaintDelta& step, bool forward, const std::shared_ptr<bool>& refused);
    void forget(PartId part);

    ProjectSession& session_;
    std::list<Page> pages_;  ///< the last one used first
};

}  // namespace segad::ui
