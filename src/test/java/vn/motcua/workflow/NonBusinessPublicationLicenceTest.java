package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Office.fields;

import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;

class NonBusinessPublicationLicenceTest {

    private static final LocalDateTime MON_2_NOV_2026 = LocalDateTime.of(2026, 11, 2, 9, 0);

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void monday() {
        office.store.clock().set(MON_2_NOV_2026);
    }

    @Test
    void a_granted_dossier_goes_from_filing_to_the_licence_in_the_applicants_hand() {
        String code = office.filePublication(Map.of());
        assertThat(office.openTasks(code)).containsExactly("intake-check");
        office.complete(code, "intake-check", accepted());
        assertThat(office.openTasks(code)).containsExactly("confirm-payment");
        office.complete(code, "confirm-payment", fields("decision", "paid", "receiptNumber", "BL-001"));
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        office.complete(code, "appraisal", fields("decision", "approve", "opinion", "Nội dung phù hợp"));
        office.complete(code, "leader-decision", fields("decision", "sign"));
        office.runDueJobs();
        assertThat(office.dossier(code).status()).isEqualTo(Status.RESOLVED);
        office.complete(code, "hand-over", fields("receiver", "Lê Văn Nam"));
        assertThat(office.isRunning(code)).isFalse();
        assertThat(office.events(code))
                .containsExactly(
                        EventKind.FILED,
                        EventKind.ACCEPTED,
                        EventKind.PAYMENT_ASKED,
                        EventKind.PAYMENT_RECEIVED,
                        EventKind.PROCESSING_BEGUN,
                        EventKind.RESOLVED,
                        EventKind.RETURNED);
        assertThat(office.workItems(code)).isEmpty();
    }

    private static Map<String, Object> accepted() {
        return fields("decision", "accept", "media", "printed", "units", 120, "subject", "none");
    }
}
