# Rooms of core/.
#
# A room `metric` is an INTERFACE target `segad::metric` that carries nothing but its headers and
# the rooms it may know (DEPENDS), and an OBJECT target with its code. Headers are reached through
# a per-room link tree, <build>/rooms/metric/core/metric -> core/metric, so that including a room
# that is not in DEPENDS does not compile.
#
# The objects of all rooms form one shared library, segad-core; sources named LEARN_SOURCES (the
# ones that see LibTorch or FAISS) form a second one, segad-learn, which is opened at first need.

define_property(GLOBAL PROPERTY SEGAD_CORE_ROOMS BRIEF_DOCS "rooms linked into segad-core" FULL_DOCS "")

# Gives `target` the headers of the named rooms and links segad-core.
function(segad_use target)
    foreach(room IN LISTS ARGN)
        target_link_libraries(${target} PUBLIC segad::${room})
    endforeach()
    target_link_libraries(${target} PUBLIC segad-core)
    target_link_libraries(${target} PRIVATE segad_flags)
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

# A Google Benchmark program: segad_bench(features SOURCES features_bench.cpp ROOMS forest).
function(segad_bench name)
    cmake_parse_arguments(BENCH "" "" "SOURCES;ROOMS;LIBS" ${ARGN})
    add_executable(bench_${name} ${BENCH_SOURCES})
    segad_use(bench_${name} ${BENCH_ROOMS})
    target_link_libraries(bench_${name} PRIVATE segad::test_support benchmark::benchmark ${BENCH_LIBS})
endfunction()
