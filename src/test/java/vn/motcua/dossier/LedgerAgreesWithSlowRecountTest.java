package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.catalogue.ClockPolicy;
import vn.motcua.oracle.SlowRecount;

/** Random rows of a register say the same to the ledger and to the second writing of the rules. */
class LedgerAgreesWithSlowRecountTest {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final String PROCEDURES = resource("/demo/procedures-langson-2019.csv");
    private static final String AGENCIES = resource("/demo/agencies-langson-2019.csv");
    private static final String CALENDAR = resource("/calendar/calendar-vn-2018-2026.csv");
    private static final String REGISTER_HEAD =
            resource("/demo/register-langson-2019.csv").lines().findFirst().orElseThrow();
    private static final String CODE = "000.00.14.H37-190708-0001";
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 31);

    /** What the product reads a register row as; {@code ended} of the last wait may be null. */
    private record Row(
            Procedure procedure,
            LocalDateTime received,
            List<LocalDateTime[]> waits,
            LocalDateTime resolved,
            String result,
            int status) {

        String csv() {
            String list = waits.stream()
                    .map(wait -> STAMP.format(wait[0]) + "/" + (wait[1] == null ? "" : STAMP.format(wait[1])))
                    .reduce((one, other) -> one + ";" + other)
                    .orElse("");
            return String.join(
                    ",",
                    CODE,
                    procedure.code(),
                    "000.00.14.H37",
                    "1",
                    "Nguyễn Văn A",
                    "2",
                    STAMP.format(received),
                    list,
                    resolved == null ? "" : STAMP.format(resolved),
                    status == 10 ? STAMP.format(resolved) : "",
                    result,
                    String.valueOf(status));
        }

        /** The events that an import of the row writes down. */
        Ledger ledger() {
            List<ClockEvent> events = new ArrayList<>();
            if (status == 1 || status == 3) {
                events.add(event(EventKind.FILED, received));
                if (status == 3) {
                    events.add(event(EventKind.NOT_ACCEPTED, resolved == null ? received : resolved));
                }
                return Ledger.of(events, procedure.terms());
            }
            events.add(event(EventKind.ACCEPTED, received));
            for (LocalDateTime[] wait : waits) {
                events.add(event(EventKind.SUPPLEMENT_ASKED, wait[0]));
                if (wait[1] != null) {
                    events.add(event(EventKind.SUPPLEMENT_RECEIVED, wait[1]));
                }
            }
            LocalDateTime last = events.get(events.size() - 1).occurredAt();
            switch (status) {
                case 4 -> events.add(event(EventKind.PROCESSING_BEGUN, last));
                case 6 -> events.add(event(EventKind.PAYMENT_ASKED, last));
                case 7 -> events.add(event(EventKind.WITHDRAWAL_ASKED, last));
                case 8 -> events.add(event(result.isEmpty() ? EventKind.STOPPED : EventKind.WITHDRAWN, resolved));
                case 9, 10 -> events.add(event(ending(), resolved));
                default -> {}
            }
            if (status == 10) {
                events.add(event(EventKind.RETURNED, resolved));
            }
            return Ledger.of(events, procedure.terms());
        }

        private EventKind ending() {
            return switch (result) {
                case "CAP" -> EventKind.RESOLVED;
                case "TU_CHOI" -> EventKind.REFUSED;
                default -> EventKind.WITHDRAWN;
            };
        }

        private static ClockEvent event(EventKind kind, LocalDateTime at) {
            return ClockEvent.of(kind, at, LocalDateTime.of(2026, 12, 31, 23, 0), "import-register");
        }
    }

    private record Procedure(String code, int limit, LimitUnit unit, ClockPolicy policy) {

        ClockTerms terms() {
            return Story.terms(limit, unit, policy, false, Story.SHIPPED);
        }
    }

    /** How long after the time before, and at what time of that day. */
    private record Gap(int days, LocalTime time) {

        LocalDateTime after(LocalDateTime moment) {
            LocalDateTime next = moment.toLocalDate().plusDays(days).atTime(time);
            return next.isBefore(moment) ? moment : next;
        }
    }

    @Property(tries = 700)
    void atEveryMomentBothSayTheSame(@ForAll("rows") Row row, @ForAll("gaps") Gap random) throws IOException {
        SlowRecount slow = new SlowRecount(
                new StringReader(PROCEDURES),
                new StringReader(AGENCIES),
                new StringReader(CALENDAR),
                new StringReader(REGISTER_HEAD + "\n" + row.csv() + "\n"));
        Ledger ledger = row.ledger();
        assertThat(ledger.state().status()).isNotNull();

        for (LocalDateTime moment : moments(row, ledger, random)) {
            SlowRecount.Explained expected = slow.explain(CODE, moment);
            Optional<ClockReading> reading = ledger.asOf(moment);
            assertThat(reading.map(LedgerAgreesWithSlowRecountTest::shown).orElse(null))
                    .as("as of %s: %s", moment, row.csv())
                    .isEqualTo(expected == null ? null : shown(expected));
        }
    }

    private static String shown(ClockReading reading) {
        Temporal due = reading.due().endsWithDay()
                ? reading.due().day()
                : reading.due().lastInstant();
        return shown(
                reading.received(),
                reading.effectiveReceipt(),
                due,
                reading.waiting(),
                reading.overdue(),
                String.valueOf(reading.timeliness()));
    }

    private static String shown(SlowRecount.Explained expected) {
        return shown(
                expected.received(),
                expected.effectiveReceipt(),
                expected.due(),
                expected.waiting(),
                expected.overdue(),
                String.valueOf(expected.timeliness()));
    }

    private static String shown(
            LocalDateTime received,
            LocalDate effective,
            Temporal due,
            boolean waiting,
            boolean overdue,
            String timeliness) {
        return "received %s, effective %s, due %s, waiting %s, overdue %s, %s"
                .formatted(received, effective, due, waiting, overdue, timeliness);
    }

    /** Right before, at and right after every event and the due dates, and some moment between. */
    private static TreeSet<LocalDateTime> moments(Row row, Ledger ledger, Gap random) {
        TreeSet<LocalDateTime> moments = new TreeSet<>();
        ledger.events().forEach(event -> moments.add(event.occurredAt()));
        moments.add(random.after(row.received()));
        LocalDateTime first = moments.first();
        for (LocalDateTime moment : List.of(first, moments.last())) {
            ledger.asOf(moment)
                    .map(reading -> reading.due().lastInstant().withNano(0))
                    .ifPresent(moments::add);
        }
        for (LocalDateTime moment : List.copyOf(moments)) {
            moments.add(moment.minusSeconds(1));
            moments.add(moment.plusSeconds(1));
        }
        return moments;
    }

    @Provide
    Arbitrary<Gap> gaps() {
        Arbitrary<Integer> days = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0)),
                Tuple.of(3, Arbitraries.integers().between(0, 4)),
                Tuple.of(2, Arbitraries.integers().between(0, 25)));
        return Combinators.combine(days, times()).as(Gap::new).withoutEdgeCases();
    }

    @Provide
    Arbitrary<Row> rows() {
        Arbitrary<Procedure> procedures = Arbitraries.of(procedures());
        Arbitrary<LocalDateTime> receipts =
                Combinators.combine(receiptDays(), times()).as(LocalDate::atTime);
        Arbitrary<List<Gap>> gaps = gaps().list().ofMinSize(1).ofMaxSize(7);
        Arbitrary<Integer> statuses = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(8, 9, 10)),
                Tuple.of(3, Arbitraries.of(2, 4, 5, 6, 7)),
                Tuple.of(1, Arbitraries.of(1, 3)));
        return Combinators.combine(
                        procedures,
                        receipts,
                        gaps,
                        statuses,
                        Arbitraries.of("CAP", "TU_CHOI", "RUT"),
                        Arbitraries.of(true, false))
                .as(LedgerAgreesWithSlowRecountTest::row)
                .withoutEdgeCases();
    }

    /** Seven gaps make up to three waits and the end; with {@code open} the last wait stays open where that may be. */
    private static Row row(
            Procedure procedure, LocalDateTime received, List<Gap> gaps, int status, String result, boolean open) {
        boolean ended = status >= 8;
        List<LocalDateTime> times = new ArrayList<>();
        LocalDateTime last = received;
        for (Gap gap : gaps) {
            last = gap.after(last);
            times.add(last);
        }
        LocalDateTime end = ended ? times.remove(times.size() - 1) : null;
        if (status == 1 || status == 3) {
            return new Row(
                    procedure,
                    received,
                    List.of(),
                    status == 3 && open ? times.get(0) : null,
                    status == 3 ? "KHONG_TIEP_NHAN" : "",
                    status);
        }
        boolean mayStayOpen = status == 5 || open && (ended || status == 7);
        if (times.size() % 2 != (mayStayOpen ? 1 : 0)) {
            if (times.isEmpty()) {
                mayStayOpen = false;
            } else {
                times.remove(times.size() - 1);
            }
        }
        List<LocalDateTime[]> waits = new ArrayList<>();
        for (int i = 0; i < times.size(); i += 2) {
            waits.add(new LocalDateTime[] {times.get(i), i + 1 < times.size() ? times.get(i + 1) : null});
        }
        boolean waits5 = status == 5 && (waits.isEmpty() || waits.get(waits.size() - 1)[1] != null);
        String outcome = status >= 9 ? result : status == 8 && open ? "RUT" : "";
        return new Row(procedure, received, waits, end, outcome, waits5 ? 2 : status);
    }

    private static Arbitrary<LocalDate> receiptDays() {
        Arbitrary<LocalDate> any = Arbitraries.integers()
                .between(0, (int) (LAST.toEpochDay() - FIRST.toEpochDay()))
                .map(FIRST::plusDays);
        // Around Tết, the end of April and the National Day there is more to get wrong.
        Arbitrary<LocalDate> holidays = Combinators.combine(
                        Arbitraries.integers().between(2018, 2025),
                        Arbitraries.of(20, 110, 235, 355),
                        Arbitraries.integers().between(0, 12))
                .as((year, start, day) -> LocalDate.ofYearDay(year, start).plusDays(day));
        return Arbitraries.oneOf(any, holidays);
    }

    private static Arbitrary<LocalTime> times() {
        return Arbitraries.oneOf(
                Arbitraries.of("00:00", "07:00", "11:30", "13:30", "16:59:59", "17:00", "17:00:01", "23:59:59")
                        .map(LocalTime::parse),
                Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay));
    }

    private static List<Procedure> procedures() {
        List<String> lines = PROCEDURES.lines().toList();
        return lines.stream()
                .skip(1)
                // The limit, its unit and the way of counting follow the last field that may be quoted.
                .map(line -> Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                        .toList())
                .map(cells -> new Procedure(
                        cells.get(0),
                        Integer.parseInt(cells.get(3)),
                        LimitUnit.valueOf(cells.get(4)),
                        ClockPolicy.valueOf(cells.get(5))))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream stream = LedgerAgreesWithSlowRecountTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
