package vn.motcua.sla;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.support.TestStore;

/** Agencies and procedures of 2019 without an engine: tasks and finished passes are what the test says. */
final class RiskOffice implements AutoCloseable {

    static final String DEPARTMENT = "000.00.14.H37";
    static final String DISTRICT = "000.00.21.H37";

    /** 10 working days, RESTART. */
    static final String PUBLICATION = "1.003868";

    static final String APPRAISAL = "appraisal";

    /** What is said of a dossier at the moment. */
    record Said(
            LocalDateTime riskFrom,
            int need,
            RiskBasis basis,
            int passes,
            @Nullable String step) {}

    final TestStore store;
    final Dossiers dossiers;
    final RiskWatch watch;

    private RiskOffice(TestStore store) {
        this.store = store;
        this.dossiers = store.bean(Dossiers.class);
        this.watch = store.bean(RiskWatch.class);
    }

    static RiskOffice open(LocalDateTime now) {
        RiskOffice office = new RiskOffice(TestStore.withCatalogue());
        office.at(now);
        return office;
    }

    /** Moves the clock, and what is to be forecast by then is. */
    void at(LocalDateTime now) {
        store.clock().set(now);
        watch.catchUp();
    }

    LocalDateTime now() {
        return LocalDateTime.now(store.clock());
    }

    /** Received now. */
    String receive(String procedure, String agency) {
        Applicant applicant = new Applicant(Applicant.Kind.ORGANISATION, "Hội Văn học nghệ thuật tỉnh");
        return dossiers.receive(new Filing(procedure, agency, Channel.IN_PERSON, applicant), Act.by("clerk"))
                .code();
    }

    String receivePublication() {
        return receive(PUBLICATION, DEPARTMENT);
    }

    long id(String code) {
        return dossiers.get(code).id();
    }

    /** Opens a task; its number. */
    String task(String code, String step, String agency) {
        String task = UUID.randomUUID().toString();
        store.jdbc()
                .sql("""
                        insert into motcua.work_item (task_id, dossier_id, task_key, name, staff_group, agency_id, created_at,
                            waiting, version_id, channel, search)
                        select :task, d.id, :step, 'Bước ' || :step, 'officer', a.id, :now, false, d.version_id, d.channel, ''
                        from motcua.dossier d cross join motcua.agency a where d.code = :code and a.code = :agency
                        """)
                .param("task", task)
                .param("step", step)
                .param("now", now())
                .param("code", code)
                .param("agency", agency)
                .update();
        return task;
    }

    void close(String task) {
        store.jdbc()
                .sql("delete from motcua.work_item where task_id = ?")
                .param(task)
                .update();
    }

    /** A dossier that had its result an hour after it was received, to hang finished passes on. */
    String granted(String procedure, String agency, LocalDateTime received) {
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Nông Thị Hằng");
        String code = dossiers.receive(
                        new Filing(procedure, agency, Channel.IN_PERSON, applicant),
                        Act.by("clerk").at(received))
                .code();
        dossiers.resolve(code, Act.by("leader").at(received.plusHours(1)));
        return code;
    }

    /** Passes of a step, finished at a moment, which took so many minutes from their beginning to the result. */
    void passes(String code, String step, String agency, LocalDateTime done, List<Integer> minutes) {
        for (int toResult : minutes) {
            store.jdbc()
                    .sql("""
                            with submitted as (
                                insert into motcua.submission (dossier_id, task_key, task_id, task_name, agency_id, actor, at,
                                    fields)
                                select id, :step, gen_random_uuid()::text, 'Bước ' || :step, null, 'officer', :done, '{}'
                                from motcua.dossier where code = :code returning *)
                            insert into motcua.step_pass (submission_id, dossier_id, process_id, task_key, step_name,
                                version_id, dossier_agency_id, agency_id, opened_at, done_at, worked_minutes,
                                waited_minutes, to_result_minutes, settled)
                            select s.id, d.id, 'p', s.task_key, s.task_name, d.version_id, d.agency_id, a.id, :done, :done,
                                1, 0, :minutes, true
                            from submitted s join motcua.dossier d on d.id = s.dossier_id
                            join motcua.agency a on a.code = :agency
                            """)
                    .param("step", step)
                    .param("done", done)
                    .param("code", code)
                    .param("agency", agency)
                    .param("minutes", toResult)
                    .update();
        }
    }

    /** Makes what steps need anew, as in the first round of the next day. */
    void renew() {
        store.jdbc()
                .sql("delete from motcua.store_fact where name = 'risk-renewed'")
                .update();
        watch.catchUp();
    }

    Optional<Said> said(String code) {
        return store.jdbc()
                .sql("select * from motcua.risk_span where dossier_id = ? and valid_to is null")
                .param(id(code))
                .query((row, n) -> new Said(
                        row.getObject("risk_from", LocalDateTime.class),
                        row.getInt("need_minutes"),
                        RiskBasis.valueOf(row.getString("basis")),
                        row.getInt("passes"),
                        row.getString("step_name")))
                .optional();
    }

    boolean isAtRisk(String code, LocalDateTime moment) {
        return atRisk(moment).contains(id(code));
    }

    List<Long> atRisk(LocalDateTime moment) {
        return store.jdbc()
                .sql("select dossier_id from motcua.at_risk_at(?) order by 1")
                .param(moment)
                .query(Long.class)
                .list();
    }

    long spans(String code) {
        return store.jdbc()
                .sql("select count(*) from motcua.risk_span where dossier_id = ?")
                .param(id(code))
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        store.close();
    }
}
