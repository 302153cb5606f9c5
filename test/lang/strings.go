// Strings: bytes, runes, invalid UTF-8, conversions, comparison, concatenation.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	s := "aé世\xff!"
	for i, r := range s {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println(len(s), s[1], s[1:3]) // CHECK: 0:97 1:233 3:19990 6:65533 7:33 8 195 é
	fmt.Println([]byte("hé"), []rune("hé世"), string([]rune{72, 0x4e16, -1})) // CHECK-NEXT: [104 195 169] [104 233 19990] H世�
	fmt.Println(string(rune(65)), "a"+"b" < "ac", "abc" >= "abd", "" == s[:0]) // CHECK-NEXT: A true false true
	b := []byte("copy")
	t := string(b)
	b[0] = 'X'
	fmt.Println(t, string(b)) // CHECK-NEXT: copy Xopy
	long := ""
	for i := range 5 {
		long += string(rune('a'+i)) + "-"
	}
	fmt.Println(long, len(long)) // CHECK-NEXT: a-b-c-d-e- 10
	switch long[:3] {
	case "a-":
		fmt.Println("no")
	case "a-b":
		fmt.Println("yes") // CHECK-NEXT: yes
	}
	fmt.Printf("%q %x %U %c\n", s, "hi", 'é', 0x4e16) // CHECK-NEXT: "aé世\xff!" 6869 U+00E9 世
	n := copy(b, "hello")
	fmt.Println(n, string(append(b, " there"...))) // CHECK-NEXT: 4 hell there
}
