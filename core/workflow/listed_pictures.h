// The pictures of a folder as it was when it was listed. Private to the room.
#pragma once

#include <atomic>
#include <mutex>
#include <vector>

#include "core/dataset/listing.h"
#include "core/workflow/picture_stream.h"
#include "core/workflow/shard.h"

namespace segad {

class ListedPictures : public PictureStream {
public:
    /// Those of the share, in natural order, without those judged before (none when that is empty). What the
    /// listing could not look at (links to nothing, names that are no text, folders without permission) is
    /// given too, with its problem: nothing is silently left out.
    ListedPictures(Listing listing, const Shard& shard, JudgedBefore judgedBefore);

    std::size_t size() const noexcept { return listing_.pictures.size() + problems_.size(); }
    /// How many of those taken or passed over were judged before.
    std::uint64_t judgedBefore() const noexcept { return passed_; }

    StreamState take(PictureFile& picture) override;
    bool giveBack(const PictureFile&) override { return false; }
    bool postpone(const PictureFile& picture) override;
    void done() override {}  // it ends with its list, whatever is still being judged
    /// From now on gives those that were postponed. Returns false when there are none.
    bool beginAgain();
    bool isAway() const override { return false; }

private:
    PictureFile at(std::size_t index) const;

    Listing listing_;
    std::vector<Finding> problems_;
    JudgedBefore judgedBefore_;
    std::mutex mutex_;  // guards what follows but passed_, and calls of judgedBefore_
    std::size_t next_ = 0;
    std::vector<PictureFile> postponed_;
    bool again_ = false;  ///< those that were postponed are being given
    std::atomic<std::uint64_t> passed_ = 0;
};

}  // namespace segad
