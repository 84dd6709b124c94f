#include "core/workflow/cost_memory.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/machine.h"

namespace segad {

namespace {
constexpr double kLeastSeconds = 2;
constexpr std::size_t kRatios = 7;  // odd, so that the median is one of them
/// Beyond this the clock was wrong or the machine asleep.
constexpr double kLargestFactor = 50;

Path timingsFile() {
    return userDataDir() / "timings.json";
}

std::string keyOf(const std::string& detector, const std::string& backbone, const std::string& device) {
    return detector + (backbone.empty() ? "" : " on " + backbone) + ", " + device;
}

const char* wordOf(CostKind kind) {
    return kind == CostKind::Train ? "train" : "score";
}

Json readTimings() {
    std::error_code absent;
    if (!std::filesystem::exists(timingsFile(), absent)) return Json::object();
    try {
        Json timings = readJson(timingsFile());
        if (timings.is_object()) return timings;
        log::warn(toUtf8(timingsFile()) + " holds no timings; they are measured anew");
    } catch (const Error& error) {
        log::warn(error.what());
    }
    return Json::object();
}

std::vector<double> ratios(const Json& timings, const std::string& key, CostKind kind) {
    try {
        return timings.at(hostName()).at(key).at(wordOf(kind)).get<std::vector<double>>();
    } catch (const Json::exception&) {
        return {};  // not measured yet, or not by us
    }
}

double median(std::vector<double> values) {
    if (values.empty()) return 1;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return std::clamp(*middle, 1 / kLargestFactor, kLargestFactor);
}
}  // namespace

CostFactors rememberedCost(const std::string& detector, const std::string& backbone,
                           const std::string& device) {
    const Json timings = readTimings();
    const std::string key = keyOf(detector, backbone, device);
    return {.train = median(ratios(timings, key, CostKind::Train)),
            .score = median(ratios(timings, key, CostKind::Score))};
}

void rememberCost(CostKind kind, const std::string& detector, const std::string& backbone,
                  const std::string& device, double estimated, double measured) noexcept {
    if (!(estimated >= kLeastSeconds) || !(measured > 0)) return;
    try {
        Json timings = readTimings();
        const std::string key = keyOf(detector, backbone, device);
        std::vector<double> kept = ratios(timings, key, kind);
        kept.push_back(measured / estimated);
        if (kept.size() > kRatios) kept.erase(kept.begin());
        Json& own = timings[hostName()];  // a user's data may be on a share that several machines see
        if (!own.is_object()) own = Json::object();
        if (!own[key].is_object()) own[key] = Json::object();
        own[key][wordOf(kind)] = kept;
        writeFileAtomically(timingsFile(), timings.dump(1));
    } catch (const std::exception& failure) {
        log::warn(std::string("how long it took can't be remembered: ") + failure.what());
    }
}

CostEstimate refined(CostEstimate cost, const CostFactors& factors) {
    cost.trainSeconds *= factors.train;
    cost.scoreSecondsPerPart *= factors.score;
    return cost;
}

}  // namespace segad
