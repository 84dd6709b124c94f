#include "core/base/freed_memory.h"
#include "ui/shell/application.h"

int main(int argc, char** argv) {
    segad::keepFreedMemory();
    return segad::ui::runStudio(argc, argv);
}
