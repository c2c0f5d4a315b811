package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.support.DeskOffice;

class DocumentsPageTest {

    private static DeskOffice office;
    private static String received;
    private static String filed;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
        Dossiers dossiers = office.store.bean(Dossiers.class);
        Filing filing = new Filing(
                "1.003868",
                DeskOffice.DEPARTMENT,
                Channel.IN_PERSON,
                new Applicant(Applicant.Kind.PERSON, "Nông Thị Hằng"));
        received = dossiers.receive(filing, Act.by("counter")).code();
        filed = dossiers.file(filing, Act.by("Người nộp")).code();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void whoever_may_see_the_dossier_prints_it_in_the_browser() {
        for (String somebody : List.of("counter", "officer", "leader", "manager", "admin")) {
            HttpResponse<String> answer = office.as(somebody).get(print(received, "receipt"));
            assertThat(answer.statusCode()).as(somebody).isEqualTo(200);
            assertThat(answer.body()).startsWith("%PDF-");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("inline;")
                    .contains("giay-tiep-nhan-" + received + ".pdf");
        }
        assertThat(office.store
                        .jdbc()
                        .sql("select count(*) from motcua.printed_document where printed_by = 'counter'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void for_everybody_else_there_is_no_such_page_and_no_number_is_given() {
        for (String stranger : List.of("commune.counter", "commune.officer", "commune.leader", "police.officer")) {
            assertThat(office.as(stranger).get(print(received, "control-sheet")).statusCode())
                    .as(stranger)
                    .isEqualTo(404);
        }
        DeskOffice.Visit counter = office.as("counter");
        assertThat(counter.get(print(received, "register")).statusCode()).isEqualTo(404);
        assertThat(counter.get(print(received, "RECEIPT")).statusCode()).isEqualTo(404);
        assertThat(counter.get(print("H37.15-261120-9999", "receipt")).statusCode())
                .isEqualTo(404);
        assertThat(office.store
                        .jdbc()
                        .sql("select count(*) from motcua.printed_document where form = 'control-sheet'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_cannot_be_printed_yet_is_told_with_what_to_do() {
        HttpResponse<String> answer = office.as("counter").get(print(filed, "receipt"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Chưa in được", "hãy tiếp nhận hồ sơ trước");
        assertThat(office.as("counter")
                        .get(print(filed, "receipt") + "?lang=en")
                        .body())
                .contains("Cannot be printed yet")
                .doesNotContain("??");
    }

    @Test
    void the_register_asks_for_its_days_and_prints_those_of_ones_own_agency() {
        DeskOffice.Visit counter = office.as("counter");
        assertThat(counter.get("/desk/register").body())
                .contains("value=\"2026-11-01\"", "value=\"2026-11-20\"", "Mở sổ để in")
                .doesNotContain("??");
        assertThat(counter.get("/desk/register?lang=en").body()).contains("Open the register to print");
        HttpResponse<String> answer = counter.get("/desk/register?from=2026-11-01&to=2026-11-20");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("%PDF-");
    }

    @Test
    void days_that_are_none_come_back_with_what_to_do_and_an_administrator_has_no_register() {
        DeskOffice.Visit counter = office.as("counter");
        HttpResponse<String> turned = counter.get("/desk/register?from=2026-11-20&to=2026-11-01");
        assertThat(turned.statusCode()).isEqualTo(422);
        assertThat(turned.body()).contains("hãy chọn lại", "value=\"2026-11-20\"", "value=\"2026-11-01\"");
        assertThat(counter.get("/desk/register?from=&to=x").body()).contains("Hãy chọn đủ ngày");
        assertThat(counter.get("/desk/register?from=-999999999-01-01&to=%2B999999999-12-31")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> admin = office.as("admin").get("/desk/register?from=2026-11-01&to=2026-11-20");
        assertThat(admin.statusCode()).isEqualTo(422);
        assertThat(admin.body()).contains("không thuộc đơn vị nào");
    }

    private static String print(String code, String form) {
        return "/desk/dossiers/" + code + "/print/" + form;
    }
}
