# What holds for every target: language, warnings, sanitizers, where binaries land.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)
set(CMAKE_INSTALL_RPATH "$ORIGIN/../lib/segad")

find_package(Threads REQUIRED)

# Our own code only: third-party headers come in as SYSTEM.
add_library(segad_flags INTERFACE)
target_compile_options(segad_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
    -Wduplicated-cond -Wlogical-op -Wimplicit-fallthrough -Werror
    # Designated initialisers leave out what keeps its default; that is their point.
    -Wno-missing-field-initializers
    # GCC 12 sees an overlap in "text" + std::string that is not there (its bug 105651).
    -Wno-restrict)
target_link_libraries(segad_flags INTERFACE Threads::Threads)
# Unused libraries cost start-up time; keep only what is called.
target_link_options(segad_flags INTERFACE LINKER:--as-needed)

if(SEGAD_SANITIZE)
    add_compile_options(-fsanitize=${SEGAD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${SEGAD_SANITIZE})
endif()
