// Making a package from a project, and looking into one. A package (core/project/package_file.h) holds what a
// line PC needs to judge parts without project, weights or dataset: backbones, detectors, the segment source,
// the forest, thresholds, a few reference parts with their scores, and where all of it comes from.
// openInspector() (inspection_model.h) opens it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/json.h"
#include "core/project/package_file.h"
#include "core/workflow/inspection_model.h"

namespace segad {

struct PackageRequest {
    Path project;
    Path out;                  ///< a .segad-model file
    std::optional<RunId> run;  ///< the Fit or Train run that judges; absent: as an inspection of the project
    int references = 8;        ///< 1…64
    bool replace = false;      ///< a package of that name
    std::string device = "auto";
};

/// What stands in a package, for people and programs.
struct PackageInfo {
    Path file;
    std::string id;  ///< SHA-256 it is sealed with
    std::uint64_t bytes = 0;
    std::string name;  ///< "brf(patchcore)"
    std::string project;
    std::string madeAt;  ///< UTC, ISO 8601
    std::string madeBy;
    std::string host;
    std::string program;  ///< version
    std::string processor;
    int threads = 0;
    ThresholdRecord thresholds;
    std::vector<std::string> detectors;
    std::vector<std::string> segments;
    std::vector<std::string> licences;  ///< of the weights, a line each
    std::size_t references = 0;
    Json document;  ///< all of this and more, with stable keys
};

struct PackageReport {
    PackageInfo info;
    ReferenceCheck check;  ///< of the package as it lies there
    double seconds = 0;
    std::vector<std::string> notes;  ///< what the user should know, a sentence each
};

/// Writes the package, opens it as a line PC would and scores its references again before it takes its place.
/// Recorded in the audit log. Throws Error{AlreadyExists} when something is there that may not be replaced,
/// what judging with the project throws, and Cancelled; nothing is left of the package then.
PackageReport makePackage(const PackageRequest& request, Job& job);

/// Reads a package and checks that every byte is as it was made; loads no model. Throws Error{Corrupt, …}.
PackageInfo packageInfo(const Path& file, Job& job);

}  // namespace segad
