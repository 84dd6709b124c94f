#include "app/cli/commands/commands.h"

#include <array>

namespace segad::cli {

std::span<const AddCommand> commandTable() {
    static constexpr std::array table{
        addDemoCommand,       addNewCommand,     addImportCommand,   addInfoCommand,      addCopyCommand,
        addRelocateCommand,   addLabelCommand,   addWeightsCommand,  addDetectorsCommand, addDistilCommand,
        addSegmentCommand,    addDefectsCommand, addGenerateCommand, addTrainCommand,     addScoreCommand,
        addPrecisionCommand,  addRunsCommand,    addFitCommand,      addKindsCommand,     addEvaluateCommand,
        addThresholdsCommand, addDoubtsCommand,  addSuggestCommand,  addExplainCommand,   addCompareCommand,
        addInspectCommand,    addMergeCommand,   addResultsCommand,  addExportCommand,    addRegionsCommand,
        addDoctorCommand,
    };
    return table;
}

}  // namespace segad::cli
