#include "app/cli/app.h"
#include "core/base/freed_memory.h"

int main(int argc, char** argv) {
    segad::keepFreedMemory();
    return segad::cli::runCommandLine(argc, argv);
}
