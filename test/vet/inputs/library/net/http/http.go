// Package http: what a program must see of it to type-check.
package http

import "io"

type Response struct{ Body io.ReadCloser }
type Request struct{}
type Client struct{}

func Get(url string) (*Response, error)             { return nil, nil }
func (c *Client) Do(r *Request) (*Response, error)  { return nil, nil }
func (c *Client) Get(url string) (*Response, error) { return nil, nil }
