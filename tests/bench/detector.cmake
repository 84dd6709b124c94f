segad_bench(detector SOURCES detector_bench.cpp ROOMS detector)
segad_use_learn(bench_detector)
# Minutes, and gigabytes of temporary file: a program of its own.
segad_bench(detector_large SOURCES detector_large_bench.cpp ROOMS detector)
add_dependencies(bench_detector_large segad-learn)
segad_bench(feature_detectors SOURCES feature_detectors_bench.cpp ROOMS detector)
segad_use_learn(bench_feature_detectors)
