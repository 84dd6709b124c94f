#include "core/workflow/listed_pictures.h"

#include <algorithm>

#include "core/workflow/natural_order.h"

namespace segad {

ListedPictures::ListedPictures(Listing listing, const Shard& shard, JudgedBefore judgedBefore)
    : listing_(std::move(listing)), judgedBefore_(std::move(judgedBefore)) {
    std::erase_if(listing_.pictures, [&](const std::string& path) { return !shard.has(path); });
    std::sort(listing_.pictures.begin(), listing_.pictures.end(), naturalLess);
    listing_.tables.clear();
    for (Finding& finding : listing_.findings) {
        if (finding.kind == FindingKind::Error && shard.has(finding.path))
            problems_.push_back(std::move(finding));
    }
    listing_.findings.clear();
}

PictureFile ListedPictures::at(std::size_t index) const {
    if (index < problems_.size()) {
        const Finding& finding = problems_[index];
        return {.path = finding.path,
                .file = listing_.file(finding.path),
                .problem = Error(ErrorCode::Io, finding.path, finding.message, finding.remedy)};
    }
    const std::string& path = listing_.pictures[index - problems_.size()];
    PictureFile picture{.path = path, .file = listing_.file(path)};
    statPicture(picture);  // one that has gone since is told of when it is read
    return picture;
}

StreamState ListedPictures::take(PictureFile& picture) {
    const std::scoped_lock lock(mutex_);
    while (next_ < size()) {
        picture = at(next_++);
        if (!judgedBefore_ || !judgedBefore_(picture)) return StreamState::Picture;
        ++passed_;
    }
    if (again_ && !postponed_.empty()) {
        picture = std::move(postponed_.back());
        postponed_.pop_back();
        statPicture(picture);
        return StreamState::Picture;
    }
    return StreamState::End;
}

bool ListedPictures::postpone(const PictureFile& picture) {
    const std::scoped_lock lock(mutex_);
    if (again_) return false;
    postponed_.push_back(picture);
    return true;
}

bool ListedPictures::beginAgain() {
    const std::scoped_lock lock(mutex_);
    again_ = true;
    // Taken from the end, given as they were listed.
    std::sort(postponed_.begin(), postponed_.end(),
              [](const PictureFile& a, const PictureFile& b) { return naturalLess(b.path, a.path); });
    return !postponed_.empty();
}

}  // namespace segad
