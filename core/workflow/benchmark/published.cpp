#include "core/workflow/benchmark/published.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/workflow/benchmark/method.h"
#include "core/workflow/benchmark/protocol.h"

namespace segad {

namespace {
constexpr const char* kSupplement = "Baitieva et al., CVPR 2024, supplement, Table 2";
constexpr const char* kPaper = "Baitieva et al., CVPR 2024";
constexpr const char* kReadme = "README of github.com/abc-125/segad";

constexpr std::array kVisaClasses{"candle",    "capsules", "cashew", "chewinggum", "fryum", "macaroni1",
                                  "macaroni2", "pcb1",     "pcb2",   "pcb3",       "pcb4",  "pipe_fryum"};
constexpr std::array kMvtecClasses{"bottle",   "cable",      "capsule",    "carpet", "grid",
                                   "hazelnut", "leather",    "metal_nut",  "pill",   "screw",
                                   "tile",     "toothbrush", "transistor", "wood",   "zipper"};

/// A method's row of a table over VisA's classes, in their order.
struct VisaRow {
    const char* method;
    double mean;
    std::array<double, kVisaClasses.size()> classes;
};
constexpr std::array kVisaReadme{
    VisaRow{"RD4AD + SegAD", 95.3, {98.5, 80.2, 98.9, 99.4, 96.1, 97.4, 90.7, 96.4, 96.3, 94.1, 99.9, 95.8}},
    VisaRow{"EfficientAD + SegAD",
            98.3,
            {98.7, 89.7, 98.6, 99.9, 98.6, 99.5, 98.1, 99.5, 99.7, 98.4, 99.3, 99.2}},
    VisaRow{"All + SegAD", 98.4, {99.0, 90.7, 99.0, 99.9, 98.5, 99.4, 98.1, 99.2, 99.7, 98.3, 99.8, 99.1}}};

struct Single {
    const char* protocol;
    const char* className;
    const char* method;
    double auroc;
    const char* source;
};
/// Before the rows above, so that the supplement is found first.
constexpr std::array kSingles{Single{"visa", "macaroni1", "RD4AD", 96.5, kSupplement},
                              Single{"visa", "macaroni1", "EfficientAD", 99.1, kSupplement},
                              Single{"visa", "macaroni1", "DRA", 92.2, kSupplement},
                              Single{"visa", "macaroni1", "DevNet", 92.1, kSupplement},
                              Single{"visa", "macaroni1", "RD4AD + SegAD", 97.4, kSupplement},
                              Single{"visa", "macaroni1", "EfficientAD + SegAD", 99.6, kSupplement},
                              Single{"visa", "", "RD4AD", 94.7, kPaper},
                              Single{"visa", "", "EfficientAD", 98.0, kPaper},
                              Single{"mvtec", "", "FastFlow + SegAD", 94.5, kPaper},
                              Single{"mvtec", "", "RD4AD + SegAD", 98.4, kPaper},
                              Single{"mvtec", "", "EfficientAD + SegAD", 96.7, kPaper},
                              Single{"mvtec", "", "All + SegAD", 98.4, kPaper}};

std::vector<PublishedFigure> collected() {
    std::vector<PublishedFigure> figures;
    const auto add = [&](const char* protocol, const char* className, const char* method, double perCent,
                         const char* source) {
        figures.push_back({.protocol = protocol,
                           .className = className,
                           .method = method,
                           .value = fromPerCent(perCent),
                           .source = source});
    };
    for (const Single& one : kSingles)
        add(one.protocol, one.className, one.method, one.auroc, one.source);
    for (const VisaRow& row : kVisaReadme) {
        add("visa", "", row.method, row.mean, kReadme);
        for (std::size_t i = 0; i < kVisaClasses.size(); ++i)
            add("visa", kVisaClasses.at(i), row.method, row.classes.at(i), kReadme);
    }
    return figures;
}
}  // namespace

double fromPerCent(double perCent) {
    constexpr double kFine = 1e6;  // a division of whole numbers is rounded once
    return std::round(perCent * kFine) / (kFine * 100);
}

const std::vector<PublishedFigure>& publishedFigures() {
    static const std::vector<PublishedFigure> kFigures = collected();
    return kFigures;
}

std::optional<PublishedFigure> publishedFigure(std::span<const PublishedFigure> entered,
                                               std::string_view protocol, std::string_view className,
                                               std::string_view method, BenchmarkFigure figure) {
    const std::string plain = plainTitle(method);
    for (const std::span<const PublishedFigure> figures :
         {entered, std::span<const PublishedFigure>(publishedFigures())}) {
        const auto found = std::ranges::find_if(figures, [&](const PublishedFigure& one) {
            return one.figure == figure && one.protocol == protocol && one.className == className &&
                   plainTitle(one.method) == plain;
        });
        if (found != figures.end()) return *found;
    }
    return std::nullopt;
}

std::vector<PublishedExtent> publishedExtent(std::string_view protocol) {
    const std::vector<std::string>& methods = benchmarkProtocol(protocol).methods;
    const std::vector<std::string> all = mapDetectorsOf(methods);
    std::vector<PublishedExtent> extent;
    for (const std::string& method : methods) {
        PublishedExtent one{.method = benchmarkMethod(method, all).title(all)};
        one.mean = publishedFigure({}, protocol, "", one.method).has_value();
        one.classes =
            static_cast<int>(std::ranges::count_if(publishedClasses(protocol), [&](const auto& name) {
                return publishedFigure({}, protocol, name, one.method).has_value();
            }));
        extent.push_back(std::move(one));
    }
    return extent;
}

std::string extentText(const std::vector<PublishedExtent>& extent) {
    std::string text;
    for (const PublishedExtent& one : extent) {
        std::string what = one.mean ? "mean" : "";
        if (one.classes > 0) {
            what += (one.mean ? ", " : "") + std::to_string(one.classes) +
                    (one.classes == 1 ? " class" : " classes");
        }
        text += (text.empty() ? "" : ", ") + one.method + " (" + (what.empty() ? "nothing" : what) + ")";
    }
    return text;
}

std::vector<std::string> publishedClasses(std::string_view protocol) {
    if (protocol == "visa") return {kVisaClasses.begin(), kVisaClasses.end()};
    if (protocol == "mvtec") return {kMvtecClasses.begin(), kMvtecClasses.end()};
    return {};
}

}  // namespace segad
