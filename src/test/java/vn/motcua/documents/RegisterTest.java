package vn.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.refusal.Refusal;

class RegisterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void a_long_register_has_its_heading_on_every_page_and_more_than_5000_dossiers_are_refused() throws IOException {
        try (PrintOffice office = PrintOffice.open()) {
            Agency agency = office.store.bean(Agencies.class).get(PrintOffice.DEPARTMENT);
            fill(office, agency, 300, DAY);
            fill(office, agency, 4_701, DAY.plusDays(1));
            Register register = office.store.bean(Register.class);
            assertThatThrownBy(() -> register.print(agency, DAY, DAY.plusDays(1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("hãy chọn khoảng ngắn hơn");
            assertThatThrownBy(() -> register.print(agency, DAY, DAY.minusDays(1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("hãy chọn lại");
            byte[] pdf = register.print(agency, DAY, DAY).pdf();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                int pages = document.getNumberOfPages();
                String text = PrintOffice.text(pdf);
                assertThat(text.split("Mã hồ sơ", -1)).hasSize(pages + 1);
                assertThat(text).contains("X-299", "X-300", pages + "/" + pages);
            }
            assertThat(PrintOffice.text(register.print(agency, DAY.minusDays(9), DAY.minusDays(8))
                            .pdf()))
                    .contains("Không tiếp nhận hồ sơ nào");
        }
    }

    private static void fill(PrintOffice office, Agency agency, int count, LocalDate day) {
        office.store
                .jdbc()
                .sql("""
                        insert into motcua.dossier (code, version_id, agency_id, channel, applicant_kind, applicant_name,
                            recorded_at, status, received_at, due_at)
                        select 'X-' || case when :count = 300 then n else 1000 + n end,
                            (select min(id) from motcua.procedure_version), :agency, 1, 1, 'Người nộp ' || n,
                            :at, 4, :at, :at
                        from generate_series(1, :count) n
                        """)
                .param("count", count)
                .param("agency", agency.id())
                .param("at", day.atTime(9, 0))
                .update();
    }
}
