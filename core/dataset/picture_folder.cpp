#include "core/dataset/picture_folder.h"

#include <filesystem>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/dataset/listing.h"
#include "core/image/image.h"

namespace segad {

PictureFolder readPictureFolder(const Path& folder, Job& job) {
    const Listing listing = listFolder(std::filesystem::absolute(folder), job);
    PictureFolder found;
    Sha256 hash;
    for (const std::string& relative : listing.pictures) {
        const Path file = listing.file(relative);
        try {
            probeImage(file);
        } catch (const Error& error) {
            job.warn(error);
            continue;
        }
        found.files.push_back(file);
        hash.update(relative + "\n" + std::to_string(std::filesystem::file_size(file)) + "\n");
    }
    if (found.files.empty()) {
        throw Error(ErrorCode::NotFound, toUtf8(folder), "holds no pictures that can be read",
                    "Give a folder with JPEG, PNG, BMP or TIFF files.");
    }
    found.identity = std::to_string(found.files.size()) + " pictures " + hash.hex().substr(0, 16);
    return found;
}

}  // namespace segad
