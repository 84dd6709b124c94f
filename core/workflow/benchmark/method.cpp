#include "core/workflow/benchmark/method.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/error.h"
#include "core/detector/catalog.h"

namespace segad {

namespace {
constexpr std::string_view kForestWord = "segad";
constexpr std::string_view kAllWord = "all";

struct Name {
    std::string_view word;   ///< of the paper, its program or our catalog
    std::string_view key;    ///< of our catalog; "" when the word is of the catalog, or of foreign maps only
    std::string_view paper;  ///< how it stands in a table
};

constexpr std::array kNames{Name{"efficientad", "efficientad_medium", "EfficientAD"},
                            Name{"efficientad_medium", "", "EfficientAD"},
                            Name{"efficientad_small", "", "EfficientAD (small)"},
                            Name{"efficient_ad", "", "EfficientAD"},
                            Name{"rd4ad", "", "RD4AD"},
                            Name{"reverse_distillation", "rd4ad", "RD4AD"},
                            Name{"fastflow", "", "FastFlow"},
                            Name{"patchcore", "", "PatchCore"},
                            Name{"devnet", "", "DevNet"},
                            Name{"dra", "", "DRA"},
                            Name{"wideresnet", "wide_resnet_classifier", "WideResNet"},
                            Name{"wide_resnet_classifier", "", "WideResNet"}};

const Name* nameOf(std::string_view word) {
    const auto* found = std::ranges::find(kNames, word, &Name::word);
    return found == kNames.end() ? nullptr : found;
}

Error noMethod(std::string_view text, std::string message) {
    return {ErrorCode::InvalidArgument, std::string(text), std::move(message),
            "Write a detector, or detectors and segad joined by +: rd4ad, rd4ad+segad, all+segad/whole."};
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    for (;;) {
        const std::size_t plus = text.find('+');
        words.push_back(text.substr(0, plus));
        if (plus == std::string_view::npos) return words;
        text.remove_prefix(plus + 1);
    }
}

std::string_view suffixOf(SegmentUse use) {
    switch (use) {
        case SegmentUse::Own:
            return "";
        case SegmentUse::Whole:
            return "/whole";
        case SegmentUse::Shuffled:
            return "/shuffled";
    }
    return "";
}

std::string_view remarkOn(SegmentUse use) {
    switch (use) {
        case SegmentUse::Own:
            return "";
        case SegmentUse::Whole:
            return ", no segments";
        case SegmentUse::Shuffled:
            return ", shuffled segments";
    }
    return "";
}

/// Takes "/whole" or "/shuffled" off the end of `text`.
SegmentUse takeSuffix(std::string_view& text) {
    for (const SegmentUse use : {SegmentUse::Whole, SegmentUse::Shuffled}) {
        if (!text.ends_with(suffixOf(use))) continue;
        text.remove_suffix(suffixOf(use).size());
        return use;
    }
    return SegmentUse::Own;
}

/// The word of a key for one of a plain title: papers name detectors, and the method, in their way.
std::string wordOf(std::string_view plain) {
    if (plain == "allad") return std::string(kAllWord);
    for (const Name& name : kNames) {
        if (plainTitle(name.paper) == plain) return std::string(name.word);
    }
    for (const DetectorInfo& info : detectorCatalog()) {
        if (plainTitle(info.title) == plain) return info.key;
    }
    return std::string(plain);
}

bool makesMaps(const std::string& detector) {
    const DetectorInfo* info = findDetector(detector);
    return info == nullptr || (info->makesMaps && info->supervision == Supervision::GoodOnly);
}
}  // namespace

std::string BenchmarkMethod::key() const {
    std::string text;
    for (const std::string& detector : detectors)
        text += (text.empty() ? "" : "+") + detector;
    if (!forest) return text;
    return text + "+" + std::string(kForestWord) + std::string(suffixOf(segments));
}

std::string BenchmarkMethod::title(std::span<const std::string> all) const {
    std::string text;
    if (forest && detectors.size() > 1 && std::ranges::is_permutation(detectors, all)) {
        text = "All";
    } else {
        for (const std::string& detector : detectors)
            text += (text.empty() ? "" : " + ") + paperName(detector);
    }
    if (forest) text += " + SegAD";
    return text + std::string(remarkOn(segments));
}

BenchmarkMethod benchmarkMethod(std::string_view text, std::span<const std::string> all) {
    BenchmarkMethod method;
    std::string_view rest = text;
    method.segments = takeSuffix(rest);
    for (const std::string_view word : wordsOf(rest)) {
        if (method.forest || word.empty()) throw noMethod(text, "is not a method of the benchmark");
        if (word == kForestWord) {
            method.forest = true;
        } else if (word == kAllWord) {
            method.detectors.insert(method.detectors.end(), all.begin(), all.end());
        } else {
            method.detectors.push_back(detectorKeyOf(word));
        }
    }
    std::vector<std::string> sorted = method.detectors;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end()) throw noMethod(text, "names a detector twice");
    if (sorted.empty()) throw noMethod(text, "names no detector");
    if (!method.forest && (sorted.size() > 1 || method.segments != SegmentUse::Own))
        throw noMethod(text, "has no forest to join detectors or to do without segments");
    for (const std::string& detector : method.detectors) {
        if (method.forest && !makesMaps(detector))
            throw noMethod(text,
                           "takes " + detector + ", which has no map that a forest can learn from here");
    }
    return method;
}

std::string detectorKeyOf(std::string_view name) {
    const Name* known = nameOf(name);
    return std::string(known == nullptr || known->key.empty() ? name : known->key);
}

std::string paperName(std::string_view detector) {
    if (const Name* known = nameOf(detector)) return std::string(known->paper);
    const DetectorInfo* info = findDetector(detector);
    return info == nullptr ? std::string(detector) : info->title;
}

std::string plainTitle(std::string_view title) {
    std::string plain;
    for (const char c : title) {
        if (c == ' ' || c == '\t') continue;
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return plain;
}

std::string methodTitle(std::string_view text) {
    const std::string plain = plainTitle(text);
    std::string_view rest = plain;
    std::string key;
    SegmentUse use = takeSuffix(rest);
    for (const SegmentUse other : {SegmentUse::Whole, SegmentUse::Shuffled}) {
        const std::string remark = plainTitle(remarkOn(other));
        if (!rest.ends_with(remark)) continue;
        rest.remove_suffix(remark.size());
        use = other;
    }
    for (const std::string_view word : wordsOf(rest))
        key += (key.empty() ? "" : "+") + wordOf(word);
    key += suffixOf(use);
    // What "all" stands for doesn't matter to its title.
    static const std::vector<std::string> kAll{"first", "second"};
    try {
        const BenchmarkMethod method = benchmarkMethod(key, kAll);
        const bool known =
            method.detectors == kAll || std::ranges::all_of(method.detectors, [](const auto& detector) {
                return nameOf(detector) != nullptr || findDetector(detector) != nullptr;
            });
        if (known) return method.title(kAll);
    } catch (const Error&) {  // of another program: kept
    }
    return std::string(text);
}

std::vector<std::string> methodsFor(const std::vector<std::string>& detectors) {
    std::vector<std::string> methods = detectors;
    std::size_t forests = 0;
    for (const std::string& detector : detectors) {
        if (!makesMaps(detectorKeyOf(detector))) continue;
        methods.push_back(detector + "+" + std::string(kForestWord));
        ++forests;
    }
    if (forests > 1) methods.push_back(std::string(kAllWord) + "+" + std::string(kForestWord));
    return methods;
}

std::vector<BenchmarkMethod> withBaselines(const std::vector<BenchmarkMethod>& methods) {
    std::vector<BenchmarkMethod> all;
    const auto add = [&](const BenchmarkMethod& method) {
        if (std::ranges::find(all, method) == all.end()) all.push_back(method);
    };
    for (const BenchmarkMethod& method : methods) {
        add(method);
        if (!method.forest) continue;
        for (const SegmentUse use : {SegmentUse::Whole, SegmentUse::Shuffled}) {
            BenchmarkMethod baseline = method;
            baseline.segments = use;
            add(baseline);
        }
    }
    return all;
}

std::vector<std::string> mapDetectorsOf(const std::vector<std::string>& texts) {
    std::vector<std::string> detectors;
    for (const std::string& text : texts) {
        std::string_view rest = text;
        takeSuffix(rest);
        for (const std::string_view word : wordsOf(rest)) {
            if (word.empty() || word == kForestWord || word == kAllWord) continue;
            const std::string key = detectorKeyOf(word);
            if (makesMaps(key) && std::ranges::find(detectors, key) == detectors.end())
                detectors.push_back(key);
        }
    }
    return detectors;
}

}  // namespace segad
