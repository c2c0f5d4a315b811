package vn.motcua.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.catalogue.Calendars;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossier;

/** Weeks of chance, forecast in the background, and the same recounted minute by minute from what the test did. */
class RiskRecountTest {

    private static final LocalDateTime MON_5_JAN_2026 = LocalDateTime.of(2026, 1, 5, 8, 0);
    private static final int ROUNDS = 24;

    private record Step(String procedure, String key, String agency) {}

    private record Task(String id, String key, String agency) {}

    /** What the test knows of a dossier by itself; office minutes of a unit and how many of it are the limit. */
    private static final class Known {
        final String code;
        final String procedure;
        final LocalDateTime received;
        final List<Task> tasks = new ArrayList<>();
        int limit;
        boolean waits;
        boolean over;

        Known(String code, String procedure, LocalDateTime received, int limit) {
            this.code = code;
            this.procedure = procedure;
            this.received = received;
            this.limit = limit;
        }
    }

    /** In their order, or a seed would tell another story in each run. */
    private static final Map<String, Integer> LIMITS =
            new TreeMap<>(Map.of("1.003868", 10, "2.001740", 3, "1.009374", 30, "1.001193", 8, "1.001612", 3));

    private static final List<String> STEPS = List.of("appraisal", "approve", "opinion");
    private static final List<String> AGENCIES = List.of("000.00.14.H37", "000.00.21.H37", "000.20.20.H37");

    private final Map<Step, List<Integer>> passes = new HashMap<>();
    private final List<Known> dossiers = new ArrayList<>();
    private final TreeMap<LocalDateTime, TreeSet<Long>> toldThen = new TreeMap<>();
    private RiskOffice office;
    private WorkingCalendar calendar;
    private Random random;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void the_background_says_what_a_naive_recount_says_now_and_of_every_past_moment(int seed) {
        random = new Random(seed);
        try (RiskOffice opened = RiskOffice.open(MON_5_JAN_2026)) {
            office = opened;
            calendar = office.store.bean(Calendars.class).history().latest();
            makeHistory();
            for (int round = 0; round < ROUNDS; round++) {
                live();
                office.at(office.now().plusMinutes(1));
                compare();
                office.store.clock().set(office.now().plusMinutes(1 + random.nextInt(4_000)));
            }
            assertThat(toldThen.values().stream().mapToInt(TreeSet::size).sum()).isGreaterThan(5);
            toldThen.forEach((moment, told) ->
                    assertThat(office.atRisk(moment)).as(moment.toString()).containsExactlyElementsOf(told));
        }
    }

    private void makeHistory() {
        for (String procedure : LIMITS.keySet()) {
            String done = office.granted(procedure, agency(procedure), MON_5_JAN_2026.minusDays(30));
            for (String step : STEPS) {
                for (String agency : AGENCIES) {
                    int count = random.nextInt(3) == 0 ? 0 : 8 + random.nextInt(28);
                    int most = 1 + random.nextInt(2_500);
                    List<Integer> minutes = random.ints(count, 0, most).boxed().toList();
                    passes.put(new Step(procedure, step, agency), minutes);
                    office.passes(done, step, agency, MON_5_JAN_2026.minusDays(20), minutes);
                }
            }
        }
        office.renew();
    }

    private void live() {
        for (int i = random.nextInt(3); i > 0; i--) {
            String procedure = List.copyOf(LIMITS.keySet()).get(random.nextInt(LIMITS.size()));
            String code = office.receive(procedure, agency(procedure));
            dossiers.add(new Known(code, procedure, office.now(), LIMITS.get(procedure)));
        }
        for (Known dossier : dossiers) {
            if (!dossier.over && random.nextInt(4) == 0) {
                happen(dossier);
            }
        }
    }

    private void happen(Known dossier) {
        Act act = Act.by("clerk").because("Kiểm thử");
        switch (random.nextInt(7)) {
            case 0, 1, 2 -> {
                String key = STEPS.get(random.nextInt(STEPS.size()));
                String agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
                dossier.tasks.add(new Task(office.task(dossier.code, key, agency), key, agency));
            }
            case 3 -> {
                if (!dossier.tasks.isEmpty()) {
                    office.close(dossier.tasks
                            .remove(random.nextInt(dossier.tasks.size()))
                            .id());
                }
            }
            case 4 -> {
                if (dossier.waits) {
                    office.dossiers.supplementReceived(dossier.code, act);
                    dossier.waits = false;
                } else if (office.store
                                .jdbc()
                                .sql("select count(*) from motcua.clock_span where dossier_id = ? and waiting")
                                .param(office.id(dossier.code))
                                .query(Long.class)
                                .single()
                        == 0) {
                    office.dossiers.askSupplement(dossier.code, act);
                    dossier.waits = true;
                }
            }
            case 5 -> {
                if (!dossier.waits && !due(dossier).isBefore(office.now())) {
                    office.dossiers.extend(dossier.code, 2, "Luật", "Giám đốc", act);
                    dossier.limit += 2;
                }
            }
            default -> {
                if (!dossier.waits && random.nextInt(3) == 0) {
                    office.dossiers.resolve(dossier.code, act);
                    dossier.over = true;
                }
            }
        }
    }

    private void compare() {
        TreeSet<Long> atRisk = new TreeSet<>();
        for (Known dossier : dossiers) {
            boolean runs = !dossier.over && !dossier.waits && !due(dossier).isBefore(office.now());
            if (!runs) {
                continue;
            }
            LocalDateTime riskFrom = riskFrom(dossier);
            assertThat(office.said(dossier.code).orElseThrow().riskFrom())
                    .as("%s of %s, %s", dossier.code, dossier.procedure, dossier.tasks)
                    .isEqualTo(riskFrom);
            if (!riskFrom.isAfter(office.now())) {
                atRisk.add(office.id(dossier.code));
            }
        }
        assertThat(office.atRisk(office.now())).containsExactlyElementsOf(atRisk);
        toldThen.put(office.now(), atRisk);
    }

    private LocalDateTime due(Known dossier) {
        Dossier now = office.dossiers.get(dossier.code);
        return Objects.requireNonNull(now.due());
    }

    private LocalDateTime riskFrom(Known dossier) {
        boolean hours = dossier.procedure.equals("1.001193");
        LocalDateTime due = due(dossier);
        LocalDateTime moment = hours ? due : due.toLocalDate().atTime(17, 0);
        int left = dossier.tasks.stream()
                .map(task -> need(dossier.procedure, task))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> fallback(dossier, hours, due.toLocalDate()));
        while (left > 0) {
            if (!moment.isAfter(dossier.received)) {
                return dossier.received;
            }
            moment = moment.minusMinutes(1);
            if (isWorked(moment)) {
                left--;
            }
        }
        return moment;
    }

    private Integer need(String procedure, Task task) {
        List<Integer> own = passes.getOrDefault(new Step(procedure, task.key(), task.agency()), List.of());
        List<Integer> every = AGENCIES.stream()
                .flatMap(agency -> passes.get(new Step(procedure, task.key(), agency)).stream())
                .toList();
        List<Integer> believed = own.size() >= 30 ? own : every;
        return believed.size() < 30 ? null : believed.stream().sorted().toList().get((believed.size() * 4 + 4) / 5 - 1);
    }

    private int fallback(Known dossier, boolean hours, LocalDate due) {
        int minutes = hours ? dossier.limit * 60 : dossier.limit * 480;
        if (dossier.procedure.equals("1.009374")) {
            minutes = 480
                    * (int) due.minusDays(dossier.limit - 1L)
                            .datesUntil(due.plusDays(1))
                            .filter(calendar::isWorkingDay)
                            .count();
        }
        return (minutes + 4) / 5;
    }

    /** Whether the minute that begins at the moment is one of office time. */
    private boolean isWorked(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        boolean morning = !time.isBefore(LocalTime.of(7, 0)) && time.isBefore(LocalTime.of(11, 30));
        boolean afternoon = !time.isBefore(LocalTime.of(13, 30)) && time.isBefore(LocalTime.of(17, 0));
        return (morning || afternoon) && calendar.isWorkingDay(moment.toLocalDate());
    }

    private static String agency(String procedure) {
        return switch (procedure) {
            case "1.001193" -> "000.20.20.H37";
            case "1.001612" -> "000.00.21.H37";
            default -> "000.00.14.H37";
        };
    }
}
