#include "ui/session/segment_book.h"

#include <algorithm>
#include <array>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/session/segment_list_change.h"
#include "ui/session/segment_steps.h"

namespace segad::ui {

namespace {
/// Parts whose labels are kept in memory, for undo to be quick when it goes back and forth between two.
constexpr std::size_t kPages = 4;
constexpr std::array kPurposes{PaintedPurpose::Template, PaintedPurpose::Strokes, PaintedPurpose::Fix};

cv::Mat atSize(const cv::Mat& labels, cv::Size size) {
    if (labels.size() == size) return labels;
    cv::Mat fitted;
    cv::resize(labels, fitted, size, 0, 0, cv::INTER_NEAREST);
    return fitted;
}

struct List {
    std::vector<SegmentRecord> segments;
    std::map<PaintedPurpose, std::set<PartId>> painted;
    std::optional<Error> error;
};

List readPaintedList(const Path& file) {
    List list;
    try {
        const Project project = Project::open(file, true);
        list.segments = project.paintedMaps().segments();
        for (const PaintedPurpose purpose : kPurposes)
            for (const PaintedMapRecord& record : project.paintedMaps().all(purpose))
                list.painted[purpose].insert(record.part);
    } catch (const Error& error) {
        list.error = error;
    }
    return list;
}
}  // namespace

/// What is stored of a part.
struct SegmentBook::Found {
    cv::Mat labels;  ///< at the size of the picture
    std::optional<SegmentMap> own;
    RunId run = 0;
    std::optional<Error> error;

    static Found read(const Path& file, const Key& key, cv::Size size);
};

SegmentBook& SegmentBook::of(ProjectSession& session) {
    auto* book = session.findChild<SegmentBook*>(QString(), Qt::FindDirectChildrenOnly);
    return book != nullptr ? *book : *new SegmentBook(session);
}

SegmentBook::SegmentBook(ProjectSession& session) : QObject(&session), session_(session) {
    pool_.setMaxThreadCount(1);
    connect(&session, &ProjectSession::dataChanged, this, [this] {
        // Somebody else may have painted, and the maps in force may be others.
        unreadable_.clear();
        readList();
    });
    connect(&session.writes(), &WriteQueue::idle, this, &SegmentBook::onIdle);
    connect(&session.jobs(), &JobQueue::jobFinished, this, &SegmentBook::forgetAll);
    if (session.isOpen()) readList();
}

SegmentBook::~SegmentBook() {
    pool_.clear();
    pool_.waitForDone();
}

const std::vector<SegmentRecord>& SegmentBook::segmentsOf(PaintedPurpose purpose) const {
    return purpose == PaintedPurpose::Fix ? session_.data().segments : segments_;
}

const std::set<PartId>& SegmentBook::painted(PaintedPurpose purpose) const {
    static const std::set<PartId> none;
    const auto found = painted_.find(purpose);
    return found == painted_.end() ? none : found->second;
}

void SegmentBook::readList() {
    if (!session_.writes().isIdle()) {
        listDue_ = true;
        return;
    }
    runInBackground(
        this, pool_, [file = session_.file()] { return readPaintedList(file); },
        [this, generation = generation_](List list) {
            if (generation != generation_) {
                readList();
                return;
            }
            if (list.error) {
                session_.reportError(*list.error);
                return;
            }
            if (list.segments.empty()) {
                list.segments = {{0, tr("background").toStdString(), usualSegmentColor(0)},
                                 {1, tr("segment %1").arg(1).toStdString(), usualSegmentColor(1)}};
            }
            segments_ = std::move(list.segments);
            painted_ = std::move(list.painted);
            Q_EMIT listChanged();
        });
}

SegmentBook::Page* SegmentBook::find(const Key& key) {
    const auto page = std::ranges::find(pages_, key, &Page::key);
    if (page == pages_.end()) return nullptr;
    pages_.splice(pages_.begin(), pages_, page);
    return &pages_.front();
}

TilePainting* SegmentBook::labels(PaintedPurpose purpose, PartId part) {
    const Key key{purpose, part};
    const cv::Size size = sizeOf(part);
    if (size.empty() || segmentsOf(purpose).empty()) return nullptr;
    // Where there are templates a further one begins with what they make of the part: see setGround().
    if (purpose == PaintedPurpose::Template && beginsOnGround(part) && ground_.first != part) return nullptr;
    if (Page* page = find(key)) {
        if (page->labels.size() == size) return &page->labels;
        pages_.pop_front();  // the image is another one now
    }
    if (!underway_.contains(key) && !unreadable_.contains(key)) read(key);
    return nullptr;
}

SegmentBook::Found SegmentBook::Found::read(const Path& file, const Key& key, cv::Size size) {
    Found found;
    try {
        const Project project = Project::open(file, true);
        std::optional<cv::Mat> labels = project.paintedMaps().get(key.second, key.first);
        if (key.first == PaintedPurpose::Fix) {
            found.run = project.segments().currentRun();
            found.own = project.segments().map(key.second);
            if (!labels && found.own) labels = found.own->labels();
        }
        const int nothing = key.first == PaintedPurpose::Strokes ? kUnpainted : 0;
        found.labels = labels ? atSize(*labels, size).clone() : cv::Mat(size, CV_8UC1, cv::Scalar(nothing));
    } catch (const Error& error) {
        found.error = error;
    }
    return found;
}

cv::Size SegmentBook::sizeOf(PartId part) const {
    const auto row = session_.data().rowOf.find(part);
    if (row == session_.data().rowOf.end()) return {};
    const PartRecord& record = session_.data().parts[row->second];
    return {record.width, record.height};
}

void SegmentBook::read(const Key& key) {
    underway_.insert(key);
    if (!session_.writes().isIdle()) return;  // when it is: see onIdle()
    runInBackground(
        this, pool_,
        [file = session_.file(), key, size = sizeOf(key.second)] { return Found::read(file, key, size); },
        [this, key, generation = generation_](const Found& found) {
            if (generation != generation_) {
                read(key);
                return;
            }
            underway_.erase(key);
            if (found.error) {
                unreadable_.insert(key);
                session_.reportError(*found.error);
                return;
            }
            take(key, found);
            Q_EMIT changed(key.first, key.second, {});
        });
}

void SegmentBook::onIdle() {
    if (std::exchange(listDue_, false)) readList();
    for (const Key& key : std::set<Key>(underway_))
        read(key);
}

void SegmentBook::take(const Key& key, const Found& found) {
    cv::Mat labels = found.labels;
    // A template is begun on what would be made of the part without it.
    if (key.first == PaintedPurpose::Template && beginsOnGround(key.second) && ground_.first == key.second &&
        ground_.second)
        labels = atSize(ground_.second->labels(), labels.size());
    pages_.push_front({.key = key, .labels = TilePainting(labels), .own = found.own, .run = found.run});
    if (pages_.size() > kPages) pages_.pop_back();
}

SegmentBook::Page* SegmentBook::require(const Key& key) {
    if (Page* page = find(key)) return page;
    if (!session_.data().rowOf.contains(key.second)) return nullptr;
    const Found found = Found::read(session_.file(), key, sizeOf(key.second));
    if (found.error) {
        session_.reportError(*found.error);
        return nullptr;
    }
    take(key, found);
    return &pages_.front();
}

bool SegmentBook::beginsOnGround(PartId part) const {
    const std::set<PartId>& templates = painted(PaintedPurpose::Template);
    return !templates.empty() && !templates.contains(part);
}

void SegmentBook::setGround(PartId part, const std::optional<SegmentMap>& map) {
    const bool nothing = !map && (ground_.first != part || !ground_.second);
    ground_ = {part, map};
    const Key key{PaintedPurpose::Template, part};
    if (!beginsOnGround(part)) return;
    if (find(key) == nullptr || !nothing) forget(key);
}

bool SegmentBook::commit(PaintedPurpose purpose, PartId part, const QString& text) {
    Page* const page = find({purpose, part});
    if (page == nullptr) return false;
    SegmentStroke stroke{.purpose = purpose, .part = part, .delta = page->labels.commit()};
    if (stroke.delta.isEmpty()) return false;
    const bool first = !painted(purpose).contains(part);
    if (first) {
        TilePainting before(page->labels.pixels());
        before.undo(stroke.delta);
        stroke.ground = packRuns(before.pixels());
        stroke.own = page->own;
        stroke.run = page->run;
    }
    auto step = std::make_unique<SegmentStep>(
        text,
        [this, stroke = std::move(stroke)](bool forward, const std::shared_ptr<bool>& refused) {
            return apply(stroke, forward, refused);
        },
        false);
    if (!store(*page, true, step->refusal())) return false;
    session_.undoStack().push(step.release());
    return true;
}

bool SegmentBook::store(const Page& page, bool keeps, const std::shared_ptr<bool>& refused) {
    if (!session_.mayWrite()) {
        forget(page.key);
        return false;
    }
    const auto [purpose, part] = page.key;
    const cv::Mat& pixels = page.labels.pixels();
    const bool kept =
        keeps && (purpose != PaintedPurpose::Strokes || cv::countNonZero(pixels != kUnpainted) > 0);
    const bool names = purpose != PaintedPurpose::Fix && painted(PaintedPurpose::Template).empty() &&
                       painted(PaintedPurpose::Strokes).empty();
    ++generation_;
    setPainted(page.key, kept);
    session_.writes().write(
        [key = page.key, labels = kept ? pixels.clone() : cv::Mat(), own = page.own, run = page.run,
         segments = names ? segments_ : std::vector<SegmentRecord>()](Project& project) {
            Transaction transaction = project.transaction();
            // What is painted keeps its names, whatever maps are in force later.
            if (!segments.empty()) project.paintedMaps().setSegments(segments);
            project.paintedMaps().put(key.second, key.first, labels);
            const RunId current = project.segments().currentRun();
            if (key.first == PaintedPurpose::Fix && current != 0) {
                const auto count = static_cast<int>(project.segments().names().size());
                if (!labels.empty())
                    project.segments().putMap(current, key.second, SegmentMap(labels, count, "fixed map"));
                else if (own && current == run)
                    project.segments().putMap(current, key.second, *own);
            }
            transaction.commit();
        },
        [this, key = page.key, refused](const Error* error) {
            *refused = error != nullptr;
            if (error != nullptr) {
                session_.reportError(*error);
                forget(key);
                readList();
            } else {
                Q_EMIT stored(key.first, key.second);
            }
        });
    return !*refused;
}

bool SegmentBook::apply(const SegmentStroke& stroke, bool forward, const std::shared_ptr<bool>& refused) {
    const Key key{stroke.purpose, stroke.part};
    Page* const page = require(key);
    if (page == nullptr) return false;
    QRect area;
    try {
        if (forward && stroke.ground) {
            // What it was painted over may have become another one.
            cv::Mat ground(page->labels.size(), CV_8UC1);
            unpackRuns(*stroke.ground, ground);
            page->labels = TilePainting(ground);
        }
        const cv::Rect changed = forward ? page->labels.redo(stroke.delta) : page->labels.undo(stroke.delta);
        if (!stroke.ground) area = QRect(changed.x, changed.y, changed.width, changed.height);
    } catch (const Error& error) {
        session_.reportError(error);
        return false;
    }
    const bool keeps = forward || !stroke.ground;
    if (!keeps && stroke.purpose == PaintedPurpose::Fix) {
        page->own = stroke.own;
        page->run = stroke.run;
    }
    if (!store(*page, keeps, refused)) return false;
    session_.setCurrentPart(stroke.part);  // what is undone has to be seen
    if (keeps)
        Q_EMIT changed(stroke.purpose, stroke.part, area);
    else
        forget(key);
    return true;
}

void SegmentBook::setPainted(const Key& key, bool painted) {
    std::set<PartId>& parts = painted_[key.first];
    const bool differs = painted ? parts.insert(key.second).second : parts.erase(key.second) > 0;
    if (differs) Q_EMIT listChanged();
}

void SegmentBook::addSegment(const QString& name) {
    pushList(segmentAdded(segments_, name.toStdString()), tr("Add segment"));
}

void SegmentBook::mergeSegment(int from, int into) {
    pushList(segmentMerged(segments_, from, into), tr("Merge segments"));
}

void SegmentBook::dropSegment(int index) {
    pushList(segmentDropped(segments_, index), tr("Drop segment"));
}

void SegmentBook::changeLook(const std::vector<SegmentRecord>& before, std::vector<SegmentRecord> after,
                             const QString& text) {
    pushList({.before = before, .after = std::move(after)}, text);
}

void SegmentBook::pushList(SegmentListChange change, const QString& text) {
    if (!session_.mayWrite()) return;
    session_.undoStack().push(new SegmentStep(
        text,
        [this, change = std::make_shared<SegmentListChange>(std::move(change))](
            bool forward, const std::shared_ptr<bool>& refused) {
            return writeList(change, forward, refused);
        },
        true));
}

bool SegmentBook::writeList(const std::shared_ptr<SegmentListChange>& change, bool forward,
                            const std::shared_ptr<bool>& refused) {
    ++generation_;
    const std::vector<SegmentRecord>& from = forward ? change->before : change->after;
    if (std::ranges::equal(segments_, from, {}, &SegmentRecord::name, &SegmentRecord::name)) {
        segments_ = forward ? change->after : change->before;
        Q_EMIT listChanged();
    }
    auto inForce = std::make_shared<bool>(false);
    session_.writes().write([change, forward, inForce](
                                Project& project) { *inForce = writeSegmentList(project, *change, forward); },
                            [this, inForce, refused](const Error* error) {
                                *refused = error != nullptr;
                                if (error != nullptr) session_.reportError(*error);
                                if (*inForce) session_.reload();
                                forgetAll();
                                readList();
                                if (error == nullptr) Q_EMIT stored(PaintedPurpose::Strokes, 0);
                            });
    return !*refused;
}

void SegmentBook::forget(const Key& key) {
    std::erase_if(pages_, [&](const Page& page) { return page.key == key; });
    Q_EMIT changed(key.first, key.second, {});
}

void SegmentBook::forgetAll() {
    std::vector<Key> keys;
    for (const Page& page : pages_)
        keys.push_back(page.key);
    pages_.clear();
    for (const Key& key : keys)
        Q_EMIT changed(key.first, key.second, {});
}

}  // namespace segad::ui
