// RUN: %gossamer dump --ast %s | FileCheck %s
package p

var (
	_ = a + b*c - -d&^e<<f == g || !h && i != <-j
	_ = (x).y.z[1][2:3][:4:5][:](6, 7, xs...).(T)
	_ = []int{1, 2: 3, {}: {}}
	_ = [...]T{{1}, {x: 2}}
	_ = map[string][]pkg.T{"a": {{1}}}
	_ = &T{a: 1}
	_ = G[int, []string]{}
	_ = func(a, b int, c ...string) (x, y error) { return }
	_ = struct{ a int }{1}
	_ = <-chan int(nil)
	_ = (<-chan int)(nil)
	_ = (*T)(nil)
	_ = interface{}(nil)
	_ = []func(){func() {}}
)

// CHECK: File @1:1
// CHECK-NEXT:   package: Ident @2:9 p
// CHECK-NEXT:   decls: GenDecl @4:1 var grouped
// CHECK-NEXT:     specs: ValueSpec @5:2
// CHECK-NEXT:       names: Ident @5:2 _
// CHECK-NEXT:       values: BinaryExpr @5:30 ||
// CHECK-NEXT:         x: BinaryExpr @5:25 ==
// CHECK-NEXT:           x: BinaryExpr @5:14 -
// CHECK-NEXT:             x: BinaryExpr @5:8 +
// CHECK-NEXT:               x: Ident @5:6 a
// CHECK-NEXT:               y: BinaryExpr @5:11 *
// CHECK-NEXT:                 x: Ident @5:10 b
// CHECK-NEXT:                 y: Ident @5:12 c
// CHECK-NEXT:             y: BinaryExpr @5:21 <<
// CHECK-NEXT:               x: BinaryExpr @5:18 &^
// CHECK-NEXT:                 x: UnaryExpr @5:16 -
// CHECK-NEXT:                   x: Ident @5:17 d
// CHECK-NEXT:                 y: Ident @5:20 e
// CHECK-NEXT:               y: Ident @5:23 f
// CHECK-NEXT:           y: Ident @5:28 g
// CHECK-NEXT:         y: BinaryExpr @5:36 &&
// CHECK-NEXT:           x: UnaryExpr @5:33 !
// CHECK-NEXT:             x: Ident @5:34 h
// CHECK-NEXT:           y: BinaryExpr @5:41 !=
// CHECK-NEXT:             x: Ident @5:39 i
// CHECK-NEXT:             y: UnaryExpr @5:44 <-
// CHECK-NEXT:               x: Ident @5:46 j
// CHECK-NEXT:     specs: ValueSpec @6:2
// CHECK-NEXT:       names: Ident @6:2 _
// CHECK-NEXT:       values: TypeAssertExpr @6:43
// CHECK-NEXT:         x: CallExpr @6:30 hasDots
// CHECK-NEXT:           fun: SliceExpr @6:27
// CHECK-NEXT:             x: SliceExpr @6:21 full
// CHECK-NEXT:               x: SliceExpr @6:16
// CHECK-NEXT:                 x: IndexExpr @6:13
// CHECK-NEXT:                   x: SelectorExpr @6:11
// CHECK-NEXT:                     x: SelectorExpr @6:9
// CHECK-NEXT:                       x: ParenExpr @6:6
// CHECK-NEXT:                         x: Ident @6:7 x
// CHECK-NEXT:                       sel: Ident @6:10 y
// CHECK-NEXT:                     sel: Ident @6:12 z
// CHECK-NEXT:                   indices: BasicLit @6:14 int 1
// CHECK-NEXT:                 low: BasicLit @6:17 int 2
// CHECK-NEXT:                 high: BasicLit @6:19 int 3
// CHECK-NEXT:               high: BasicLit @6:23 int 4
// CHECK-NEXT:               max: BasicLit @6:25 int 5
// CHECK-NEXT:           args: BasicLit @6:31 int 6
// CHECK-NEXT:           args: BasicLit @6:34 int 7
// CHECK-NEXT:           args: Ident @6:37 xs
// CHECK-NEXT:         typeExpr: Ident @6:45 T
// CHECK-NEXT:     specs: ValueSpec @7:2
// CHECK-NEXT:       names: Ident @7:2 _
// CHECK-NEXT:       values: CompositeLit @7:11
// CHECK-NEXT:         typeExpr: SliceTypeExpr @7:6
// CHECK-NEXT:           elem: Ident @7:8 int
// CHECK-NEXT:         elements: BasicLit @7:12 int 1
// CHECK-NEXT:         elements: KeyValueExpr @7:16
// CHECK-NEXT:           key: BasicLit @7:15 int 2
// CHECK-NEXT:           value: BasicLit @7:18 int 3
// CHECK-NEXT:         elements: KeyValueExpr @7:23
// CHECK-NEXT:           key: CompositeLit @7:21
// CHECK-NEXT:           value: CompositeLit @7:25
// CHECK-NEXT:     specs: ValueSpec @8:2
// CHECK-NEXT:       names: Ident @8:2 _
// CHECK-NEXT:       values: CompositeLit @8:12
// CHECK-NEXT:         typeExpr: ArrayTypeExpr @8:6 dots
// CHECK-NEXT:           elem: Ident @8:11 T
// CHECK-NEXT:         elements: CompositeLit @8:13
// CHECK-NEXT:           elements: BasicLit @8:14 int 1
// CHECK-NEXT:         elements: CompositeLit @8:18
// CHECK-NEXT:           elements: KeyValueExpr @8:20
// CHECK-NEXT:             key: Ident @8:19 x
// CHECK-NEXT:             value: BasicLit @8:22 int 2
// CHECK-NEXT:     specs: ValueSpec @9:2
// CHECK-NEXT:       names: Ident @9:2 _
// CHECK-NEXT:       values: CompositeLit @9:24
// CHECK-NEXT:         typeExpr: MapTypeExpr @9:6
// CHECK-NEXT:           key: Ident @9:10 string
// CHECK-NEXT:           value: SliceTypeExpr @9:17
// CHECK-NEXT:             elem: SelectorExpr @9:22
// CHECK-NEXT:               x: Ident @9:19 pkg
// CHECK-NEXT:               sel: Ident @9:23 T
// CHECK-NEXT:         elements: KeyValueExpr @9:28
// CHECK-NEXT:           key: BasicLit @9:25 string "a"
// CHECK-NEXT:           value: CompositeLit @9:30
// CHECK-NEXT:             elements: CompositeLit @9:31
// CHECK-NEXT:               elements: BasicLit @9:32 int 1
// CHECK-NEXT:     specs: ValueSpec @10:2
// CHECK-NEXT:       names: Ident @10:2 _
// CHECK-NEXT:       values: UnaryExpr @10:6 &
// CHECK-NEXT:         x: CompositeLit @10:8
// CHECK-NEXT:           typeExpr: Ident @10:7 T
// CHECK-NEXT:           elements: KeyValueExpr @10:10
// CHECK-NEXT:             key: Ident @10:9 a
// CHECK-NEXT:             value: BasicLit @10:12 int 1
// CHECK-NEXT:     specs: ValueSpec @11:2
// CHECK-NEXT:       names: Ident @11:2 _
// CHECK-NEXT:       values: CompositeLit @11:22
// CHECK-NEXT:         typeExpr: IndexExpr @11:7
// CHECK-NEXT:           x: Ident @11:6 G
// CHECK-NEXT:           indices: Ident @11:8 int
// CHECK-NEXT:           indices: SliceTypeExpr @11:13
// CHECK-NEXT:             elem: Ident @11:15 string
// CHECK-NEXT:     specs: ValueSpec @12:2
// CHECK-NEXT:       names: Ident @12:2 _
// CHECK-NEXT:       values: FuncLit @12:6
// CHECK-NEXT:         signature: FuncTypeExpr @12:6
// CHECK-NEXT:           params: Field @12:11
// CHECK-NEXT:             names: Ident @12:11 a
// CHECK-NEXT:             names: Ident @12:14 b
// CHECK-NEXT:             typeExpr: Ident @12:16 int
// CHECK-NEXT:           params: Field @12:21
// CHECK-NEXT:             names: Ident @12:21 c
// CHECK-NEXT:             typeExpr: EllipsisExpr @12:23
// CHECK-NEXT:               elem: Ident @12:26 string
// CHECK-NEXT:           results: Field @12:35
// CHECK-NEXT:             names: Ident @12:35 x
// CHECK-NEXT:             names: Ident @12:38 y
// CHECK-NEXT:             typeExpr: Ident @12:40 error
// CHECK-NEXT:         body: BlockStmt @12:47
// CHECK-NEXT:           stmts: ReturnStmt @12:49
// CHECK-NEXT:     specs: ValueSpec @13:2
// CHECK-NEXT:       names: Ident @13:2 _
// CHECK-NEXT:       values: CompositeLit @13:21
// CHECK-NEXT:         typeExpr: StructTypeExpr @13:6
// CHECK-NEXT:           fields: Field @13:14
// CHECK-NEXT:             names: Ident @13:14 a
// CHECK-NEXT:             typeExpr: Ident @13:16 int
// CHECK-NEXT:         elements: BasicLit @13:22 int 1
// CHECK-NEXT:     specs: ValueSpec @14:2
// CHECK-NEXT:       names: Ident @14:2 _
// CHECK-NEXT:       values: UnaryExpr @14:6 <-
// CHECK-NEXT:         x: CallExpr @14:16
// CHECK-NEXT:           fun: ChanTypeExpr @14:8 both
// CHECK-NEXT:             elem: Ident @14:13 int
// CHECK-NEXT:           args: Ident @14:17 nil
// CHECK-NEXT:     specs: ValueSpec @15:2
// CHECK-NEXT:       names: Ident @15:2 _
// CHECK-NEXT:       values: CallExpr @15:18
// CHECK-NEXT:         fun: ParenExpr @15:6
// CHECK-NEXT:           x: ChanTypeExpr @15:7 receive
// CHECK-NEXT:             elem: Ident @15:14 int
// CHECK-NEXT:         args: Ident @15:19 nil
// CHECK-NEXT:     specs: ValueSpec @16:2
// CHECK-NEXT:       names: Ident @16:2 _
// CHECK-NEXT:       values: CallExpr @16:10
// CHECK-NEXT:         fun: ParenExpr @16:6
// CHECK-NEXT:           x: StarExpr @16:7
// CHECK-NEXT:             x: Ident @16:8 T
// CHECK-NEXT:         args: Ident @16:11 nil
// CHECK-NEXT:     specs: ValueSpec @17:2
// CHECK-NEXT:       names: Ident @17:2 _
// CHECK-NEXT:       values: CallExpr @17:17
// CHECK-NEXT:         fun: InterfaceTypeExpr @17:6
// CHECK-NEXT:         args: Ident @17:18 nil
// CHECK-NEXT:     specs: ValueSpec @18:2
// CHECK-NEXT:       names: Ident @18:2 _
// CHECK-NEXT:       values: CompositeLit @18:14
// CHECK-NEXT:         typeExpr: SliceTypeExpr @18:6
// CHECK-NEXT:           elem: FuncTypeExpr @18:8
// CHECK-NEXT:         elements: FuncLit @18:15
// CHECK-NEXT:           signature: FuncTypeExpr @18:15
// CHECK-NEXT:           body: BlockStmt @18:22
