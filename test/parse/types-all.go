// RUN: %gossamer dump --ast %s | FileCheck %s
package p

type (
	A  [3]int
	S  []*pkg.T
	M  map[string]map[K]V
	C  chan<- <-chan (<-chan int)
	F  func(int, ...string) (a, b int)
	F2 func(a, b int, c func()) func() <-chan int
	ST struct {
		a, b int "tag"
		T
		*pkg.U
		G[int]
		arr [N]int
		sl  []G[K, V]
		f   (int)
	}
	I interface {
		m(a int) (string, error)
		pkg.J
		~int | ~[]string | G[T]
	}
	P[K comparable, V any, S ~[]E, E interface{ m() }] map[K]V
	Al[T any]                                          = []T
)

func f[T any, PT interface{ *T }](x T, _ PT, g G[T], h [N]T) (r G[T]) { return }
func (s *P[K, V]) m(G[K]) {}

// CHECK: File @1:1
// CHECK-NEXT:   package: Ident @2:9 p
// CHECK-NEXT:   decls: GenDecl @4:1 type grouped
// CHECK-NEXT:     specs: TypeSpec @5:2
// CHECK-NEXT:       name: Ident @5:2 A
// CHECK-NEXT:       typeExpr: ArrayTypeExpr @5:5
// CHECK-NEXT:         length: BasicLit @5:6 int 3
// CHECK-NEXT:         elem: Ident @5:8 int
// CHECK-NEXT:     specs: TypeSpec @6:2
// CHECK-NEXT:       name: Ident @6:2 S
// CHECK-NEXT:       typeExpr: SliceTypeExpr @6:5
// CHECK-NEXT:         elem: StarExpr @6:7
// CHECK-NEXT:           x: SelectorExpr @6:11
// CHECK-NEXT:             x: Ident @6:8 pkg
// CHECK-NEXT:             sel: Ident @6:12 T
// CHECK-NEXT:     specs: TypeSpec @7:2
// CHECK-NEXT:       name: Ident @7:2 M
// CHECK-NEXT:       typeExpr: MapTypeExpr @7:5
// CHECK-NEXT:         key: Ident @7:9 string
// CHECK-NEXT:         value: MapTypeExpr @7:16
// CHECK-NEXT:           key: Ident @7:20 K
// CHECK-NEXT:           value: Ident @7:22 V
// CHECK-NEXT:     specs: TypeSpec @8:2
// CHECK-NEXT:       name: Ident @8:2 C
// CHECK-NEXT:       typeExpr: ChanTypeExpr @8:5 send
// CHECK-NEXT:         elem: ChanTypeExpr @8:12 receive
// CHECK-NEXT:           elem: ParenExpr @8:19
// CHECK-NEXT:             x: ChanTypeExpr @8:20 receive
// CHECK-NEXT:               elem: Ident @8:27 int
// CHECK-NEXT:     specs: TypeSpec @9:2
// CHECK-NEXT:       name: Ident @9:2 F
// CHECK-NEXT:       typeExpr: FuncTypeExpr @9:5
// CHECK-NEXT:         params: Field @9:10
// CHECK-NEXT:           typeExpr: Ident @9:10 int
// CHECK-NEXT:         params: Field @9:15
// CHECK-NEXT:           typeExpr: EllipsisExpr @9:15
// CHECK-NEXT:             elem: Ident @9:18 string
// CHECK-NEXT:         results: Field @9:27
// CHECK-NEXT:           names: Ident @9:27 a
// CHECK-NEXT:           names: Ident @9:30 b
// CHECK-NEXT:           typeExpr: Ident @9:32 int
// CHECK-NEXT:     specs: TypeSpec @10:2
// CHECK-NEXT:       name: Ident @10:2 F2
// CHECK-NEXT:       typeExpr: FuncTypeExpr @10:5
// CHECK-NEXT:         params: Field @10:10
// CHECK-NEXT:           names: Ident @10:10 a
// CHECK-NEXT:           names: Ident @10:13 b
// CHECK-NEXT:           typeExpr: Ident @10:15 int
// CHECK-NEXT:         params: Field @10:20
// CHECK-NEXT:           names: Ident @10:20 c
// CHECK-NEXT:           typeExpr: FuncTypeExpr @10:22
// CHECK-NEXT:         results: Field @10:30
// CHECK-NEXT:           typeExpr: FuncTypeExpr @10:30
// CHECK-NEXT:             results: Field @10:37
// CHECK-NEXT:               typeExpr: ChanTypeExpr @10:37 receive
// CHECK-NEXT:                 elem: Ident @10:44 int
// CHECK-NEXT:     specs: TypeSpec @11:2
// CHECK-NEXT:       name: Ident @11:2 ST
// CHECK-NEXT:       typeExpr: StructTypeExpr @11:5
// CHECK-NEXT:         fields: Field @12:3
// CHECK-NEXT:           names: Ident @12:3 a
// CHECK-NEXT:           names: Ident @12:6 b
// CHECK-NEXT:           typeExpr: Ident @12:8 int
// CHECK-NEXT:           tag: BasicLit @12:12 string "tag"
// CHECK-NEXT:         fields: Field @13:3 embedded
// CHECK-NEXT:           typeExpr: Ident @13:3 T
// CHECK-NEXT:         fields: Field @14:3 embedded
// CHECK-NEXT:           typeExpr: StarExpr @14:3
// CHECK-NEXT:             x: SelectorExpr @14:7
// CHECK-NEXT:               x: Ident @14:4 pkg
// CHECK-NEXT:               sel: Ident @14:8 U
// CHECK-NEXT:         fields: Field @15:3 embedded
// CHECK-NEXT:           typeExpr: IndexExpr @15:4
// CHECK-NEXT:             x: Ident @15:3 G
// CHECK-NEXT:             indices: Ident @15:5 int
// CHECK-NEXT:         fields: Field @16:3
// CHECK-NEXT:           names: Ident @16:3 arr
// CHECK-NEXT:           typeExpr: ArrayTypeExpr @16:7
// CHECK-NEXT:             length: Ident @16:8 N
// CHECK-NEXT:             elem: Ident @16:10 int
// CHECK-NEXT:         fields: Field @17:3
// CHECK-NEXT:           names: Ident @17:3 sl
// CHECK-NEXT:           typeExpr: SliceTypeExpr @17:7
// CHECK-NEXT:             elem: IndexExpr @17:10
// CHECK-NEXT:               x: Ident @17:9 G
// CHECK-NEXT:               indices: Ident @17:11 K
// CHECK-NEXT:               indices: Ident @17:14 V
// CHECK-NEXT:         fields: Field @18:3
// CHECK-NEXT:           names: Ident @18:3 f
// CHECK-NEXT:           typeExpr: ParenExpr @18:7
// CHECK-NEXT:             x: Ident @18:8 int
// CHECK-NEXT:     specs: TypeSpec @20:2
// CHECK-NEXT:       name: Ident @20:2 I
// CHECK-NEXT:       typeExpr: InterfaceTypeExpr @20:4
// CHECK-NEXT:         elements: Field @21:3
// CHECK-NEXT:           names: Ident @21:3 m
// CHECK-NEXT:           typeExpr: FuncTypeExpr @21:4
// CHECK-NEXT:             params: Field @21:5
// CHECK-NEXT:               names: Ident @21:5 a
// CHECK-NEXT:               typeExpr: Ident @21:7 int
// CHECK-NEXT:             results: Field @21:13
// CHECK-NEXT:               typeExpr: Ident @21:13 string
// CHECK-NEXT:             results: Field @21:21
// CHECK-NEXT:               typeExpr: Ident @21:21 error
// CHECK-NEXT:         elements: Field @22:3 embedded
// CHECK-NEXT:           typeExpr: SelectorExpr @22:6
// CHECK-NEXT:             x: Ident @22:3 pkg
// CHECK-NEXT:             sel: Ident @22:7 J
// CHECK-NEXT:         elements: Field @23:3 embedded
// CHECK-NEXT:           typeExpr: BinaryExpr @23:20 |
// CHECK-NEXT:             x: BinaryExpr @23:8 |
// CHECK-NEXT:               x: UnaryExpr @23:3 ~
// CHECK-NEXT:                 x: Ident @23:4 int
// CHECK-NEXT:               y: UnaryExpr @23:10 ~
// CHECK-NEXT:                 x: SliceTypeExpr @23:11
// CHECK-NEXT:                   elem: Ident @23:13 string
// CHECK-NEXT:             y: IndexExpr @23:23
// CHECK-NEXT:               x: Ident @23:22 G
// CHECK-NEXT:               indices: Ident @23:24 T
// CHECK-NEXT:     specs: TypeSpec @25:2
// CHECK-NEXT:       name: Ident @25:2 P
// CHECK-NEXT:       typeParams: Field @25:4
// CHECK-NEXT:         names: Ident @25:4 K
// CHECK-NEXT:         typeExpr: Ident @25:6 comparable
// CHECK-NEXT:       typeParams: Field @25:18
// CHECK-NEXT:         names: Ident @25:18 V
// CHECK-NEXT:         typeExpr: Ident @25:20 any
// CHECK-NEXT:       typeParams: Field @25:25
// CHECK-NEXT:         names: Ident @25:25 S
// CHECK-NEXT:         typeExpr: UnaryExpr @25:27 ~
// CHECK-NEXT:           x: SliceTypeExpr @25:28
// CHECK-NEXT:             elem: Ident @25:30 E
// CHECK-NEXT:       typeParams: Field @25:33
// CHECK-NEXT:         names: Ident @25:33 E
// CHECK-NEXT:         typeExpr: InterfaceTypeExpr @25:35
// CHECK-NEXT:           elements: Field @25:46
// CHECK-NEXT:             names: Ident @25:46 m
// CHECK-NEXT:             typeExpr: FuncTypeExpr @25:47
// CHECK-NEXT:       typeExpr: MapTypeExpr @25:53
// CHECK-NEXT:         key: Ident @25:57 K
// CHECK-NEXT:         value: Ident @25:59 V
// CHECK-NEXT:     specs: TypeSpec @26:2 alias
// CHECK-NEXT:       name: Ident @26:2 Al
// CHECK-NEXT:       typeParams: Field @26:5
// CHECK-NEXT:         names: Ident @26:5 T
// CHECK-NEXT:         typeExpr: Ident @26:7 any
// CHECK-NEXT:       typeExpr: SliceTypeExpr @26:55
// CHECK-NEXT:         elem: Ident @26:57 T
// CHECK-NEXT:   decls: FuncDecl @29:1
// CHECK-NEXT:     name: Ident @29:6 f
// CHECK-NEXT:     typeParams: Field @29:8
// CHECK-NEXT:       names: Ident @29:8 T
// CHECK-NEXT:       typeExpr: Ident @29:10 any
// CHECK-NEXT:     typeParams: Field @29:15
// CHECK-NEXT:       names: Ident @29:15 PT
// CHECK-NEXT:       typeExpr: InterfaceTypeExpr @29:18
// CHECK-NEXT:         elements: Field @29:29 embedded
// CHECK-NEXT:           typeExpr: StarExpr @29:29
// CHECK-NEXT:             x: Ident @29:30 T
// CHECK-NEXT:     signature: FuncTypeExpr @29:1
// CHECK-NEXT:       params: Field @29:35
// CHECK-NEXT:         names: Ident @29:35 x
// CHECK-NEXT:         typeExpr: Ident @29:37 T
// CHECK-NEXT:       params: Field @29:40
// CHECK-NEXT:         names: Ident @29:40 _
// CHECK-NEXT:         typeExpr: Ident @29:42 PT
// CHECK-NEXT:       params: Field @29:46
// CHECK-NEXT:         names: Ident @29:46 g
// CHECK-NEXT:         typeExpr: IndexExpr @29:49
// CHECK-NEXT:           x: Ident @29:48 G
// CHECK-NEXT:           indices: Ident @29:50 T
// CHECK-NEXT:       params: Field @29:54
// CHECK-NEXT:         names: Ident @29:54 h
// CHECK-NEXT:         typeExpr: ArrayTypeExpr @29:56
// CHECK-NEXT:           length: Ident @29:57 N
// CHECK-NEXT:           elem: Ident @29:59 T
// CHECK-NEXT:       results: Field @29:63
// CHECK-NEXT:         names: Ident @29:63 r
// CHECK-NEXT:         typeExpr: IndexExpr @29:66
// CHECK-NEXT:           x: Ident @29:65 G
// CHECK-NEXT:           indices: Ident @29:67 T
// CHECK-NEXT:     body: BlockStmt @29:71
// CHECK-NEXT:       stmts: ReturnStmt @29:73
// CHECK-NEXT:   decls: FuncDecl @30:1
// CHECK-NEXT:     receiver: Field @30:7
// CHECK-NEXT:       names: Ident @30:7 s
// CHECK-NEXT:       typeExpr: StarExpr @30:9
// CHECK-NEXT:         x: IndexExpr @30:11
// CHECK-NEXT:           x: Ident @30:10 P
// CHECK-NEXT:           indices: Ident @30:12 K
// CHECK-NEXT:           indices: Ident @30:15 V
// CHECK-NEXT:     name: Ident @30:19 m
// CHECK-NEXT:     signature: FuncTypeExpr @30:1
// CHECK-NEXT:       params: Field @30:21
// CHECK-NEXT:         typeExpr: IndexExpr @30:22
// CHECK-NEXT:           x: Ident @30:21 G
// CHECK-NEXT:           indices: Ident @30:23 K
// CHECK-NEXT:     body: BlockStmt @30:27
