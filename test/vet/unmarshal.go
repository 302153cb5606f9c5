// RUN: rm -rf %t && cp -r %stdlib %t && cp -r %S/inputs/library/. %t
// RUN: %vetcheck -unmarshal --stdlib=%t %s
package main

import "encoding/json"

func decode[T any](t T) {
	_ = json.Unmarshal(nil, t)
	_ = json.Unmarshal(nil, &t)
}

func main() {
	var v struct{}
	var m map[string]int
	var i any
	_ = json.Unmarshal(nil, v) // WANT 20 "call of Unmarshal passes non-pointer as second argument"
	_ = json.Unmarshal(nil, &v)
	_ = json.Unmarshal(nil, m) // WANT 20 "call of Unmarshal passes non-pointer as second argument"
	_ = json.Unmarshal(nil, i)
	_ = json.Unmarshal(nil, nil)       // WANT 20 "call of Unmarshal passes non-pointer as second argument"
	_ = json.Unmarshal(nil, "x")       // WANT 20 "call of Unmarshal passes non-pointer as second argument"
	_ = json.NewDecoder(nil).Decode(v) // WANT 33 "call of Decode passes non-pointer"
	_ = json.NewDecoder(nil).Decode(&v)
	var d json.Decoder
	_ = d.Decode(1) // WANT 14 "call of Decode passes non-pointer"
}
