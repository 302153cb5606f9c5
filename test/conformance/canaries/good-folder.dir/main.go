package main

func main() {
	if answer() != 42 {
		panic("not the answer")
	}
}
