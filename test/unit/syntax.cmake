gossamer_unit_test(syntax_test SOURCES SourceTest.cpp LexerTest.cpp ParserTest.cpp DEPS gossamer_parse)
