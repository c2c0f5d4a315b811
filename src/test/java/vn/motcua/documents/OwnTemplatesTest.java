package vn.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossier;
import vn.motcua.refusal.Refusal;

class OwnTemplatesTest {

    @TempDir
    private Path folder;

    @Test
    void an_offices_own_template_is_taken_first_and_a_broken_one_is_told() throws IOException {
        try (PrintOffice office = PrintOffice.open("--motcua.documents-dir=" + folder)) {
            Dossier dossier = office.receive("Nông Thị Hằng");
            assertThat(office.text(dossier, PrintForm.RECEIPT)).contains("Mẫu số 01");

            own("tt-03-2025/receipt", """
                    <html xmlns:th="http://www.thymeleaf.org"><body style="font-family: 'Comic Sans MS'">
                    <p th:text="|Mẫu riêng của Sở: ${applicant}|"/><table th:replace="~{parts :: tracking}"/></body></html>
                    """);
            assertThat(office.text(dossier, PrintForm.RECEIPT))
                    .contains("Mẫu riêng của Sở: Nông Thị Hằng", "Mã PIN")
                    .doesNotContain("Mẫu số 01");
            assertThat(office.text(dossier, PrintForm.CONTROL_SHEET)).contains("Mẫu số 06");

            for (String broken : new String[] {"<html><p></html>", "<html><body th:text=\"${(}\"/></html>"}) {
                own("tt-03-2025/receipt", broken);
                assertThatThrownBy(() -> office.print(dossier, PrintForm.RECEIPT))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("tt-03-2025/receipt.html")
                        .hasMessageContaining("hãy sửa hoặc xoá");
            }
            givesTheSetOf2018WhatItLacks(office);
        }
    }

    private void givesTheSetOf2018WhatItLacks(PrintOffice office) throws IOException {
        own("tt-01-2018/extension", "<html><body><p>Gia hạn theo mẫu riêng</p></body></html>");
        office.store.clock().set(LocalDateTime.of(2019, 3, 4, 9, 0));
        Dossier old = office.receive("Nông Thị Hằng");
        office.dossiers().extend(old.code(), 5, "Luật", "leader", Act.by("officer"));
        assertThat(office.text(old, PrintForm.EXTENSION)).contains("Gia hạn theo mẫu riêng");
    }

    private void own(String name, String template) throws IOException {
        Path file = folder.resolve(name + ".html");
        Files.createDirectories(file.getParent());
        Files.writeString(file, template);
    }
}
