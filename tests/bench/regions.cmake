# Drives the window's own viewer.
if(TARGET segad-ui)
    find_package(Qt6 REQUIRED COMPONENTS Test)
    add_executable(bench_regions regions_bench.cpp)
    target_link_libraries(bench_regions PRIVATE segad-ui segad-resources segad::test_support Qt6::Test segad_flags)
endif()
