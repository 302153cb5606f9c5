gossamer_unit_test(stdlib_test SOURCES RegistryTest.cpp NativeArgsTest.cpp LibrarySourcesTest.cpp
  DEPS gossamer_stdlib gossamer_parse)
