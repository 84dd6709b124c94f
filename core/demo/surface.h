// What the part's surface is at every sample: height, material, label. Painted from the scene, lit by
// shade(). The pins are not in it: they hang in front and are composed later.
#pragma once

#include <cstdint>
#include <vector>

#include "core/demo/buzzer.h"
#include "core/demo/scene.h"

namespace segad::demo {

/// Samples per pixel and side.
inline constexpr int kSupersampling = 2;

/// Height of the electrode's face, on which dots and wires stand.
inline constexpr float kFace = 0.0150F;

/// Between samples (column, row of the fine grid) and part units.
class Frame {
public:
    Frame(const Pose& pose, int side);

    int side() const noexcept { return side_; }
    float samplesPerUnit() const noexcept { return scale_; }
    /// Part position of the middle of a sample.
    Vec2 toPart(int column, int row) const {
        return {origin_.x + static_cast<float>(column) * step_.x - static_cast<float>(row) * step_.y,
                origin_.y + static_cast<float>(column) * step_.y + static_cast<float>(row) * step_.x};
    }
    Vec2 toSample(Vec2 part) const;
    /// A part direction (not a position) on the sample grid.
    Vec2 directionToSamples(Vec2 direction) const;

private:
    int side_;
    float scale_;
    Vec2 origin_;
    Vec2 step_;
};

/// Inclusive range of samples around a part position.
struct Window {
    int left, top, right, bottom;
};
Window windowAround(const Frame& frame, Vec2 centre, float reach);

struct Surface {
    explicit Surface(int side);

    int side;
    std::vector<float> height;  ///< part units
    std::vector<Rgb> colour;
    std::vector<float> metal;
    std::vector<float> rough;
    std::vector<float> shadow;  ///< 0 lit … 1 in the shadow of something that hangs above
    std::vector<std::uint8_t> label;

    std::size_t at(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
               static_cast<std::size_t>(column);
    }
    /// Replaces the share `cover` of the material at `i`, and the share cover·gloss of its gloss.
    void lay(std::size_t i, const Material& material, float cover, float gloss = 1) {
        colour[i] = mix(colour[i], material.colour, cover);
        metal[i] = mix(metal[i], material.metal, cover * gloss);
        rough[i] = mix(rough[i], material.rough, cover * gloss);
    }
    void setLabel(std::size_t i, BuzzerSegment segment) { label[i] = static_cast<std::uint8_t>(segment); }
};

/// Housing, cup, ceramic and electrodes.
void paintGround(Surface& surface, const Frame& frame, const Scene& scene);
void paintDot(Surface& surface, const Frame& frame, const SolderDot& dot);
void paintWire(Surface& surface, const Frame& frame, const Wire& wire, const Light& light);
void paintStamp(Surface& surface, const Frame& frame, const Stamp& stamp);

/// Stamps, dots and wires on the ground, in order.
void paintObjects(Surface& surface, const Frame& frame, const Scene& scene);

/// A path resampled to about `step` part units (Catmull–Rom through the points); the values run along.
struct PathSample {
    Vec2 at;
    float value;  ///< interpolated companion value (height), 0 without
    float share;  ///< of the number of knots, 0…1
};
std::vector<PathSample> samplePath(const std::vector<Vec2>& points, const std::vector<float>& values,
                                   float step);

/// Calls visit(sample index, distance from the path, share of the way, height) for samples within reach.
template <class Visit>
void alongPath(const Frame& frame, const std::vector<PathSample>& path, float reach, Vec2 offsetPerHeight,
               const Visit& visit) {
    for (std::size_t k = 0; k + 1 < path.size(); ++k) {
        const Vec2 from = path[k].at + offsetPerHeight * path[k].value;
        const Vec2 along = path[k + 1].at + offsetPerHeight * path[k + 1].value - from;
        const float square = std::max(dot(along, along), 1e-12F);
        const Window w = windowAround(frame, from + along * 0.5F, reach + 0.5F * std::sqrt(square));
        for (int row = w.top; row <= w.bottom; ++row) {
            for (int column = w.left; column <= w.right; ++column) {
                const Vec2 p = frame.toPart(column, row) - from;
                const float t = clamp01(dot(p, along) / square);
                const float distance = length(p - along * t);
                if (distance > reach) continue;
                visit(column, row, distance, mix(path[k].share, path[k + 1].share, t),
                      mix(path[k].value, path[k + 1].value, t));
            }
        }
    }
}

}  // namespace segad::demo
