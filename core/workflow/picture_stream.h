// Pictures that are to be judged, one after the other, from a listing or from a folder that is watched.
// Private to the room.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/base/file.h"

namespace segad {

/// A file as it was found. The same path with another size or time is another picture.
struct PictureFile {
    std::string path;  ///< relative to the folder, '/'-separated
    Path file;
    std::uint64_t bytes = 0;
    std::int64_t modifiedNs = 0;
    std::optional<Error> problem;  ///< why it can't be judged, known without reading it
};

/// Reads size and time; false when there is no such file (any more), or none that can be looked at.
bool statPicture(PictureFile& picture) noexcept;

/// Whether the picture has a result already. Called by one thread at a time.
using JudgedBefore = std::function<bool(const PictureFile&)>;

enum class StreamState {
    Picture,  ///< here is one
    Nothing,  ///< none at the moment; ask again
    End
};

/// Threads: take() from several.
class PictureStream {
public:
    virtual ~PictureStream() = default;
    /// Fills in the next picture; returns within a twentieth of a second when there is none.
    virtual StreamState take(PictureFile& picture) = 0;
    /// A picture that was taken is not there any more, or is another one by now. It is forgotten: when it
    /// comes back, it is given again. Returns false when this stream gives each only once; then the failure
    /// is its result.
    virtual bool giveBack(const PictureFile& picture) = 0;
    /// A picture that was taken could not be read for so long that the others have to go on: it is given once
    /// more later. Returns false when it was already; then the failure is its result.
    virtual bool postpone(const PictureFile& picture) = 0;
    /// One that was taken has its result, and whoever waits for that was told. Called once for each that was
    /// neither given back nor postponed.
    virtual void done() = 0;
    /// What the pictures lie on can't be reached at the moment: what fails now says nothing about them.
    virtual bool isAway() const = 0;
};

}  // namespace segad
