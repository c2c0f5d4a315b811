package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.Dossiers;

/**
 * All that is kept of a dossier, by us and by the engine, and what it added to the figures, to compare two of them: without
 * ids, codes and licence numbers, which name the one dossier.
 */
final class Traces {

    /**
     * Who looked at it is not what was done to it, a PIN is drawn by lot, and what is measured and forecast beside it comes when
     * its round comes.
     */
    private static final String OURS = """
            select table_name from information_schema.columns
            where table_schema = 'motcua' and column_name = 'dossier_id'
              and table_name not in ('dossier_view', 'lookup_pin', 'step_pass', 'risk_change', 'risk_span', 'risk_stretch')
            order by table_name
            """;

    private static final String NAMES_OF_OURS = "{id,dossier_id,task_id,process_instance_id,filing_key,number}";

    private static final String NAMES_OF_THE_ENGINES =
            "{id_,rev_,execution_id_,parent_id_,proc_inst_id_,root_proc_inst_id_,"
                    + "process_instance_id_,root_process_instance_id_,super_exec_,super_process_instance_id_,act_inst_id_,"
                    + "parent_act_inst_id_,task_id_,call_proc_inst_id_,job_def_id_,activity_instance_id_,var_scope_}";

    /** Our tables by the dossier's id, the engine's by its business key. */
    private static final List<String> OF_THE_ENGINE = List.of(
            "act_ru_execution t where t.proc_inst_id_",
            "act_ru_task t where t.proc_inst_id_",
            "act_ru_job t where t.process_instance_id_",
            "act_ru_event_subscr t where t.proc_inst_id_",
            "act_ru_variable t where t.proc_inst_id_",
            "act_ru_incident t where t.proc_inst_id_",
            "act_hi_procinst t where t.proc_inst_id_",
            "act_hi_actinst t where t.proc_inst_id_",
            "act_hi_taskinst t where t.proc_inst_id_",
            "act_hi_varinst t where t.proc_inst_id_",
            "act_hi_detail t where t.proc_inst_id_");

    private final Office office;
    private final JdbcClient jdbc;

    /** From then on what is added to the figures is kept apart too: the rows themselves are folded within seconds. */
    Traces(Office office) {
        this.office = office;
        this.jdbc = office.store.jdbc();
        jdbc.sql("""
                        create table public.figures_seen (like motcua.figure_delta);
                        create function public.see_figures() returns trigger language plpgsql as $$
                        begin
                            insert into public.figures_seen select new.*;
                            return null;
                        end $$;
                        create trigger see_figures after insert on motcua.figure_delta
                            for each row execute function public.see_figures();
                        """).update();
    }

    /** Does something to a dossier; what is then kept of it, a line for each row. */
    String after(String code, Consumer<String> act) {
        jdbc.sql("delete from public.figures_seen").update();
        act.accept(code);
        List<String> lines = new ArrayList<>(rows("figures", "public.figures_seen t where :code <> ''", "{}", code));
        lines.addAll(rows("dossier", "motcua.dossier t where t.code = :code", "{id,code,filing_key}", code));
        for (String table : jdbc.sql(OURS).query(String.class).list()) {
            String of =
                    "motcua." + table + " t where t.dossier_id = (select id from motcua.dossier where code = :code)";
            lines.addAll(rows(table, of, NAMES_OF_OURS, code));
        }
        for (String table : OF_THE_ENGINE) {
            String of = "public." + table
                    + " in (select proc_inst_id_ from public.act_hi_procinst where business_key_ = :code)";
            lines.addAll(rows(table.replaceFirst(" .*", ""), of, NAMES_OF_THE_ENGINES, code));
        }
        lines.add(office.store.bean(Dossiers.class).explain(code, office.now()).json());
        return String.join("\n", lines).replace(code, "code").replace(code.toLowerCase(Locale.ROOT), "code");
    }

    private List<String> rows(String name, String of, String names, String code) {
        return jdbc
                .sql("select (to_jsonb(t) - '%s'::text[])::text from %s order by 1".formatted(names, of))
                .param("code", code)
                .query(String.class)
                .list()
                .stream()
                .map(row -> name + " " + row)
                .toList();
    }
}
