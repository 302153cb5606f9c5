#!/usr/bin/env gossamer
// RUN: %gossamer dump --tokens %s | FileCheck %s
package main
func main() {}

// CHECK: 3:1	keyword package
// CHECK-NEXT: 3:9	name main
// CHECK-NEXT: 3:13	newline
// CHECK-NEXT: 4:1	keyword func
// CHECK-NEXT: 4:6	name main
// CHECK-NEXT: 4:10	(
// CHECK-NEXT: 4:11	)
// CHECK-NEXT: 4:13	{
// CHECK-NEXT: 4:14	}
// CHECK-NEXT: 4:15	newline
// CHECK-NEXT: {{[0-9]+}}:1 EOF
