segad_bench(workflow SOURCES live_forest_bench.cpp ROOMS workflow)
segad_bench(inspection SOURCES inspection_bench.cpp ROOMS workflow)
