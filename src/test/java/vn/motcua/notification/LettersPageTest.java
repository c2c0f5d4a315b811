package vn.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.support.DeskOffice;

/** What administrators see of the letters that are not sent, and do about them. */
class LettersPageTest {

    private static final String PAGE = "/staff/letters";

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
    void clear() {
        office.store.jdbc().sql("delete from motcua.outbox").update();
    }

    private static long letter(String state, String body) {
        return office.store
                .jdbc()
                .sql("""
                        insert into motcua.outbox (kind, recipient, subject, body, created_at, state, problem)
                        values ('accepted', 'an@example.vn', 'Thư', ?, '2026-11-20', ?, 'unsure') returning id
                        """)
                .params(body, state)
                .query(Long.class)
                .single();
    }

    private static String state(long id) {
        return office.store
                .jdbc()
                .sql("select state from motcua.outbox where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static void act(long id, String act) {
        assertThat(office.as("admin").submit(PAGE, PAGE + "/" + id + "/" + act).statusCode())
                .isEqualTo(302);
    }

    @Test
    void what_may_have_arrived_is_sent_again_only_by_a_person() {
        long id = letter("unsure", "Nội dung");
        assertThat(office.as("admin").get(PAGE).body())
                .contains("Không rõ đã tới hay chưa", "an@example.vn", "Kênh gửi “email” chưa được thiết lập");
        act(id, "again");
        assertThat(state(id)).isEqualTo("waiting");
    }

    @Test
    void what_is_given_up_is_out_of_the_list() {
        long id = letter("failed", "Nội dung");
        act(id, "drop");
        assertThat(state(id)).isEqualTo("dropped");
        assertThat(office.as("admin").get(PAGE).body()).doesNotContain("an@example.vn");
    }

    @Test
    void what_is_sent_or_just_being_sent_is_left_alone() {
        for (String state : new String[] {"sent", "sending", "dropped"}) {
            long id = letter(state, "Nội dung");
            act(id, "again");
            act(id, "drop");
            assertThat(state(id)).isEqualTo(state);
        }
    }

    @Test
    void a_letter_whose_words_are_no_longer_kept_is_not_sent_empty() {
        long id = letter("failed", "");
        assertThat(office.as("admin").get(PAGE).body()).doesNotContain("/again");
        act(id, "again");
        assertThat(state(id)).isEqualTo("failed");
    }

    @Test
    void only_administrators_see_who_gets_letters() {
        letter("failed", "Nội dung");
        assertThat(office.as("counter").get(PAGE).statusCode()).isEqualTo(403);
        assertThat(office.as("manager").get(PAGE).statusCode()).isEqualTo(403);
        assertThat(office.nobody().get(PAGE).statusCode()).isEqualTo(302);
    }
}
