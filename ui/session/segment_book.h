// The segments that are painted in a session: whole maps as templates, strokes to learn from, and maps of
// single parts that are put right; and the list of what the labels are called. In memory while they are
// worked on, every step on disk as soon as it is made, and undoable for as long as the session lives.
//
// Life:    of(session) makes it at first need; it belongs to the session, whose undo stack refers to it.
// Threads: GUI thread only; what is stored is read on another one, and comes by changed().
#pragma once

#include <QObject>
#include <QRect>
#include <QThreadPool>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "core/image/segment_map.h"
#include "core/image/tile_painting.h"
#include "core/project/records.h"

namespace segad::ui {

class ProjectSession;
struct SegmentListChange;
struct SegmentStroke;

class SegmentBook : public QObject {
    Q_OBJECT

public:
    static SegmentBook& of(ProjectSession& session);
    ~SegmentBook() override;

    /// Strokes hold it where nothing is painted.
    static constexpr std::uint8_t kUnpainted = 255;

    /// What the labels of strokes and templates are called; a background and one segment in a project that
    /// has none yet. Empty until it was read.
    const std::vector<SegmentRecord>& segments() const { return segments_; }
    /// What the labels of a purpose are called: fixed maps are those of the segment maps in force.
    const std::vector<SegmentRecord>& segmentsOf(PaintedPurpose purpose) const;
    /// The parts something is painted on.
    const std::set<PartId>& painted(PaintedPurpose purpose) const;

    /// The part's labels at the size of its picture; null while they are read (changed() follows) and when
    /// that is not possible. They stay where they are until others are asked for or changed() is sent.
    TilePainting* labels(PaintedPurpose purpose, PartId part);
    /// What a further template is to be painted over when it is begun on the part: a map of any size, or
    /// nothing. Until it is known labels() is null there.
    void setGround(PartId part, const std::optional<SegmentMap>& map);
    /// What was painted since the last step becomes a step of undo, and is written at once. False when
    /// nothing has changed, or when the file refused: then the labels are what they were before.
    bool commit(PaintedPurpose purpose, PartId part, const QString& text);

    /// Each one undoable step. Names must be new, and not empty.
    void addSegment(const QString& name);
    /// What is painted as `from` is `into` from now on.
    void mergeSegment(int from, int into);
    /// Strokes of it are taken off; templates and fixed maps are background there.
    void dropSegment(int index);
    /// Other names and colours for `before`, the segments of some purpose, in the order they have.
    void changeLook(const std::vector<SegmentRecord>& before, std::vector<SegmentRecord> after,
                    const QString& text);

Q_SIGNALS:
    /// The labels changed otherwise than by painting on them: by undo, redo, a refusal, another program, or
    /// because they were read. A null rectangle means all of them, and that labels() must be asked for again.
    void changed(segad::PaintedPurpose purpose, segad::PartId part, const QRect& area);
    /// Something that is painted is on its way to the file.
    void stored(segad::PaintedPurpose purpose, segad::PartId part);
    /// segments() or painted() are others.
    void listChanged();

private:
    using Key = std::pair<PaintedPurpose, PartId>;
    struct Page {
        Key key;
        TilePainting labels;
        std::optional<SegmentMap> own;  ///< Fix: the map in force that is painted over
        RunId run = 0;                  ///< Fix: that made it
    };
    struct Found;

    explicit SegmentBook(ProjectSession& session);
    void readList();
    void read(const Key& key);
    void onIdle();
    cv::Size sizeOf(PartId part) const;
    void take(const Key& key, const Found& found);
    Page* find(const Key& key);
    /// Read now, when undo goes back to a part that was put away.
    Page* require(const Key& key);
    bool store(const Page& page, bool keeps, const std::shared_ptr<bool>& refused);
    bool apply(const SegmentStroke& stroke, bool forward, const std::shared_ptr<bool>& refused);
    bool beginsOnGround(PartId part) const;
    void setPainted(const Key& key, bool painted);
    void pushList(SegmentListChange change, const QString& text);
    bool writeList(const std::shared_ptr<SegmentListChange>& change, bool forward,
                   const std::shared_ptr<bool>& refused);
    void forget(const Key& key);
    void forgetAll();

    ProjectSession& session_;
    QThreadPool pool_;
    std::vector<SegmentRecord> segments_;
    std::map<PaintedPurpose, std::set<PartId>> painted_;
    std::list<Page> pages_;   ///< the last one used first
    std::set<Key> underway_;  ///< being read, or waiting for it
    bool listDue_ = false;    ///< to be read when nothing is being written
    std::set<Key> unreadable_;
    std::pair<PartId, std::optional<SegmentMap>> ground_{};
    quint64 generation_ = 0;  ///< of what this session has written
};

}  // namespace segad::ui
