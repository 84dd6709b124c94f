#include "core/segment/segment_source.h"

#include <stdexcept>

namespace segad {

void SegmentSource::learnFrom(const Paintings&) {}

void SegmentSource::save(ModelWriter&) const {
    throw std::logic_error("this source has no model");
}

void SegmentSource::load(const ModelReader&) {
    throw std::logic_error("this source has no model");
}

}  // namespace segad
