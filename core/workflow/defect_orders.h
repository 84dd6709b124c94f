// Which defects a request asks for, and one of them drawn. Private to the room; generating, drawing anew and
// previewing share it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/defect/generate.h"
#include "core/workflow/defect_scene.h"
#include "core/workflow/generation.h"

namespace segad {

/// What defects are made from.
struct DefectStock {
    std::vector<PartRecord> parts;
    std::vector<DefectGround> grounds;  ///< of parts[i]
    std::vector<Path> textures;

    void add(const Project& project, const PartRecord& part) {
        parts.push_back(part);
        grounds.push_back(groundOf(project, part));
    }
};

/// What all defects of a request have in common.
struct DefectPlan {
    std::shared_ptr<const DefectStock> stock;
    std::vector<DefectChoice> kinds;
    std::vector<int> segments;
    int mostDefects = 1;
    std::uint64_t seed = 0;
    SizeUnit unit = SizeUnit::Percent;
    double pixelsPerMillimetre = 0;
};

/// One defect to draw.
struct DefectOrder {
    std::size_t part = 0;
    std::size_t kind = 0;
    int number = 0;
};

struct DrawnDefect {
    DefectRecipe recipe;
    std::size_t part = 0;
    std::optional<std::size_t> partner;  ///< index of a part
};

/// Pictures in the folder; none for an empty path.
std::vector<Path> texturesIn(const Path& folder);

/// What to make defects from: `parts`, or those that calibrate when it is empty. Throws
/// Error{InvalidArgument} for a part that is no photographed good one.
std::shared_ptr<const DefectStock> stockOf(const Project& project, const std::vector<PartId>& parts,
                                           const Path& textures);

/// Throws Error{InvalidArgument, NotFound} for whatever can't be drawn that way, before a picture is read.
DefectPlan planOf(const Project& project, const GenerateRequest& request,
                  std::shared_ptr<const DefectStock> stock);

/// The defect and its recipe; the defect is absent when nothing was to be seen.
std::pair<DrawnDefect, std::optional<GeneratedDefect>> drawDefect(const DefectPlan& plan,
                                                                  const DefectOrder& order,
                                                                  const ReadPicture& read = readPicture);

/// What to say of an order that gave nothing to see.
Error tooFaint(const DefectPlan& plan, const DefectOrder& order);

}  // namespace segad
