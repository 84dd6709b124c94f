// What the Defects workspace was last set to; remembered for the user, not for a project.
#pragma once

#include <QString>
#include <map>
#include <string>
#include <vector>

#include "core/defect/catalog.h"
#include "core/forest/forest_options.h"

namespace segad::ui {

struct DefectSettings {
    std::vector<std::string> kinds = paperDefectKinds();  ///< ticked, in the catalog's order
    std::map<std::string, Json> params;  ///< of any kind, over its defaults, sizes in per cent
    int copies = 1;                      ///< generated parts for each good part
    int mostDefects = 1;                 ///< on each of them
    std::vector<std::string> segments;   ///< by name; empty = all but the background
    SizeUnit unit = SizeUnit::Percent;
    double pixelsPerMillimetre = 10;
    int seed = static_cast<int>(kDefaultForestSeed);
    QString textures;
    bool closeUp = true;
    bool outline = true;

    static constexpr int kMostCopies = 1000;

    bool operator==(const DefectSettings&) const = default;

    /// Those of the last time. What this program doesn't know, or what is out of its range, is as at first.
    static DefectSettings stored();
    void store() const;
};

}  // namespace segad::ui
