segad_bench(procedural SOURCES procedural_bench.cpp ROOMS procedural)
