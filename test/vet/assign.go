// RUN: %vetcheck -assign %s
package main

type pair struct{ a, b int }

func next() *pair { return nil }

func main() {
	x, y := 1, 2
	x = x // WANT 2 "self-assignment of x"
	x = (x)
	(y) = y
	x, y = y, x
	x, y = x, y // WANT 2 "self-assignment of x, y"
	x, y = y, y // WANT 2 "self-assignment of y"
	var p pair
	p.a = p.a // WANT 2 "self-assignment of p.a"
	p.a = p.b
	q := &p
	q.a, q.b = q.a, p.b // WANT 2 "self-assignment of q.a"
	*q = *q             // WANT 2 "self-assignment of *q"
	list := []int{1, 2}
	list[0] = list[0]     // WANT 2 "self-assignment of list[0]"
	list[x] = list[x]     // WANT 2 "self-assignment of list[x]"
	list[x+1] = list[x+1] // WANT 2 "self-assignment of list[x+1]"
	list[0] = list[1]
	m := map[string]int{}
	m["k"] = m["k"]
	next().a = next().a
	list[f()] = list[f()]
	ch := make(chan int)
	list[<-ch] = list[<-ch]
	x += x
	z := x
	{
		x := x
		_ = x
	}
	_ = _blank()
	_ = z
	var g func()
	g = g // WANT 2 "self-assignment of g"
	var arr [3]int
	arr = arr                             // WANT 2 "self-assignment of arr"
	list[len(list)-1] = list[len(list)-1] // WANT 2 "self-assignment of list[len(list)-1]"
	list[int(x)] = list[int(x)]           // WANT 2 "self-assignment of list[int(x)]"
	m["a"+"b"] = m["a"+"b"]
	for x = x; x < 3; x++ { // WANT 6 "self-assignment of x"
	}
	if x = x; x > 1 { // WANT 5 "self-assignment of x"
	}
	(*q).a = (*q).a // WANT 2 "self-assignment of (*q).a"
	q.a = (*q).a
	arr[1] = arr[1]         // WANT 2 "self-assignment of arr[1]"
	func() { y = y }()      // WANT 11 "self-assignment of y"
	x, list[0] = x, list[0] // WANT 2 "self-assignment of x, list[0]"
	g()
}

func f() int      { return 0 }
func _blank() int { return 1 }
