# How well and how fast each source segments the demo dataset: bench_segment [SOURCE] [PARTS].
add_executable(bench_segment segment_bench.cpp)
target_link_libraries(bench_segment PRIVATE segad_test_demo_parts segad_flags)
segad_use(bench_segment segment demo)
