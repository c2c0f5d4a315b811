package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.StoreFacts;
import vn.motcua.documents.LookupPins;
import vn.motcua.dossier.Dossiers;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;

/** Which gateway is in use: the one of the setting, the sandbox with the demo data, otherwise none. */
class NoGatewayTest {

    @Test
    void without_a_gateway_the_page_says_where_to_pay_and_the_sandbox_is_not_there() {
        try (DeskOffice office = DeskOffice.open()) {
            String code = office.filePublication();
            office.complete(
                    code,
                    "intake-check",
                    "counter",
                    Map.of("decision", "accept", "media", "printed", "units", 120, "subject", "none"));
            Payments payments = office.store.bean(Payments.class);
            assertThatThrownBy(() -> payments.begin(code, "/"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("hãy nộp tại bộ phận một cửa");
            Visit payer = office.nobody();
            String pin = office.store
                    .bean(LookupPins.class)
                    .of(office.store.bean(Dossiers.class).get(code).id());
            payer.submit("/track", "/track", "code", code, "pin", pin);
            assertThat(payer.get("/track/" + code).body())
                    .contains("1.800.000 đồng", "Hãy nộp tại bộ phận một cửa của cơ quan giải quyết")
                    .doesNotContain("Nộp phí trực tuyến");

            office.store.bean(StoreFacts.class).put(StoreFacts.DEMO, "now");
            String reference = payments.begin(code, "/").split("/")[2];
            assertThat(payer.get("/payment/sandbox/" + reference).statusCode()).isEqualTo(200);
            office.store
                    .jdbc()
                    .sql("delete from motcua.store_fact where name = 'demo'")
                    .update();
            assertThat(payer.get("/payment/sandbox/" + reference).statusCode())
                    .as("nobody pays with play money where the sandbox is off")
                    .isEqualTo(404);
            assertThat(payer.submit("/track", "/payment/callback/sandbox").statusCode())
                    .isEqualTo(404);
            assertThat(payments.toPay(code).orElseThrow().online()).isFalse();
        }
    }

    @Test
    void a_gateway_that_there_is_not_is_told_at_the_start() {
        assertThatThrownBy(() -> new Gateways(List.of(), "vnpay", null, null))
                .hasMessageContaining("motcua.payment.gateway=vnpay");
    }
}
