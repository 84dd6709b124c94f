#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/demo/buzzer.h"

namespace segad {

namespace {

/// Deals kinds like cards: a shuffled pack, then the next, so that each comes up equally often.
class KindDealer {
public:
    KindDealer(std::uint64_t seed, std::string_view folder, bool unseen)
        : stream_(seed, std::string("kinds/") + std::string(folder)) {
        for (const BuzzerDefectKind& kind : buzzerDefects())
            if (kind.unseen == unseen) pack_.push_back(kind.key);
    }

    std::string next() {
        const std::size_t position = dealt_++ % pack_.size();
        if (position == 0) {
            for (std::size_t i = pack_.size(); i-- > 1;)
                std::swap(pack_[i], pack_[stream_.below(i + 1)]);
        }
        return std::string(pack_[position]);
    }

private:
    SplitMix64 stream_;
    std::vector<std::string_view> pack_;
    std::size_t dealt_ = 0;
};

struct Folder {
    std::string_view path;
    int count;
    bool bad;
    bool unseen;
};

std::string fourDigits(int number) {
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

void check(const BuzzerOptions& options) {
    const std::array counts{options.trainGood, options.testGood, options.trainBad, options.testBad,
                            options.testUnseenBad};
    constexpr int kMostPerFolder = 100'000;
    const bool sane =
        std::all_of(counts.begin(), counts.end(), [](int n) { return n >= 0 && n <= kMostPerFolder; });
    if (!sane || std::all_of(counts.begin(), counts.end(), [](int n) { return n == 0; })) {
        throw Error(ErrorCode::InvalidArgument, "demo dataset",
                    "the numbers of parts must be 0 to 100000 and not all 0", "Ask for at least one part.");
    }
    if (options.size < kMinBuzzerSize || options.size > kMaxBuzzerSize) {
        throw Error(ErrorCode::InvalidArgument, "demo dataset",
                    "the size of a picture must be between 64 and 2048",
                    "Choose a size in that range, e.g. 256.");
    }
}

}  // namespace

std::vector<BuzzerEntry> planBuzzerDataset(const BuzzerOptions& options) {
    check(options);
    const std::array<Folder, 5> folders{{{"train/good", options.trainGood, false, false},
                                         {"train/bad", options.trainBad, true, false},
                                         {"test/good", options.testGood, false, false},
                                         {"test/bad", options.testBad, true, false},
                                         {"test/bad_unseen_defects", options.testUnseenBad, true, true}}};
    std::vector<BuzzerEntry> plan;
    for (const Folder& folder : folders) {
        KindDealer dealer(options.seed, folder.path, folder.unseen);
        for (int k = 0; k < folder.count; ++k) {
            const std::string stem = std::string(folder.path) + '/' + fourDigits(k);
            BuzzerEntry entry{.path = stem + ".png", .segmentsPath = "segments/" + stem + ".png"};
            if (folder.bad) {
                entry.maskPath = "ground_truth/" + stem + "_mask.png";
                entry.defect = dealer.next();
            }
            plan.push_back(std::move(entry));
        }
    }
    return plan;
}

}  // namespace segad
