#include "core/base/utf8.h"

#include <gtest/gtest.h>

namespace segad {
namespace {
using namespace std::string_view_literals;

TEST(Utf8, TakesEveryLengthUpToItsLastCharacter) {
    for (const std::string_view text :
         {""sv, "plain"sv, "\0"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv,
          "\xEE\x80\x80"sv, "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv})
        EXPECT_TRUE(isUtf8(text)) << text;
}

TEST(Utf8, RefusesWhatIsNoCharacter) {
    for (const std::string_view text :
         {"\x80"sv, "\xBF"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xE0\x9F\xBF"sv, "\xF0\x8F\xBF\xBF"sv,  // overlong
          "\xED\xA0\x80"sv, "\xED\xBF\xBF"sv,                                       // surrogates
          "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv, "\xFF"sv,                     // too large
          "\xC3"sv, "\xE2\x82"sv, "\xF0\x9F\x98"sv, "\xC3("sv, "a\xE2\x28\xA1"sv})  // cut short
        EXPECT_FALSE(isUtf8(text));
}
}  // namespace
}  // namespace segad
