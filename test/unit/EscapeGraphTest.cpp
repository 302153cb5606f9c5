#include "frontend/lower/EscapeGraph.h"

#include <gtest/gtest.h>

namespace gossamer {
namespace {

using Loc = EscapeGraph::Loc;
constexpr uint8_t kNoLeak = EscapeGraph::kNoLeak;

TEST(EscapeGraph, AddressThatStaysInItsBlockDoesNotEscape) {
  EscapeGraph g;
  Loc x = g.add(0, 1), p = g.add(0, 1);
  g.flow(p, x, -1); // p = &x
  g.solve();
  EXPECT_FALSE(g.escapes(x));
  EXPECT_FALSE(g.escapes(p));
}

TEST(EscapeGraph, AddressInAnOuterBlocksVariableEscapes) {
  EscapeGraph g;
  Loc p = g.add(0, 0), x = g.add(0, 1);
  g.flow(p, x, -1);
  g.solve();
  EXPECT_TRUE(g.escapes(x));
}

TEST(EscapeGraph, AddressThroughVariablesToTheHeapEscapes) {
  EscapeGraph g;
  Loc x = g.add(0, 0), p = g.add(0, 0), q = g.add(0, 0);
  g.flow(p, x, -1);
  g.flow(q, p, 0);
  g.flow(EscapeGraph::kHeap, q, 0);
  g.solve();
  EXPECT_TRUE(g.escapes(x));
  EXPECT_FALSE(g.escapes(p));
}

TEST(EscapeGraph, WhatAnEscapingVariableHoldsEscapes) {
  EscapeGraph g;
  Loc x = g.add(0, 0), y = g.add(0, 0);
  g.flow(x, y, -1);                  // x = &y
  g.flow(EscapeGraph::kHeap, x, -1); // global = &x
  g.solve();
  EXPECT_TRUE(g.escapes(x));
  EXPECT_TRUE(g.escapes(y));
}

TEST(EscapeGraph, CopyOfWhatAPointerPointsAtIsNoEscapeOfThePointedAt) {
  EscapeGraph g;
  Loc x = g.add(0, 0), p = g.add(0, 0);
  g.flow(p, x, -1);
  g.flow(EscapeGraph::kHeap, p, 1); // global = *p
  g.solve();
  EXPECT_FALSE(g.escapes(x));
}

TEST(EscapeGraph, VariableOfAnOuterFunctionOutlivesALiteral) {
  EscapeGraph g;
  uint32_t literal = g.addFunction(0);
  Loc outer = g.add(0, 3), inner = g.add(literal, 1);
  g.flow(outer, inner, -1);
  g.solve();
  EXPECT_TRUE(g.escapes(inner));
}

TEST(EscapeGraph, ParameterLeaksAreToldByDereferences) {
  EscapeGraph g;
  Loc kept = g.addParameter(0), read = g.addParameter(1), returned = g.addParameter(2), unused = g.addParameter(3);
  Loc result = g.addResult(0);
  g.flow(EscapeGraph::kHeap, kept, 0);
  g.flow(EscapeGraph::kHeap, read, 1);
  Loc v = g.add(0, 0);
  g.flow(v, returned, 0);
  g.flow(result, v, 0);
  (void)unused;
  g.solve();
  EXPECT_EQ(g.leakToHeap(0), 0);
  EXPECT_EQ(g.leakToHeap(1), 1);
  EXPECT_EQ(g.leakToHeap(2), kNoLeak);
  EXPECT_EQ(g.leakToResult(2, 0), 0);
  EXPECT_EQ(g.leakToHeap(3), kNoLeak);
  EXPECT_EQ(g.leakToResult(3, 0), kNoLeak);
}

TEST(EscapeGraph, CyclesEnd) {
  EscapeGraph g;
  Loc a = g.add(0, 0), b = g.add(0, 0), x = g.add(0, 0);
  g.flow(a, b, 0);
  g.flow(b, a, 1);
  g.flow(b, a, -1);
  g.flow(a, x, -1);
  g.solve();
  EXPECT_FALSE(g.escapes(x));
}

} // namespace
} // namespace gossamer
