gossamer_unit_test(sched_test SOURCES SchedQueuesTest.cpp SchedulerTest.cpp ChannelTest.cpp SyncTest.cpp
  DEPS gossamer_sync gossamer_chan gossamer_sched)
