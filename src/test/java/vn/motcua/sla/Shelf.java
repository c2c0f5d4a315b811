package vn.motcua.sla;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.support.TestStore;

/** Dossiers of a process whose steps were finished when a test says so; no engine runs. */
record Shelf(TestStore store) {

    static final String PROCESS = "online-public-service";
    static final String DEPARTMENT = "000.00.14.H37";

    Dossiers dossiers() {
        return store.bean(Dossiers.class);
    }

    int agency(String code) {
        return store.bean(Agencies.class).get(code).id();
    }

    /** Received at the counter of the department. */
    Dossier receive(String procedure, LocalDateTime at) {
        return receive(procedure, DEPARTMENT, at);
    }

    Dossier receive(String procedure, String agency, LocalDateTime at) {
        store.clock().set(at);
        Dossier dossier = dossiers()
                .receive(
                        new Filing(
                                procedure,
                                agency,
                                Channel.IN_PERSON,
                                new Applicant(Applicant.Kind.PERSON, "Lê Văn Nam")),
                        Act.by("mot-cua"));
        store.jdbc()
                .sql("insert into motcua.dossier_flow (dossier_id, process_instance_id, process_id) values (?, ?, ?)")
                .params(dossier.id(), "instance-" + dossier.id(), PROCESS)
                .update();
        return dossier;
    }

    /** Somebody of the department finished the step. */
    long finish(Dossier dossier, String step, LocalDateTime opened, LocalDateTime done, @Nullable String allowance) {
        return finish(dossier, step, DEPARTMENT, opened, done, allowance, null);
    }

    long finish(
            Dossier dossier,
            String step,
            String agency,
            LocalDateTime opened,
            LocalDateTime done,
            @Nullable String allowance,
            @Nullable LocalDateTime due) {
        Submission submission = new Submission(
                key(step),
                step + " " + dossier.code() + " " + done,
                step,
                "officer",
                agency(agency),
                "chuyen-vien",
                done,
                Map.of(),
                new Submission.Time(opened, null, allowance, due));
        store.bean(Submissions.class).add(dossier.id(), submission, true);
        return store.jdbc()
                .sql("select max(id) from motcua.submission")
                .query(Long.class)
                .single();
    }

    /** The task of the process that a step is. */
    static String key(String step) {
        return step.equals("Phê duyệt") ? "approve" : "handle";
    }

    Optional<StepPass> pass(long submission) {
        return store.jdbc()
                .sql("select * from motcua.step_pass where submission_id = ?")
                .param(submission)
                .query(StepPass::read)
                .optional();
    }

    /** After a round. */
    StepPass measured(long submission) {
        store.bean(StepPasses.class).catchUp();
        return pass(submission).orElseThrow();
    }

    static LocalDateTime at(String moment) {
        return LocalDateTime.parse("2019-" + moment);
    }
}
