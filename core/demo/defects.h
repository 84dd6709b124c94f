// How each kind of defect changes a good scene.
#pragma once

#include <span>
#include <string_view>

#include "core/demo/buzzer.h"
#include "core/demo/noise.h"
#include "core/demo/scene.h"

namespace segad::demo {

/// How the defect's mask is found by comparing the surface with the good twin's.
enum class MaskFrom {
    Surface,  ///< wherever height, material or label differ
    Labels    ///< where the label of the kind's component came or went: it was moved or reshaped
};

/// One row of the table of kinds.
struct DefectRow {
    BuzzerDefectKind kind;
    MaskFrom maskFrom;
    /// Makes the scene bad; how badly is drawn from `dice`, from hardly visible to gross.
    void (*apply)(Scene& scene, Dice& dice);
};

/// All rows, in the order of buzzerDefects().
std::span<const DefectRow> defectRows();

/// The row with this key; throws Error{InvalidArgument} naming the key.
const DefectRow& defectRow(std::string_view key);

// Rows by component; defects.cpp joins them.
std::span<const DefectRow> solderDefects();
std::span<const DefectRow> wireAndPinDefects();
std::span<const DefectRow> surfaceDefects();

}  // namespace segad::demo
