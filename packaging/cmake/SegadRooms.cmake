# Rooms of core/.
#
# A room `metric` is an INTERFACE target `segad::metric` that carries nothing but its headers and
# the rooms it may know (DEPENDS), and an OBJECT target with its code. Headers are reached through
# a per-room link tree, <build>/rooms/metric/core/metric -> core/metric, so that including a room
# that is not in DEPENDS does not compile.
#
# The objects of all rooms form one shared library, segad-core; sources named LEARN_SOURCES (the
# ones that see LibTorch) form a second one, segad-learn, which is opened at first need.

define_property(GLOBAL PROPERTY SEGAD_CORE_ROOMS BRIEF_DOCS "rooms linked into segad-core" FULL_DOCS "")

# Gives `target` the headers of the named rooms and links segad-core.
function(segad_use target)
    foreach(room IN LISTS ARGN)
        target_link_libraries(${target} PUBLIC segad::${room})
    endforeach()
    target_link_libraries(${target} PUBLIC segad-core)
    target_link_libraries(${target} PRIVATE segad_flags)
    # Opened at first need, so nothing links them.
    foreach(module IN ITEMS segad-codecs segad-flow segad-print)
        if(NOT target MATCHES "^segad-(codecs|flow|print)$")
            add_dependencies(${target} ${module})
        endif()
    endforeach()
endfunction()

# segad_room(NAME SOURCES a.cpp … [LEARN_SOURCES b.cpp …] [DEPENDS room …]
#            [PUBLIC_LIBS lib …] [PRIVATE_LIBS lib …])
function(segad_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LEARN_SOURCES;DEPENDS;PUBLIC_LIBS;PRIVATE_LIBS" ${ARGN})

    set(links "${CMAKE_BINARY_DIR}/rooms/${name}")
    file(MAKE_DIRECTORY "${links}/core")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${links}/core/${name}" SYMBOLIC)

    add_library(segad_${name} INTERFACE)
    add_library(segad::${name} ALIAS segad_${name})
    target_include_directories(segad_${name} INTERFACE "${links}")
    foreach(room IN LISTS ROOM_DEPENDS)
        target_link_libraries(segad_${name} INTERFACE segad::${room})
    endforeach()
    target_link_libraries(segad_${name} INTERFACE ${ROOM_PUBLIC_LIBS})

    if(ROOM_SOURCES)
        add_library(segad_${name}_objects OBJECT ${ROOM_SOURCES})
        target_link_libraries(segad_${name}_objects PRIVATE segad_${name} segad_flags ${ROOM_PRIVATE_LIBS})
        set_property(GLOBAL APPEND PROPERTY SEGAD_CORE_ROOMS ${name})
    endif()
    if(ROOM_LEARN_SOURCES)
        list(TRANSFORM ROOM_LEARN_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
        set_property(GLOBAL APPEND PROPERTY SEGAD_LEARN_SOURCES ${ROOM_LEARN_SOURCES})
        set_property(GLOBAL APPEND PROPERTY SEGAD_LEARN_ROOMS ${name})
    endif()
endfunction()

# Called once, after all rooms are known.
function(segad_core_library)
    get_property(rooms GLOBAL PROPERTY SEGAD_CORE_ROOMS)
    add_library(segad-core SHARED)
    foreach(room IN LISTS rooms)
        target_link_libraries(segad-core PRIVATE segad_${room}_objects)
    endforeach()
    target_link_libraries(segad-core PRIVATE segad_flags)
endfunction()

# LibTorch as this project uses it: an INTERFACE target for segad-learn and for the tests and benchmarks that
# look behind its door. Its headers are SYSTEM; whatever warnings or flags its package brings stay off our
# command lines.
function(_segad_find_learn_libraries)
    if(TARGET segad_torch)
        return()
    endif()
    set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)  # tests and benchmarks use them, too
    find_package(Torch REQUIRED QUIET)
    find_package(OpenMP REQUIRED COMPONENTS CXX)
    find_library(SEGAD_OPENBLAS NAMES openblas REQUIRED)  # LibTorch's; its threads are counted here

    get_target_property(includes torch INTERFACE_INCLUDE_DIRECTORIES)
    add_library(segad_torch INTERFACE)
    target_include_directories(segad_torch SYSTEM INTERFACE ${includes})
    target_compile_options(segad_torch INTERFACE ${TORCH_CXX_FLAGS})
    # A backend such as libtorch_cuda registers itself on loading and is called by nobody by name.
    target_link_libraries(segad_torch INTERFACE
        -Wl,--push-state,--no-as-needed ${TORCH_LIBRARIES} -Wl,--pop-state ${SEGAD_OPENBLAS} OpenMP::OpenMP_CXX)
endfunction()

# Called once, after segad_core_library(): everything that sees LibTorch is one shared library,
# opened at first need by segad::Module, so that nobody else pays for loading them.
function(segad_learn_library)
    get_property(sources GLOBAL PROPERTY SEGAD_LEARN_SOURCES)
    get_property(rooms GLOBAL PROPERTY SEGAD_LEARN_ROOMS)
    if(NOT sources)
        return()
    endif()
    _segad_find_learn_libraries()
    add_library(segad-learn SHARED ${sources})
    segad_use(segad-learn ${rooms})
    target_link_libraries(segad-learn PRIVATE segad_torch)
    target_precompile_headers(segad-learn PRIVATE "${CMAKE_SOURCE_DIR}/core/nn/torch_prelude.h")
    if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache")
        # ccache keeps objects that use a precompiled header only when it is told that this is meant.
        set_target_properties(segad-learn PROPERTIES CXX_COMPILER_LAUNCHER
            "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${CMAKE_CXX_COMPILER_LAUNCHER}")
        target_compile_options(segad-learn PRIVATE -fpch-preprocess)
    endif()
endfunction()

# Lets a test or benchmark look behind the door: links segad-learn and LibTorch.
function(segad_use_learn target)
    target_link_libraries(${target} PRIVATE segad-learn segad_torch)
endfunction()

# A Google Test program of one room: segad_test(metric SOURCES roc_test.cpp … ROOMS metric [LIBS …]).
# Vectors and fixtures are read from tests/data through SEGAD_TEST_DATA.
function(segad_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;ROOMS;LIBS" ${ARGN})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 300)
    endif()
    add_executable(test_${name} ${TEST_SOURCES})
    segad_use(test_${name} ${TEST_ROOMS})
    target_link_libraries(test_${name} PRIVATE segad::test_support GTest::gmock GTest::gtest_main ${TEST_LIBS})
    gtest_discover_tests(test_${name} TEST_PREFIX "${name}." PROPERTIES TIMEOUT ${TEST_TIMEOUT} DISCOVERY_TIMEOUT 60)
endfunction()

# A Google Benchmark program: segad_bench(features SOURCES features_bench.cpp ROOMS forest). It has the main() of
# tests/bench/bench_main.cpp unless a source brings its own.
function(segad_bench name)
    cmake_parse_arguments(BENCH "" "" "SOURCES;ROOMS;LIBS" ${ARGN})
    add_executable(bench_${name} ${BENCH_SOURCES})
    segad_use(bench_${name} ${BENCH_ROOMS})
    target_link_libraries(bench_${name} PRIVATE segad::test_support segad_bench_main benchmark::benchmark ${BENCH_LIBS})
endfunction()
