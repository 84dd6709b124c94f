#include "core/metric/binomial.h"

#include <cmath>
#include <limits>

#include "core/base/error.h"

namespace segad {

namespace {
constexpr std::uint64_t kMostTrials = 1'000'000'000;

/// The continued fraction of the incomplete beta function (Press et al., Numerical Recipes, § 6.4), which
/// converges quickly for x < (a + 1) / (a + b + 2).
double betaFraction(double x, double a, double b) {
    constexpr int kMostSteps = 100'000;
    constexpr double kTiny = 1e-300;
    constexpr double kClose = 1e-15;
    const auto away = [](double value) { return std::abs(value) < kTiny ? kTiny : value; };
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= kMostSteps; ++m) {
        const double step = m;
        const double even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step));
        d = 1 / away(1 + even * d);
        c = away(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1));
        d = 1 / away(1 + odd * d);
        c = away(1 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < kClose) break;
    }
    return fraction;
}

void requireConfidence(double confidence) {
    if (confidence > 0 && confidence < 1) return;
    throw Error(ErrorCode::InvalidArgument, "confidence", "must lie between 0 and 1",
                "Use 0.95 for one promise in twenty that may fail.");
}

void requireLimit(double limit) {
    if (limit >= 0 && limit <= 1) return;
    throw Error(ErrorCode::InvalidArgument, "limit", "must be between 0 and 1",
                "Choose a share between 0 and 1.");
}

/// upperBound(k, n) ≤ limit, for a k that need not be whole.
bool isPromised(double successes, double total, double limit, double confidence) {
    return successes < total && betaCdf(limit, successes + 1, total - successes) >= confidence;
}
}  // namespace

double betaCdf(double x, double a, double b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return front * betaFraction(x, a, b) / a;
    return 1 - front * betaFraction(1 - x, b, a) / b;
}

double betaQuantile(double p, double a, double b) {
    double low = 0;
    double high = 1;
    // Halving until nothing lies between.
    while (true) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high || high - low < 1e-15) return middle;
        (betaCdf(middle, a, b) < p ? low : high) = middle;
    }
}

std::optional<Interval> clopperPearson(std::uint64_t successes, std::uint64_t total, double confidence) {
    requireConfidence(confidence);
    if (total == 0) return std::nullopt;
    const double tail = (1 - confidence) / 2;
    const auto low = [&](std::uint64_t k) {
        return k == 0 ? 0 : betaQuantile(tail, static_cast<double>(k), static_cast<double>(total - k) + 1);
    };
    const double high = upperBound(successes, total, 1 - tail);
    return Interval{low(successes), high};
}

double upperBound(std::uint64_t successes, std::uint64_t total, double confidence) {
    requireConfidence(confidence);
    if (successes > total) {
        throw Error(ErrorCode::InvalidArgument, "proportion", "more successes than trials",
                    "Report this as a bug.");
    }
    if (successes == total) return 1;
    return betaQuantile(confidence, static_cast<double>(successes) + 1,
                        static_cast<double>(total - successes));
}

std::optional<std::uint64_t> mostToPromise(std::uint64_t total, double limit, double confidence) {
    requireConfidence(confidence);
    requireLimit(limit);
    const auto promised = [&](std::uint64_t successes) {
        return limit == 1 ||
               isPromised(static_cast<double>(successes), static_cast<double>(total), limit, confidence);
    };
    if (!promised(0)) return std::nullopt;
    std::uint64_t most = 0;
    std::uint64_t tooMany = total + 1;
    while (tooMany - most > 1) {
        const std::uint64_t middle = most + (tooMany - most) / 2;
        (promised(middle) ? most : tooMany) = middle;
    }
    return most;
}

std::optional<std::uint64_t> trialsToPromise(double rate, double limit, double confidence) {
    requireConfidence(confidence);
    requireLimit(limit);
    requireLimit(rate);
    if (limit == 1) return 0;
    if (rate >= limit) return std::nullopt;
    const auto promised = [&](std::uint64_t trials) {
        const auto n = static_cast<double>(trials);
        return isPromised(rate * n, n, limit, confidence);
    };
    if (!promised(kMostTrials)) return std::nullopt;
    std::uint64_t tooFew = 0;
    std::uint64_t enough = kMostTrials;
    while (enough - tooFew > 1) {
        const std::uint64_t middle = tooFew + (enough - tooFew) / 2;
        (promised(middle) ? enough : tooFew) = middle;
    }
    return enough;
}

}  // namespace segad
