package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.Agencies;
import vn.motcua.support.TestStore;

/** What the desk knows of papers and of people who filed before. */
class PapersTest {

    private static final String DEPARTMENT = "000.00.14.H37";
    private static final String COMMUNE = "000.20.30.H37";

    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.withCatalogue();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static Dossier filed(String name, Map<String, Object> fields) {
        Dossier dossier = store.bean(Dossiers.class)
                .file(
                        new Filing(
                                "1.003868", DEPARTMENT, Channel.IN_PERSON, new Applicant(Applicant.Kind.PERSON, name)),
                        Act.by("x"));
        store.bean(Submissions.class)
                .add(
                        dossier.id(),
                        new Submission(
                                Submission.START,
                                null,
                                "Nộp hồ sơ",
                                null,
                                dossier.agencyId(),
                                "x",
                                LocalDateTime.of(2026, 11, 20, 9, 0),
                                fields),
                        true);
        return dossier;
    }

    private static int agency(String code) {
        return store.bean(Agencies.class).get(code).id();
    }

    @Test
    void the_last_count_of_papers_counts_and_the_former_ones_are_kept() {
        Papers papers = store.bean(Papers.class);
        long dossier = filed("Nông Thị Hằng", Map.of()).id();
        assertThat(papers.of(dossier)).isEmpty();
        papers.counted(dossier, List.of(new Paper("Đơn", 1, 0, 1, 0), new Paper("Bản thảo", 2, 0, 0, 0)), "clerk");
        List<Paper> completed = List.of(new Paper("Đơn", 1, 0, 1, 0), new Paper("Bản thảo", 2, 0, 2, 1));
        papers.counted(dossier, completed, "clerk");
        assertThat(papers.of(dossier)).isEqualTo(completed);
        assertThat(store.jdbc()
                        .sql("select count(*) from motcua.dossier_paper where dossier_id = ?")
                        .param(dossier)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void a_former_applicant_is_found_by_number_with_or_without_dashes_as_last_told() {
        filed("Công ty cũ", Map.of("applicantName", "Công ty cũ", "idNumber", "4900123456-001", "title", "x"));
        Dossier last = filed(
                "Công ty An Phú", Map.of("applicantName", "Công ty An Phú", "idNumber", "4900123456001", "title", "y"));
        FormerApplicants applicants = store.bean(FormerApplicants.class);
        Set<Integer> own = Set.of(agency(DEPARTMENT));
        assertThat(applicants.find("4900123456-001", own)).hasValueSatisfying(found -> {
            assertThat(found.dossierCode()).isEqualTo(last.code());
            assertThat(found.fields())
                    .containsEntry("applicantName", "Công ty An Phú")
                    .doesNotContainKey("title");
        });
        assertThat(applicants.find("4900123456-001", Set.of(agency(COMMUNE)))).isEmpty();
        assertThat(applicants.find("4900", own)).isEmpty();
        assertThat(applicants.find("", own)).isEmpty();
    }

    @Test
    void looking_for_a_former_applicant_reads_an_index() {
        store.jdbc().sql("""
                        insert into motcua.submission (dossier_id, task_key, task_name, actor, at, fields)
                        select (select min(id) from motcua.dossier), 'start', 'x', 'x', '2026-01-01',
                            jsonb_build_object('idNumber', (100000000000 + n)::text) from generate_series(1, 20000) n
                        """).update();
        store.jdbc().sql("analyze motcua.submission").update();
        List<String> plan = store.jdbc().sql("""
                        explain select 1 from motcua.submission s where s.task_key = 'start'
                            and replace(s.fields ->> 'idNumber', '-', '') = '4900123456001'
                        """).query(String.class).list();
        assertThat(String.join("\n", plan)).contains("submission_id_number");
    }

    @Test
    void what_would_be_due_is_what_is_due_once_received() {
        Dossiers dossiers = store.bean(Dossiers.class);
        LocalDateTime now = LocalDateTime.of(2026, 11, 20, 9, 0);
        Dossier received = dossiers.accept(filed("Nông Thị Hằng", Map.of()).code(), Act.by("x"));
        assertThat(dossiers.dueIfReceived("1.003868", DEPARTMENT, now).lastInstant())
                .isEqualTo(received.due());
    }
}
