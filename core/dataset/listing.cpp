#include "core/dataset/listing.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/dataset/splits.h"

namespace segad {

namespace {
namespace fs = std::filesystem;

/// Deeper trees are links going in circles by other means.
constexpr std::size_t kMaxDepth = 40;
constexpr std::size_t kMaxFiles = 10'000'000;

constexpr std::array<std::string_view, 9> kPictureExtensions{".jpg", ".jpeg", ".png",  ".ppm", ".bmp",
                                                             ".pgm", ".tif",  ".tiff", ".webp"};

bool isLeftBehind(std::string_view name) {
    const std::string lower = lowerCase(name);
    return name.starts_with('.') || lower == "thumbs.db" || lower == "desktop.ini" || lower == "__macosx";
}

std::string withoutInvalidBytes(std::string_view text) {
    std::string printable;
    for (const char c : text)
        printable += static_cast<unsigned char>(c) < 0x80 ? c : '?';
    return printable;
}

class Walker {
public:
    Walker(Listing& listing, Job& job) : listing_(listing), job_(job) {}

    void walk(const Path& folder, const std::string& path) {
        struct stat info {};
        if (::stat(folder.c_str(), &info) != 0) {
            report(FindingKind::Error, path, std::system_category().message(errno),
                   "Check that the folder is there and that you may read it.");
            return;
        }
        const std::pair<dev_t, ino_t> identity{info.st_dev, info.st_ino};
        if (std::find(above_.begin(), above_.end(), identity) != above_.end() || above_.size() >= kMaxDepth) {
            report(FindingKind::Warning, path, "the folder leads back to one above it and was not followed",
                   "Remove the symbolic link, or import the folder it points to.");
            return;
        }
        above_.push_back(identity);
        std::error_code failure;
        for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure))
            visit(*it, path);
        if (failure) {
            report(FindingKind::Error, path, failure.message(), "Check that you may read the folder.");
        }
        above_.pop_back();
    }

    void finish() {
        std::sort(listing_.pictures.begin(), listing_.pictures.end(), pathLess);
        std::sort(listing_.tables.begin(), listing_.tables.end(), pathLess);
        std::stable_sort(listing_.findings.begin(), listing_.findings.end(),
                         [](const Finding& a, const Finding& b) { return pathLess(a.path, b.path); });
        for (const auto& [extension, count] : others_) {
            report(FindingKind::Info, "",
                   std::to_string(count) + (count == 1 ? " file" : " files") +
                       (extension.empty() ? " without an extension" : " ending in " + extension) +
                       " passed over",
                   "");
        }
    }

private:
    void visit(const fs::directory_entry& entry, const std::string& folder) {
        if (++seen_ % 256 == 0) job_.progress(seen_, 0);
        const std::string name = toUtf8(entry.path().filename());
        if (isLeftBehind(name)) return;
        std::error_code failure;
        const fs::file_status status = entry.status(failure);
        // Names are stored in projects and printed as JSON, both of which are UTF-8.
        if (!isUtf8(name)) {
            report(FindingKind::Error, joined(folder, withoutInvalidBytes(name)),
                   "the name is not valid UTF-8", "Rename the file.");
        } else if (status.type() == fs::file_type::directory) {
            walk(entry.path(), joined(folder, name));
        } else if (status.type() == fs::file_type::regular) {
            keep(joined(folder, name));
        } else if (hasPictureExtension(name)) {
            if (status.type() == fs::file_type::none && failure.value() != ELOOP) {
                report(FindingKind::Error, joined(folder, name), failure.message(),
                       "Check that the drive is connected and that you may read the folder.");
                return;
            }
            const bool link = entry.is_symlink(failure);
            if (!link && status.type() == fs::file_type::not_found) return;  // deleted while it was listed
            report(
                FindingKind::Error, joined(folder, name),
                link ? "the symbolic link points to nothing" : "not a regular file",
                link ? "Restore the file it points to, or remove the link." : "Remove it from the dataset.");
        }
    }

    void keep(std::string path) {
        const std::string extension = extensionOf(path);
        if (listing_.pictures.size() + listing_.tables.size() >= kMaxFiles) {
            throw Error(ErrorCode::InvalidData, listing_.root.string(), "holds more than ten million files",
                        "Choose the folder of the dataset itself.");
        }
        if (hasPictureExtension(path)) {
            listing_.pictures.push_back(std::move(path));
        } else if (extension == ".csv" || extension == ".json") {
            listing_.tables.push_back(std::move(path));
        } else if (extension != ".txt") {
            ++others_[extension];
        }
    }

    void report(FindingKind kind, const std::string& path, const std::string& message,
                const std::string& remedy) {
        listing_.findings.push_back({.kind = kind, .path = path, .message = message, .remedy = remedy});
    }

    Listing& listing_;
    Job& job_;
    std::vector<std::pair<dev_t, ino_t>> above_;
    std::map<std::string, std::size_t> others_;
    std::uint64_t seen_ = 0;
};
}  // namespace

bool Listing::hasPicture(const std::string& path) const {
    return std::binary_search(pictures.begin(), pictures.end(), path, pathLess);
}

bool Listing::hasTable(const std::string& path) const {
    return std::binary_search(tables.begin(), tables.end(), path, pathLess);
}

Path Listing::file(const std::string& path) const {
    return root / Path(std::u8string(path.begin(), path.end()));
}

Listing listFolder(const Path& root, Job& job) {
    Listing listing{.root = fs::absolute(root).lexically_normal()};
    if (!listing.root.has_filename()) listing.root = listing.root.parent_path();
    std::error_code failure;
    const fs::file_status status = fs::status(listing.root, failure);
    if (status.type() == fs::file_type::not_found) {
        throw Error(ErrorCode::NotFound, listing.root.string(), "there is no such folder",
                    "Check the path; a removable or network drive may not be mounted.");
    }
    if (failure) throw errorFromErrno(failure.value(), listing.root.string(), "read the folder");
    if (status.type() != fs::file_type::directory) {
        throw Error(ErrorCode::InvalidData, listing.root.string(), "is not a folder",
                    "Choose the folder that holds the pictures.");
    }
    const fs::directory_iterator readable(listing.root, failure);
    if (failure) throw errorFromErrno(failure.value(), listing.root.string(), "read the folder");

    Walker walker(listing, job);
    walker.walk(listing.root, "");
    walker.finish();
    return listing;
}

bool hasPictureExtension(std::string_view path) {
    const std::string extension = extensionOf(path);
    return std::find(kPictureExtensions.begin(), kPictureExtensions.end(), extension) !=
           kPictureExtensions.end();
}

std::vector<std::string> pathParts(std::string_view path) {
    std::vector<std::string> parts;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        parts.emplace_back(path.substr(0, slash));
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
    return parts;
}

std::string joinParts(const std::vector<std::string>& parts) {
    std::string path;
    for (const std::string& part : parts)
        path = joined(path, part);
    return path;
}

std::string_view folderOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view fileNameOf(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

std::string_view stemOf(std::string_view path) {
    const std::string_view name = fileNameOf(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string extensionOf(std::string_view path) {
    return lowerCase(fileNameOf(path).substr(stemOf(path).size()));
}

std::string joined(std::string_view folder, std::string_view name) {
    if (folder.empty()) return std::string(name);
    std::string path(folder);
    path += '/';
    path += name;
    return path;
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

}  // namespace segad
