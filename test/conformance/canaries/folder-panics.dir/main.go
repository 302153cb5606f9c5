package main

func main() { panic("in a folder") }
