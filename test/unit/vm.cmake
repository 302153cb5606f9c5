gossamer_unit_test(vm_test SOURCES BytecodeTest.cpp InterpTest.cpp PanicTest.cpp DEPS gossamer_interp)
