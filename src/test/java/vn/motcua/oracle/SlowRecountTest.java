package vn.motcua.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second writing of the rules, held against published figures and worked examples. */
class SlowRecountTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2019, 1, 1);
    private static final LocalDate END_OF_APRIL = LocalDate.of(2019, 4, 30);
    private static final LocalDate END_OF_JUNE = LocalDate.of(2019, 6, 30);
    private static final LocalDateTime MUCH_LATER = LocalDateTime.of(2020, 1, 1, 0, 0);

    private static SlowRecount langSon;

    @BeforeAll
    static void readTheRegister() throws IOException {
        try (Reader procedures = resource("/demo/procedures-langson-2019.csv");
                Reader agencies = resource("/demo/agencies-langson-2019.csv");
                Reader calendar = resource("/calendar/calendar-vn-2018-2026.csv");
                Reader register = resource("/demo/register-langson-2019.csv")) {
            langSon = new SlowRecount(procedures, agencies, calendar, register);
        }
    }

    // ---------------------------------------------------------------- the published figures

    @Test
    void theFirstFourMonthsOf2019ComeOutAsPublished() {
        int[] all =
                langSon.ii06a(NEW_YEAR, END_OF_APRIL, MUCH_LATER, null, "none").get("all");

        assertThat(column(all, 3)).as("received").isEqualTo(10_392);
        assertThat(column(all, 6)).as("carried over").isEqualTo(412);
        assertThat(column(all, 7)).as("resolved").isEqualTo(7_444);
        assertThat(percentOfReceived(all, 7)).as("resolved").isEqualTo("71.6");
        assertThat(percentOfReceived(all, 8)).as("early").isEqualTo("54.2");
        assertThat(percentOfReceived(all, 9)).as("on time").isEqualTo("5.5");
        assertThat(percentOfReceived(all, 10)).as("late").isEqualTo("11.9");
    }

    @Test
    void theLicencesOfTheFirstHalfOf2019ComeOutAsPublished() {
        assertThat(langSon.licences(NEW_YEAR, END_OF_JUNE))
                .containsEntry("1.003868", 40)
                .containsEntry("1.009374", 2)
                .containsEntry("2.001098", 2);
    }

    @Test
    void theColumnsAddUpInEveryGroupOfEveryGrouping() {
        int[] all =
                langSon.ii06a(NEW_YEAR, END_OF_APRIL, MUCH_LATER, null, "none").get("all");
        for (String grouping : new String[] {"none", "agency", "sector", "procedure"}) {
            int[] sum = new int[11];
            Map<String, int[]> groups = langSon.ii06a(NEW_YEAR, END_OF_APRIL, MUCH_LATER, null, grouping);
            groups.forEach((name, row) -> {
                assertThat(column(row, 3))
                        .as("%s: 3 = 4 + 5 + 6", name)
                        .isPositive()
                        .isEqualTo(column(row, 4) + column(row, 5) + column(row, 6));
                assertThat(column(row, 3)).as("%s: 3 = 7 + 11", name).isEqualTo(column(row, 7) + column(row, 11));
                assertThat(column(row, 7))
                        .as("%s: 7 = 8 + 9 + 10", name)
                        .isEqualTo(column(row, 8) + column(row, 9) + column(row, 10));
                assertThat(column(row, 11)).as("%s: 11 = 12 + 13", name).isEqualTo(column(row, 12) + column(row, 13));
                Arrays.setAll(sum, i -> sum[i] + row[i]);
            });
            assertThat(sum).as(grouping).isEqualTo(all);
        }
    }

    @Test
    void whatIsOpenAtTheEndOfAPeriodIsCarriedIntoTheNext() {
        Map<String, int[]> before = langSon.ii06a(NEW_YEAR, END_OF_APRIL, MUCH_LATER, null, "agency");
        Map<String, int[]> after = langSon.ii06a(END_OF_APRIL.plusDays(1), END_OF_JUNE, MUCH_LATER, null, "agency");

        Map<String, Integer> left = new TreeMap<>();
        before.forEach((agency, row) -> left.merge(agency, column(row, 11), Integer::sum));
        left.values().removeIf(count -> count == 0);
        Map<String, Integer> carried = new TreeMap<>();
        after.forEach((agency, row) -> carried.merge(agency, column(row, 6), Integer::sum));
        carried.values().removeIf(count -> count == 0);
        assertThat(carried).isEqualTo(left).isNotEmpty();
    }

    @Test
    void aClosedPeriodReadsTheSameHoweverLateItIsAskedFor() {
        LocalDateTime nextMorning = LocalDateTime.of(2019, 5, 1, 0, 0);
        assertThat(langSon.ii06a(NEW_YEAR, END_OF_APRIL, nextMorning, null, "none")
                        .get("all"))
                .isEqualTo(langSon.ii06a(NEW_YEAR, END_OF_APRIL, MUCH_LATER, null, "none")
                        .get("all"));
    }

    @Test
    void anAgencyTakesInEverythingBelowIt() {
        int[] province = langSon.ii06a(NEW_YEAR, END_OF_APRIL, MUCH_LATER, "000.00.00.H37", "none")
                .get("all");
        int[] city = langSon.ii06a(NEW_YEAR, END_OF_APRIL, MUCH_LATER, "000.00.20.H37", "none")
                .get("all");
        Map<String, int[]> partsOfTheCity =
                langSon.ii06a(NEW_YEAR, END_OF_APRIL, MUCH_LATER, "000.00.20.H37", "agency");

        assertThat(column(province, 3)).isEqualTo(10_392);
        assertThat(partsOfTheCity.keySet()).hasSizeGreaterThan(1).allMatch(code -> code.endsWith(".20.H37"));
        assertThat(partsOfTheCity.values().stream()
                        .mapToInt(row -> column(row, 3))
                        .sum())
                .isEqualTo(column(city, 3));
    }

    // ---------------------------------------------------------------- the worked examples

    @Test
    void tenWorkingDaysRunPastTheTetHolidays() throws IOException {
        assertThat(open("10,WORKING_DAYS,PAUSE", "20190128090000", "").due()).isEqualTo(LocalDate.of(2019, 2, 18));
    }

    @Test
    void threeWorkingDaysEndOnTheMakeUpSaturday() throws IOException {
        assertThat(open("3,WORKING_DAYS,PAUSE", "20190426100000", "").due()).isEqualTo(LocalDate.of(2019, 5, 4));
    }

    @Test
    void oneWorkingHourRunsOnAfterTheHolidays() throws IOException {
        assertThat(open("1,WORKING_HOURS,PAUSE", "20190426163000", "").due())
                .isEqualTo(LocalDateTime.of(2019, 5, 2, 7, 30));
    }

    // ---------------------------------------------------------------- single rules

    @Test
    void eightHoursFromOpeningEndAtClosingTheSameDay() throws IOException {
        assertThat(open("8,WORKING_HOURS,PAUSE", "20190320070000", "").due())
                .isEqualTo(LocalDateTime.of(2019, 3, 20, 17, 0));
    }

    @Test
    void aReceiptAtClosingBelongsToTheDayAndOneSecondLaterToTheNext() throws IOException {
        assertThat(open("1,WORKING_DAYS,PAUSE", "20190320170000", "").effectiveReceipt())
                .isEqualTo(LocalDate.of(2019, 3, 20));
        assertThat(open("1,WORKING_DAYS,PAUSE", "20190320170001", "").effectiveReceipt())
                .isEqualTo(LocalDate.of(2019, 3, 21));
    }

    @Test
    void aCalendarLimitRollsOnceAfterThePushOfItsWaits() throws IOException {
        // 18/03 + 5 = Saturday 23/03; the wait pushes 4 days, to Wednesday 27/03, which needs no roll.
        String wait = "20190319090000/20190323090000";
        assertThat(open("5,CALENDAR_DAYS,PAUSE", "20190318090000", "").due()).isEqualTo(LocalDate.of(2019, 3, 25));
        assertThat(open("5,CALENDAR_DAYS,PAUSE", "20190318090000", wait).due()).isEqualTo(LocalDate.of(2019, 3, 27));
    }

    @Test
    void aWaitPausesWorkingDaysFromTheDayAskedToTheDayBeforeTheArrival() throws IOException {
        // Asked Wednesday, arrived Monday: Wednesday, Thursday and Friday push, the weekend does not.
        String wait = "20190320180000/20190325230000";
        assertThat(open("3,WORKING_DAYS,PAUSE", "20190319090000", wait).due()).isEqualTo(LocalDate.of(2019, 3, 27));
        String sameDay = "20190320080000/20190320160000";
        assertThat(open("3,WORKING_DAYS,PAUSE", "20190319090000", sameDay).due())
                .isEqualTo(LocalDate.of(2019, 3, 22));
    }

    @Test
    void aWaitPausesHoursByTheOfficeTimeWithinIt() throws IOException {
        // From 11:00 to 14:00 there are 30 + 30 office minutes; 6 + 1 hours from opening end at 16:00.
        String wait = "20190320110000/20190320140000";
        assertThat(open("6,WORKING_HOURS,PAUSE", "20190320070000", wait).due())
                .isEqualTo(LocalDateTime.of(2019, 3, 20, 16, 0));
    }

    @Test
    void aRestartCountsTheFullLimitFromTheLastArrival() throws IOException {
        // The second arrival is on Friday after closing: effective Monday 01/04.
        String waits = "20190319090000/20190321090000;20190325090000/20190329171500";
        SlowRecount.Explained clock = open("3,WORKING_DAYS,RESTART", "20190318090000", waits);
        assertThat(clock.countedFrom()).isEqualTo(LocalDateTime.of(2019, 3, 29, 17, 15));
        assertThat(clock.effectiveReceipt()).isEqualTo(LocalDate.of(2019, 3, 18));
        assertThat(clock.due()).isEqualTo(LocalDate.of(2019, 4, 4));
    }

    @Test
    void aWaitStillOpenPushesNothingYetAndIsNeverOverdue() throws IOException {
        SlowRecount recount = one("1,WORKING_DAYS,PAUSE", "20190318090000", "20190319090000/20190326090000", "", "", 4);

        SlowRecount.Explained waiting = recount.explain("X", LocalDateTime.of(2019, 3, 25, 9, 0));
        assertThat(waiting.waiting()).isTrue();
        assertThat(waiting.overdue()).isFalse();
        assertThat(waiting.due()).isEqualTo(LocalDate.of(2019, 3, 19));

        SlowRecount.Explained before = recount.explain("X", LocalDateTime.of(2019, 3, 19, 8, 59, 59));
        assertThat(before.waiting()).isFalse();

        SlowRecount.Explained after = recount.explain("X", LocalDateTime.of(2019, 3, 26, 9, 0));
        assertThat(after.waiting()).isFalse();
        assertThat(after.due()).isEqualTo(LocalDate.of(2019, 3, 26));
        assertThat(after.overdue()).isFalse();
        assertThat(recount.explain("X", LocalDateTime.of(2019, 3, 27, 0, 0)).overdue())
                .isTrue();
    }

    @Test
    void aWaitOpenAtTheResolutionPausesUpToItAndRestartsNothing() throws IOException {
        String wait = "20190319090000/";
        assertThat(resolved("1,WORKING_DAYS,PAUSE", "20190318090000", wait, "20190322090000", "CAP")
                        .timeliness())
                .isEqualTo("ON_TIME");
        assertThat(resolved("1,WORKING_DAYS,RESTART", "20190318090000", wait, "20190322090000", "CAP")
                        .timeliness())
                .isEqualTo("LATE");
    }

    @Test
    void aResultIsEarlyOnTimeOrLateByItsDay() throws IOException {
        String limit = "2,WORKING_DAYS,PAUSE";
        assertThat(resolved(limit, "20190318090000", "", "20190319230000", "CAP")
                        .timeliness())
                .isEqualTo("EARLY");
        assertThat(resolved(limit, "20190318090000", "", "20190320230000", "TU_CHOI")
                        .timeliness())
                .isEqualTo("ON_TIME");
        assertThat(resolved(limit, "20190318090000", "", "20190321000000", "TU_CHOI")
                        .timeliness())
                .isEqualTo("LATE");
        assertThat(resolved(limit, "20190318090000", "", "20190330090000", "RUT")
                        .timeliness())
                .isEqualTo("ON_TIME");
    }

    @Test
    void anHourLimitIsLateOnlyAfterItsInstantAndEarlyOnlyOnAnEarlierDay() throws IOException {
        String limit = "1,WORKING_HOURS,PAUSE";
        assertThat(resolved(limit, "20190318163000", "", "20190319073000", "CAP")
                        .timeliness())
                .isEqualTo("ON_TIME");
        assertThat(resolved(limit, "20190318163000", "", "20190319073001", "CAP")
                        .timeliness())
                .isEqualTo("LATE");
        assertThat(resolved(limit, "20190318163000", "", "20190318170000", "CAP")
                        .timeliness())
                .isEqualTo("EARLY");
    }

    @Test
    void anHourLimitIsOverdueAtTheEndOfItsDayAndADayLimitIsNot() throws IOException {
        LocalDateTime endOfDay = LocalDateTime.of(2019, 3, 19, 23, 59, 59);
        SlowRecount hours = one("8,WORKING_HOURS,PAUSE", "20190318080000", "", "", "", 4);
        SlowRecount days = one("1,WORKING_DAYS,PAUSE", "20190318080000", "", "", "", 4);
        assertThat(hours.explain("X", LocalDateTime.of(2019, 3, 19, 8, 0)).overdue())
                .isFalse();
        assertThat(hours.explain("X", endOfDay).overdue()).isTrue();
        assertThat(days.explain("X", endOfDay).overdue()).isFalse();
    }

    @Test
    void whatWasNotAcceptedOrNotYetReceivedCountsNowhere() throws IOException {
        SlowRecount refusedAtTheDesk = one("1,WORKING_DAYS,PAUSE", "20190318080000", "", "", "KHONG_TIEP_NHAN", 3);
        assertThat(refusedAtTheDesk.explain("X", MUCH_LATER)).isNull();
        assertThat(refusedAtTheDesk
                        .ii06a(NEW_YEAR, END_OF_APRIL, MUCH_LATER, null, "none")
                        .get("all"))
                .containsOnly(0);
        assertThat(refusedAtTheDesk.ii06a(NEW_YEAR, END_OF_APRIL, MUCH_LATER, null, "sector"))
                .isEmpty();

        SlowRecount received = one("1,WORKING_DAYS,PAUSE", "20190318080000", "", "", "", 4);
        assertThat(received.explain("X", LocalDateTime.of(2019, 3, 18, 7, 59, 59)))
                .isNull();
        assertThat(received.explain("X", LocalDateTime.of(2019, 3, 18, 8, 0))).isNotNull();
    }

    @Test
    void aDateBeyondThePublishedCalendarIsAnError() throws IOException {
        SlowRecount recount = one("30,WORKING_DAYS,PAUSE", "20261210080000", "", "", "", 4);
        LocalDateTime asOf = LocalDateTime.of(2026, 12, 11, 0, 0);
        assertThatThrownBy(() -> recount.explain("X", asOf)).isInstanceOf(IllegalStateException.class);
    }

    // ---------------------------------------------------------------- helpers

    private static SlowRecount.Explained open(String limit, String received, String waits) throws IOException {
        return one(limit, received, waits, "", "", 4).explain("X", MUCH_LATER);
    }

    private static SlowRecount.Explained resolved(
            String limit, String received, String waits, String end, String result) throws IOException {
        return one(limit, received, waits, end, result, result.equals("RUT") ? 8 : 9)
                .explain("X", MUCH_LATER);
    }

    /** A register of one dossier, X, of a procedure with the given limit, unit and policy. */
    private static SlowRecount one(String limit, String received, String waits, String end, String result, int status)
            throws IOException {
        String procedures = """
                MaTTHC,TenTTHC,LinhVuc,ThoiHan,DonViThoiHan,CachTinh,MucDo,CapThucHien,LePhi
                P,"A procedure, ""quoted""\",Field,%s,3,TINH,0
                """.formatted(limit);
        String agencies = """
                MaDonVi,TenDonVi,MaDonViCha,Cap
                A,Agency,,TINH
                """;
        String register = """
                MaHoSo,MaTTHC,DonViXuLy,LoaiDoiTuong,ChuHoSo,KenhThucHien,NgayTiepNhan,DanhSachBoSung,\
                NgayKetThucXuLy,NgayTra,KetQua,TrangThaiHoSo
                X,P,A,1,Somebody,1,%s,%s,%s,,%s,%d
                """.formatted(received, waits, end, result, status);
        try (Reader calendar = resource("/calendar/calendar-vn-2018-2026.csv")) {
            return new SlowRecount(
                    new StringReader(procedures), new StringReader(agencies), calendar, new StringReader(register));
        }
    }

    private static Reader resource(String name) {
        InputStream stream = SlowRecountTest.class.getResourceAsStream(name);
        assertThat(stream).as(name).isNotNull();
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    private static int column(int[] row, int number) {
        return row[number - 3];
    }

    /** One decimal, half up, in whole numbers. */
    private static String percentOfReceived(int[] row, int number) {
        int thousandths = (2000 * column(row, number) + column(row, 3)) / (2 * column(row, 3));
        return thousandths / 10 + "." + thousandths % 10;
    }
}
