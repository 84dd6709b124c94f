segad_bench(procedural SOURCES procedural_bench.cpp ROOMS procedural LIBS benchmark::benchmark_main)
