// Looks at the Error that something throws.
#pragma once

#include <functional>

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace segad::test {

/// Code of the Error that `action` throws, which must come with a remedy; a failure when it throws none.
inline ErrorCode codeOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        EXPECT_FALSE(error.remedy().empty());
        return error.code();
    }
    ADD_FAILURE() << "no error";
    return ErrorCode::Internal;
}

}  // namespace segad::test
