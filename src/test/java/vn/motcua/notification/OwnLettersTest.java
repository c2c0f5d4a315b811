package vn.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office may word its letters otherwise. */
class OwnLettersTest {

    @TempDir
    private static Path folder;

    private static LetterOffice office;

    @BeforeAll
    static void open() throws IOException {
        Files.createDirectory(folder.resolve("mail"));
        office = LetterOffice.open("--motcua.documents-dir=" + folder);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void clear() {
        office.store.clock().advance(Duration.ofHours(1));
        office.clear();
    }

    private static void write(String name, String template) throws IOException {
        Files.writeString(folder.resolve("mail").resolve(name), template);
    }

    @Test
    void its_own_letter_and_frame_come_before_the_shipped_ones() throws IOException, MessagingException {
        write("accepted.txt", "Nhận rồi: [(${code})]\n\nHẹn [(${due})]. [[${applicant}]]\n");
        write("frame.html", "<b th:text=\"${subject}\"></b>");
        String code = office.filed();
        office.dossiers().accept(code, LetterOffice.act());
        MimeMessage letter = office.letter();
        assertThat(letter.getSubject()).isEqualTo("Nhận rồi: " + code);
        assertThat(LetterOffice.part(letter, 0)).startsWith("Hẹn thứ ").endsWith(". Nông Thị Hằng\n");
        assertThat(LetterOffice.part(letter, 1)).isEqualTo("<b>Nhận rồi: " + code + "</b>");
    }

    @Test
    void one_with_a_mistake_holds_up_its_letters_until_it_is_put_right() throws IOException {
        write("resolved.txt", "Xong\n\n[(${khong.co})]\n");
        String code = office.accepted();
        office.dossiers().resolve(code, LetterOffice.act());
        office.round();
        assertThat(office.row()).containsEntry("state", "waiting").containsEntry("problem", "unworded");
        write("resolved.txt", "Xong\n\nMời nhận kết quả.\n");
        office.store.clock().advance(Duration.ofMinutes(1));
        office.round();
        assertThat(office.row()).containsEntry("state", "sent").containsEntry("body", "Mời nhận kết quả.\n");
    }

    @Test
    void one_without_a_text_is_a_mistake() throws IOException {
        write("stopped.txt", "Chỉ có tiêu đề\n");
        String code = office.accepted();
        office.dossiers().stop(code, LetterOffice.act().because("Không bổ sung"));
        office.round();
        assertThat(office.row()).containsEntry("problem", "unworded");
    }
}
