// The main() of benchmarks that have none of their own: memory as the programs that users start have it.
#include <benchmark/benchmark.h>

#include "core/base/freed_memory.h"

int main(int argc, char** argv) {
    segad::keepFreedMemory();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
