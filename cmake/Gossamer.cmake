# Build rules shared by every folder: one library per subfolder keeps the include rules of docs/design.md true.

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

# The command links what it can statically: loading and relocating seven shared libraries took a third of the time that
# hello world runs for. The C library stays shared (name services, dlopen).
option(GOSSAMER_STATIC "Link C++'s and the arithmetic libraries statically into the command" ON)

# gossamer_find_library(TARGET package file): an imported target for a library that pkg-config knows.
function(gossamer_find_library target package file)
  if(TARGET ${target})
    return()
  endif()
  pkg_check_modules(${package} REQUIRED ${package})
  set(names ${file})
  if(GOSSAMER_STATIC)
    list(PREPEND names lib${file}.a)
  endif()
  find_library(${target}_LIBRARY NAMES ${names} HINTS ${${package}_LIBRARY_DIRS} REQUIRED)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} INTERFACE ${${package}_INCLUDE_DIRS})
  target_link_libraries(${target} INTERFACE ${${target}_LIBRARY})
endfunction()
gossamer_find_library(mpfr_library mpfr mpfr)
gossamer_find_library(gmp_library gmp gmp)
gossamer_find_library(utf8proc_library libutf8proc utf8proc)

add_library(gossamer_flags INTERFACE)
target_compile_options(gossamer_flags INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wno-unused-parameter -Wno-missing-field-initializers
  -Wno-missing-designated-field-initializers
  $<$<CXX_COMPILER_ID:Clang>:-Wno-gnu-label-as-value -Wno-c99-designator>
  $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
target_include_directories(gossamer_flags INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/include)
if(GOSSAMER_SANITIZE)
  target_compile_options(gossamer_flags INTERFACE
    -fsanitize=${GOSSAMER_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(gossamer_flags INTERFACE -fsanitize=${GOSSAMER_SANITIZE})
endif()
if(GOSSAMER_FUZZ)
  target_compile_options(gossamer_flags INTERFACE -fsanitize=fuzzer-no-link) # coverage for the fuzzers to steer by
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  find_program(LLD NAMES ld.lld-19 ld.lld)
  if(LLD)
    add_link_options(--ld-path=${LLD})
  endif()
endif()

# gossamer_library(NAME [SOURCES file...] [DEPS target...]): a static library of the .cpp files of this folder
# (all of them unless SOURCES names some).
function(gossamer_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB ARG_SOURCES CONFIGURE_DEPENDS *.cpp)
  endif()
  add_library(gossamer_${name} STATIC ${ARG_SOURCES})
  target_link_libraries(gossamer_${name} PUBLIC gossamer_flags ${ARG_DEPS})
  set_property(GLOBAL APPEND PROPERTY GOSSAMER_LIBRARIES gossamer_${name})
endfunction()
