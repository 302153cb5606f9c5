gossamer_unit_test(embed_test SOURCES EmbedTest.cpp EmbedPackagesTest.cpp DEPS gossamer_driver)
