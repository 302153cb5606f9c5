// Work stealing made visible: each worker takes from the tail of its own deque, an idle one from the head of another's.
package main

import "fmt"

type deque struct{ tasks []int }

func (d *deque) push(task int) { d.tasks = append(d.tasks, task) }

func (d *deque) pop() (task int, ok bool) {
	if ok = len(d.tasks) > 0; ok {
		last := len(d.tasks) - 1
		task, d.tasks = d.tasks[last], d.tasks[:last]
	}
	return
}

func (d *deque) steal() (task int, ok bool) {
	if ok = len(d.tasks) > 0; ok {
		task, d.tasks = d.tasks[0], d.tasks[1:]
	}
	return
}

type token struct{ step int }

// worker runs whenever it holds the token, which stands for a processor's time slice, and passes it on.
func worker(id int, mine, other *deque, in <-chan token, out chan<- token, done chan<- struct{}) {
	for t := range in {
		if task, ok := mine.pop(); ok {
			fmt.Printf("%d: worker %d runs its own task %d\n", t.step, id, task)
		} else if task, ok := other.steal(); ok {
			fmt.Printf("%d: worker %d steals task %d\n", t.step, id, task)
		} else {
			fmt.Printf("%d: worker %d finds nothing\n", t.step, id)
			close(done)
			return
		}
		out <- token{t.step + 1}
	}
}

func main() {
	var left, right deque
	for task := 1; task <= 5; task++ {
		left.push(task) // all the work starts on the left
	}
	toLeft, toRight := make(chan token), make(chan token)
	done := make(chan struct{})
	go worker(0, &left, &right, toLeft, toRight, done)
	go worker(1, &right, &left, toRight, toLeft, done)
	toLeft <- token{1}
	<-done
}

// Output:
// 1: worker 0 runs its own task 5
// 2: worker 1 steals task 1
// 3: worker 0 runs its own task 4
// 4: worker 1 steals task 2
// 5: worker 0 runs its own task 3
// 6: worker 1 finds nothing
