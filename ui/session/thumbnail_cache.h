// Thumbnails by content hash: made off the GUI thread, nearest to the eye first, kept in memory and on disk,
// so that a moved or reopened project shows them at once.
#pragma once

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QThreadPool>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/project/records.h"

namespace segad::ui {

enum class PictureFault { None, Missing, Unreadable };

class ThumbnailCache : public QObject {
    Q_OBJECT

public:
    struct Request {
        std::string sha256;  ///< empty when the part was never hashed: kept in memory only
        Path file;
        /// A generated part has no file: its picture is made again.
        Path project;
        PartId generated = 0;

        /// What the thumbnail is known by.
        std::string key() const { return sha256.empty() ? file.string() : sha256; }
    };

    /// `side` in device pixels: thumbnails fit into side × side.
    explicit ThumbnailCache(int side, QObject* parent = nullptr);
    ~ThumbnailCache() override;

    /// The thumbnail, or null while it is being made (ready() follows, also when that fails; fault() says
    /// why).
    const QPixmap* get(const Request& request);
    /// How large they are shown: no larger ones are kept in memory. Those of another size are shown until the
    /// right ones are there.
    void setShownSide(int side);
    /// What is in view and may come into view, nearest first. It replaces what was waiting: what has left
    /// the view is not made.
    void expect(const std::vector<Request>& nearestFirst);
    PictureFault fault(const Request& request) const;
    /// Files that could not be read may be back.
    void retryFaults() { faults_.clear(); }
    int waiting() const { return static_cast<int>(waiting_.size()); }

Q_SIGNALS:
    void ready(const QString& key);

private:
    struct Fault {
        Path file;  ///< a part that has been found elsewhere gets another chance
        PictureFault what = PictureFault::None;
    };
    struct Kept {
        QPixmap pixmap;
        int shownSide = 0;
    };
    bool isKnown(const Request& request) const;
    void startMore();

    int side_;       ///< on disk
    int shownSide_;  ///< in memory, at most
    QThreadPool pool_;
    QCache<std::string, Kept> memory_;
    std::vector<Request> waiting_;  ///< the next one last
    QSet<std::string> underway_;
    QHash<std::string, Fault> faults_;
};

}  // namespace segad::ui
