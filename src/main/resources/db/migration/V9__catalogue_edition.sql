-- Another number after every change of agencies and procedures, so that what was read of them can be kept until then. It
-- comes from a sequence: the number of a change that was rolled back never means something else.
create sequence catalogue_edition_number;
create table catalogue_edition (
    one    boolean primary key default true check (one),
    number bigint not null
);
insert into catalogue_edition (number) values (nextval('catalogue_edition_number'));

create function catalogue_changed() returns trigger language plpgsql as $$
begin
    update motcua.catalogue_edition set number = nextval('motcua.catalogue_edition_number');
    return null;
end $$;
create trigger agency_changed after insert or update or delete or truncate on agency
    for each statement execute function catalogue_changed();
create trigger agency_parent_changed after insert or update or delete or truncate on agency_parent
    for each statement execute function catalogue_changed();
create trigger procedure_version_changed after insert or update or delete or truncate on procedure_version
    for each statement execute function catalogue_changed();
create trigger procedure_component_changed after insert or update or delete or truncate on procedure_component
    for each statement execute function catalogue_changed();
create trigger procedure_step_changed after insert or update or delete or truncate on procedure_step
    for each statement execute function catalogue_changed();
