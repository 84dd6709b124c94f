// Light on the surface, and the pins in front of it.
#pragma once

#include <vector>

#include "core/demo/surface.h"

namespace segad::demo {

/// Linear light of every sample of `surface`.
std::vector<Rgb> shade(const Surface& surface, const Frame& frame, const Light& light);

/// Hangs the pins before `picture` and enters them into the labels. A pin hides what is behind it:
/// `cover` gets its opacity there, 0…1 (sharp), when not null.
void composePins(std::vector<Rgb>& picture, std::vector<std::uint8_t>& label, const Frame& frame,
                 const Scene& scene);

}  // namespace segad::demo
