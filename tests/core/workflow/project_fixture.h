// A project of a tiny dataset in a folder of its own, with no backbone weights imported.
#pragma once

#include <cstdlib>

#include <gtest/gtest.h>

#include "core/nn/weight_store.h"
#include "core/project/project.h"
#include "core/workflow/workflows.h"
#include "tests/core/nn/backbone_files.h"
#include "tests/core/workflow/tiny_dataset.h"
#include "tests/support/test_support.h"

namespace segad::test {

class ProjectFixture : public testing::Test {
protected:
    ProjectFixture() { setenv("SEGAD_DATA_HOME", (dir_ / "home").c_str(), 1); }

    Path images() const { return dir_ / "images"; }
    Path file() const { return dir_ / "tiny.segad"; }
    Project open() const { return Project::open(file()); }

    /// Draws, creates and imports.
    ImportReport importTiny(const TinyDataset& dataset = {}) {
        dataset.write(images());
        createProject(file());
        return importFolder({.project = file(), .folder = images()}, job_);
    }

    RunId segmentsFromFiles() {
        return makeSegments({.project = file(),
                             .source = "files",
                             .params = {{"folder", (images() / "segments").string()}},
                             .names = {"ground", "square"}},
                            job_);
    }

    RunId train() { return trainDetector({.project = file(), .params = tinyPatchCore()}, job_); }
    RunId fit(int bad = 4) {
        return fitForest({.project = file(), .params = tinyForest(), .badForFit = bad}, job_);
    }

    /// Weights of made-up values, the first `stages` stages of the architecture.
    void importMadeWeights(const std::string& architecture, const std::string& name, std::size_t stages = 1) {
        const Path made = dir_ / (name + ".safetensors");
        writeBackbone(made, madeBackbone(architecture, stages));
        WeightStore().import(made, name, job_);
    }

    TempDir dir_;
    Job job_;
};

}  // namespace segad::test
