// All commands, in the order help lists them.
#pragma once

#include <span>

#include "app/cli/command.h"

namespace segad::cli {

using AddCommand = void (*)(CLI::App& app, Context& context);

std::span<const AddCommand> commandTable();

void addDemoCommand(CLI::App& app, Context& context);
void addNewCommand(CLI::App& app, Context& context);
void addImportCommand(CLI::App& app, Context& context);
void addInfoCommand(CLI::App& app, Context& context);
void addCopyCommand(CLI::App& app, Context& context);
void addRelocateCommand(CLI::App& app, Context& context);
void addLabelCommand(CLI::App& app, Context& context);
void addWeightsCommand(CLI::App& app, Context& context);
void addDetectorsCommand(CLI::App& app, Context& context);
void addSegmentCommand(CLI::App& app, Context& context);
void addDefectsCommand(CLI::App& app, Context& context);
void addGenerateCommand(CLI::App& app, Context& context);
void addKindsCommand(CLI::App& app, Context& context);
void addTrainCommand(CLI::App& app, Context& context);
void addScoreCommand(CLI::App& app, Context& context);
void addPrecisionCommand(CLI::App& app, Context& context);
void addRunsCommand(CLI::App& app, Context& context);
void addFitCommand(CLI::App& app, Context& context);
void addEvaluateCommand(CLI::App& app, Context& context);
void addExplainCommand(CLI::App& app, Context& context);
void addCompareCommand(CLI::App& app, Context& context);
void addInspectCommand(CLI::App& app, Context& context);
void addMergeCommand(CLI::App& app, Context& context);
void addResultsCommand(CLI::App& app, Context& context);
void addExportCommand(CLI::App& app, Context& context);
void addDistilCommand(CLI::App& app, Context& context);
void addRegionsCommand(CLI::App& app, Context& context);
void addThresholdsCommand(CLI::App& app, Context& context);
void addDoubtsCommand(CLI::App& app, Context& context);
void addSuggestCommand(CLI::App& app, Context& context);
void addDoctorCommand(CLI::App& app, Context& context);

}  // namespace segad::cli
