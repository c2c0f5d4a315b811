package vn.motcua.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.sla.RiskBasis.HISTORY;
import static vn.motcua.sla.RiskBasis.HISTORY_AGENCY;
import static vn.motcua.sla.RiskBasis.THIN;
import static vn.motcua.sla.RiskOffice.APPRAISAL;
import static vn.motcua.sla.RiskOffice.DEPARTMENT;
import static vn.motcua.sla.RiskOffice.DISTRICT;
import static vn.motcua.sla.RiskOffice.PUBLICATION;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Filing;
import vn.motcua.sla.RiskOffice.Said;

/** What is forecast of single dossiers, counted by hand. */
class RiskWatchTest {

    private static final LocalDateTime FRI_20_NOV = LocalDateTime.of(2026, 11, 20, 9, 0);
    private static final LocalDateTime MON_2_NOV = LocalDateTime.of(2026, 11, 2, 9, 0);

    private RiskOffice office;

    @BeforeEach
    void open() {
        office = RiskOffice.open(FRI_20_NOV);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void without_history_a_fifth_of_the_limit_stands_in_and_is_named_so() {
        String days = office.receivePublication(); // 10 working days, due Fri 4/12
        String few = office.receive("2.001740", DEPARTMENT); // 3 working days, due Wed 25/11
        String calendar = office.receive("1.009374", DEPARTMENT); // 30 days, to Sun 20/12, due Mon 21/12
        String hours = office.receive("1.001193", "000.20.20.H37"); // 8 hours, due Mon 23/11 09:00
        office.watch.catchUp();

        assertThat(office.said(days)).contains(thin("2026-12-03T07:00", 960));
        assertThat(office.said(few)).contains(thin("2026-11-25T10:12", 288));
        // 21 working days among the last 30
        assertThat(office.said(calendar)).contains(thin("2026-12-15T15:24", 2016));
        assertThat(office.said(hours)).contains(thin("2026-11-23T07:24", 96));
    }

    @Test
    void a_dossier_is_at_risk_from_that_instant_until_its_due_day_is_over() {
        String code = office.receivePublication();
        office.watch.catchUp();
        assertThat(office.isAtRisk(code, at("2026-12-03T06:59:59"))).isFalse();
        assertThat(office.isAtRisk(code, at("2026-12-03T07:00"))).isTrue();
        assertThat(office.isAtRisk(code, at("2026-12-04T23:59:59.999999"))).isTrue();
        assertThat(office.isAtRisk(code, at("2026-12-05T00:00"))).isFalse();
    }

    @Test
    void history_is_believed_from_thirty_finished_passes_on() {
        String code = office.receivePublication();
        office.task(code, APPRAISAL, DEPARTMENT);
        String done = office.granted(PUBLICATION, DEPARTMENT, MON_2_NOV);
        // 10, 20, … 290 minutes
        office.passes(
                done,
                APPRAISAL,
                DEPARTMENT,
                MON_2_NOV,
                IntStream.rangeClosed(1, 29).map(i -> i * 10).boxed().toList());
        office.renew();
        assertThat(office.said(code)).contains(new Said(at("2026-12-03T07:00"), 960, THIN, 29, "Bước appraisal"));

        office.passes(done, APPRAISAL, DEPARTMENT, MON_2_NOV, List.of(300));
        office.renew();
        // the 24th of 30 is 240 minutes: four hours before 17:00, the noon break left out
        assertThat(office.said(code))
                .contains(new Said(at("2026-12-04T11:00"), 240, HISTORY_AGENCY, 30, "Bước appraisal"));
    }

    @Test
    void too_few_passes_at_the_agency_are_made_up_for_by_those_at_all_agencies() {
        String code = office.receive("1.001612", DISTRICT); // 3 working days, due Wed 25/11
        office.task(code, APPRAISAL, DISTRICT);
        String done = office.granted("1.001612", DISTRICT, MON_2_NOV);
        office.passes(done, APPRAISAL, DISTRICT, MON_2_NOV, Collections.nCopies(29, 60));
        office.passes(done, APPRAISAL, DEPARTMENT, MON_2_NOV, Collections.nCopies(8, 120));
        office.renew();
        // the 30th of 37 (0.8 × 37 = 29.6) is one of the eight
        assertThat(office.said(code)).contains(new Said(at("2026-11-25T15:00"), 120, HISTORY, 37, "Bước appraisal"));

        office.passes(done, APPRAISAL, DISTRICT, MON_2_NOV, List.of(60));
        office.renew();
        assertThat(office.said(code))
                .contains(new Said(at("2026-11-25T16:00"), 60, HISTORY_AGENCY, 30, "Bước appraisal"));
    }

    @Test
    void passes_count_for_180_days_and_only_with_a_result() {
        String code = office.receivePublication();
        office.task(code, APPRAISAL, DEPARTMENT);
        LocalDateTime oldest = FRI_20_NOV.minusDays(180);
        String done = office.granted(PUBLICATION, DEPARTMENT, MON_2_NOV.minusMonths(9));
        office.passes(done, APPRAISAL, DEPARTMENT, oldest, List.of(240));
        office.passes(done, APPRAISAL, DEPARTMENT, oldest.plusSeconds(1), Collections.nCopies(29, 240));
        String withdrawn = office.receivePublication();
        office.passes(withdrawn, APPRAISAL, DEPARTMENT, MON_2_NOV, Collections.nCopies(5, 240));
        office.dossiers.askWithdrawal(withdrawn, Act.by("clerk"));
        office.dossiers.withdraw(withdrawn, Act.by("clerk"));
        office.renew();
        assertThat(office.said(code).orElseThrow().basis()).isEqualTo(THIN);
        assertThat(office.said(code).orElseThrow().passes()).isEqualTo(29);

        office.passes(done, APPRAISAL, DEPARTMENT, oldest.plusSeconds(1), List.of(240));
        office.renew();
        assertThat(office.said(code).orElseThrow().basis()).isEqualTo(HISTORY_AGENCY);
    }

    @Test
    void of_several_open_steps_the_one_that_needs_longest_counts_and_one_without_history_says_nothing() {
        String done = office.granted(PUBLICATION, DEPARTMENT, MON_2_NOV);
        office.passes(done, "opinion", DEPARTMENT, MON_2_NOV, Collections.nCopies(30, 60));
        office.passes(done, APPRAISAL, DEPARTMENT, MON_2_NOV, Collections.nCopies(30, 120));
        office.renew();
        String code = office.receivePublication();
        office.task(code, "side", DEPARTMENT);
        office.watch.catchUp();
        assertThat(office.said(code)).contains(new Said(at("2026-12-03T07:00"), 960, THIN, 0, "Bước side"));
        office.task(code, "opinion", DEPARTMENT);
        office.watch.catchUp();
        assertThat(office.said(code))
                .contains(new Said(at("2026-12-04T16:00"), 60, HISTORY_AGENCY, 30, "Bước opinion"));
        String longest = office.task(code, APPRAISAL, DEPARTMENT);
        office.watch.catchUp();
        assertThat(office.said(code))
                .contains(new Said(at("2026-12-04T15:00"), 120, HISTORY_AGENCY, 30, "Bước appraisal"));
        office.close(longest);
        office.watch.catchUp();
        assertThat(office.said(code).orElseThrow().step()).isEqualTo("Bước opinion");
    }

    @Test
    void a_step_that_usually_needs_more_than_was_ever_allowed_is_at_risk_from_the_receipt() {
        String done = office.granted(PUBLICATION, DEPARTMENT, MON_2_NOV);
        office.passes(done, APPRAISAL, DEPARTMENT, MON_2_NOV, Collections.nCopies(30, 6000));
        office.renew();
        String code = office.receivePublication();
        office.task(code, APPRAISAL, DEPARTMENT);
        office.watch.catchUp();
        assertThat(office.said(code).orElseThrow().riskFrom()).isEqualTo(FRI_20_NOV);
        assertThat(office.isAtRisk(code, FRI_20_NOV)).isTrue();
    }

    @Test
    void what_needs_no_time_any_more_is_at_risk_in_the_evening_of_its_due_day() {
        String done = office.granted(PUBLICATION, DEPARTMENT, MON_2_NOV);
        office.passes(done, APPRAISAL, DEPARTMENT, MON_2_NOV, Collections.nCopies(30, 0));
        office.renew();
        String code = office.receivePublication();
        office.task(code, APPRAISAL, DEPARTMENT);
        office.watch.catchUp();
        assertThat(office.said(code).orElseThrow().riskFrom()).isEqualTo(at("2026-12-04T17:00"));
    }

    @Test
    void days_off_for_tet_are_no_time_to_work_in() {
        office.close();
        LocalDateTime received = LocalDateTime.of(2026, 2, 9, 9, 0);
        office = RiskOffice.open(received);
        String done = office.granted(PUBLICATION, DEPARTMENT, received.minusDays(20));
        // seven working days
        office.passes(done, APPRAISAL, DEPARTMENT, received.minusDays(10), Collections.nCopies(30, 7 * 480));
        office.renew();
        String thin = office.receivePublication(); // due Mon 2/3: Tết is from 16/2 to 20/2
        String code = office.receivePublication();
        office.task(code, APPRAISAL, DEPARTMENT);
        office.watch.catchUp();
        assertThat(office.said(thin).orElseThrow().riskFrom()).isEqualTo(at("2026-02-27T07:00"));
        assertThat(office.said(code).orElseThrow().riskFrom()).isEqualTo(at("2026-02-13T07:00"));
    }

    @Test
    void whoever_waits_is_not_at_risk_and_is_forecast_anew_when_the_papers_are_there() {
        String code = office.receivePublication();
        office.watch.catchUp();
        office.at(at("2026-12-03T10:00"));
        assertThat(office.isAtRisk(code, office.now())).isTrue();
        office.dossiers.askSupplement(code, Act.by("clerk").because("Thiếu bản thảo"));
        // before the background has seen it
        assertThat(office.isAtRisk(code, office.now())).isFalse();
        assertThat(office.isAtRisk(code, office.now().minusSeconds(1))).isTrue();
        office.at(at("2026-12-04T10:00"));
        assertThat(office.said(code)).isEmpty();

        office.dossiers.supplementReceived(code, Act.by("clerk"));
        office.watch.catchUp();
        // the limit starts again on 4/12 and ends on Fri 18/12
        assertThat(office.said(code)).contains(thin("2026-12-17T07:00", 960));
        assertThat(office.isAtRisk(code, at("2026-12-04T16:00"))).isFalse();
    }

    @Test
    void an_extension_moves_the_instant_and_counts_as_allowed_time() {
        String code = office.receivePublication();
        office.watch.catchUp();
        office.at(at("2026-12-03T10:00"));
        office.dossiers.extend(code, 5, "Luật Khiếu nại", "Giám đốc", Act.by("leader"));
        // the forecast was made for another due date
        assertThat(office.isAtRisk(code, office.now())).isFalse();
        office.watch.catchUp();
        // 15 working days to Fri 11/12, a fifth are three
        assertThat(office.said(code)).contains(thin("2026-12-09T07:00", 1440));
        assertThat(office.isAtRisk(code, at("2026-12-03T09:59"))).isTrue();
        assertThat(office.isAtRisk(code, at("2026-12-09T07:00"))).isTrue();
    }

    @Test
    void an_extension_that_does_not_move_the_due_date_counts_as_allowed_time_too() {
        office.close();
        office = RiskOffice.open(LocalDateTime.of(2026, 1, 16, 9, 0));
        String code = office.receive("1.009374", DEPARTMENT); // 30 days end on Sun 15/2, Tết follows: due Mon 23/2
        office.watch.catchUp();
        // 16 working days among the last 30
        assertThat(office.said(code)).contains(thin("2026-02-11T15:24", 1536));
        office.dossiers.extend(code, 2, "Luật Khiếu nại", "Giám đốc", Act.by("leader"));
        office.watch.catchUp();
        // 17 among the last 32
        assertThat(office.said(code)).contains(thin("2026-02-11T13:48", 1632));
    }

    @Test
    void a_past_moment_is_told_by_what_was_forecast_then() {
        String code = office.receivePublication();
        office.at(at("2026-12-02T08:00"));
        String done = office.granted(PUBLICATION, DEPARTMENT, MON_2_NOV.plusDays(20));
        office.passes(done, APPRAISAL, DEPARTMENT, MON_2_NOV.plusDays(20), Collections.nCopies(30, 3 * 480));
        office.task(code, APPRAISAL, DEPARTMENT);
        assertThat(office.isAtRisk(code, at("2026-12-02T08:00"))).isFalse();
        office.at(at("2026-12-02T09:00"));
        office.renew();
        // three days are needed, so since this morning; but that was not known at eight
        assertThat(office.said(code).orElseThrow().riskFrom()).isEqualTo(at("2026-12-02T07:00"));
        assertThat(office.isAtRisk(code, at("2026-12-02T08:59:59"))).isFalse();
        assertThat(office.isAtRisk(code, at("2026-12-02T09:00"))).isTrue();

        office.store.clock().set(at("2026-12-02T10:00"));
        office.dossiers.resolve(code, Act.by("leader"));
        assertThat(office.isAtRisk(code, at("2026-12-02T10:00"))).isFalse();
        office.at(at("2026-12-02T10:01"));
        assertThat(office.said(code)).isEmpty();
        assertThat(office.isAtRisk(code, at("2026-12-02T09:59:59"))).isTrue();
        assertThat(office.isAtRisk(code, at("2026-12-02T10:00"))).isFalse();
    }

    @Test
    void another_day_with_the_same_needs_writes_nothing() {
        String code = office.receivePublication();
        office.watch.catchUp();
        for (int day = 21; day < 30; day++) {
            office.at(LocalDateTime.of(2026, 11, day, 0, 5));
        }
        assertThat(office.spans(code)).isEqualTo(1);
        office.at(at("2026-12-05T00:05"));
        assertThat(office.said(code)).as("overdue").isEmpty();
    }

    @Test
    void what_is_only_filed_or_not_accepted_is_never_forecast() {
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Nông Thị Hằng");
        Filing filing = new Filing(PUBLICATION, DEPARTMENT, Channel.ONLINE, applicant);
        String code = office.dossiers.file(filing, Act.by("citizen")).code();
        office.task(code, "intake-check", DEPARTMENT);
        office.watch.catchUp();
        assertThat(office.said(code)).isEmpty();
        office.dossiers.accept(code, Act.by("clerk"));
        office.watch.catchUp();
        assertThat(office.said(code)).isPresent();
    }

    private static Said thin(String riskFrom, int need) {
        return new Said(at(riskFrom), need, THIN, 0, null);
    }

    private static LocalDateTime at(String moment) {
        return LocalDateTime.parse(moment);
    }
}
