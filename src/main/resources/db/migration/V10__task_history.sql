-- The engine's history has a row of a task from its end on, no longer from its beginning.
do $$
begin
    if to_regclass('public.act_hi_taskinst') is not null then
        delete from public.act_hi_taskinst where end_time_ is null;
    end if;
end $$;
