// Generated parts: bad parts made from good ones (segad generate, the Defects workspace).
#pragma once

#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/defect/catalog.h"
#include "core/forest/forest_options.h"
#include "core/project/project.h"

namespace segad {

/// A kind of defect with its parameters.
struct DefectChoice {
    std::string kind;
    Json params = Json::object();  ///< over the defaults; sizes in the request's unit
};

struct GenerateRequest {
    Path project;
    std::vector<DefectChoice> kinds;  ///< empty: the paper's three
    /// Generated parts in all, spread evenly over good parts and kinds; 0: as many as good parts.
    int count = 0;
    /// A part gets one to this many defects of its kind, each number as likely; 1 to kMostDefects.
    int mostDefects = 1;
    std::vector<std::string> segments;  ///< names of those that get defects; empty: all but the background
    std::uint64_t seed = kDefaultForestSeed;
    SizeUnit unit = SizeUnit::Percent;
    double pixelsPerMillimetre = 0;  ///< for SizeUnit::Millimetres
    Path textures;                   ///< folder of pictures for kinds that take textures; empty: procedural
    /// Parts to make them from. Empty: the good parts that calibrate, kept from the detectors (segad.md § 4);
    /// only what is made from these serves a forest.
    std::vector<PartId> parts;
    bool add = false;  ///< keep what was generated before; else it is replaced
};

struct GenerateReport {
    int made = 0;       ///< new ones
    int unchanged = 0;  ///< that were there already, with the same recipe
    int removed = 0;    ///< of an earlier time
    int faint = 0;      ///< left out: nothing was to be seen after twenty draws
    int from = 0;       ///< good parts they were made from
};

/// Draws all of them (nothing is stored of a draw but its recipe), then puts them into the project in one
/// transaction. A defect that can't be seen, and a picture that can't be read, is a warning. Throws
/// Error{NotFound, InvalidArgument, InvalidData} for what can't work; the project is as it was then, and when
/// it is cancelled.
GenerateReport generateDefects(const GenerateRequest& request, Job& job);

/// Another draw of the same kind on the same part, in the place of a generated part, which is kept then; its
/// scores go. `job` gets a warning, and nothing changes, when nothing was to be seen after twenty draws.
void regenerateDefect(const Path& project, PartId part, Job& job);

/// The parts defects are made from when nobody says which, in the order of their paths. Throws what planning
/// roles throws: too few good parts.
std::vector<PartRecord> partsToMakeDefectsFrom(const Project& project);

/// Indices of segments by name. Throws Error{NotFound} naming those there are.
std::vector<int> segmentsNamed(const Project& project, const std::vector<std::string>& names);

}  // namespace segad
