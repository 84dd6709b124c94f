#include "core/base/json.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

using namespace segad;

namespace {
TEST(ParseJson, RefusesWhatItCannotReadAndNamesIt) {
    for (const char* text : {"", "{", "{\"a\":}", "{\"a\":1e99999}", "\xff", "[1,2"}) {
        try {
            parseJson(text, "settings.json");
            FAIL() << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::InvalidData) << text;
            EXPECT_EQ(error.subject(), "settings.json");
        }
    }
    EXPECT_EQ(parseJson("{\"b\":1,\"a\":2}", "x").dump(), "{\"b\":1,\"a\":2}") << "the order is kept";
}
}  // namespace
