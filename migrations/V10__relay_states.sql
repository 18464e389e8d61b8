-- hold: judged, and waits for the owner whatever was found (a late message, a loop, a file).
alter table message_event drop constraint message_event_handling_check;
alter table message_event add constraint message_event_handling_check
    check (handling in ('screen', 'hold', 'opt_out', 'unrouted'));

-- delivered: the recipient's phone has it, says the carrier.
alter table message_event drop constraint message_event_state_check;
alter table message_event add constraint message_event_state_check check (state in
    ('recorded', 'visible', 'queued', 'sent', 'delivered', 'failed', 'withheld', 'released', 'dismissed'));
