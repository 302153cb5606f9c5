gossamer_unit_test(core_test
  SOURCES TrapTest.cpp TypeTest.cpp HeapTest.cpp MapTest.cpp SliceTest.cpp
  DEPS gossamer_object)
