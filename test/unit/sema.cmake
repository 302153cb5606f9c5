add_executable(gossamer-check CheckTool.cpp)
target_link_libraries(gossamer-check PRIVATE gossamer_load gossamer_sema)
set_target_properties(gossamer-check PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
