// Feature rows of many parts, with the names of their columns.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace segad {

/// One row per part, row-major. NaN means "missing" (segad.md § 2) and nothing else is non-finite.
class FeatureTable {
public:
    FeatureTable() = default;
    explicit FeatureTable(std::vector<std::string> columns) : columns_(std::move(columns)) {}

    const std::vector<std::string>& columns() const noexcept { return columns_; }
    const std::vector<std::int64_t>& partIds() const noexcept { return partIds_; }
    const std::vector<double>& values() const noexcept { return values_; }
    std::size_t rows() const noexcept { return partIds_.size(); }
    std::span<const double> row(std::size_t index) const;

    /// Throws Error{InvalidData} when `row` has another length than columns() or holds an infinity.
    void append(std::int64_t partId, std::span<const double> row);

    /// The rows of these indices, in this order.
    FeatureTable subset(std::span<const std::size_t> rowIndices) const;

private:
    std::vector<std::string> columns_;
    std::vector<std::int64_t> partIds_;
    std::vector<double> values_;
};

}  // namespace segad
