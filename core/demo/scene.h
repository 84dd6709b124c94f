// A part before it is painted: where everything is, what it is made of, how it is lit and photographed.
//
// Lengths are in part units: 1 = the width of the picture at zoom 1; the origin is the centre of the
// ceramic disc's seat, x to the right, y down, heights towards the camera.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/demo/noise.h"

namespace segad::demo {

/// How a surface answers light.
struct Material {
    Rgb colour{0.5F, 0.5F, 0.5F};
    float metal = 0;     ///< 0 paint-like, 1 metal: mirrors in its own colour
    float rough = 0.5F;  ///< 0 mirror, 1 matte
};

/// Where the camera sees the part.
struct Pose {
    Vec2 shift;      ///< of the part's origin from the picture's centre
    float turn = 0;  ///< of the whole part, turns
    float zoom = 1;
};

/// The cup: membrane floor, its rim, and the housing outside.
struct Cup {
    Vec2 half{0.64F, 0.466F};  ///< half axes of the outline
    Vec2 centre{0, 0.006F};
    float grain = 1;      ///< strength of the rough texture
    float polish = 0.5F;  ///< brightness of the rim
    Vec2 texture;         ///< offsets into the noise
    Vec2 glow;            ///< where the walls catch light: nearly the same for all parts
    Vec2 housing;
};

/// Ceramic disc and its electrodes.
struct Disc {
    Vec2 centre;  ///< within the cup
    float turn = 0;
    float ceramicRadius = 0.438F;
    float electrodeRadius = 0.383F;
    Vec2 corner{0.022F, -0.186F};  ///< the wrapped electrode is left of x and above y
    float cornerRadius = 0.12F;
    float gap = 0.050F;  ///< width of the bare band between the electrodes
    Vec2 markCentre{0.005F, 0.200F};
    float markRadius = 0.054F;
    float ragged = 1;            ///< raggedness of printed edges
    float weaveSlant = -0.075F;  ///< of the screen's rows
    float weave = 1;             ///< strength of the screen's pattern
    Rgb silver{0.405F, 0.425F, 0.445F};
    Rgb ceramic{0.106F, 0.110F, 0.088F};
    Vec2 texture;
    float silverTone = 0;  ///< slow brightness change over the electrode

    friend bool operator==(const Disc&, const Disc&) = default;
};

struct SolderDot {
    bool present = true;
    Vec2 centre;
    float radius = 0.09F;
    std::array<Vec2, 4> outline{};  ///< harmonics 2…5 of the outline, cosine and sine parts
    float height = 0.055F;
    float wrinkle = 1;       ///< roughness of the skin
    float crust = 0.5F;      ///< dark flux around the foot
    float fluxHalo = 0.5F;   ///< pale film around, 0…1
    float fluxReach = 1.4F;  ///< in radii
    Vec2 dimple;             ///< of the tip, relative, in radii
    Material metal{{0.80F, 0.80F, 0.81F}, 1, 0.22F};
    Vec2 texture;
};

/// A smooth path through points.
struct Wire {
    bool present = true;
    std::vector<Vec2> points;    ///< from the dot to the pin
    std::vector<float> heights;  ///< one per point
    float radius = 0.0046F;
    Material metal{{0.155F, 0.157F, 0.165F}, 0.35F, 0.55F};
    float gapFrom = 2;  ///< share of the length that is missing, none when from ≥ to
    float gapTo = 2;
};

/// A contact pin with its translucent foot; nearer to the camera than the rest, so out of focus.
struct Pin {
    bool present = true;
    Vec2 tip;
    Vec2 foot;
    Vec2 blockAxis{0, 1};  ///< of the translucent block at the foot; unlike the pin it never bends
    float tipWidth = 0.094F;
    float footWidth = 0.112F;
    float tone = 0.12F;
    float edge = 0.5F;  ///< brightness of its edges
    float nick = 0;     ///< depth of a broken corner at the tip, part units
    float nickSide = 1;
    float soil = 0;  ///< dark deposit on the tip
    Vec2 texture;
};

enum class StampShape { Blotch, Stroke };

/// What a stamp puts on the surface it covers.
enum class StampLayer {
    Surface,  ///< under the solder dots and wires
    Top       ///< over them
};

/// Anything that lies on or is pressed into the surface: stains, scratches, dust, dents, splashes, cracks.
struct Stamp {
    StampShape shape = StampShape::Blotch;
    StampLayer layer = StampLayer::Surface;
    // Blotch
    Vec2 centre;
    float radius = 0.02F;
    float aspect = 1;  ///< long side over short side
    float turn = 0;
    float ragged = 0.2F;  ///< 0 an ellipse, 1 torn
    float soft = 0.2F;    ///< width of its edge, in radii
    float patchy = 0;     ///< 0 even, 1 full of holes
    // Stroke
    std::vector<Vec2> path;
    float width = 0.003F;  ///< half of it, at the widest
    bool taper = true;
    // Effect
    Material material;
    float cover = 1;    ///< how much of the material replaces what is below, 0…1
    float gloss = 1;    ///< how much of metal and roughness
    float rise = 0;     ///< height of its dome (Blotch) or ridge (Stroke); negative presses in
    float plateau = 0;  ///< 0 a dome, 1 a slab with steep sides
    float flow = 0;     ///< 0 stands on the surface like a ball, 1 runs out into it like a dent
    float wrinkle = 0;  ///< unevenness of what has risen, relative to rise
    float rim = 0;      ///< brightening (+) or darkening (−) along its edge
    Vec2 texture;
};

/// The light rig: a ring light above, a softer light from one side.
struct Light {
    Vec2 side{0.6F, -0.8F};  ///< where the side light stands
    float sideStrength = 0.35F;
    float ring = 1;
    Vec2 gradient;  ///< brighter towards here, per part unit
    Rgb tint{1, 1, 1};
    Vec2 reflection;  ///< offset into the noise that the surroundings are made of
};

struct Camera {
    float exposure = 1;
    float blur = 0.55F;    ///< of the lens, pixels
    float focusSlope = 0;  ///< extra blur towards one end of the picture, pixels
    float vignette = 0.10F;
    float shotNoise = 0.0012F;
    float readNoise = 0.0020F;
    float sharpening = 0.35F;
    float chromaBlur = 1.0F;  ///< pixels
};

struct Scene {
    Pose pose;
    Cup cup;
    Disc disc;
    std::array<SolderDot, 2> dots;  ///< 0 on the wrapped electrode (left), 1 on the large one
    std::array<Wire, 2> wires;
    std::array<Pin, 2> pins;
    std::vector<Stamp> stamps;
    Light light;
    Camera camera;
};

/// A good part of its own. Depends on (seed, name) only.
Scene goodScene(std::uint64_t seed, std::string_view name);

/// The usual course of wire `index` (0 left, 1 right) from `start` to `pin`; `bend` scales its S.
Wire wireBetween(int index, Vec2 start, Vec2 pinTip, float bend);

}  // namespace segad::demo
