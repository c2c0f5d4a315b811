package vn.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import vn.motcua.dossier.Submissions;
import vn.motcua.support.TestPostgres;
import vn.motcua.support.TestStore;

/** That every letter is sent once or looked at by a person, whatever the mail server and the nodes do. */
class PostmanTest {

    private static LetterOffice office;

    @BeforeAll
    static void open() {
        office = LetterOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void clear() {
        office.store.clock().advance(Duration.ofDays(30)); // past the pause of a server that was down
        office.clear();
    }

    private static void write(String to, String subject, String body) {
        office.store.bean(Outbox.class).mail(null, "test", to, subject, body);
    }

    private static void writeOne() {
        write(LetterOffice.ADDRESS, "Thư thử", "Nội dung");
    }

    private static void advance(Duration time) {
        office.store.clock().advance(time);
    }

    @Test
    void a_server_that_is_down_is_tried_again_with_growing_waits() {
        office.serverDown();
        writeOne();
        try {
            for (int minutes : List.of(1, 3, 9, 27, 81, 243, 360, 360)) {
                LocalDateTime now = LocalDateTime.now(office.store.clock());
                office.round();
                assertThat(office.row())
                        .containsEntry("state", "waiting")
                        .containsEntry("problem", "unreachable")
                        .containsEntry("next_at", java.sql.Timestamp.valueOf(now.plusMinutes(minutes)));
                advance(Duration.ofMinutes(minutes).minusSeconds(1));
                office.round();
                assertThat(office.row()).containsEntry("next_at", java.sql.Timestamp.valueOf(now.plusMinutes(minutes)));
                advance(Duration.ofSeconds(1));
            }
        } finally {
            office.serverUp();
        }
        office.round();
        assertThat(office.row()).containsEntry("state", "sent").containsEntry("problem", null);
        assertThat(office.arrived()).hasSize(1);
    }

    @Test
    void while_a_server_is_down_it_is_asked_once_a_minute_and_not_for_every_letter() {
        office.serverDown();
        writeOne();
        writeOne();
        office.round();
        office.round();
        office.serverUp();
        assertThat(office.rows()).extracting(row -> row.get("attempts")).containsExactly(1, 0);
        advance(Duration.ofMinutes(1));
        office.round();
        assertThat(office.arrived()).hasSize(2);
    }

    @Test
    void after_three_days_a_letter_is_of_no_use_and_given_up() {
        writeOne();
        advance(Duration.ofDays(3).plusMinutes(1));
        office.round();
        assertThat(office.row()).containsEntry("state", "failed").containsEntry("problem", "expired");
        assertThat(office.arrived()).isEmpty();
    }

    @Test
    void of_two_nodes_that_send_at_once_each_letter_is_sent_by_one() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 60; i++) {
            write(LetterOffice.ADDRESS, "Thư " + i, "Nội dung");
        }
        try (TestStore other = TestStore.at(
                office.store.url(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + office.port(),
                "--motcua.mail.from=motcua@langson.example.vn")) {
            other.clock().set(LocalDateTime.now(office.store.clock()));
            List<Postman> postmen = List.of(office.store.bean(Postman.class), other.bean(Postman.class));
            ExecutorService nodes = Executors.newFixedThreadPool(postmen.size());
            List<Future<?>> rounds = new ArrayList<>();
            postmen.forEach(each -> rounds.add(nodes.submit(each::round)));
            for (Future<?> round : rounds) {
                round.get();
            }
            nodes.shutdown();
        }
        Set<String> subjects = new HashSet<>();
        for (MimeMessage letter : office.arrived()) {
            assertThat(subjects.add(subject(letter))).isTrue();
        }
        assertThat(subjects).hasSize(60);
    }

    @Test
    void a_letter_that_another_node_is_claiming_is_passed_over_without_waiting()
            throws InterruptedException, ExecutionException, TimeoutException {
        writeOne();
        writeOne();
        LetterQueue queue = office.store.bean(LetterQueue.class);
        List<Long> claimed = new ArrayList<>();
        ExecutorService other = Executors.newSingleThreadExecutor();
        TransactionStatus open =
                office.store.bean(PlatformTransactionManager.class).getTransaction(null);
        try {
            claimed.add(queue.claim("email").orElseThrow().id());
            claimed.add(
                    other.submit(() -> queue.claim("email").orElseThrow().id()).get(1, TimeUnit.MINUTES));
            assertThat(other.submit(() -> queue.claim("email")).get(1, TimeUnit.MINUTES))
                    .isEmpty();
        } finally {
            office.store.bean(PlatformTransactionManager.class).commit(open);
            other.shutdown();
        }
        assertThat(claimed).doesNotHaveDuplicates();
    }

    @Test
    void a_letter_whose_sender_died_with_it_is_not_sent_again_but_shown() {
        writeOne();
        assertThat(office.store.bean(LetterQueue.class).claim("email")).isPresent();
        advance(LetterQueue.LEASE);
        office.round();
        assertThat(office.row()).containsEntry("state", "sending");
        advance(Duration.ofSeconds(1));
        office.round();
        assertThat(office.row()).containsEntry("state", "unsure");
        advance(Duration.ofDays(1));
        office.round();
        assertThat(office.row()).containsEntry("state", "unsure");
        assertThat(office.arrived()).isEmpty();
    }

    @Test
    void a_sender_that_was_slow_and_not_dead_reports_after_all() {
        writeOne();
        LetterQueue queue = office.store.bean(LetterQueue.class);
        QueuedLetter row = queue.claim("email").orElseThrow();
        advance(LetterQueue.LEASE.plusSeconds(1));
        office.round();
        queue.settle(row, Delivery.of(Delivery.Outcome.SENT), null);
        assertThat(office.row()).containsEntry("state", "sent");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such person, failed, refused",
        "RCPT, 450 mailbox busy, waiting, put-off",
        "RCPT, '', waiting, put-off",
        "DATA, 554 no spam, failed, refused",
        "DATA, 451 later, waiting, put-off",
        "'.', 552 too long, failed, refused",
        "'.', 452 no room, waiting, put-off",
        "'.', '', unsure, unsure",
        "MAIL, 550 who are you, waiting, put-off",
        "MAIL, 530 sign in first, waiting, put-off",
        "EHLO, 421 not now, waiting, unreachable"
    })
    void what_a_server_answers_decides(String command, String answer, String state, String problem) {
        String both = command.equals("EHLO") ? "HELO" : command;
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of(command, answer, both + " ", answer));
                TestStore store = TestStore.at(
                        office.store.url(),
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + server.port(),
                        "--motcua.mail.from=motcua@langson.example.vn")) {
            store.clock().set(LocalDateTime.now(office.store.clock()));
            writeOne();
            store.bean(Postman.class).round();
            assertThat(office.row()).containsEntry("state", state).containsEntry("problem", problem);
            if (answer.length() > 3) {
                assertThat(office.row().get("reply").toString()).contains(answer.substring(4));
            }
        }
    }

    @Test
    void a_letter_that_was_taken_is_sent_even_if_the_server_never_says_goodbye() {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of("QUIT", ScriptedSmtp.HANGS_UP));
                TestStore store = TestStore.at(
                        office.store.url(),
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + server.port(),
                        "--motcua.mail.from=motcua@langson.example.vn")) {
            store.clock().set(LocalDateTime.now(office.store.clock()));
            writeOne();
            store.bean(Postman.class).round();
            assertThat(office.row()).containsEntry("state", "sent");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an@example.vn\r\nBcc: all@example.vn",
                "an@example.vn, binh@example.vn",
                "An <an@example.vn>",
                "an@example.vn>\r\nDATA",
                "an",
                "@example.vn",
                "an nam@example.vn",
                "án@example.vn"
            })
    void what_is_no_plain_address_gets_no_letter(String address) {
        write(address, "Thư thử", "Nội dung");
        office.round();
        assertThat(office.row()).containsEntry("state", "failed").containsEntry("problem", "no-address");
        assertThat(office.arrived()).isEmpty();
    }

    @Test
    void nobody_writes_into_the_headers_of_a_letter() throws MessagingException {
        write(LetterOffice.ADDRESS, "Chào An\r\nBcc: all@example.vn\r\n\r\nXin", "Nội dung\r\n.\r\nQUIT\r\n");
        MimeMessage letter = office.letter();
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getSubject()).isEqualTo("Chào An Bcc: all@example.vn Xin");
        assertThat(LetterOffice.part(letter, 0)).isEqualTo("Nội dung\n.\nQUIT\n");
    }

    @Test
    void every_attempt_goes_under_the_same_id() throws MessagingException {
        writeOne();
        String first = office.letter().getMessageID();
        office.store.jdbc().sql("update motcua.outbox set state = 'waiting'").update();
        office.round();
        assertThat(office.arrived()).hasSize(2);
        assertThat(office.arrived().get(1).getMessageID()).isEqualTo(first);
        assertThat(first).startsWith("<motcua.").endsWith("@langson.example.vn>");
    }

    @Test
    void without_a_mail_server_letters_wait_and_nothing_fails() {
        try (TestStore store = TestStore.at(TestPostgres.newDatabase())) {
            store.bean(Outbox.class).mail(null, "test", LetterOffice.ADDRESS, "Thư", "Nội dung");
            store.bean(Postman.class).round();
            store.bean(Postman.class).round();
            assertThat(store.jdbc()
                            .sql("select state, attempts from motcua.outbox")
                            .query()
                            .singleRow())
                    .containsEntry("state", "waiting")
                    .containsEntry("attempts", 0);
        }
    }

    @Test
    void what_is_only_for_staff_is_never_sent() {
        String code = office.filed();
        office.store.bean(Outbox.class).put(office.dossiers().get(code).id(), "overdue", "Hồ sơ đã quá hạn");
        office.round();
        assertThat(office.arrived()).isEmpty();
        assertThat(office.store
                        .jdbc()
                        .sql("select state from motcua.outbox where kind = 'overdue'")
                        .query(String.class)
                        .single())
                .isEqualTo("waiting");
    }

    @Test
    void another_channel_gets_the_same_letters_at_its_own_addresses() {
        try (LetterOffice both = LetterOffice.open("--motcua.test.short-messages=true")) {
            String code = both.filed();
            long dossier = both.dossiers().get(code).id();
            both.store.bean(Submissions.class).put(dossier, Map.of("phone", "0912345678"));
            both.dossiers().accept(code, LetterOffice.act());
            both.round();
            assertThat(both.arrived()).hasSize(1);
            assertThat(both.store.bean(ShortMessages.class).sent)
                    .extracting(Letter::recipient)
                    .containsExactly("0912345678");
            assertThat(both.store.bean(ShortMessages.class).sent.get(0).subject())
                    .contains("đã được tiếp nhận");
        }
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
