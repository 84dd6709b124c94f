// The whole picture is one segment: features are then statistics of the whole map (segad.md § 6, fallback).
#pragma once

#include "core/segment/catalog.h"

namespace segad {

SegmentSourceInfo wholeSourceRow();

}  // namespace segad
