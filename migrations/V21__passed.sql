-- passed: judged, but delivered before it could be recorded.
alter table message_event drop constraint message_event_handling_check;
alter table message_event add constraint message_event_handling_check
    check (handling in ('screen', 'hold', 'examine', 'passed', 'opt_out', 'unrouted'));
