// The words that stand for enumerations in the project file. Private to the room.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/project/records.h"

namespace segad {

template <class E, std::size_t N>
using Words = std::array<std::pair<E, std::string_view>, N>;

inline constexpr Words<RunKind, 7> kRunKinds{{{RunKind::Import, "import"},
                                              {RunKind::Segment, "segment"},
                                              {RunKind::Train, "train"},
                                              {RunKind::Score, "score"},
                                              {RunKind::Fit, "fit"},
                                              {RunKind::Evaluate, "evaluate"},
                                              {RunKind::Inspect, "inspect"}}};
inline constexpr Words<RunOutcome, 4> kRunOutcomes{{{RunOutcome::Running, "running"},
                                                    {RunOutcome::Done, "done"},
                                                    {RunOutcome::Failed, "failed"},
                                                    {RunOutcome::Cancelled, "cancelled"}}};
inline constexpr Words<Verdict, 3> kVerdicts{
    {{Verdict::Pass, "pass"}, {Verdict::Review, "review"}, {Verdict::Reject, "reject"}}};

inline constexpr Words<NoVerdict, 3> kNoVerdicts{{{NoVerdict::Unreadable, "unreadable"},
                                                  {NoVerdict::NoSegments, "no_segments"},
                                                  {NoVerdict::NotScored, "not_scored"}}};

inline constexpr Words<PaintedPurpose, 3> kPaintedPurposes{{{PaintedPurpose::Template, "template"},
                                                            {PaintedPurpose::Strokes, "strokes"},
                                                            {PaintedPurpose::Fix, "fix"}}};
inline constexpr Words<SegmentFindingKind, 4> kSegmentFindingKinds{
    {{SegmentFindingKind::NeverSeen, "never_seen"},
     {SegmentFindingKind::Absent, "absent"},
     {SegmentFindingKind::Area, "area"},
     {SegmentFindingKind::NoMap, "no_map"}}};

template <class E, std::size_t N>
std::string_view wordOf(const Words<E, N>& words, E value) noexcept {
    for (const auto& [candidate, word] : words) {
        if (candidate == value) return word;
    }
    return {};
}

/// The reverse; Error{Corrupt} for a word that the schema's CHECK should have kept out.
template <class E, std::size_t N>
E valueOfWord(const Words<E, N>& words, std::string_view text) {
    for (const auto& [value, word] : words) {
        if (word == text) return value;
    }
    throw Error(ErrorCode::Corrupt, std::string(text), "is not a word this project file may hold",
                "Check the project with 'segad doctor'.");
}

}  // namespace segad
