#include "core/forest/feature_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace segad {

namespace {
constexpr int kLetters = 26;
constexpr std::string_view kScorePrefix = "an_det_score_";
constexpr std::string_view kArea = "area";

/// In column order. The misspelling is the released one; tables made elsewhere carry it.
constexpr std::array<std::pair<std::string_view, Statistic>, 4> kStatistics{{
    {"q995", Statistic::Q995},
    {"scewness", Statistic::Skewness},
    {"kurtosis", Statistic::Kurtosis},
    {"mean", Statistic::Mean},
}};

std::optional<Statistic> parseStatistic(std::string_view text) {
    if (text == "skewness") return Statistic::Skewness;
    const auto* const found =
        std::ranges::find(kStatistics, text, &std::pair<std::string_view, Statistic>::first);
    if (found == kStatistics.end()) return std::nullopt;
    return found->second;
}

std::optional<int> parseLetter(std::string_view text) {
    if (text.empty() || text.size() > 3) return std::nullopt;
    int number = 0;
    for (const char letter : text) {
        if (letter < 'a' || letter > 'z') return std::nullopt;
        number = number * kLetters + (letter - 'a' + 1);
    }
    return number - 1;
}
}  // namespace

std::string segmentLetter(int segment) {
    std::string text;
    for (int rest = segment + 1; rest > 0; rest = (rest - 1) / kLetters)
        text.insert(text.begin(), static_cast<char>('a' + (rest - 1) % kLetters));
    return text;
}

std::vector<std::string> featureNames(int segments, std::span<const std::string> detectors,
                                      std::span<const std::string> scoresOnly) {
    std::vector<std::string> names;
    for (int segment = 0; segment < segments; ++segment) {
        for (const std::string& detector : detectors) {
            for (const auto& [statistic, value] : kStatistics)
                names.push_back(segmentLetter(segment) + "_" + detector + "_" + std::string(statistic));
        }
    }
    for (const std::span<const std::string> group : {detectors, scoresOnly}) {
        for (const std::string& detector : group)
            names.push_back(std::string(kScorePrefix) + detector);
    }
    return names;
}

std::vector<std::string> areaNames(int segments) {
    std::vector<std::string> names;
    for (int segment = 0; segment < segments; ++segment)
        names.push_back(segmentLetter(segment) + "_" + std::string(kArea));
    return names;
}

std::optional<FeatureColumn> parseFeatureName(std::string_view name) {
    if (name.starts_with(kScorePrefix)) {
        if (name.size() == kScorePrefix.size()) return std::nullopt;
        return FeatureColumn{kWholePart, std::string(name.substr(kScorePrefix.size())),
                             Statistic::ImageScore};
    }
    const std::size_t first = name.find('_');
    const std::size_t last = name.rfind('_');
    if (first == std::string_view::npos) return std::nullopt;
    const std::optional<int> segment = parseLetter(name.substr(0, first));
    if (segment && name.substr(first + 1) == kArea) return FeatureColumn{*segment, "", Statistic::Area};
    if (last <= first + 1) return std::nullopt;
    const std::optional<Statistic> statistic = parseStatistic(name.substr(last + 1));
    if (!segment || !statistic) return std::nullopt;
    return FeatureColumn{*segment, std::string(name.substr(first + 1, last - first - 1)), *statistic};
}

}  // namespace segad
