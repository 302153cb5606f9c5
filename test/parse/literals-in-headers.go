// RUN: %gossamer dump --ast %s | FileCheck %s
package p

func f() {
	for _, x := range []int{1, 2} {
	}
	if x := (T{1}); g(T{2}, []T{{3}}[0]) {
	}
	switch a[T{}.x] {
	}
	if func() bool { return x }() {
	}
	for x := range map[K]struct{}{} {
	}
	if x == struct{}{} {
	}
}

// CHECK: File @1:1
// CHECK-NEXT:   package: Ident @2:9 p
// CHECK-NEXT:   decls: FuncDecl @4:1
// CHECK-NEXT:     name: Ident @4:6 f
// CHECK-NEXT:     signature: FuncTypeExpr @4:1
// CHECK-NEXT:     body: BlockStmt @4:10
// CHECK-NEXT:       stmts: RangeStmt @5:2 define
// CHECK-NEXT:         key: Ident @5:6 _
// CHECK-NEXT:         value: Ident @5:9 x
// CHECK-NEXT:         x: CompositeLit @5:25
// CHECK-NEXT:           typeExpr: SliceTypeExpr @5:20
// CHECK-NEXT:             elem: Ident @5:22 int
// CHECK-NEXT:           elements: BasicLit @5:26 int 1
// CHECK-NEXT:           elements: BasicLit @5:29 int 2
// CHECK-NEXT:         body: BlockStmt @5:32
// CHECK-NEXT:       stmts: IfStmt @7:2
// CHECK-NEXT:         init: AssignStmt @7:7 define
// CHECK-NEXT:           lhs: Ident @7:5 x
// CHECK-NEXT:           rhs: ParenExpr @7:10
// CHECK-NEXT:             x: CompositeLit @7:12
// CHECK-NEXT:               typeExpr: Ident @7:11 T
// CHECK-NEXT:               elements: BasicLit @7:13 int 1
// CHECK-NEXT:         cond: CallExpr @7:19
// CHECK-NEXT:           fun: Ident @7:18 g
// CHECK-NEXT:           args: CompositeLit @7:21
// CHECK-NEXT:             typeExpr: Ident @7:20 T
// CHECK-NEXT:             elements: BasicLit @7:22 int 2
// CHECK-NEXT:           args: IndexExpr @7:34
// CHECK-NEXT:             x: CompositeLit @7:29
// CHECK-NEXT:               typeExpr: SliceTypeExpr @7:26
// CHECK-NEXT:                 elem: Ident @7:28 T
// CHECK-NEXT:               elements: CompositeLit @7:30
// CHECK-NEXT:                 elements: BasicLit @7:31 int 3
// CHECK-NEXT:             indices: BasicLit @7:35 int 0
// CHECK-NEXT:         then: BlockStmt @7:39
// CHECK-NEXT:       stmts: SwitchStmt @9:2
// CHECK-NEXT:         tag: IndexExpr @9:10
// CHECK-NEXT:           x: Ident @9:9 a
// CHECK-NEXT:           indices: SelectorExpr @9:14
// CHECK-NEXT:             x: CompositeLit @9:12
// CHECK-NEXT:               typeExpr: Ident @9:11 T
// CHECK-NEXT:             sel: Ident @9:15 x
// CHECK-NEXT:       stmts: IfStmt @11:2
// CHECK-NEXT:         cond: CallExpr @11:29
// CHECK-NEXT:           fun: FuncLit @11:5
// CHECK-NEXT:             signature: FuncTypeExpr @11:5
// CHECK-NEXT:               results: Field @11:12
// CHECK-NEXT:                 typeExpr: Ident @11:12 bool
// CHECK-NEXT:             body: BlockStmt @11:17
// CHECK-NEXT:               stmts: ReturnStmt @11:19
// CHECK-NEXT:                 results: Ident @11:26 x
// CHECK-NEXT:         then: BlockStmt @11:32
// CHECK-NEXT:       stmts: RangeStmt @13:2 define
// CHECK-NEXT:         key: Ident @13:6 x
// CHECK-NEXT:         x: CompositeLit @13:31
// CHECK-NEXT:           typeExpr: MapTypeExpr @13:17
// CHECK-NEXT:             key: Ident @13:21 K
// CHECK-NEXT:             value: StructTypeExpr @13:23
// CHECK-NEXT:         body: BlockStmt @13:34
// CHECK-NEXT:       stmts: IfStmt @15:2
// CHECK-NEXT:         cond: BinaryExpr @15:7 ==
// CHECK-NEXT:           x: Ident @15:5 x
// CHECK-NEXT:           y: CompositeLit @15:18
// CHECK-NEXT:             typeExpr: StructTypeExpr @15:10
// CHECK-NEXT:         then: BlockStmt @15:21
