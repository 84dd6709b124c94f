# The window beside what UI.md promises; plain programs, because what they measure goes through an event loop.
if(TARGET segad-ui)
    find_package(Qt6 REQUIRED COMPONENTS Test)
    add_executable(bench_window gallery_bench.cpp)
    target_link_libraries(bench_window PRIVATE segad-ui segad-resources segad::test_support Qt6::Test segad_flags)
endif()
