-- The work that asked for a mail, or wrote an event, as W3C Trace Context has it; what follows is part of its trace.
alter table content add column traceparent text;
alter table outbox add column traceparent text;
