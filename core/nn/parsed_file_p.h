// What the three readers find out about a file: where each tensor's values lie. Private to the readers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/nn/file_source_p.h"
#include "core/nn/tensor_file.h"

namespace segad {

/// A tensor whose every element is known to lie within the file.
struct StoredTensor {
    TensorInfo info;
    std::vector<std::int64_t> strides;  ///< in elements, one per dimension
    std::uint64_t begin = 0;            ///< offset of the first element in the file
};

struct ParsedFile {
    TensorFileFormat format = TensorFileFormat::Safetensors;
    std::map<std::string, std::string> metadata;
    std::vector<StoredTensor> tensors;
};

/// Strides of a row-major tensor without gaps.
std::vector<std::int64_t> contiguousStrides(const std::vector<std::int64_t>& shape);

/// Each throws BadTensorFile for whatever is wrong; `job` covers checksums of large files.
ParsedFile parseSafetensors(const FileSource& source, const TensorFileLimits& limits);
ParsedFile parseTorchZip(const FileSource& source, const TensorFileLimits& limits, Job& job);
ParsedFile parseTorchLegacy(const FileSource& source, const TensorFileLimits& limits);

/// The 15 bytes a legacy file begins with: a pickle of PyTorch's magic number.
inline constexpr std::string_view kTorchLegacyMagic{
    "\x80\x02\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19\x2E", 15};

}  // namespace segad
