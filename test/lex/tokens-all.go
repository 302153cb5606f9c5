// RUN: %gossamer dump --tokens %s | FileCheck %s
package p

func f(a ...int) { x := a; y = <-c; i++; j-- }
var _ = a||b && c==d != e<f <= g>h >= i+j - k|l ^ m*n / o%p & q&^r << s>>t
var _ = !a + ^b + ~c + -d + &e + *f
func g() { a += 1; a -= 1; a |= 1; a ^= 1; a *= 1; a /= 1; a %= 1; a &= 1; a &^= 1; a <<= 1; a >>= 1 }
break case chan const continue default defer else fallthrough for func go goto if import
interface map package range return select struct switch type var

// CHECK: 2:1	keyword package
// CHECK-NEXT: 2:9	name p
// CHECK-NEXT: 2:10	newline
// CHECK-NEXT: 4:1	keyword func
// CHECK-NEXT: 4:6	name f
// CHECK-NEXT: 4:7	(
// CHECK-NEXT: 4:8	name a
// CHECK-NEXT: 4:10	...
// CHECK-NEXT: 4:13	name int
// CHECK-NEXT: 4:16	)
// CHECK-NEXT: 4:18	{
// CHECK-NEXT: 4:20	name x
// CHECK-NEXT: 4:22	:=
// CHECK-NEXT: 4:25	name a
// CHECK-NEXT: 4:26	semicolon
// CHECK-NEXT: 4:28	name y
// CHECK-NEXT: 4:30	=
// CHECK-NEXT: 4:32	<-
// CHECK-NEXT: 4:34	name c
// CHECK-NEXT: 4:35	semicolon
// CHECK-NEXT: 4:37	name i
// CHECK-NEXT: 4:38	++
// CHECK-NEXT: 4:40	semicolon
// CHECK-NEXT: 4:42	name j
// CHECK-NEXT: 4:43	--
// CHECK-NEXT: 4:46	}
// CHECK-NEXT: 4:47	newline
// CHECK-NEXT: 5:1	keyword var
// CHECK-NEXT: 5:5	name _
// CHECK-NEXT: 5:7	=
// CHECK-NEXT: 5:9	name a
// CHECK-NEXT: 5:10	||
// CHECK-NEXT: 5:12	name b
// CHECK-NEXT: 5:14	&&
// CHECK-NEXT: 5:17	name c
// CHECK-NEXT: 5:18	==
// CHECK-NEXT: 5:20	name d
// CHECK-NEXT: 5:22	!=
// CHECK-NEXT: 5:25	name e
// CHECK-NEXT: 5:26	<
// CHECK-NEXT: 5:27	name f
// CHECK-NEXT: 5:29	<=
// CHECK-NEXT: 5:32	name g
// CHECK-NEXT: 5:33	>
// CHECK-NEXT: 5:34	name h
// CHECK-NEXT: 5:36	>=
// CHECK-NEXT: 5:39	name i
// CHECK-NEXT: 5:40	+
// CHECK-NEXT: 5:41	name j
// CHECK-NEXT: 5:43	-
// CHECK-NEXT: 5:45	name k
// CHECK-NEXT: 5:46	|
// CHECK-NEXT: 5:47	name l
// CHECK-NEXT: 5:49	^
// CHECK-NEXT: 5:51	name m
// CHECK-NEXT: 5:52	*
// CHECK-NEXT: 5:53	name n
// CHECK-NEXT: 5:55	/
// CHECK-NEXT: 5:57	name o
// CHECK-NEXT: 5:58	%
// CHECK-NEXT: 5:59	name p
// CHECK-NEXT: 5:61	&
// CHECK-NEXT: 5:63	name q
// CHECK-NEXT: 5:64	&^
// CHECK-NEXT: 5:66	name r
// CHECK-NEXT: 5:68	<<
// CHECK-NEXT: 5:71	name s
// CHECK-NEXT: 5:72	>>
// CHECK-NEXT: 5:74	name t
// CHECK-NEXT: 5:75	newline
// CHECK-NEXT: 6:1	keyword var
// CHECK-NEXT: 6:5	name _
// CHECK-NEXT: 6:7	=
// CHECK-NEXT: 6:9	!
// CHECK-NEXT: 6:10	name a
// CHECK-NEXT: 6:12	+
// CHECK-NEXT: 6:14	^
// CHECK-NEXT: 6:15	name b
// CHECK-NEXT: 6:17	+
// CHECK-NEXT: 6:19	~
// CHECK-NEXT: 6:20	name c
// CHECK-NEXT: 6:22	+
// CHECK-NEXT: 6:24	-
// CHECK-NEXT: 6:25	name d
// CHECK-NEXT: 6:27	+
// CHECK-NEXT: 6:29	&
// CHECK-NEXT: 6:30	name e
// CHECK-NEXT: 6:32	+
// CHECK-NEXT: 6:34	*
// CHECK-NEXT: 6:35	name f
// CHECK-NEXT: 6:36	newline
// CHECK-NEXT: 7:1	keyword func
// CHECK-NEXT: 7:6	name g
// CHECK-NEXT: 7:7	(
// CHECK-NEXT: 7:8	)
// CHECK-NEXT: 7:10	{
// CHECK-NEXT: 7:12	name a
// CHECK-NEXT: 7:14	+=
// CHECK-NEXT: 7:17	int 1
// CHECK-NEXT: 7:18	semicolon
// CHECK-NEXT: 7:20	name a
// CHECK-NEXT: 7:22	-=
// CHECK-NEXT: 7:25	int 1
// CHECK-NEXT: 7:26	semicolon
// CHECK-NEXT: 7:28	name a
// CHECK-NEXT: 7:30	|=
// CHECK-NEXT: 7:33	int 1
// CHECK-NEXT: 7:34	semicolon
// CHECK-NEXT: 7:36	name a
// CHECK-NEXT: 7:38	^=
// CHECK-NEXT: 7:41	int 1
// CHECK-NEXT: 7:42	semicolon
// CHECK-NEXT: 7:44	name a
// CHECK-NEXT: 7:46	*=
// CHECK-NEXT: 7:49	int 1
// CHECK-NEXT: 7:50	semicolon
// CHECK-NEXT: 7:52	name a
// CHECK-NEXT: 7:54	/=
// CHECK-NEXT: 7:57	int 1
// CHECK-NEXT: 7:58	semicolon
// CHECK-NEXT: 7:60	name a
// CHECK-NEXT: 7:62	%=
// CHECK-NEXT: 7:65	int 1
// CHECK-NEXT: 7:66	semicolon
// CHECK-NEXT: 7:68	name a
// CHECK-NEXT: 7:70	&=
// CHECK-NEXT: 7:73	int 1
// CHECK-NEXT: 7:74	semicolon
// CHECK-NEXT: 7:76	name a
// CHECK-NEXT: 7:78	&^=
// CHECK-NEXT: 7:82	int 1
// CHECK-NEXT: 7:83	semicolon
// CHECK-NEXT: 7:85	name a
// CHECK-NEXT: 7:87	<<=
// CHECK-NEXT: 7:91	int 1
// CHECK-NEXT: 7:92	semicolon
// CHECK-NEXT: 7:94	name a
// CHECK-NEXT: 7:96	>>=
// CHECK-NEXT: 7:100	int 1
// CHECK-NEXT: 7:102	}
// CHECK-NEXT: 7:103	newline
// CHECK-NEXT: 8:1	keyword break
// CHECK-NEXT: 8:7	keyword case
// CHECK-NEXT: 8:12	keyword chan
// CHECK-NEXT: 8:17	keyword const
// CHECK-NEXT: 8:23	keyword continue
// CHECK-NEXT: 8:32	keyword default
// CHECK-NEXT: 8:40	keyword defer
// CHECK-NEXT: 8:46	keyword else
// CHECK-NEXT: 8:51	keyword fallthrough
// CHECK-NEXT: 8:63	keyword for
// CHECK-NEXT: 8:67	keyword func
// CHECK-NEXT: 8:72	keyword go
// CHECK-NEXT: 8:75	keyword goto
// CHECK-NEXT: 8:80	keyword if
// CHECK-NEXT: 8:83	keyword import
// CHECK-NEXT: 9:1	keyword interface
// CHECK-NEXT: 9:11	keyword map
// CHECK-NEXT: 9:15	keyword package
// CHECK-NEXT: 9:23	keyword range
// CHECK-NEXT: 9:29	keyword return
// CHECK-NEXT: 9:36	keyword select
// CHECK-NEXT: 9:43	keyword struct
// CHECK-NEXT: 9:50	keyword switch
// CHECK-NEXT: 9:57	keyword type
// CHECK-NEXT: 9:62	keyword var
// CHECK-NEXT: {{[0-9]+}}:1 EOF
