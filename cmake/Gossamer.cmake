# Build rules shared by every folder: one library per subfolder keeps the include rules of docs/design.md true.

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

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
