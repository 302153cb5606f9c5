gossamer_unit_test(stdlib_test SOURCES RegistryTest.cpp NativeArgsTest.cpp DEPS gossamer_stdlib)
