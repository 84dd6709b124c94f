// What a weight file is refused with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/nn/tensor_file.h"

namespace segad::test {

/// Reads the file and every tensor of it. Absent when it was accepted. Expects that an error is one of those
/// a bad file may give, names the file and has a remedy, and that it took less than 64 MiB and half a second
/// of processor time. Anything else that is thrown escapes and fails the test.
std::optional<Error> refusal(const Path& file, const TensorFileLimits& limits = {});

/// A wrong file and a part of the message it must be refused with.
struct WrongFile {
    std::string name;
    std::string bytes;
    std::string because;
};

/// Writes each file, expects its refusal for the stated reason, in little time.
void expectRefused(const std::vector<WrongFile>& files);

/// Writes the bytes and expects them to be accepted.
void expectAccepted(std::string_view bytes);

}  // namespace segad::test
