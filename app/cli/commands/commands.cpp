#include "app/cli/commands/commands.h"

#include <array>

namespace segad::cli {

std::span<const AddCommand> commandTable() {
    static constexpr std::array table{
        addDetectorsCommand,
    };
    return table;
}

}  // namespace segad::cli
