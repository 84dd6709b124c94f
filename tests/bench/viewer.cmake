# Needs a window system, or QT_QPA_PLATFORM=offscreen.
if(TARGET segad-ui)
    find_package(Qt6 REQUIRED COMPONENTS Test)
    add_executable(bench_viewer viewer_bench.cpp)
    target_link_libraries(bench_viewer PRIVATE segad-ui segad-resources segad::test_support Qt6::Test segad_flags)
endif()
