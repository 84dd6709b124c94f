#include "core/metric/mean_roc.h"

#include <algorithm>
#include <set>

namespace segad {

namespace {
/// Reads a line from the left to the right.
class Reader {
public:
    explicit Reader(const RocLine& line) : line_(line) {}

    /// The line just before and just behind `rate`, which must not be less than that of the last call.
    std::pair<double, double> at(double rate) {
        while (next_ < line_.size() && line_[next_].falsePositiveRate < rate)
            ++next_;
        if (next_ == line_.size()) return {line_.back().truePositiveRate, line_.back().truePositiveRate};
        const RocVertex& to = line_[next_];
        if (to.falsePositiveRate > rate) {
            const RocVertex& from = line_[next_ - 1];
            const double share =
                (rate - from.falsePositiveRate) / (to.falsePositiveRate - from.falsePositiveRate);
            const double value =
                from.truePositiveRate + share * (to.truePositiveRate - from.truePositiveRate);
            return {value, value};
        }
        std::size_t last = next_;
        while (last + 1 < line_.size() && line_[last + 1].falsePositiveRate == rate)
            ++last;
        return {to.truePositiveRate, line_[last].truePositiveRate};
    }

private:
    const RocLine& line_;
    std::size_t next_ = 0;
};
}  // namespace

RocLine lineOf(const RocCurve& curve) {
    RocLine line;
    line.reserve(curve.points.size());
    for (const RocPoint& point : curve.points)
        line.push_back({point.falsePositiveRate, point.truePositiveRate});
    return line;
}

RocLine meanOfLines(std::span<const RocLine> lines) {
    std::set<double> rates;
    std::vector<Reader> readers;
    for (const RocLine& line : lines) {
        if (line.empty()) continue;
        readers.emplace_back(line);
        for (const RocVertex& vertex : line)
            rates.insert(vertex.falsePositiveRate);
    }
    RocLine mean;
    for (const double rate : rates) {
        double before = 0;
        double behind = 0;
        for (Reader& reader : readers) {
            const auto [low, high] = reader.at(rate);
            before += low;
            behind += high;
        }
        const auto count = static_cast<double>(readers.size());
        mean.push_back({rate, before / count});
        if (behind > before) mean.push_back({rate, behind / count});
    }
    return mean;
}

}  // namespace segad
