segad_bench(nn SOURCES nn_bench.cpp ROOMS nn)
segad_use_learn(bench_nn)
