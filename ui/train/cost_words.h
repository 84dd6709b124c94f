// What a training will cost, in words: the same on cards, presets and below the form.
#pragma once

#include <QString>

#include "core/workflow/train_presets.h"

namespace segad::ui {

/// "1.2 GB"
QString byteText(std::uint64_t count);

/// "≈ 4 min": training and scoring together, rounded to what an estimate knows.
QString roughDuration(double seconds);

/// "≈ 4 min · 1.2 GB memory · 40 MB disk"
QString shortCost(double seconds, std::uint64_t memoryBytes, std::uint64_t diskBytes);

/// Whole sentences: parts it learns from, times of training and scoring, memory and disk (the model and the
/// maps of all parts).
QString costSentences(const TrainPlan& plan, std::uint64_t mapBytes);

/// A warning when less than that is free; empty when there is room, or when nobody knows.
QString diskWarning(std::uint64_t neededBytes, const std::optional<std::uint64_t>& freeBytes);

}  // namespace segad::ui
