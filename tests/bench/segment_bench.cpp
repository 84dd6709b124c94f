// Mean intersection over union with the demo's exact maps, and the time a part takes on one thread:
//   bench_segment [template|strokes|clusters] [PARTS] [key=value]…
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/segment/catalog.h"
#include "tests/core/segment/demo_parts.h"

using namespace segad;
using test::DemoPart;

namespace {
/// Of this thread alone, so that neighbours on the machine don't count.
double cpuMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

double wallSeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Paintings paintingsOf(const SegmentSourceInfo& info, const std::vector<DemoPart>& parts, const Json& params) {
    Paintings paintings{.names = test::demoSegmentNames()};
    if (info.painting == SegmentPainting::Templates) paintings.parts.push_back(parts.front().painted());
    if (info.painting == SegmentPainting::Strokes) return test::strokesOnThree(parts, params);
    return paintings;
}

/// Clusters have no names: each takes the label it shares most pixels with, over all parts.
cv::Mat bestMatch(const std::vector<cv::Mat>& maps, const std::vector<DemoPart>& parts, int components) {
    cv::Mat votes = cv::Mat::zeros(components, 256, CV_64FC1);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        for (int y = 0; y < maps[i].rows; ++y)
            for (int x = 0; x < maps[i].cols; ++x)
                votes.at<double>(maps[i].at<std::uint8_t>(y, x), parts[i].truth.at<std::uint8_t>(y, x)) += 1;
    }
    cv::Mat table = cv::Mat::zeros(1, 256, CV_8UC1);
    for (int c = 0; c < components; ++c) {
        cv::Point best;
        cv::minMaxLoc(votes.row(c), nullptr, nullptr, nullptr, &best);
        table.at<std::uint8_t>(c) = static_cast<std::uint8_t>(best.x);
    }
    return table;
}

void printOverlaps(const std::vector<cv::Mat>& maps, const std::vector<DemoPart>& parts) {
    const std::vector<std::string> names = test::demoSegmentNames();
    double mean = 0;
    double worst = 1;
    std::vector<double> sums(names.size(), 0);
    std::vector<int> counts(names.size(), 0);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const double own = test::meanOverlap(maps[i], parts[i].truth);
        mean += own / static_cast<double>(maps.size());
        worst = std::min(worst, own);
        const std::vector<double> all = test::overlaps(maps[i], parts[i].truth);
        for (std::size_t c = 0; c < all.size(); ++c) {
            if (all[c] < 0) continue;
            sums[c] += all[c];
            ++counts[c];
        }
    }
    std::printf("mean IoU %.3f, worst part %.3f\n", mean, worst);
    for (std::size_t c = 0; c < names.size(); ++c)
        std::printf("  %-14s %.3f\n", names[c].c_str(), counts[c] == 0 ? 0 : sums[c] / counts[c]);
}

int run(const std::string& key, int count, int argc, char** argv) {
    const SegmentSourceInfo* info = findSegmentSource(key);
    if (info == nullptr) throw Error(ErrorCode::NotFound, key, "is not a segment source", "Name another.");
    const std::vector<DemoPart> parts = test::demoParts(count);
    Json params = Json::object();
    for (int i = 3; i < argc; ++i)
        info->params.assign(params, argv[i]);
    const auto source = createSegmentSource(key, params);
    std::vector<SegmentPart> all;
    for (const DemoPart& part : parts)
        all.push_back(part.part());
    Job job;
    const Paintings paintings = paintingsOf(*info, parts, params);
    const double start = wallSeconds();
    source->learnFrom(paintings);
    const double learned = wallSeconds();
    source->prepare(all, job);
    const double prepared = wallSeconds();
    // As after one more stroke: what was computed of the painted parts is kept.
    source->learnFrom(paintings);
    source->prepare(all, job);
    const double refitted = wallSeconds();
    std::vector<cv::Mat> maps;
    std::vector<double> times;
    for (const SegmentPart& part : all) {
        const double before = cpuMilliseconds();
        maps.push_back(source->segment(part).map.labels());
        times.push_back(cpuMilliseconds() - before);
    }
    std::ranges::sort(times);
    std::printf(
        "%s, %d parts: learned in %.2f s, prepared in %.2f s, again in %.2f s; median %.1f ms a part, "
        "slowest "
        "%.1f ms\n",
        key.c_str(), count, learned - start, prepared - learned, refitted - prepared, times[times.size() / 2],
        times.back());
    if (info->painting == SegmentPainting::None) {
        const cv::Mat table = bestMatch(maps, parts, static_cast<int>(source->names().size()));
        std::printf("%zu segments, each under the label it meets most\n", source->names().size());
        for (cv::Mat& map : maps)
            cv::LUT(map.clone(), table, map);
    }
    printOverlaps(maps, parts);
    return 0;
}
}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc > 1 ? argv[1] : "template", argc > 2 ? std::stoi(argv[2]) : 40, argc, argv);
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
