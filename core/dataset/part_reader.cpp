#include "core/dataset/part_reader.h"

#include <algorithm>
#include <cerrno>

#include <opencv2/core.hpp>
#include <sys/stat.h>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/threads.h"
#include "core/dataset/mask.h"

namespace segad {

namespace {
/// Parts per thread between two progress reports: some tens of milliseconds of decoding.
constexpr std::size_t kBatchPerThread = 8;

void report(PartReading& reading, FindingKind kind, const std::string& path, std::string message,
            std::string remedy) {
    reading.findings.push_back(
        {.kind = kind, .path = path, .message = std::move(message), .remedy = std::move(remedy)});
}

void readPicture(const Path& file, ScannedPart& part, PartReading& reading) {
    struct stat info {};
    if (::stat(file.c_str(), &info) != 0) throw errorFromErrno(errno, file.string(), "read the file");
    part.bytes = static_cast<std::uint64_t>(info.st_size);
    part.modifiedNs = static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
    reading.info = decodeImage(file).info;
    part.width = reading.info.width;
    part.height = reading.info.height;
    part.sha256 = sha256OfFile(file);
}

void readMaskOf(const Path& file, ScannedPart& part, PartReading& reading) {
    bool turned = false;
    const bool blank = cv::countNonZero(readMask(file, reading.info, &turned)) == 0;
    if (part.label == Label::Good) {
        if (!blank) {
            throw Error(ErrorCode::InvalidData, part.path,
                        "the part is good, but its mask " + part.maskPath + " marks a defect",
                        "Move the picture to a folder of bad parts, or remove the mask.");
        }
        part.maskPath.clear();
        return;
    }
    if (blank) {
        report(reading, FindingKind::Warning, part.path, "its mask " + part.maskPath + " is empty",
               "Paint the defect; until then pixel figures take all of the part as good.");
    }
    if (turned) {
        report(reading, FindingKind::Warning, part.path,
               "its mask " + part.maskPath + " has the stored orientation and is turned with the picture",
               "");
    }
}

PartReading readPart(const Listing& listing, ScannedPart& part) {
    PartReading reading;
    try {
        readPicture(listing.file(part.path), part, reading);
        if (!part.maskPath.empty()) readMaskOf(listing.file(part.maskPath), part, reading);
        reading.usable = true;
    } catch (const Error& error) {
        // The subject is an absolute path; the finding names the part, and the mask where that is at fault.
        const bool maskAtFault =
            error.subject() == listing.file(part.maskPath).string() && !part.maskPath.empty();
        report(reading, FindingKind::Error, part.path,
               (maskAtFault ? part.maskPath + ": " : std::string()) + error.message(), error.remedy());
    }
    return reading;
}
}  // namespace

std::vector<PartReading> readParts(const Listing& listing, std::vector<ScannedPart>& parts, Job& job) {
    std::vector<PartReading> readings(parts.size());
    const std::size_t batch = kBatchPerThread * static_cast<std::size_t>(threadCount());
    for (std::size_t begin = 0; begin < parts.size(); begin += batch) {
        job.progress(begin, parts.size(), parts[begin].path);
        parallelFor(std::min(batch, parts.size() - begin), [&](std::size_t i) {
            job.throwIfCancelled();
            readings[begin + i] = readPart(listing, parts[begin + i]);
        });
    }
    job.progress(parts.size(), parts.size());
    return readings;
}

}  // namespace segad
