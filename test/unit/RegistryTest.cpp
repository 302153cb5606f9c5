#include "stdlib/Registry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace gossamer::stdlib;

TEST(Registry, PackagesAreSortedAndFindable) {
  Library library;
  ASSERT_FALSE(library.packages().empty());
  for (size_t i = 1; i < library.packages().size(); ++i)
    EXPECT_LT(library.packages()[i - 1].importPath, library.packages()[i].importPath);
  for (const Package& package : library.packages()) {
    EXPECT_EQ(library.find(package.importPath).data(), package.files.data());
    EXPECT_FALSE(package.files.empty());
  }
  EXPECT_TRUE(library.find("no/such/package").empty());
  EXPECT_TRUE(library.find("").empty());
}

TEST(Registry, SourcesAreGoFilesEndedByNul) {
  for (const Package& package : Library().packages())
    for (const PackageSource& file : package.files) {
      EXPECT_TRUE(file.fileName.starts_with(package.importPath)) << file.fileName;
      EXPECT_TRUE(file.fileName.ends_with(".go")) << file.fileName;
      EXPECT_NE(file.text.find("\npackage ") != file.text.npos || file.text.starts_with("package "), false) << file.fileName;
      EXPECT_EQ(file.text.data()[file.text.size()], '\0') << file.fileName;
    }
}

TEST(Registry, BodiesAreBracedOrderedAndDisjoint) {
  for (const Package& package : Library().packages())
    for (const PackageSource& file : package.files) {
      uint32_t last = 0;
      for (BodyRange body : file.bodies) {
        ASSERT_LE(last, body.open) << file.fileName;
        ASSERT_LT(body.open + 1, body.close) << file.fileName;
        ASSERT_LE(body.close, file.text.size()) << file.fileName;
        EXPECT_EQ(file.text[body.open], '{') << file.fileName;
        EXPECT_EQ(file.text[body.close - 1], '}') << file.fileName;
        last = body.close;
      }
    }
}

TEST(Registry, EveryNativeIsFoundByItsFullName) {
  for (const Package& package : Library().packages()) {
    if (!package.natives) continue;
    for (const gossamer::NativeEntry& entry : *package.natives) {
      EXPECT_TRUE(entry.name.starts_with(std::string(package.importPath) + ".")) << entry.name;
      EXPECT_EQ(Library::findNative(entry.name), entry.fn) << entry.name;
    }
  }
}

TEST(Registry, UnknownNativesAreNull) {
  EXPECT_EQ(Library::findNative("os.noSuchFunction"), nullptr);
  EXPECT_EQ(Library::findNative("nopackage.f"), nullptr);
  EXPECT_EQ(Library::findNative("nodot"), nullptr);
  EXPECT_EQ(Library::findNative(""), nullptr);
}

TEST(Registry, ADirectoryReplacesTheEmbeddedSources) {
  namespace fs = std::filesystem;
  fs::path root = fs::temp_directory_path() / ("gossamer-registry-" + std::to_string(getpid()));
  fs::create_directories(root / "a" / "b");
  std::ofstream(root / "a" / "b" / "two.go") << "package b\n";
  std::ofstream(root / "a" / "b" / "one.go") << "package b // one\n";
  std::ofstream(root / "a" / "b" / "one_test.go") << "package b // test\n";
  Library library;
  std::string error;
  ASSERT_TRUE(Library::fromDirectory(root.string(), library, error)) << error;
  ASSERT_EQ(library.packages().size(), 1u);
  auto files = library.find("a/b");
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[0].text, "package b // one\n");
  EXPECT_TRUE(files[1].fileName.ends_with("two.go"));
  EXPECT_TRUE(library.find("os").empty());
  fs::remove_all(root);
  EXPECT_FALSE(Library::fromDirectory(root.string(), library, error));
  EXPECT_NE(error.find(root.string()), error.npos);
}
