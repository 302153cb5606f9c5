// RUN: %gossamer dump --ast %s | FileCheck %s
package p

func f() {
	x, y := 1, 2
	x, y = y, x
	x <<= 1
	x++
	c <- <-d
	go f()
	defer func() { recover() }()
	var a, b T = 1, 2
	const k = iota
	{
		;
	}
L:
	for {
		break L
	}
	for x < y {
		continue
	}
	for i := 0; i < 10; i++ {
	}
	for ; ; {
	}
	for range 10 {
	}
	for i = range xs {
	}
	for k, v := range []T{{1}} {
	}
	if x := f(); x == (T{}) {
	} else if y {
	} else {
		goto L
	}
	switch x := y; x + 1 {
	case 1, 2:
		fallthrough
	default:
	}
	switch {
	}
	switch v := x.(type) {
	case int, *T:
	case nil:
	}
	switch f(); x.(type) {
	}
	select {
	case v, ok := <-c:
	case a[0] = <-c:
	case c <- 1:
	default:
		return x, y
	}
	select {}
}

// CHECK: File @1:1
// CHECK-NEXT:   package: Ident @2:9 p
// CHECK-NEXT:   decls: FuncDecl @4:1
// CHECK-NEXT:     name: Ident @4:6 f
// CHECK-NEXT:     signature: FuncTypeExpr @4:1
// CHECK-NEXT:     body: BlockStmt @4:10
// CHECK-NEXT:       stmts: AssignStmt @5:7 define
// CHECK-NEXT:         lhs: Ident @5:2 x
// CHECK-NEXT:         lhs: Ident @5:5 y
// CHECK-NEXT:         rhs: BasicLit @5:10 int 1
// CHECK-NEXT:         rhs: BasicLit @5:13 int 2
// CHECK-NEXT:       stmts: AssignStmt @6:7
// CHECK-NEXT:         lhs: Ident @6:2 x
// CHECK-NEXT:         lhs: Ident @6:5 y
// CHECK-NEXT:         rhs: Ident @6:9 y
// CHECK-NEXT:         rhs: Ident @6:12 x
// CHECK-NEXT:       stmts: AssignStmt @7:4 <<
// CHECK-NEXT:         lhs: Ident @7:2 x
// CHECK-NEXT:         rhs: BasicLit @7:8 int 1
// CHECK-NEXT:       stmts: IncDecStmt @8:3 +
// CHECK-NEXT:         x: Ident @8:2 x
// CHECK-NEXT:       stmts: SendStmt @9:4
// CHECK-NEXT:         channel: Ident @9:2 c
// CHECK-NEXT:         value: UnaryExpr @9:7 <-
// CHECK-NEXT:           x: Ident @9:9 d
// CHECK-NEXT:       stmts: GoStmt @10:2
// CHECK-NEXT:         call: CallExpr @10:6
// CHECK-NEXT:           fun: Ident @10:5 f
// CHECK-NEXT:       stmts: DeferStmt @11:2
// CHECK-NEXT:         call: CallExpr @11:28
// CHECK-NEXT:           fun: FuncLit @11:8
// CHECK-NEXT:             signature: FuncTypeExpr @11:8
// CHECK-NEXT:             body: BlockStmt @11:15
// CHECK-NEXT:               stmts: ExprStmt @11:24
// CHECK-NEXT:                 x: CallExpr @11:24
// CHECK-NEXT:                   fun: Ident @11:17 recover
// CHECK-NEXT:       stmts: DeclStmt @12:2
// CHECK-NEXT:         decl: GenDecl @12:2 var
// CHECK-NEXT:           specs: ValueSpec @12:6
// CHECK-NEXT:             names: Ident @12:6 a
// CHECK-NEXT:             names: Ident @12:9 b
// CHECK-NEXT:             typeExpr: Ident @12:11 T
// CHECK-NEXT:             values: BasicLit @12:15 int 1
// CHECK-NEXT:             values: BasicLit @12:18 int 2
// CHECK-NEXT:       stmts: DeclStmt @13:2
// CHECK-NEXT:         decl: GenDecl @13:2 const
// CHECK-NEXT:           specs: ValueSpec @13:8
// CHECK-NEXT:             names: Ident @13:8 k
// CHECK-NEXT:             values: Ident @13:12 iota
// CHECK-NEXT:       stmts: BlockStmt @14:2
// CHECK-NEXT:       stmts: LabeledStmt @17:2
// CHECK-NEXT:         label: Ident @17:1 L
// CHECK-NEXT:         stmt: ForStmt @18:2
// CHECK-NEXT:           body: BlockStmt @18:6
// CHECK-NEXT:             stmts: BranchStmt @19:3 break
// CHECK-NEXT:               label: Ident @19:9 L
// CHECK-NEXT:       stmts: ForStmt @21:2
// CHECK-NEXT:         cond: BinaryExpr @21:8 <
// CHECK-NEXT:           x: Ident @21:6 x
// CHECK-NEXT:           y: Ident @21:10 y
// CHECK-NEXT:         body: BlockStmt @21:12
// CHECK-NEXT:           stmts: BranchStmt @22:3 continue
// CHECK-NEXT:       stmts: ForStmt @24:2
// CHECK-NEXT:         init: AssignStmt @24:8 define
// CHECK-NEXT:           lhs: Ident @24:6 i
// CHECK-NEXT:           rhs: BasicLit @24:11 int 0
// CHECK-NEXT:         cond: BinaryExpr @24:16 <
// CHECK-NEXT:           x: Ident @24:14 i
// CHECK-NEXT:           y: BasicLit @24:18 int 10
// CHECK-NEXT:         post: IncDecStmt @24:23 +
// CHECK-NEXT:           x: Ident @24:22 i
// CHECK-NEXT:         body: BlockStmt @24:26
// CHECK-NEXT:       stmts: ForStmt @26:2
// CHECK-NEXT:         body: BlockStmt @26:10
// CHECK-NEXT:       stmts: RangeStmt @28:2
// CHECK-NEXT:         x: BasicLit @28:12 int 10
// CHECK-NEXT:         body: BlockStmt @28:15
// CHECK-NEXT:       stmts: RangeStmt @30:2
// CHECK-NEXT:         key: Ident @30:6 i
// CHECK-NEXT:         x: Ident @30:16 xs
// CHECK-NEXT:         body: BlockStmt @30:19
// CHECK-NEXT:       stmts: RangeStmt @32:2 define
// CHECK-NEXT:         key: Ident @32:6 k
// CHECK-NEXT:         value: Ident @32:9 v
// CHECK-NEXT:         x: CompositeLit @32:23
// CHECK-NEXT:           typeExpr: SliceTypeExpr @32:20
// CHECK-NEXT:             elem: Ident @32:22 T
// CHECK-NEXT:           elements: CompositeLit @32:24
// CHECK-NEXT:             elements: BasicLit @32:25 int 1
// CHECK-NEXT:         body: BlockStmt @32:29
// CHECK-NEXT:       stmts: IfStmt @34:2
// CHECK-NEXT:         init: AssignStmt @34:7 define
// CHECK-NEXT:           lhs: Ident @34:5 x
// CHECK-NEXT:           rhs: CallExpr @34:11
// CHECK-NEXT:             fun: Ident @34:10 f
// CHECK-NEXT:         cond: BinaryExpr @34:17 ==
// CHECK-NEXT:           x: Ident @34:15 x
// CHECK-NEXT:           y: ParenExpr @34:20
// CHECK-NEXT:             x: CompositeLit @34:22
// CHECK-NEXT:               typeExpr: Ident @34:21 T
// CHECK-NEXT:         then: BlockStmt @34:26
// CHECK-NEXT:         otherwise: IfStmt @35:9
// CHECK-NEXT:           cond: Ident @35:12 y
// CHECK-NEXT:           then: BlockStmt @35:14
// CHECK-NEXT:           otherwise: BlockStmt @36:9
// CHECK-NEXT:             stmts: BranchStmt @37:3 goto
// CHECK-NEXT:               label: Ident @37:8 L
// CHECK-NEXT:       stmts: SwitchStmt @39:2
// CHECK-NEXT:         init: AssignStmt @39:11 define
// CHECK-NEXT:           lhs: Ident @39:9 x
// CHECK-NEXT:           rhs: Ident @39:14 y
// CHECK-NEXT:         tag: BinaryExpr @39:19 +
// CHECK-NEXT:           x: Ident @39:17 x
// CHECK-NEXT:           y: BasicLit @39:21 int 1
// CHECK-NEXT:         clauses: CaseClause @40:2
// CHECK-NEXT:           exprs: BasicLit @40:7 int 1
// CHECK-NEXT:           exprs: BasicLit @40:10 int 2
// CHECK-NEXT:           body: BranchStmt @41:3 fallthrough
// CHECK-NEXT:         clauses: CaseClause @42:2 isDefault
// CHECK-NEXT:       stmts: SwitchStmt @44:2
// CHECK-NEXT:       stmts: TypeSwitchStmt @46:2
// CHECK-NEXT:         bind: Ident @46:9 v
// CHECK-NEXT:         x: Ident @46:14 x
// CHECK-NEXT:         clauses: CaseClause @47:2
// CHECK-NEXT:           exprs: Ident @47:7 int
// CHECK-NEXT:           exprs: StarExpr @47:12
// CHECK-NEXT:             x: Ident @47:13 T
// CHECK-NEXT:         clauses: CaseClause @48:2
// CHECK-NEXT:           exprs: Ident @48:7 nil
// CHECK-NEXT:       stmts: TypeSwitchStmt @50:2
// CHECK-NEXT:         init: ExprStmt @50:10
// CHECK-NEXT:           x: CallExpr @50:10
// CHECK-NEXT:             fun: Ident @50:9 f
// CHECK-NEXT:         x: Ident @50:14 x
// CHECK-NEXT:       stmts: SelectStmt @52:2
// CHECK-NEXT:         clauses: CommClause @53:2
// CHECK-NEXT:           comm: AssignStmt @53:13 define
// CHECK-NEXT:             lhs: Ident @53:7 v
// CHECK-NEXT:             lhs: Ident @53:10 ok
// CHECK-NEXT:             rhs: UnaryExpr @53:16 <-
// CHECK-NEXT:               x: Ident @53:18 c
// CHECK-NEXT:         clauses: CommClause @54:2
// CHECK-NEXT:           comm: AssignStmt @54:12
// CHECK-NEXT:             lhs: IndexExpr @54:8
// CHECK-NEXT:               x: Ident @54:7 a
// CHECK-NEXT:               indices: BasicLit @54:9 int 0
// CHECK-NEXT:             rhs: UnaryExpr @54:14 <-
// CHECK-NEXT:               x: Ident @54:16 c
// CHECK-NEXT:         clauses: CommClause @55:2
// CHECK-NEXT:           comm: SendStmt @55:9
// CHECK-NEXT:             channel: Ident @55:7 c
// CHECK-NEXT:             value: BasicLit @55:12 int 1
// CHECK-NEXT:         clauses: CommClause @56:2
// CHECK-NEXT:           body: ReturnStmt @57:3
// CHECK-NEXT:             results: Ident @57:10 x
// CHECK-NEXT:             results: Ident @57:13 y
// CHECK-NEXT:       stmts: SelectStmt @59:2
