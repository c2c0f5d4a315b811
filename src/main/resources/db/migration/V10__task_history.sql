-- The engine's history has a row of a task from its end on, no longer from its beginning.
delete from public.act_hi_taskinst where end_time_ is null;
