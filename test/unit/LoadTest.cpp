// Paths, versions and patterns: the arithmetic of frontend/load.
#include "frontend/load/Embed.h"
#include "frontend/load/FileSystem.h"
#include "frontend/load/GoVersion.h"
#include "frontend/load/ModFile.h"

#include <gtest/gtest.h>

namespace gossamer::load {
namespace {

TEST(LoadPaths, AreCleaned) {
  EXPECT_EQ(cleanPath(""), ".");
  EXPECT_EQ(cleanPath("a//b/./c/"), "a/b/c");
  EXPECT_EQ(cleanPath("a/../../b"), "../b");
  EXPECT_EQ(cleanPath("/../a"), "/a");
  EXPECT_EQ(joinPath("/a/b", "../c"), "/a/c");
  EXPECT_EQ(joinPath("/a", "/b"), "/b");
  EXPECT_EQ(parentPath("/a"), "/");
  EXPECT_EQ(parentPath("/"), "/");
  EXPECT_EQ(parentPath("a"), ".");
}

TEST(LoadPaths, LieWithinOneAnother) {
  std::string_view rest;
  EXPECT_TRUE(isWithin("/a/b", "/a", &rest));
  EXPECT_EQ(rest, "b");
  EXPECT_TRUE(isWithin("/a", "/a", &rest));
  EXPECT_EQ(rest, "");
  EXPECT_TRUE(isWithin("/a", "/"));
  EXPECT_FALSE(isWithin("/ab", "/a"));
  EXPECT_EQ(relativePath("/a/b", "/a/c/d"), "../c/d");
  EXPECT_EQ(relativePath("/a", "/a"), ".");
  EXPECT_EQ(relativePath("/a/b", "/"), "../..");
}

TEST(LoadVersions, OfGo) {
  EXPECT_EQ(goMinorOf("1.21"), 21);
  EXPECT_EQ(goMinorOf("1.21.3"), 21);
  EXPECT_EQ(goMinorOf("1.21rc2"), 21);
  for (const char* wrong : {"", "1", "1.", "1.x", "2.1", "1.021", "1.-1", "1.21.", "1.21rc", "1.21 "})
    EXPECT_EQ(goMinorOf(wrong), -1) << wrong;
}

TEST(LoadVersions, AreOrderedAsSemanticOnes) {
  const char* ordered[] = {
      "malformed",      "v0.0.1",       "v0.9.0",         "v1.0.0-2",          "v1.0.0-11",
      "v1.0.0-11a",     "v1.0.0-alpha", "v1.0.0-alpha.1", "v1.0.0-alpha.beta", "v1.0.0-beta.2",
      "v1.0.0-beta.11", "v1.0.0",       "v1.2.0",         "v1.10.0",           "v2.0.0+incompatible"};
  for (size_t i = 0; i + 1 < std::size(ordered); ++i) {
    EXPECT_LT(compareVersions(ordered[i], ordered[i + 1]), 0) << ordered[i] << " " << ordered[i + 1];
    EXPECT_GT(compareVersions(ordered[i + 1], ordered[i]), 0) << ordered[i] << " " << ordered[i + 1];
  }
  EXPECT_EQ(compareVersions("v1.0.0+build", "v1.0.0"), 0);
}

TEST(LoadPatterns, Match) {
  EXPECT_TRUE(matchesPattern("*", ""));
  EXPECT_TRUE(matchesPattern("a*c*e", "abcbcde"));
  EXPECT_FALSE(matchesPattern("a*c*e", "abcbcd"));
  EXPECT_TRUE(matchesPattern("?", "é"));
  EXPECT_FALSE(matchesPattern("?", ""));
  EXPECT_TRUE(matchesPattern("[a-cx]", "b"));
  EXPECT_TRUE(matchesPattern("[^a-c]", "é"));
  EXPECT_FALSE(matchesPattern("[^a-c]", ""));
  EXPECT_TRUE(matchesPattern("[à-ï]", "é"));
  EXPECT_TRUE(matchesPattern("\\*[\\]]", "*]"));
  EXPECT_FALSE(matchesPattern("*", "a/b"));
  for (const char* malformed : {"[", "[]", "[a", "[a-", "[-a]", "\\", "[^]", "a[b"})
    EXPECT_FALSE(isPattern(malformed)) << malformed;
  for (const char* good : {"", "*", "[a]", "[a-b]", "\\["}) EXPECT_TRUE(isPattern(good)) << good;
  std::string stars;
  for (int i = 0; i < 1000; ++i) stars += "*a";
  EXPECT_FALSE(matchesPattern(stars, std::string(2000, 'a') + "b")); // soon
}

TEST(LoadPatterns, AreCutApart) {
  std::vector<EmbedPattern> patterns;
  ASSERT_TRUE(splitPatterns("a  \"b c\\\"\" `d\\`\te", patterns));
  ASSERT_EQ(patterns.size(), 4u);
  EXPECT_EQ(patterns[1].text, "b c\"");
  EXPECT_EQ(patterns[1].at, 3u);
  EXPECT_EQ(patterns[2].text, "d\\");
  EXPECT_EQ(patterns[3].text, "e");
  for (const char* malformed : {"\"a", "`a", "\"a\"b", "a \""}) {
    patterns.clear();
    EXPECT_FALSE(splitPatterns(malformed, patterns)) << malformed;
  }
}

} // namespace
} // namespace gossamer::load
