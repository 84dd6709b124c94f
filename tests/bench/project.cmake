find_package(PkgConfig REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
segad_bench(project SOURCES project_bench.cpp ROOMS project LIBS PkgConfig::zstd)
