// Builds small datasets in a folder of its own, in words.
#pragma once

#include <string>

#include <opencv2/core/mat.hpp>

#include "core/dataset/dataset_layout.h"
#include "tests/support/test_support.h"

namespace segad::test {

class DatasetBuilder {
public:
    const Path& root() const { return dir_.path(); }
    Path operator/(const std::string& path) const { return root() / path; }

    /// An empty file: enough for everything that goes by names.
    DatasetBuilder& touch(const std::string& path);
    /// `count` empty files <folder>/000<extension>, 001, …
    DatasetBuilder& touchMany(const std::string& folder, int count, const std::string& extension = ".png");
    DatasetBuilder& text(const std::string& path, const std::string& contents);
    /// A picture unlike every other one of this builder.
    DatasetBuilder& picture(const std::string& path, int width = 12, int height = 8);
    /// `count` of them: <folder>/000.png, 001.png, …
    DatasetBuilder& pictures(const std::string& folder, int count);
    DatasetBuilder& grey(const std::string& path, int width, int height, int value);
    /// A mask with one marked pixel of that value, in the upper left corner.
    DatasetBuilder& mask(const std::string& path, int width = 12, int height = 8, int value = 255);

    Listing listing() const;
    Arrangement arrange(const std::string& layout = "auto", const std::string& className = {}) const;
    ScanResult scan(const ScanOptions& options = {}) const;

private:
    Path prepared(const std::string& path) const;

    TempDir dir_;
    int pictures_ = 0;
};

/// The part of that path; fails the test when there is none.
const ScannedPart& partAt(const std::vector<ScannedPart>& parts, const std::string& path);

/// How many parts satisfy these.
std::size_t countOf(const std::vector<ScannedPart>& parts, Subset subset, Label label);

/// The message of the first finding of that kind whose message contains `text`; "" when there is none.
std::string findingWith(const std::vector<Finding>& findings, FindingKind kind, const std::string& text);

}  // namespace segad::test
