// The files below a folder, in the order every split relies on (splits.md § 4).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/dataset/finding.h"

namespace segad {

/// What lies below a dataset's root. Paths are relative to it, '/'-separated UTF-8, in order of pathLess().
struct Listing {
    Path root;                          ///< absolute
    std::vector<std::string> pictures;  ///< by extension only; nothing was opened
    std::vector<std::string> tables;    ///< .csv and .json files, which some layouts read
    std::vector<Finding> findings;      ///< folders that can't be read, links that lead in circles, …

    bool hasPicture(const std::string& path) const;
    bool hasTable(const std::string& path) const;
    /// Where the file is on this machine.
    Path file(const std::string& path) const;
};

/// Walks `root`. Symbolic links are followed, unless they lead back to a folder above them; hidden files
/// and what operating systems leave behind are passed over. A folder that can't be read is a finding.
/// Throws Error{NotFound, InvalidData, PermissionDenied} for `root` itself, and Cancelled.
Listing listFolder(const Path& root, Job& job);

/// jpg, jpeg, png, ppm, bmp, pgm, tif, tiff or webp, in any case (splits.md § 4).
bool hasPictureExtension(std::string_view path);

// ---- small helpers on '/'-separated paths ----

/// "test/bad/7.png" → {"test", "bad", "7.png"}; "" → {}.
std::vector<std::string> pathParts(std::string_view path);
/// The reverse.
std::string joinParts(const std::vector<std::string>& parts);
/// "test/bad/7.png" → "test/bad"; "7.png" → "".
std::string_view folderOf(std::string_view path);
/// "test/bad/7.png" → "7.png".
std::string_view fileNameOf(std::string_view path);
/// "test/bad/7.png" → "7".
std::string_view stemOf(std::string_view path);
/// "test/bad/7.PNG" → ".png"; "" when there is none.
std::string extensionOf(std::string_view path);
/// folder + "/" + name, or just name when the folder is "".
std::string joined(std::string_view folder, std::string_view name);
/// ASCII letters only.
std::string lowerCase(std::string_view text);

}  // namespace segad
