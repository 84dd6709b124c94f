#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/dataset/dataset_layout.h"
#include "core/dataset/folder_tree.h"
#include "core/workflow/benchmark/grid.h"
#include "core/workflow/benchmark/repository_layout.h"

namespace segad {

namespace {
constexpr std::string_view kRawImages = "/Data/Images/";

std::string nameOfFolder(const Path& folder) {
    const Path clean = std::filesystem::absolute(folder).lexically_normal();
    return toUtf8(clean.has_filename() ? clean.filename() : clean.parent_path().filename());
}

/// A folder that holds one class, relative to the root.
struct Place {
    std::string path;
    bool raw = false;  ///< raw VisA, whose split table stands beside its classes
};

std::vector<Place> placesIn(const Listing& listing) {
    const FolderTree tree(listing);
    std::vector<Place> places;
    for (const std::string& path : tree.classes())
        places.push_back({.path = path});
    if (!places.empty()) return places;
    std::set<std::string> raw;
    for (const std::string& picture : listing.pictures) {
        if (const std::size_t at = picture.find(kRawImages); at != std::string::npos)
            raw.insert(picture.substr(0, at));
    }
    for (const std::string& path : raw)
        places.push_back({.path = path, .raw = true});
    if (places.empty()) places.push_back({});  // good and bad parts without train and test
    return places;
}

void count(BenchmarkClass& one, const Arrangement& arrangement) {
    for (const ScannedPart& part : arrangement.parts) {
        const bool test = part.subset == Subset::Test;
        if (part.label == Label::Good) ++(test ? one.testGood : one.trainGood);
        if (part.label == Label::Bad) ++(test ? one.testBad : one.trainBad);
    }
    for (const PublishedSubset& list : arrangement.publishedSubsets)
        one.lists.push_back(list.name);
}

/// The dataset's pictures, listed once, as if only this class were there.
Listing listingOf(const Listing& all, const Path& folder, const std::string& path) {
    if (path.empty()) return all;
    Listing own{.root = folder, .pictures = {}, .tables = {}, .findings = {}};
    const std::string prefix = path + "/";
    for (const std::string& picture : all.pictures) {
        if (picture.starts_with(prefix)) own.pictures.push_back(picture.substr(prefix.size()));
    }
    for (const std::string& table : all.tables) {
        if (table.starts_with(prefix)) own.tables.push_back(table.substr(prefix.size()));
    }
    return own;
}

std::vector<BenchmarkClass> classesOfPictures(const BenchmarkRequest& request, Job& job) {
    const Listing listing = listFolder(request.dataset, job);
    const std::string& layout = benchmarkProtocol(request.protocol).layout;
    std::vector<BenchmarkClass> classes;
    for (const Place& place : placesIn(listing)) {
        const std::string name =
            place.path.empty() ? nameOfFolder(listing.root) : std::string(fileNameOf(place.path));
        if (!request.classes.empty() && std::ranges::find(request.classes, name) == request.classes.end())
            continue;
        BenchmarkClass one{.name = name, .folder = listing.root, .className = {}, .lists = {}};
        if (place.raw) {
            one.className = place.path;
            count(one, chooseLayout(listing, layout).arrange(listing, {.className = place.path}));
        } else {
            if (!place.path.empty()) one.folder /= place.path;
            const Listing own = listingOf(listing, one.folder, place.path);
            count(one, chooseLayout(own, layout).arrange(own, {}));
        }
        classes.push_back(std::move(one));
    }
    return classes;
}

std::vector<BenchmarkClass> classesOfMaps(const BenchmarkRequest& request, const RepositoryLayout& layout) {
    const std::vector<std::string> detectors = layout.detectors();
    std::vector<std::string> lists;
    for (const auto& [name, files] : layout.lists())
        lists.push_back(name);
    std::vector<BenchmarkClass> classes;
    for (const std::string& name : layout.classes(detectors)) {
        if (!request.classes.empty() && std::ranges::find(request.classes, name) == request.classes.end())
            continue;
        BenchmarkClass one{.name = name, .folder = request.dataset, .className = {}, .lists = lists};
        for (const RepositoryRow& row : layout.rows(detectors.front(), name)) {
            if (row.bad) ++(row.training ? one.trainBad : one.testBad);
            if (!row.bad) ++(row.training ? one.trainGood : one.testGood);
        }
        classes.push_back(std::move(one));
    }
    return classes;
}

void requireKnown(const BenchmarkRequest& request, const std::vector<BenchmarkClass>& classes) {
    for (const std::string& name : request.classes) {
        if (std::ranges::find(classes, name, &BenchmarkClass::name) != classes.end()) continue;
        throw Error(ErrorCode::NotFound, name, "is not a class of " + request.dataset.string(),
                    "Name a folder that holds the class's train and test.");
    }
    if (!classes.empty()) return;
    throw Error(ErrorCode::NotFound, request.dataset.string(), "holds no class with maps of every detector",
                "Each folder of anomaly_maps needs the same classes, with df_training.csv and df_test.csv.");
}

void requireApart(const std::vector<BenchmarkClass>& classes) {
    std::set<std::string> names;
    for (const BenchmarkClass& one : classes) {
        if (names.insert(one.name).second) continue;
        throw Error(ErrorCode::InvalidData, one.name, "is the name of two classes of this dataset",
                    "Choose a folder further down, with one of them only.");
    }
}

/// What the protocol needs of a class, told before anything is trained.
void requireFit(const BenchmarkProtocol& protocol, const BenchmarkClass& one) {
    if (protocol.draw == BenchmarkDraw::FromTest && one.trainBad > 0) {
        throw Error(ErrorCode::InvalidData, one.name,
                    "has " + std::to_string(one.trainBad) + " bad training parts; the protocol '" +
                        protocol.key + "' draws them from the test set",
                    "Use the one-class split of the dataset, or the protocol 'folder'.");
    }
    const bool wanted = protocol.draw == BenchmarkDraw::AllOfTrain || protocol.draw == BenchmarkDraw::Lists;
    if (wanted && one.trainBad == 0) {
        throw Error(ErrorCode::InvalidData, one.name,
                    "has no bad training parts, which the protocol '" + protocol.key + "' learns from",
                    "Choose a dataset that has them, or the protocol 'folder'.");
    }
    if (protocol.draw == BenchmarkDraw::Lists && one.lists.empty()) {
        throw Error(ErrorCode::NotFound, one.name, "has no low_shot_train.json",
                    "Make it with the program that VAD's repository has for it.");
    }
}
}  // namespace

std::vector<BenchmarkClass> benchmarkClasses(const BenchmarkRequest& request, Job& job) {
    const RepositoryLayout layout{.root = request.dataset};
    const bool fromMaps = layout.isThere();
    std::vector<BenchmarkClass> classes =
        fromMaps ? classesOfMaps(request, layout) : classesOfPictures(request, job);
    requireKnown(request, classes);
    requireApart(classes);
    for (const BenchmarkClass& one : classes) {
        const BenchmarkProtocol& protocol = benchmarkProtocol(request.protocol);
        if (!fromMaps || protocol.draw != BenchmarkDraw::FromTest) requireFit(protocol, one);
    }
    return classes;
}

}  // namespace segad
