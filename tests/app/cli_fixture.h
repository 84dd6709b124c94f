// The real program on a tiny dataset.
#pragma once

#include <gtest/gtest.h>

#include "core/project/project.h"
#include "tests/app/command.h"
#include "tests/core/workflow/tiny_dataset.h"
#include "tests/support/test_support.h"

namespace segad::test {

class CliFixture : public testing::Test {
protected:
    CommandOptions options() const { return {.dataHome = dir_ / "home"}; }
    CommandResult segad(const std::vector<std::string>& arguments) const { return run(arguments, options()); }

    std::string images() const { return (dir_ / "images").string(); }
    std::string file() const { return (dir_ / "tiny.segad").string(); }
    Project open() const { return Project::open(file()); }

    void create(const TinyDataset& dataset = {}) const {
        dataset.write(images());
        ASSERT_EQ(segad({"new", file(), "--images", images()}).exitCode, 0);
    }

    /// The arguments of a training that takes a second.
    std::vector<std::string> trainArguments() const {
        return {"train",           file(), "--set", "image_size=64", "--set", "coreset_ratio=0.1", "--set",
                "projection=false"};
    }

    TempDir dir_;
};

}  // namespace segad::test
