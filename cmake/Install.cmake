# What a host finds with find_package(gossamer): the public headers and one static library made of all of ours.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

get_property(parts GLOBAL PROPERTY GOSSAMER_LIBRARIES)
set(objects)
foreach(part ${parts})
  list(APPEND objects $<TARGET_OBJECTS:${part}>)
endforeach()
add_library(gossamer_host STATIC EXCLUDE_FROM_ALL ${objects})
set_target_properties(gossamer_host PROPERTIES OUTPUT_NAME gossamer EXPORT_NAME gossamer LINKER_LANGUAGE CXX)
target_include_directories(gossamer_host INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_compile_features(gossamer_host INTERFACE cxx_std_20)
target_link_libraries(gossamer_host INTERFACE mpfr gmp utf8proc Threads::Threads)

install(TARGETS gossamer RUNTIME)
install(TARGETS gossamer_host EXPORT gossamer ARCHIVE OPTIONAL)
install(DIRECTORY include/gossamer DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT gossamer NAMESPACE gossamer:: FILE gossamerTargets.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/gossamer)
file(WRITE ${CMAKE_BINARY_DIR}/gossamerConfig.cmake
  "include(CMakeFindDependencyMacro)\nfind_dependency(Threads)\ninclude(\${CMAKE_CURRENT_LIST_DIR}/gossamerTargets.cmake)\n")
write_basic_package_version_file(${CMAKE_BINARY_DIR}/gossamerConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/gossamerConfig.cmake ${CMAKE_BINARY_DIR}/gossamerConfigVersion.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/gossamer)
install(FILES docs/gossamer.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES completions/gossamer.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME gossamer)
install(FILES completions/_gossamer DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
