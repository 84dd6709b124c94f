#include "core/base/param_spec.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

using namespace segad;

namespace {
ParamSchema schema() {
    return {
        {.key = "ratio",
         .title = "Ratio",
         .type = ParamType::Real,
         .defaultValue = 0.1,
         .minimum = 0,
         .maximum = 1},
        {.key = "neighbours", .title = "Neighbours", .type = ParamType::Int, .defaultValue = 9, .minimum = 1},
        {.key = "mode",
         .title = "Mode",
         .type = ParamType::Choice,
         .defaultValue = "a",
         .choices = {"a", "b"}},
        {.key = "fast", .title = "Fast", .type = ParamType::Bool, .defaultValue = true},
    };
}

TEST(ParamSchema, FindsEveryProblemAtOnce) {
    const auto problems = schema().validate({{"ratio", 2.0}, {"mode", "c"}, {"nosuch", 1}, {"fast", 1}});
    ASSERT_EQ(problems.size(), 4U);
    EXPECT_EQ(problems[0].message, "must be between 0 and 1");
    EXPECT_EQ(problems[1].message, "must be one of a, b");
    EXPECT_THROW(schema().complete({{"ratio", -1}}), Error);
}

TEST(ParamSchema, CompletesWithDefaults) {
    const Json full = schema().complete({{"neighbours", 3}});
    EXPECT_EQ(full["neighbours"], 3);
    EXPECT_EQ(full["mode"], "a");
}

TEST(ParamSchema, ReadsAssignmentsByType) {
    Json values = Json::object();
    schema().assign(values, "ratio=0.25");
    schema().assign(values, "neighbours=5");
    schema().assign(values, "fast=off");
    EXPECT_EQ(values["ratio"], 0.25);
    EXPECT_EQ(values["neighbours"], 5);
    EXPECT_EQ(values["fast"], false);
    EXPECT_THROW(schema().assign(values, "neighbours=5.5"), Error);
    EXPECT_THROW(schema().assign(values, "nosuch=1"), Error);
    EXPECT_THROW(schema().assign(values, "ratio"), Error);
}
}  // namespace
