package vn.motcua.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.sla.RiskOffice.DEPARTMENT;
import static vn.motcua.sla.RiskOffice.DISTRICT;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Filing;

/** Dossiers made to become late, or not, with and without a warning. All at a fifth of the limit, without history. */
class RiskQualityTest {

    private static final LocalDateTime MON_2_NOV = LocalDateTime.of(2026, 11, 2, 9, 0);
    private static final LocalDateTime MON_30_NOV = LocalDateTime.of(2026, 11, 30, 9, 0);

    private static RiskOffice office;

    private static String lateWithWarning;
    private static String inTimeWithWarning;
    private static String lateOnShortNotice;
    private static String hoursLate;
    private static String rescued;
    private static String overdueNow;
    private static String elsewhere;

    /** Due dates: 10 working days from 2/11 end on 16/11, at risk from 13/11 07:00; 3 days on 5/11, from 5/11 10:12. */
    @BeforeAll
    static void live() {
        office = RiskOffice.open(MON_2_NOV.minusDays(3));
        office.at(MON_2_NOV);
        String early = office.receivePublication();
        lateWithWarning = office.receivePublication();
        inTimeWithWarning = office.receivePublication();
        String lost = office.receivePublication();
        rescued = office.receivePublication();
        lateOnShortNotice = office.receive("2.001740", DEPARTMENT);
        hoursLate = office.receive("1.001193", "000.20.20.H37"); // due 3/11 09:00, at risk from 3/11 07:24
        elsewhere = office.receive("1.001612", DISTRICT); // due 5/11
        office.at(MON_2_NOV.plusMinutes(1));

        office.at(LocalDateTime.of(2026, 11, 3, 8, 0));
        at(LocalDateTime.of(2026, 11, 3, 10, 0), () -> office.dossiers.resolve(hoursLate, by()));
        at(LocalDateTime.of(2026, 11, 4, 10, 0), () -> office.dossiers.resolve(early, by()));
        at(LocalDateTime.of(2026, 11, 5, 16, 0), () -> {});
        at(LocalDateTime.of(2026, 11, 6, 8, 0), () -> {
            office.dossiers.resolve(lateOnShortNotice, by());
            office.dossiers.resolve(elsewhere, by());
        });
        at(LocalDateTime.of(2026, 11, 13, 8, 0), () -> {
            // At risk since an hour; the new due date is 23/11, at risk again from Thu 19/11 07:00
            office.dossiers.extend(rescued, 5, "Luật Khiếu nại", "Giám đốc", by());
            office.dossiers.askSupplement(lost, by());
        });
        at(LocalDateTime.of(2026, 11, 16, 15, 0), () -> office.dossiers.resolve(inTimeWithWarning, by()));
        at(LocalDateTime.of(2026, 11, 18, 15, 0), () -> {
            office.dossiers.resolve(lateWithWarning, by());
            office.dossiers.resolve(rescued, by());
        });
        at(LocalDateTime.of(2026, 11, 19, 15, 0), () -> {
            overdueNow = office.receive("2.001740", DEPARTMENT); // due Tue 24/11
        });
        office.dossiers.receive(
                new Filing(
                        "1.003868",
                        DEPARTMENT,
                        Channel.IN_PERSON,
                        new Applicant(Applicant.Kind.PERSON, "Nông Thị Hằng")),
                by().at(LocalDateTime.of(2026, 10, 1, 9, 0))); // entered when it was overdue already
        at(MON_30_NOV, () -> {});
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void of_those_that_were_at_risk_the_share_that_became_late_is_told_with_its_base() {
        assertThat(codes(Measure.WARNED))
                .containsExactlyInAnyOrder(
                        lateWithWarning, inTimeWithWarning, lateOnShortNotice, hoursLate, elsewhere, rescued);
        assertThat(codes(Measure.WARNED_LATE))
                .containsExactlyInAnyOrder(lateWithWarning, lateOnShortNotice, hoursLate, elsewhere);
        RiskQuality.Share share = quality(november()).becameLate();
        assertThat(share).isEqualTo(new RiskQuality.Share(4, 6));
        assertThat(share.percent()).hasValue(100.0 * 4 / 6);
    }

    @Test
    void of_those_that_became_late_the_share_that_was_warned_a_working_day_before_is_told_with_its_base() {
        assertThat(codes(Measure.BECAME_LATE))
                .as("not what was overdue when it was entered")
                .containsExactlyInAnyOrder(lateWithWarning, lateOnShortNotice, hoursLate, elsewhere, overdueNow);
        assertThat(codes(Measure.FORESEEN)).containsExactly(lateWithWarning);
        assertThat(quality(november()).foreseen()).isEqualTo(new RiskQuality.Share(1, 5));
    }

    @Test
    void only_the_agencies_asked_for_count() {
        Selection district = Selection.of(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), MON_30_NOV, DISTRICT);
        assertThat(quality(district))
                .isEqualTo(new RiskQuality.Quality(new RiskQuality.Share(1, 1), new RiskQuality.Share(0, 1)));
    }

    @Test
    void without_a_base_there_is_no_share() {
        RiskQuality.Quality quality = quality(november().during(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)));
        assertThat(quality.becameLate().percent()).isEqualTo(OptionalDouble.empty());
        assertThat(quality.foreseen().percent()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void as_of_a_past_moment_nothing_is_known_that_came_later() {
        LocalDateTime then = LocalDateTime.of(2026, 11, 13, 7, 30);
        Selection selection = Selection.of(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), then, null);
        Map<Measure, Long> counts = office.store
                .bean(Counting.class)
                .of(selection, List.of(Measure.AT_RISK, Measure.WARNED, Measure.BECAME_LATE, Measure.FORESEEN));
        assertThat(counts.values()).containsExactly(4L, 3L, 3L, 0L);
    }

    @Test
    void a_forecast_can_be_shown_beside_its_dossier() {
        long id = office.id(lateWithWarning);
        Risks.Risk risk = office.store
                .bean(Risks.class)
                .of(List.of(id), LocalDateTime.of(2026, 11, 12, 9, 0))
                .get(id);
        assertThat(risk)
                .isEqualTo(new Risks.Risk(
                        LocalDateTime.of(2026, 11, 13, 7, 0),
                        LocalDateTime.of(2026, 11, 16, 23, 59, 59, 999_999_000),
                        960,
                        RiskBasis.THIN,
                        0,
                        null,
                        false));
    }

    private static Selection november() {
        return Selection.of(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), MON_30_NOV, null);
    }

    private static RiskQuality.Quality quality(Selection selection) {
        return office.store.bean(RiskQuality.class).of(selection);
    }

    private static List<String> codes(Measure measure) {
        return office.store.bean(Listing.class).page(november(), measure, null, 100).rows().stream()
                .map(DossierRow::code)
                .toList();
    }

    /** Something happens, and the background has not seen it for a minute. */
    private static void at(LocalDateTime moment, Runnable happening) {
        office.at(moment);
        happening.run();
        office.at(moment.plusMinutes(1));
    }

    private static Act by() {
        return Act.by("clerk").because("Kiểm thử");
    }
}
