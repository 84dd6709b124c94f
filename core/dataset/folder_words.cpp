#include "core/dataset/folder_words.h"

#include <algorithm>
#include <array>

#include "core/dataset/listing.h"

namespace segad {

namespace {
enum class Meaning { Train, Test, Good, Bad, Unseen, Masks, Aside };

struct Word {
    std::string_view text;
    Meaning meaning;
};

// What is kept for validation is not for testing: it belongs to the parts that are learned from.
constexpr std::array kWords{
    Word{"train", Meaning::Train},
    Word{"training", Meaning::Train},
    Word{"val", Meaning::Train},
    Word{"valid", Meaning::Train},
    Word{"validation", Meaning::Train},
    Word{"test", Meaning::Test},
    Word{"testing", Meaning::Test},
    Word{"good", Meaning::Good},
    Word{"ok", Meaning::Good},
    Word{"normal", Meaning::Good},
    Word{"bad", Meaning::Bad},
    Word{"ko", Meaning::Bad},
    Word{"ng", Meaning::Bad},
    Word{"nok", Meaning::Bad},
    Word{"not_ok", Meaning::Bad},
    Word{"not_good", Meaning::Bad},
    Word{"no_good", Meaning::Bad},
    Word{"anomaly", Meaning::Bad},
    Word{"anomalies", Meaning::Bad},
    Word{"anomalous", Meaning::Bad},
    Word{"abnormal", Meaning::Bad},
    Word{"defect", Meaning::Bad},
    Word{"defects", Meaning::Bad},
    Word{"defective", Meaning::Bad},
    Word{"faulty", Meaning::Bad},
    Word{"reject", Meaning::Bad},
    Word{"rejects", Meaning::Bad},
    Word{"rejected", Meaning::Bad},
    Word{"unseen", Meaning::Unseen},
    Word{"ground_truth", Meaning::Masks},
    Word{"groundtruth", Meaning::Masks},
    Word{"gt", Meaning::Masks},
    Word{"mask", Meaning::Masks},
    Word{"masks", Meaning::Masks},
    Word{"segments", Meaning::Aside},
    Word{"segment_maps", Meaning::Aside},
    Word{"segmentation", Meaning::Aside},
    Word{"segmentations", Meaning::Aside},
    Word{"visa_segm", Meaning::Aside},
    Word{"anomaly_maps", Meaning::Aside},
    Word{"heatmaps", Meaning::Aside},
    Word{"overlays", Meaning::Aside},
};

constexpr std::string_view kJoints = "_-. ";

std::optional<Meaning> find(std::string_view text) {
    const auto* const it =
        std::find_if(kWords.begin(), kWords.end(), [&](const Word& w) { return w.text == text; });
    if (it == kWords.end()) return std::nullopt;
    return it->meaning;
}

/// False when `value` contradicts what an earlier word said.
template <class T>
bool agree(std::optional<T>& known, T value) {
    if (known && *known != value) return false;
    known = value;
    return true;
}

bool add(FolderMeaning& meaning, Meaning word) {
    switch (word) {
        case Meaning::Train:
            return agree(meaning.subset, Subset::Train);
        case Meaning::Test:
            return agree(meaning.subset, Subset::Test);
        case Meaning::Good:
            return agree(meaning.label, Label::Good);
        case Meaning::Bad:
            return agree(meaning.label, Label::Bad);
        case Meaning::Unseen:
            return meaning.unseen = true;
        case Meaning::Masks:
            return meaning.masks = true;
        case Meaning::Aside:
            return meaning.aside = true;
    }
    return false;
}

bool isNumber(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
}  // namespace

FolderMeaning meaningOf(std::string_view folderName) {
    std::string name = lowerCase(folderName);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == ' '; }, '_');
    FolderMeaning meaning;
    if (const auto whole = find(name)) {
        add(meaning, *whole);
        return meaning;
    }
    std::string_view rest = name;
    while (!rest.empty()) {
        const std::size_t joint = rest.find_first_of(kJoints);
        const std::string_view token = rest.substr(0, joint);
        rest.remove_prefix(joint == std::string_view::npos ? rest.size() : joint + 1);
        if (isNumber(token)) continue;
        const auto word = find(token);
        if (!word || !add(meaning, *word)) return {};
    }
    return meaning;
}

}  // namespace segad
