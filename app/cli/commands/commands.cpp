#include "app/cli/commands/commands.h"

#include <array>

namespace segad::cli {

std::span<const AddCommand> commandTable() {
    static constexpr std::array table{
        addDemoCommand,    addNewCommand,       addImportCommand, addInfoCommand,     addLabelCommand,
        addWeightsCommand, addDetectorsCommand, addDistilCommand, addSegmentCommand,  addTrainCommand,
        addScoreCommand,   addPrecisionCommand, addFitCommand,    addEvaluateCommand, addInspectCommand,
        addExportCommand,  addDoctorCommand,
    };
    return table;
}

}  // namespace segad::cli
