#include "core/workflow/picture_judging.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include <opencv2/imgproc.hpp>

#include "core/image/image.h"
#include "core/workflow/part_features.h"

namespace segad {

namespace {
using Clock = std::chrono::steady_clock;

constexpr double kFirstPause = 0.2;
constexpr double kLongestPause = 5;
constexpr std::size_t kReasons = 3;
constexpr int kCardSide = 320;
constexpr int kCardQuality = 85;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::string sentence(const Error& error) {
    return error.message() + (error.remedy().empty() ? "" : ". " + error.remedy());
}

std::vector<ResultReason> strongest(const Explanation& explanation,
                                    const std::vector<std::string>& segmentNames) {
    std::vector<Attribution::Cell> cells = explanation.parts.cells;
    std::ranges::stable_sort(cells, std::ranges::greater{}, &Attribution::Cell::value);
    std::vector<ResultReason> reasons;
    for (const Attribution::Cell& cell : cells) {
        if (reasons.size() == kReasons || cell.value <= 0) break;
        reasons.push_back({.segment = segmentTitle(segmentNames, cell.segment),
                           .detector = cell.detector,
                           .value = cell.value});
    }
    return reasons;
}

/// The segment that decided, in white on black so that it shows on every ground.
void outline(cv::Mat& picture, const SegmentMap& segments, int segment) {
    const cv::Mat mask = segments.resized(picture.size()).labels() == segment;
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    const int thickness = std::max(1, std::max(picture.cols, picture.rows) / 250);
    cv::drawContours(picture, contours, -1, cv::Scalar(0, 0, 0), 3 * thickness);
    cv::drawContours(picture, contours, -1, cv::Scalar(255, 255, 255), thickness);
}

cv::Mat cardSized(const cv::Mat& rgb) {
    const double scale = std::min(1.0, static_cast<double>(kCardSide) / std::max(rgb.cols, rgb.rows));
    cv::Mat small = rgb;
    if (scale < 1) cv::resize(rgb, small, {}, scale, scale, cv::INTER_AREA);
    return small;
}

/// The picture with what decided over it.
cv::Mat overlayOf(const cv::Mat& rgb, const Judgement& judgement) {
    cv::Mat overlay = judgement.map ? heatOverlay(rgb, *judgement.map, judgement.range) : rgb.clone();
    if (judgement.segments && judgement.topSegment >= 0 && judgement.segments->componentCount() > 1)
        outline(overlay, *judgement.segments, judgement.topSegment);
    return overlay;
}

void writeOverlay(const Path& folder, const std::string& path, const cv::Mat& overlay) {
    Path file = folder / Path(std::u8string(path.begin(), path.end()));
    file += ".png";  // keeps 1.jpg and 1.png apart
    std::error_code failure;
    std::filesystem::create_directories(file.parent_path(), failure);
    if (failure) throw errorFromErrno(failure.value(), file.parent_path().string(), "create the folder");
    encodeImage(file, overlay);
}
}  // namespace

PictureJudge::PictureJudge(const Inspector& inspector, PictureStream& stream,
                           const InspectionRequest& request)
    : inspector_(inspector),
      stream_(stream),
      request_(request),
      detectors_(inspector.detectors()),
      segmentNames_(inspector.model().segmentNames) {}

StreamState PictureJudge::take(std::size_t turn, PictureFile& picture) {
    std::unique_lock lock(mutex_);
    turned_.wait(lock, [&] { return turn_ == turn; });
    struct Next {
        PictureJudge& judge;
        ~Next() {
            ++judge.turn_;
            judge.turned_.notify_all();
        }
    } const next{*this};
    return stream_.take(picture);
}

JudgedPicture PictureJudge::judge(std::size_t turn) {
    JudgedPicture judged;
    const StreamState state = take(turn, judged.picture);
    if (state != StreamState::Picture) {
        judged.kind = state == StreamState::End ? JudgedPicture::Kind::End : JudgedPicture::Kind::Nothing;
        return judged;
    }
    const Clock::time_point begin = Clock::now();
    judged.kind = JudgedPicture::Kind::Part;
    const PictureFile taken = judged.picture;
    bool missing = false;
    bool unreachable = false;
    try {
        decide(judged);
    } catch (const NoSegmentMap& error) {
        unreachable = error.code() == ErrorCode::Io;
        judged.result.part = {.noVerdict = NoVerdict::NoSegments, .error = sentence(error)};
    } catch (const Error& error) {
        missing = error.code() == ErrorCode::NotFound;
        unreachable = error.code() == ErrorCode::Io;
        const NoVerdict why = judged.rgb.empty() ? NoVerdict::Unreadable : NoVerdict::NotScored;
        judged.result.part = {.noVerdict = why, .error = sentence(error)};
    }
    judged.result.part.path = taken.path;
    judged.result.part.seconds = secondsSince(begin);
    judged.result.bytes = taken.bytes;
    judged.result.modifiedNs = taken.modifiedNs;
    if (taken.problem) return judged;
    PictureFile now{.path = taken.path, .file = taken.file};
    const bool there = statPicture(now);
    const bool changed = there && (now.bytes != taken.bytes || now.modifiedNs != taken.modifiedNs);
    // Half of one picture and half of the next one, perhaps; or none any more, or none for the moment.
    const bool failed = !judged.result.part.verdict;
    const bool doubtful = changed || (failed && (missing || !there || stream_.isAway()));
    if (doubtful && stream_.giveBack(taken)) {
        judged.kind = JudgedPicture::Kind::Nothing;
        return judged;
    }
    if (unreachable && stream_.postpone(taken)) {
        judged.kind = JudgedPicture::Kind::Nothing;
        judged.postponed = true;
        return judged;
    }
    if (judged.result.part.verdict) draw(judged);
    return judged;
}

template <class Read>
auto PictureJudge::patiently(JudgedPicture& judged, const Read& read) const {
    const Clock::time_point begin = Clock::now();
    double pause = kFirstPause;
    while (true) {
        try {
            return read();
        } catch (const Error& error) {
            // Other failures are the file's own and stay; and a drive that is away is waited for elsewhere.
            if (error.code() != ErrorCode::Io || secondsSince(begin) >= request_.patienceSeconds ||
                stream_.isAway())
                throw;
            judged.hiccup = error;
        }
        if (!nap(pause)) throw Error(*judged.hiccup);
        pause = std::min(kLongestPause, 2 * pause);
    }
}

void PictureJudge::decide(JudgedPicture& judged) {
    if (judged.picture.problem) throw Error(*judged.picture.problem);
    Clock::time_point begin = Clock::now();
    judged.rgb = patiently(judged, [&] { return decodeImage(judged.picture.file).rgb; });
    judged.seconds.decode = secondsSince(begin);
    begin = Clock::now();
    std::vector<Scored> perDetector;
    for (std::vector<Scored>& result : scoreTogether(detectors_, {&judged.rgb, 1}))
        perDetector.push_back(std::move(result.front()));
    judged.seconds.score = secondsSince(begin);
    begin = Clock::now();
    // Its segment map may be a file on the same drive.
    judged.judgement =
        patiently(judged, [&] { return inspector_.decide(judged.rgb, judged.picture.file, perDetector); });
    judged.result.part = std::move(judged.judgement.part);
    if (judged.judgement.reasons) judged.result.reasons = strongest(*judged.judgement.reasons, segmentNames_);
    judged.known = inspector_.model().learned.knows(judged.picture.file);
    judged.seconds.decide = secondsSince(begin);
}

bool PictureJudge::nap(double seconds) const {
    const Clock::time_point begin = Clock::now();
    while (secondsSince(begin) < seconds) {
        if (stopped_) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

void PictureJudge::draw(JudgedPicture& judged) const {
    if (judged.result.part.score > lowestPicture_) {
        const cv::Mat small = cardSized(judged.rgb);
        judged.jpegs = {.picture = encodeJpegBytes(small, kCardQuality),
                        .overlay = encodeJpegBytes(overlayOf(small, judged.judgement), kCardQuality)};
    }
    if (!request_.overlays.empty())
        writeOverlay(request_.overlays, judged.result.part.path, overlayOf(judged.rgb, judged.judgement));
}

}  // namespace segad
