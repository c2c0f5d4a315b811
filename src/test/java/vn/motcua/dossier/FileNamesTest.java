package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Đơn đề nghị.pdf|Đơn đề nghị.pdf",
                "../../etc/passwd|passwd.pdf",
                "C:\\Users\\Hồ sơ\\đơn.PDF|đơn.PDF",
                "..|tep.pdf",
                "a<b>:\"c\"?.pdf|a_b___c__.pdf",
                "  .hidden  |hidden.pdf",
                "nul.pdf|tep-nul.pdf",
                "ảnh.html|ảnh.html.pdf",
                "a%2Fb.pdf|a_2Fb.pdf"
            })
    void a_name_is_safe_to_save_under(String given, String safe) {
        assertThat(FileNames.safe(given, AttachmentKind.PDF)).isEqualTo(safe);
    }

    @Test
    void what_nobody_sees_is_no_part_of_a_name() {
        assertThat(FileNames.safe("gpj\u202E\u0000\n.exe", AttachmentKind.PNG)).isEqualTo("gpj.exe.png");
        assertThat(FileNames.safe("Đơn".replace("ơ", "o\u031B") + ".png", AttachmentKind.PNG))
                .isEqualTo("Đơn.png");
    }

    @Test
    void a_long_name_keeps_its_extension() {
        assertThat(FileNames.safe("dài ".repeat(100) + ".jpeg", AttachmentKind.JPEG))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith(".jpeg");
        assertThat(FileNames.safe("📎".repeat(200), AttachmentKind.PDF))
                .doesNotContain("?")
                .endsWith(".pdf");
    }
}
