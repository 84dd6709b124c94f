// How many parts the published datasets have (datasets.md §§ 1–5). For warnings only: the tables come
// from papers and split files, and a user may have good reasons to hold other numbers.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/dataset/dataset_layout.h"

namespace segad {

struct PublishedCount {
    std::string_view className;
    int trainGood;
    int trainBad;
    int testGood;
    int testBad;
};

/// Adds a warning to `arrangement` when `className` is in `table` and its parts are not as many as any of
/// its rows says.
void warnAboutCounts(Arrangement& arrangement, const std::vector<PublishedCount>& table,
                     std::string_view className);

const std::vector<PublishedCount>& mvtecCounts();
const std::vector<PublishedCount>& mpddCounts();
const std::vector<PublishedCount>& btadCounts();
/// Of the splits 1cls, 2cls_highshot and 2cls_fewshot.
const std::vector<PublishedCount>& visaCounts();
const std::vector<PublishedCount>& visaHighshotCounts();
const std::vector<PublishedCount>& visaFewshotCounts();

}  // namespace segad
