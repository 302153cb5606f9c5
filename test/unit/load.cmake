gossamer_unit_test(load_test SOURCES LoadTest.cpp DEPS gossamer_load)
