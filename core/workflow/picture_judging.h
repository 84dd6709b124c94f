// From a file to its verdict, with everything that is wanted of it on the way: one picture on one thread,
// several side by side. Private to the room.
#pragma once

#include <atomic>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <optional>

#include <opencv2/core/mat.hpp>

#include "core/workflow/inspection.h"
#include "core/workflow/inspector.h"
#include "core/workflow/picture_stream.h"

namespace segad {

/// What became of one picture of the stream.
struct JudgedPicture {
    enum class Kind {
        Part,     ///< it has a result
        Nothing,  ///< there was none at the moment, or it is to come again
        End
    };

    Kind kind = Kind::Nothing;
    PictureFile picture;
    InspectionResult result;
    Judgement judgement;  ///< `part` has moved into `result`
    cv::Mat rgb;
    std::optional<InspectionPicture> jpegs;  ///< when it is among the worst so far
    std::optional<Error> hiccup;             ///< reading it failed for a while
    bool postponed = false;                  ///< reading it failed for long; it is given once more
    bool known = false;                      ///< somebody has learned from it
    StageSeconds seconds;
};

/// Threads: judge() from several, the others from any.
class PictureJudge {
public:
    PictureJudge(const Inspector& inspector, PictureStream& stream, const InspectionRequest& request);

    /// Takes the next picture and judges it. Every `turn` from 0 on has to be called once; pictures are taken
    /// in the order of the turns, so that none comes behind the end. Throws only what concerns all of them:
    /// an overlay that can't be written.
    JudgedPicture judge(std::size_t turn);

    /// Pictures are wanted of parts that score higher.
    void setLowestPicture(double score) noexcept { lowestPicture_ = score; }
    /// Whoever waits to try a file again gives up.
    void stop() noexcept { stopped_ = true; }

private:
    StreamState take(std::size_t turn, PictureFile& picture);
    void decide(JudgedPicture& judged);
    /// What `read` returns, which reads files; it is tried again while they fail for a reason that may pass.
    template <class Read>
    auto patiently(JudgedPicture& judged, const Read& read) const;
    void draw(JudgedPicture& judged) const;
    bool nap(double seconds) const;

    const Inspector& inspector_;
    PictureStream& stream_;
    const InspectionRequest& request_;
    const std::vector<const Detector*> detectors_;
    const std::vector<std::string>& segmentNames_;
    std::atomic<double> lowestPicture_ = -std::numeric_limits<double>::infinity();
    std::atomic<bool> stopped_ = false;
    std::mutex mutex_;  // guards turn_
    std::condition_variable turned_;
    std::size_t turn_ = 0;
};

}  // namespace segad
