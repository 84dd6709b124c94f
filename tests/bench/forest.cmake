find_package(xgboost REQUIRED)
segad_bench(forest SOURCES features_bench.cpp forest_bench.cpp ROOMS forest LIBS xgboost::xgboost)
segad_bench(metric SOURCES goal_bench.cpp pixel_bench.cpp ROOMS metric)
