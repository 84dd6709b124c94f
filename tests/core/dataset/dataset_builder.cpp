#include "tests/core/dataset/dataset_builder.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/image/image.h"

namespace segad::test {

namespace {
std::string numbered(const std::string& folder, int number, const std::string& extension) {
    char name[16];
    std::snprintf(name, sizeof name, "%03d", number);
    return joined(folder, name + extension);
}
}  // namespace

Path DatasetBuilder::prepared(const std::string& path) const {
    const Path file = root() / path;
    std::filesystem::create_directories(file.parent_path());
    return file;
}

DatasetBuilder& DatasetBuilder::text(const std::string& path, const std::string& contents) {
    std::ofstream(prepared(path), std::ios::binary) << contents;
    return *this;
}

DatasetBuilder& DatasetBuilder::touch(const std::string& path) {
    return text(path, "");
}

DatasetBuilder& DatasetBuilder::touchMany(const std::string& folder, int count,
                                          const std::string& extension) {
    for (int i = 0; i < count; ++i)
        touch(numbered(folder, i, extension));
    return *this;
}

DatasetBuilder& DatasetBuilder::picture(const std::string& path, int width, int height) {
    ++pictures_;
    cv::Mat pixels(height, width, CV_8UC3, cv::Scalar(pictures_ % 256, pictures_ / 256, 90));
    encodeImage(prepared(path), pixels);
    return *this;
}

DatasetBuilder& DatasetBuilder::pictures(const std::string& folder, int count) {
    for (int i = 0; i < count; ++i)
        picture(numbered(folder, i, ".png"));
    return *this;
}

DatasetBuilder& DatasetBuilder::grey(const std::string& path, int width, int height, int value) {
    encodeImage(prepared(path), cv::Mat(height, width, CV_8UC1, cv::Scalar(value)));
    return *this;
}

DatasetBuilder& DatasetBuilder::mask(const std::string& path, int width, int height, int value) {
    cv::Mat pixels(height, width, CV_8UC1, cv::Scalar(0));
    pixels.at<std::uint8_t>(0, 0) = static_cast<std::uint8_t>(value);
    encodeImage(prepared(path), pixels);
    return *this;
}

Listing DatasetBuilder::listing() const {
    Job job;
    return listFolder(root(), job);
}

Arrangement DatasetBuilder::arrange(const std::string& layout, const std::string& className) const {
    const Listing files = listing();
    return chooseLayout(files, layout).arrange(files, {.className = className});
}

ScanResult DatasetBuilder::scan(const ScanOptions& options) const {
    Job job;
    return scanDataset(root(), options, job);
}

const ScannedPart& partAt(const std::vector<ScannedPart>& parts, const std::string& path) {
    static const ScannedPart kNone;
    const auto it =
        std::find_if(parts.begin(), parts.end(), [&](const ScannedPart& p) { return p.path == path; });
    if (it != parts.end()) return *it;
    ADD_FAILURE() << "no part " << path;
    return kNone;
}

std::size_t countOf(const std::vector<ScannedPart>& parts, Subset subset, Label label) {
    return static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), [&](const ScannedPart& p) {
        return p.subset == subset && p.label == label;
    }));
}

std::string findingWith(const std::vector<Finding>& findings, FindingKind kind, const std::string& text) {
    for (const Finding& finding : findings) {
        if (finding.kind == kind && finding.message.find(text) != std::string::npos) return finding.message;
    }
    return {};
}

}  // namespace segad::test
