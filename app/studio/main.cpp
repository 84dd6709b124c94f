#include "ui/shell/application.h"

int main(int argc, char** argv) {
    return segad::ui::runStudio(argc, argv);
}
