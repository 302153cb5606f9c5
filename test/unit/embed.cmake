gossamer_unit_test(embed_test SOURCES EmbedTest.cpp DEPS gossamer_driver)
