-- The work that wrote an event, as W3C Trace Context has it; what follows from the event is part of its trace.
alter table outbox add column traceparent text;
