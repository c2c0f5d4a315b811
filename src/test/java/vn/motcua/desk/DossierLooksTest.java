package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossiers;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.SampleFiles;
import vn.motcua.support.TestStore;

/** Whoever sees something of a dossier is in its history, wherever it was seen. */
class DossierLooksTest {

    private static final String PRINTERS = "2.001740";

    private static DeskOffice office;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void friday() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
    }

    @Test
    void pages_tasks_prints_and_files_that_somebody_opens_are_told_each() {
        String code = appraisable();
        long file = attach(code);
        Visit officer = office.as("officer");
        String task = office.tasks(code).get(0).taskId();
        for (String address : List.of(
                "/desk/dossiers/" + code,
                "/desk/dossiers/" + code + "/files",
                "/desk/dossiers/" + code + "/actions",
                "/desk/tasks/" + task,
                "/camunda/api/engine/engine/default/task/" + task + "/form-variables",
                "/desk/dossiers/" + code + "/print/receipt",
                "/desk/dossiers/" + code + "/files/" + file)) {
            assertThat(officer.get(address).statusCode()).as(address).isEqualTo(200);
            assertThat(officer.get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(looks(code))
                .containsExactly(
                        "officer PAGE null",
                        "officer TASK Xử lý hồ sơ",
                        "officer TASKLIST Xử lý hồ sơ",
                        "officer PRINT Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
                        "officer FILE Đơn đề nghị.pdf");
        assertThat(office.as("leader").get("/desk/dossiers/" + code).body())
                .contains("Mở trang hồ sơ", "Mở việc “Xử lý hồ sơ”", "Mở việc “Xử lý hồ sơ” trong Tasklist")
                .contains("In “Giấy tiếp nhận hồ sơ và hẹn trả kết quả”", "Mở tệp “Đơn đề nghị.pdf”");
    }

    @Test
    void a_leader_who_reads_summaries_has_looked_at_every_one_of_them() {
        String first = decidable();
        String second = decidable();
        Visit leader = office.as("leader");
        leader.get("/desk/sign");
        leader.get("/desk/sign");
        assertThat(looks(first)).isEqualTo(looks(second)).containsExactly("leader SUMMARY null");
        office.store.clock().advance(Duration.ofMinutes(10));
        assertThat(leader.get("/desk/sign?lang=en").statusCode()).isEqualTo(200);
        assertThat(looks(first)).hasSize(2);
        assertThat(leader.get("/desk/dossiers/" + first).body()).contains("Read the summary before signing");
    }

    @Test
    void what_was_refused_was_not_seen() {
        String code = appraisable();
        long file = attach(code);
        String task = office.tasks(code).get(0).taskId();
        Visit commune = office.as("commune.officer");
        for (String address : List.of(
                "/desk/dossiers/" + code,
                "/desk/dossiers/" + code + "/files",
                "/desk/dossiers/" + code + "/actions",
                "/desk/tasks/" + task,
                "/desk/dossiers/" + code + "/print/receipt",
                "/desk/dossiers/" + code + "/files/" + file)) {
            assertThat(commune.get(address).statusCode()).as(address).isEqualTo(404);
        }
        assertThat(commune.get("/camunda/api/engine/engine/default/task/" + task + "/form-variables")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(office.as("officer")
                        .get("/desk/dossiers/" + code + "/print/refusal")
                        .statusCode())
                .isEqualTo(409);
        assertThat(looks(code)).isEmpty();
    }

    private static String appraisable() {
        String code = office.fileAny(PRINTERS, DeskOffice.DEPARTMENT);
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        return code;
    }

    private static String decidable() {
        String code = appraisable();
        office.complete(code, "handle", "officer", Map.of("decision", "forward", "opinion", "Hồ sơ hợp lệ"));
        return code;
    }

    private static long attach(String code) {
        long dossier =
                office.store.bean(Dossiers.class).find(code).orElseThrow().id();
        return office.store
                .bean(Attachments.class)
                .add(
                        AttachmentHolder.dossier(dossier),
                        null,
                        "Đơn đề nghị.pdf",
                        "counter",
                        new ByteArrayInputStream(SampleFiles.pdf()))
                .id();
    }

    private static List<String> looks(String code) {
        return office.store.jdbc().sql("""
                        select concat_ws(' ', viewer, kind, coalesce(detail, 'null')) from motcua.dossier_view
                        join motcua.dossier d on d.id = dossier_id where d.code = ? order by dossier_view.id
                        """).param(code).query(String.class).list();
    }
}
