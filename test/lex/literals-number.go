// RUN: %gossamer dump --tokens %s | FileCheck %s
package p
var _ = []any{0, 42, 4_2, 0600, 0_600, 0o600, 0O17, 0xBadFace, 0x_67_7a, 0b1011, 0B1,
	0., 72.40, 072.40, 2.71828, 1.e+0, 6.67428e-11, 1E6, .25, .12345E+5, 1_5., 0.15e+02,
	0x1p-2, 0x2.p10, 0x1.Fp+0, 0X.8p-0, 0X_1FFFP-16,
	0i, 0123i, 0o123i, 0xabci, 0.i, 2.71828i, 1.e+0i, 089i, 089.5, 089e1}

// CHECK: 2:1	keyword package
// CHECK-NEXT: 2:9	name p
// CHECK-NEXT: 2:10	newline
// CHECK-NEXT: 3:1	keyword var
// CHECK-NEXT: 3:5	name _
// CHECK-NEXT: 3:7	=
// CHECK-NEXT: 3:9	[
// CHECK-NEXT: 3:10	]
// CHECK-NEXT: 3:11	name any
// CHECK-NEXT: 3:14	{
// CHECK-NEXT: 3:15	int 0
// CHECK-NEXT: 3:16	comma
// CHECK-NEXT: 3:18	int 42
// CHECK-NEXT: 3:20	comma
// CHECK-NEXT: 3:22	int 4_2
// CHECK-NEXT: 3:25	comma
// CHECK-NEXT: 3:27	int 0600
// CHECK-NEXT: 3:31	comma
// CHECK-NEXT: 3:33	int 0_600
// CHECK-NEXT: 3:38	comma
// CHECK-NEXT: 3:40	int 0o600
// CHECK-NEXT: 3:45	comma
// CHECK-NEXT: 3:47	int 0O17
// CHECK-NEXT: 3:51	comma
// CHECK-NEXT: 3:53	int 0xBadFace
// CHECK-NEXT: 3:62	comma
// CHECK-NEXT: 3:64	int 0x_67_7a
// CHECK-NEXT: 3:72	comma
// CHECK-NEXT: 3:74	int 0b1011
// CHECK-NEXT: 3:80	comma
// CHECK-NEXT: 3:82	int 0B1
// CHECK-NEXT: 3:85	comma
// CHECK-NEXT: 4:2	float 0.
// CHECK-NEXT: 4:4	comma
// CHECK-NEXT: 4:6	float 72.40
// CHECK-NEXT: 4:11	comma
// CHECK-NEXT: 4:13	float 072.40
// CHECK-NEXT: 4:19	comma
// CHECK-NEXT: 4:21	float 2.71828
// CHECK-NEXT: 4:28	comma
// CHECK-NEXT: 4:30	float 1.e+0
// CHECK-NEXT: 4:35	comma
// CHECK-NEXT: 4:37	float 6.67428e-11
// CHECK-NEXT: 4:48	comma
// CHECK-NEXT: 4:50	float 1E6
// CHECK-NEXT: 4:53	comma
// CHECK-NEXT: 4:55	float .25
// CHECK-NEXT: 4:58	comma
// CHECK-NEXT: 4:60	float .12345E+5
// CHECK-NEXT: 4:69	comma
// CHECK-NEXT: 4:71	float 1_5.
// CHECK-NEXT: 4:75	comma
// CHECK-NEXT: 4:77	float 0.15e+02
// CHECK-NEXT: 4:85	comma
// CHECK-NEXT: 5:2	float 0x1p-2
// CHECK-NEXT: 5:8	comma
// CHECK-NEXT: 5:10	float 0x2.p10
// CHECK-NEXT: 5:17	comma
// CHECK-NEXT: 5:19	float 0x1.Fp+0
// CHECK-NEXT: 5:27	comma
// CHECK-NEXT: 5:29	float 0X.8p-0
// CHECK-NEXT: 5:36	comma
// CHECK-NEXT: 5:38	float 0X_1FFFP-16
// CHECK-NEXT: 5:49	comma
// CHECK-NEXT: 6:2	imaginary 0i
// CHECK-NEXT: 6:4	comma
// CHECK-NEXT: 6:6	imaginary 0123i
// CHECK-NEXT: 6:11	comma
// CHECK-NEXT: 6:13	imaginary 0o123i
// CHECK-NEXT: 6:19	comma
// CHECK-NEXT: 6:21	imaginary 0xabci
// CHECK-NEXT: 6:27	comma
// CHECK-NEXT: 6:29	imaginary 0.i
// CHECK-NEXT: 6:32	comma
// CHECK-NEXT: 6:34	imaginary 2.71828i
// CHECK-NEXT: 6:42	comma
// CHECK-NEXT: 6:44	imaginary 1.e+0i
// CHECK-NEXT: 6:50	comma
// CHECK-NEXT: 6:52	imaginary 089i
// CHECK-NEXT: 6:56	comma
// CHECK-NEXT: 6:58	float 089.5
// CHECK-NEXT: 6:63	comma
// CHECK-NEXT: 6:65	float 089e1
// CHECK-NEXT: 6:70	}
// CHECK-NEXT: 6:71	newline
// CHECK-NEXT: {{[0-9]+}}:1 EOF
