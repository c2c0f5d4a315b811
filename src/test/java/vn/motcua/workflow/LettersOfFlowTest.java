package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Office.fields;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.Postman;
import vn.motcua.worklist.WorkItem;

/** The letters of dossiers that run on their process. */
class LettersOfFlowTest {

    private static final String PRINTERS = "2.001740";

    private static GreenMail server;
    private static Office office;

    @BeforeAll
    static void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        office = Office.open(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + server.getSmtp().getPort(),
                "--motcua.mail.from=motcua@example.vn");
    }

    @AfterAll
    static void close() {
        office.close();
        server.stop();
    }

    private static String file(String channel, String address) {
        return office.file(PRINTERS, Office.anyForm(Map.of("channel", channel, "email", address)));
    }

    private static List<String> kinds(String code) {
        return office.store
                .jdbc()
                .sql("select kind from motcua.outbox where dossier_id = (select id from motcua.dossier where code = ?)"
                        + " order by id")
                .param(code)
                .query(String.class)
                .list();
    }

    @Test
    void a_dossier_filed_online_tells_its_applicant_of_each_turn() {
        String code = file("ONLINE", "nam@example.vn");
        office.complete(code, "intake-check", fields("decision", "accept"));
        office.complete(code, "handle", fields("decision", "forward", "opinion", "Hợp lệ"));
        office.complete(code, "approve", fields("decision", "approve"));
        office.runDueJobs();
        assertThat(kinds(code)).containsExactly("filed", "accepted", "resolved");
    }

    @Test
    void what_came_over_the_counter_was_received_face_to_face() {
        String code = file("IN_PERSON", "nam@example.vn");
        assertThat(kinds(code)).isEmpty();
        office.complete(code, "intake-check", fields("decision", "accept"));
        assertThat(kinds(code)).containsExactly("accepted");
    }

    @Test
    void a_request_for_papers_says_until_when_they_can_come() throws MessagingException {
        String code = file("ONLINE", "giay.to@example.vn");
        office.complete(code, "intake-check", fields("decision", "supplement", "reason", "Bản sao chứng thực"));
        office.store.bean(Postman.class).round();
        WorkItem awaited = office.item(code, "await-papers");
        MimeMessage letter = List.of(server.getReceivedMessagesForDomain("giay.to@example.vn"))
                .get(1);
        String day =
                vn.motcua.calendar.VietnameseDates.weekdayAndDay(awaited.due().toLocalDate());
        assertThat(letter.getSubject()).isEqualTo("Hồ sơ %s cần bổ sung giấy tờ, chậm nhất %s", code, day);
        assertThat(GreenMailUtil.getBody(letter)).contains("text/plain; charset=UTF-8", "text/html; charset=UTF-8");
    }

    @Test
    void an_address_costs_a_filing_one_statement_and_a_task_none() {
        file("ONLINE", "mot@example.vn");
        int without = statements(() -> file("ONLINE", "")).size();
        int with = statements(() -> file("ONLINE", "hai@example.vn")).size();
        assertThat(with).isEqualTo(without + 1);
        assertThat(accepting(file("ONLINE", "ba@example.vn"))).isEqualTo(accepting(file("ONLINE", "")));
    }

    private static int accepting(String code) {
        WorkItem item = office.item(code, "intake-check");
        return statements(() ->
                        office.as("counter-1", List.of("counter"), List.of(office.agency(item.agencyId())), () -> {
                            office.flow().complete(item.taskId(), fields("decision", "accept"));
                            return null;
                        }))
                .size();
    }

    private static List<String> statements(Runnable work) {
        return office.store.statements().of(work);
    }
}
