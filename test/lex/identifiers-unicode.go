// RUN: %gossamer dump --tokens %s | FileCheck %s
package p
var héllo, 日本, x५, _x9, ǅ, ifé, forß int

// CHECK: 2:1	keyword package
// CHECK-NEXT: 2:9	name p
// CHECK-NEXT: 2:10	newline
// CHECK-NEXT: 3:1	keyword var
// CHECK-NEXT: 3:5	name héllo
// CHECK-NEXT: 3:11	comma
// CHECK-NEXT: 3:13	name 日本
// CHECK-NEXT: 3:19	comma
// CHECK-NEXT: 3:21	name x५
// CHECK-NEXT: 3:25	comma
// CHECK-NEXT: 3:27	name _x9
// CHECK-NEXT: 3:30	comma
// CHECK-NEXT: 3:32	name ǅ
// CHECK-NEXT: 3:34	comma
// CHECK-NEXT: 3:36	name ifé
// CHECK-NEXT: 3:40	comma
// CHECK-NEXT: 3:42	name forß
// CHECK-NEXT: 3:48	name int
// CHECK-NEXT: 3:51	newline
// CHECK-NEXT: {{[0-9]+}}:1 EOF
