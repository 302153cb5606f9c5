#include "CoreFixture.h"

#include "runtime/object/Interface.h"
#include "runtime/object/String.h"

#include <array>
#include <cmath>
#include <set>

namespace gossamer {
namespace {

using TypeTest = CoreTest;

TEST_F(TypeTest, IdenticalTypesAreTheSameDescriptor) {
  const TypeInfo* integer = basic(Kind::Int);
  EXPECT_EQ(types.mapOf(basic(Kind::String), types.sliceOf(integer)),
            types.mapOf(basic(Kind::String), types.sliceOf(integer)));
  EXPECT_NE(types.arrayOf(integer, 3), types.arrayOf(integer, 4));
  EXPECT_EQ(structOf({{"A", integer}}), structOf({{"A", integer}}));
  EXPECT_NE(structOf({{"A", integer}}), structOf({{"B", integer}}));
  EXPECT_EQ(types.pointerTo(integer), types.pointerTo(integer));
  EXPECT_NE(types.named("main", "T", 1), types.named("main", "T", 2));
  EXPECT_EQ(types.chanOf(integer, ChanDir::Send), types.chanOf(integer, ChanDir::Send));
}

TEST_F(TypeTest, UnexportedFieldsOfTwoPackagesDiffer) {
  TypeField here = {"x", "a", "", basic(Kind::Int), 0, false, false};
  TypeField there = {"x", "b", "", basic(Kind::Int), 0, false, false};
  EXPECT_NE(types.structOf({&here, 1}), types.structOf({&there, 1}));
}

TEST_F(TypeTest, StringsReadAsReflects) {
  const TypeInfo *integer = basic(Kind::Int), *string = basic(Kind::String);
  auto receive = types.chanOf(integer, ChanDir::Receive);
  EXPECT_EQ(types.chanOf(receive, ChanDir::Both)->string, "chan (<-chan int)");
  EXPECT_EQ(types.chanOf(types.chanOf(integer, ChanDir::Send), ChanDir::Receive)->string,
            "<-chan chan<- int");
  const TypeInfo* params[] = {integer, types.sliceOf(string)};
  const TypeInfo* results[] = {integer, types.errorType()};
  auto func = types.funcOf(params, results, true);
  EXPECT_EQ(func->string, "func(int, ...string) (int, error)");
  EXPECT_EQ(types.chanOf(types.funcOf({}, {&receive, 1}, false), ChanDir::Both)->string,
            "chan func() <-chan int");
  auto embedded = types.named("example.com/x/main", "T3", 0);
  TypeField fields[] = {{"A", "", "tag\"x", integer, 0, false, true},
                        {"b", "main", "", string, 0, false, false},
                        {"T3", "", "", embedded, 0, true, true}};
  EXPECT_EQ(types.structOf(fields)->string, "struct { A int \"tag\\\"x\"; b string; main.T3 }");
  InterfaceMethod methods[] = {{"m", "main", 0, types.funcOf({}, {}, false)},
                               {"M", "", 0, types.funcOf({&integer, 1}, {&string, 1}, false)}};
  EXPECT_EQ(types.interfaceOf(methods)->string, "interface { M(int) string; main.m() }");
  EXPECT_EQ(types.arrayOf(types.mapOf(string, types.sliceOf(basic(Kind::Uint8))), 3)->string,
            "[3]map[string][]uint8");
  EXPECT_EQ(types.emptyInterface()->string, "interface {}");
  EXPECT_EQ(structOf({})->string, "struct {}");
}

TEST_F(TypeTest, LayoutIsGos) {
  auto t = structOf({{"A", basic(Kind::Int8)}, {"B", basic(Kind::Int64)}, {"C", basic(Kind::Int16)}});
  EXPECT_EQ(t->size, 24u);
  EXPECT_EQ(t->fields[1].offset, 8u);
  EXPECT_EQ(t->fields[2].offset, 16u);
  EXPECT_FALSE(t->has(kTypePlainMemory)) << "padding must not be compared";
  auto ends = structOf({{"A", basic(Kind::Int32)}, {"Z", structOf({})}});
  EXPECT_EQ(ends->size, 8u) << "an empty last field is given room";
  EXPECT_EQ(types.arrayOf(t, 3)->size, 72u);
  EXPECT_TRUE(structOf({{"A", basic(Kind::Int32)}})->isDirect());
  EXPECT_FALSE(structOf({{"A", types.sliceOf(t)}})->isComparable());
}

TEST_F(TypeTest, RecursiveTypesAreLaidOutOnceTheyCanBe) {
  TypeInfo* node = types.named("main", "Node", 0);
  const TypeInfo* pair = types.arrayOf(node, 2);
  EXPECT_FALSE(pair->has(kTypeLaidOut));
  const TypeInfo* both = structOf({{"P", pair}, {"N", basic(Kind::Int)}});
  const TypeInfo* f = types.funcOf({&both, 1}, {}, false);
  types.setUnderlying(node, structOf({{"Next", types.pointerTo(node)}, {"F", f}, {"V", basic(Kind::Int)}}));
  EXPECT_EQ(node->size, 24u);
  EXPECT_EQ(pair->size, 48u);
  EXPECT_EQ(both->size, 56u);
  EXPECT_EQ(both->shape->kindOfWord(0), WordKind::Pointer);
  EXPECT_EQ(both->shape->kindOfWord(2), WordKind::Scalar);
  EXPECT_EQ(both->shape->kindOfWord(4), WordKind::Pointer);
  EXPECT_EQ(pair->shape, node->shape) << "shapes are reduced to their period";
}

TEST_F(TypeTest, ShapesFollowTheWords) {
  auto t = structOf({{"A", basic(Kind::Int)}, {"B", types.emptyInterface()}, {"C", basic(Kind::String)}});
  const WordKind expected[] = {WordKind::Scalar, WordKind::InterfaceType, WordKind::InterfaceData,
                               WordKind::Pointer, WordKind::Scalar};
  for (size_t i = 0; i < 5; ++i) EXPECT_EQ(t->shape->kindOfWord(i), expected[i]) << i;
  EXPECT_TRUE(types.arrayOf(basic(Kind::Float64), 100)->shape->noscan());
}

class Methods final : public MethodResolver {
public:
  std::vector<TypeMethod> methodsOf(const TypeInfo* type) override {
    ++calls;
    return type->kind == Kind::Pointer ? onPointer : onValue;
  }
  int calls = 0;
  std::vector<TypeMethod> onValue, onPointer;
};

Function* fake(uintptr_t n) {
  return reinterpret_cast<Function*>(n * 16);
}

TEST_F(TypeTest, MethodsAreFoundThroughTablesBuiltOnDemand) {
  Methods methods;
  types.setMethodResolver(&methods);
  const TypeInfo* signature = types.funcOf({}, {}, false);
  TypeInfo* t = types.named("main", "T", 0);
  types.setUnderlying(t, basic(Kind::Int));
  for (int i = 0; i < 20; ++i) {
    std::string name = "M" + std::to_string(i);
    TypeMethod method = {
        types.selectorName(types.selector(name, "")), "",     types.selector(name, ""), true, signature,
        fake(static_cast<uintptr_t>(i) + 1),          nullptr};
    methods.onPointer.push_back(method);
    if (i < 10) methods.onValue.push_back(method);
  }
  const TypeInfo* pointer = types.pointerTo(t);
  EXPECT_EQ(t->methodNoBuild(types.selector("M3", "")), nullptr);
  EXPECT_EQ(types.methodFor(t, types.selector("M3", "")), fake(4));
  EXPECT_EQ(t->methodNoBuild(types.selector("M3", "")), fake(4));
  EXPECT_EQ(types.methodFor(t, types.selector("M13", "")), nullptr);
  EXPECT_EQ(types.methodFor(pointer, types.selector("M13", "")), fake(14));
  EXPECT_EQ(types.methodFor(basic(Kind::Int), types.selector("M3", "")), nullptr);

  InterfaceMethod wanted[] = {{"M3", "", 0, signature}, {"M13", "", 0, signature}};
  const TypeInfo* iface = types.interfaceOf(wanted);
  for (int again = 0; again < 2; ++again) {
    EXPECT_FALSE(types.implements(t, iface));
    EXPECT_TRUE(types.implements(pointer, iface));
    EXPECT_TRUE(types.implements(iface, types.interfaceOf({wanted, 1})));
    EXPECT_FALSE(types.implements(types.interfaceOf({wanted, 1}), iface));
  }
  EXPECT_EQ(types.missingMethod(t, iface)->name, "M13");
  EXPECT_EQ(methods.calls, 2) << "T and *T, once each";

  Trap trap;
  types.raiseAssertion(trap, types.emptyInterface(), t, iface);
  EXPECT_EQ(errorText(trap),
            "interface conversion: main.T is not interface { M13(); M3() }: missing method M13");
  types.raiseAssertion(trap, types.emptyInterface(), nullptr, basic(Kind::Int));
  EXPECT_EQ(errorText(trap), "interface conversion: interface {} is nil, not int");
  types.raiseAssertion(trap, types.errorType(), nullptr, iface);
  EXPECT_EQ(errorText(trap), "interface conversion: interface is nil, not interface { M13(); M3() }");
  types.raiseAssertion(trap, types.emptyInterface(), t, types.named("main", "T", 7));
  EXPECT_EQ(errorText(trap),
            "interface conversion: interface {} is main.T, not main.T (types from different scopes)");
}

TEST_F(TypeTest, AMethodWithAnotherSignatureIsMissing) {
  Methods methods;
  types.setMethodResolver(&methods);
  const TypeInfo* integer = basic(Kind::Int);
  TypeInfo* t = types.named("main", "T", 0);
  types.setUnderlying(t, integer);
  methods.onValue.push_back(
      {"M", "", types.selector("M", ""), true, types.funcOf({}, {}, false), fake(1), fake(1)});
  InterfaceMethod wanted = {"M", "", 0, types.funcOf({&integer, 1}, {}, false)};
  EXPECT_FALSE(types.implements(t, types.interfaceOf({&wanted, 1})));
}

class EqualityTest : public CoreTest {
protected:
  template <class T> Interface boxed(const TypeInfo* type, const T& value) {
    EXPECT_EQ(sizeof(T), type->size);
    return box(cache, type, &value);
  }
  bool equal(const Interface& a, const Interface& b) {
    Trap trap;
    Equal result = equalInterfaces(a, b, trap);
    EXPECT_NE(result, Equal::Trapped);
    if (result == Equal::Yes) EXPECT_EQ(hash(a), hash(b));
    return result == Equal::Yes;
  }
  uint64_t hash(const Interface& value, uint64_t salt = 0) {
    Trap trap;
    uint64_t h = 0;
    EXPECT_TRUE(hashValue(types.emptyInterface(), &value, {42, salt}, h, trap));
    return h;
  }
};

TEST_F(EqualityTest, ScalarsBoxInCanonicalForm) {
  EXPECT_EQ(boxed(basic(Kind::Int8), int8_t{-1}).data.i, -1);
  EXPECT_EQ(boxed(basic(Kind::Uint8), uint8_t{255}).data.u, 255u);
  EXPECT_TRUE(equal(boxed(basic(Kind::Int32), -5), boxed(basic(Kind::Int32), -5)));
  EXPECT_FALSE(equal(boxed(basic(Kind::Int32), -5), boxed(basic(Kind::Uint32), -5))) << "types differ";
}

TEST_F(EqualityTest, FloatsFollowIeee) {
  EXPECT_TRUE(equal(boxed(basic(Kind::Float64), 0.0), boxed(basic(Kind::Float64), -0.0)));
  EXPECT_TRUE(equal(boxed(basic(Kind::Float32), 0.0f), boxed(basic(Kind::Float32), -0.0f)));
  Interface nan = boxed(basic(Kind::Float64), std::nan(""));
  EXPECT_FALSE(equal(nan, nan));
  EXPECT_NE(hash(nan, 1), hash(nan, 2)) << "the salt spreads NaNs";
  struct Complex {
    double re, im;
  };
  EXPECT_TRUE(equal(boxed(basic(Kind::Complex128), Complex{0.0, 1}),
                    boxed(basic(Kind::Complex128), Complex{-0.0, 1})));
  EXPECT_FALSE(
      equal(boxed(basic(Kind::Complex128), Complex{2, 1}), boxed(basic(Kind::Complex128), Complex{2, 2})));
}

TEST_F(EqualityTest, PaddingAndBlankFieldsDoNotCount) {
  struct Padded {
    int8_t a;
    int8_t padding[7];
    int64_t b;
  };
  auto type = structOf({{"A", basic(Kind::Int8)}, {"B", basic(Kind::Int64)}});
  EXPECT_TRUE(equal(boxed(type, Padded{1, {9}, 2}), boxed(type, Padded{1, {8, 7}, 2})));
  EXPECT_FALSE(equal(boxed(type, Padded{1, {}, 2}), boxed(type, Padded{1, {}, 3})));
  auto blank = structOf({{"_", basic(Kind::Int64)}, {"B", basic(Kind::Int64)}});
  EXPECT_TRUE(equal(boxed(blank, std::pair<int64_t, int64_t>{1, 2}),
                    boxed(blank, std::pair<int64_t, int64_t>{5, 2})));
}

TEST_F(EqualityTest, StringsAndNestedInterfaces) {
  std::string a = "hello", b = "hello";
  String x = String::of(a), y = String::of(b);
  EXPECT_TRUE(equal(boxed(basic(Kind::String), x), boxed(basic(Kind::String), y)));
  auto type = types.arrayOf(types.emptyInterface(), 2);
  std::array<Interface, 2> one = {boxed(basic(Kind::String), x), Interface{}};
  std::array<Interface, 2> two = {boxed(basic(Kind::String), y), Interface{}};
  EXPECT_TRUE(equal(boxed(type, one), boxed(type, two)));
  two[1] = boxed(basic(Kind::Bool), true);
  EXPECT_FALSE(equal(boxed(type, one), boxed(type, two)));
}

TEST_F(EqualityTest, UncomparableValuesTrap) {
  auto slice = types.sliceOf(basic(Kind::Int));
  std::array<int64_t, 3> words = {};
  Interface value = boxed(slice, words);
  Trap trap;
  EXPECT_EQ(equalInterfaces(value, value, trap), Equal::Trapped);
  EXPECT_EQ(errorText(trap), "runtime error: comparing uncomparable type []int");
  uint64_t h;
  EXPECT_FALSE(hashValue(types.emptyInterface(), &value, {1, 0}, h, trap));
  EXPECT_EQ(errorText(trap), "runtime error: hash of unhashable type []int");
  // Inside a struct it is found when reached, not when an earlier field decides.
  auto type = structOf({{"N", basic(Kind::Int)}, {"V", types.emptyInterface()}});
  struct Held {
    int64_t n;
    Interface v;
  };
  EXPECT_EQ(equalInterfaces(boxed(type, Held{1, value}), boxed(type, Held{2, value}), trap), Equal::No);
  EXPECT_EQ(equalInterfaces(boxed(type, Held{1, value}), boxed(type, Held{1, value}), trap), Equal::Trapped);
}

TEST_F(EqualityTest, HashesOfShortAndLongBytesSpread) {
  std::set<uint64_t> seen;
  std::string text;
  for (int i = 0; i < 300; ++i) {
    seen.insert(hashBytes(text.data(), text.size(), 7));
    text += static_cast<char>(i);
  }
  for (int i = 0; i < 10000; ++i) seen.insert(hash64(static_cast<uint64_t>(i), 7) & 0xffffffffff);
  EXPECT_EQ(seen.size(), 10300u);
}

} // namespace
} // namespace gossamer
