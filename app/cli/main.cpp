#include "app/cli/app.h"

int main(int argc, char** argv) {
    return segad::cli::runCommandLine(argc, argv);
}
