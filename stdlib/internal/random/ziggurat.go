// Package random has the distributions that math/rand and math/rand/v2 share.
package random

import "math"

// Uniform is a source of numbers in [0, 1).
type Uniform interface {
	Float64() float64
}

// A Drawer is what the ziggurat method draws from: Draw gives 32 random bits and a number below layers, a power of two.
type Drawer interface {
	Uniform
	Draw(layers uint32) (word, layer uint32)
}

// The ziggurat method of Marsaglia and Tsang: the area under a density is cut into layers of equal size, horizontal
// strips each holding a rectangle that lies wholly below the curve. A number in the rectangle of a random layer (nearly
// always) is the result; the rest, and the tail in layer 0, take a closer look.

// layers describes a ziggurat: a random j of layer i gives x = j*width[i], which lies in the rectangle if j < inside[i];
// height[i] is the density at the layer's outer edge.
type layers struct {
	inside []uint32
	width  []float32
	height []float32
}

// newLayers computes n layers of the given area under density, whose inverse is inverse; the outermost begins at edge, and
// j runs up to scale.
func newLayers(n int, edge, area, scale float64, density, inverse func(float64) float64) *layers {
	l := &layers{make([]uint32, n), make([]float32, n), make([]float32, n)}
	base := area / density(edge)
	l.inside[0] = uint32(edge / base * scale)
	l.width[0] = float32(base / scale)
	l.height[0] = 1
	l.width[n-1] = float32(edge / scale)
	l.height[n-1] = float32(density(edge))
	for i := n - 2; i > 0; i-- {
		outer := edge
		edge = inverse(area/outer + density(outer))
		l.inside[i+1] = uint32(edge / outer * scale)
		l.width[i] = float32(edge / scale)
		l.height[i] = float32(density(edge))
	}
	return l
}

// between reports whether a random height in layer i is below the curve, given the density there.
func (l *layers) between(i uint32, r Uniform, density float64) bool {
	return l.height[i]+float32(r.Float64())*(l.height[i-1]-l.height[i]) < float32(density)
}

const (
	normalEdge      = 3.442619855899
	exponentialEdge = 7.69711747013104972
)

// Computed by the first caller; two computing at once come to the same.
var normal, exponential *layers

// Normal returns a normally distributed number with mean 0 and standard deviation 1.
func Normal(r Drawer) float64 {
	if normal == nil {
		normal = newLayers(128, normalEdge, 9.91256303526217e-3, 1<<31,
			func(x float64) float64 { return math.Exp(-0.5 * x * x) },
			func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })
	}
	for {
		word, i := r.Draw(128)
		j := int32(word)
		x := float64(j) * float64(normal.width[i])
		magnitude := word
		if j < 0 {
			magnitude = -magnitude
		}
		if magnitude < normal.inside[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) * (1 / normalEdge)
				y := -math.Log(r.Float64())
				if y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return normalEdge + x
			}
			return -normalEdge - x
		}
		if normal.between(i, r, math.Exp(-0.5*x*x)) {
			return x
		}
	}
}

// Exponential returns an exponentially distributed number with mean 1.
func Exponential(r Drawer) float64 {
	if exponential == nil {
		exponential = newLayers(256, exponentialEdge, 3.949659822581572e-3, 1<<32,
			func(x float64) float64 { return math.Exp(-x) },
			func(y float64) float64 { return -math.Log(y) })
	}
	for {
		j, i := r.Draw(256)
		x := float64(j) * float64(exponential.width[i])
		if j < exponential.inside[i] {
			return x
		}
		if i == 0 {
			return exponentialEdge - math.Log(r.Float64())
		}
		if exponential.between(i, r, math.Exp(-x)) {
			return x
		}
	}
}
