package vn.motcua.sla;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.statistics.GroupBy;

/** By what dossiers are told apart. A week is none: it is a period of its own. */
public enum Dimension {
    /** The handling agency, by its code. */
    AGENCY("a.code", "(select name from motcua.agency where code = grp.key)"),
    /** The field, by its name. */
    SECTOR("s.name", "grp.key"),
    /** The procedure, by its code. */
    PROCEDURE("v.procedure_code", """
            (select name from motcua.procedure_version where procedure_code = grp.key
             order by superseded, valid_from desc, id desc limit 1)"""),
    /** The officer who last worked on it by the moment of judgement, by username; empty where none has. People of one name are told apart by it. */
    OFFICER("coalesce(officer.username, '')", """
            (select full_name || case when exists (
                    select 1 from motcua.staff o where o.full_name = p.full_name and o.username <> p.username)
                then ' (' || username || ')' else '' end
             from motcua.staff p where username = grp.key)"""),
    /** The national number of the channel, 1 to 3. */
    CHANNEL("d.channel::text", "grp.key"),
    /** The most urgent of its open tasks, by name, as it is today whatever the period; empty where none is open. */
    STEP("coalesce(step.name, '')", "grp.key");

    // Who took or was given a task is told with the task's name alone, so whether it was an officer's says the group of
    // the person.
    private static final String OFFICER_JOIN = """
            left join lateral (
                select actor as username
                from (
                    select actor, at from motcua.submission
                    where dossier_id = d.id and staff_group = 'officer' and at <= :judged
                    union all
                    select t.assignee, t.at from motcua.task_assignment t
                    join motcua.staff p on p.username = t.assignee and p.staff_group = 'officer'
                    where t.dossier_id = d.id and t.at <= :judged) work
                order by at desc limit 1) officer on true
            """;

    private static final String STEP_JOIN = """
            left join lateral (
                select name from motcua.work_item where dossier_id = d.id
                order by urgent_at, task_id limit 1) step on true
            """;

    private final String sql;
    private final String label;

    Dimension(String sql, String label) {
        this.sql = sql;
        this.label = label;
    }

    /** What its key needs beside dossier, agency, procedure version and sector. */
    String join() {
        return switch (this) {
            case OFFICER -> OFFICER_JOIN;
            case STEP -> STEP_JOIN;
            case AGENCY, SECTOR, PROCEDURE, CHANNEL -> "";
        };
    }

    /** The key as an expression on dossier d, agency a, procedure version v, sector s, officer and step. */
    String sql() {
        return sql;
    }

    /** Under what name a query gives the key. */
    String column() {
        return "key_" + name().toLowerCase(Locale.ROOT);
    }

    /** What people call it, as an expression on grp.key. */
    String label() {
        return label;
    }

    /** The grouping of the statutory report that is this one, null where there is none. */
    @Nullable
    GroupBy statutory() {
        return switch (this) {
            case AGENCY -> GroupBy.AGENCY;
            case SECTOR -> GroupBy.SECTOR;
            case PROCEDURE -> GroupBy.PROCEDURE;
            case OFFICER, CHANNEL, STEP -> null;
        };
    }
}
