// How the region tools work; remembered for the user, not for a project.
#pragma once

#include <QString>

namespace segad::ui {

struct RegionSettings {
    double diameter = 20;  ///< of brush and eraser, image pixels, 1 … 1000
    int tolerance = 16;    ///< of similar colours, 0 … 255
    int level = 50;  ///< of heat: from where the heatmap begins (0) to the clicked value (100), per cent
    bool marksBad = true;  ///< painting labels an unlabelled part bad

    static constexpr int kLargestBrush = 1000;
    static constexpr int kLargestTolerance = 255;
    static constexpr int kLargestLevel = 100;

    /// With every number in its range.
    RegionSettings clamped() const;

    /// Those of the last time that the same was painted, regions or segments; `first` before there was one.
    static RegionSettings stored(const QString& what, const RegionSettings& first);
    void store(const QString& what) const;
};

}  // namespace segad::ui
