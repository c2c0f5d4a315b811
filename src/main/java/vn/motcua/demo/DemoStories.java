package vn.motcua.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.ProcedureVersion;

/**
 * Invents what happened in the last three months before a moment: some 300 dossiers, in every state that a task list and
 * a report should show. The same moment gives the same stories.
 */
final class DemoStories {

    private static final List<String> OF_DEPARTMENT =
            List.of("1.003868", "1.003868", "1.009374", "2.001740", "1.003114", "1.003659", "1.003868", "2.001098");
    private static final List<String> OF_COMMUNE = List.of("1.001193", "2.000815", "1.004873", "1.001612", "1.000656");

    /** Of so many that get their result one rates the service. */
    private static final int RATED_OF = 3;

    private final WorkingTime time;
    private final LocalDateTime now;
    private final DemoApplicants applicants;
    private final Random random;
    private final Procedure procedures;
    private final List<DemoStory> stories = new ArrayList<>();

    /** Gives the version of a procedure in force now. */
    @FunctionalInterface
    interface Procedure {
        ProcedureVersion of(String code);
    }

    DemoStories(WorkingTime time, LocalDateTime now, Procedure procedures) {
        this.time = time;
        this.now = now;
        this.procedures = procedures;
        this.random = new Random(now.toLocalDate().toEpochDay());
        this.applicants = new DemoApplicants(random);
    }

    List<DemoStory> all() {
        done(130, Move.SIGN, Move.HAND_OVER);
        done(14, Move.SIGN);
        done(10, Move.REFUSE, Move.HAND_OVER);
        done(6, Move.WITHDRAW);
        done(4, Move.NOT_ACCEPT);
        justFiled(22);
        open(10, -4, -1, Move.ACCEPT, Move.PAY);
        open(6, -3, -1, Move.ACCEPT, Move.PAY, Move.APPRAISE);
        open(12, 0, 0, Move.ACCEPT, Move.PAY);
        open(8, 0, 0, Move.ACCEPT, Move.PAY, Move.APPRAISE);
        open(14, 1, 1, Move.ACCEPT, Move.PAY);
        open(6, 1, 1, Move.ACCEPT, Move.PAY, Move.APPRAISE);
        young(26, 5, 45, Move.ACCEPT, Move.PAY);
        young(10, 40, 65, Move.ACCEPT, Move.PAY, Move.APPRAISE);
        young(6, 5, 15, Move.ACCEPT);
        waiting(14);
        young(2, 5, 20, Move.ASK_PAPERS_AT_INTAKE);
        stories.addAll(new CitizenStories(time, now).all());
        return stories;
    }

    /** Dossiers that ended, some early, some on time, some late; of the last weeks some are still on their way there. */
    private void done(int count, Move... end) {
        for (int i = 0; i < count; i++) {
            String procedure = anyProcedure();
            int daysAgo = i % 4 == 3 ? 5 + random.nextInt(15) : 20 + random.nextInt(65);
            LocalDateTime filed = officeMoment(now.toLocalDate().minusDays(daysAgo));
            TimeLimit limit = limit(procedure);
            int share = 35 + random.nextInt(i % 6 == 0 ? 110 : 60);
            List<DemoStory.Step> steps = new ArrayList<>(List.of(new DemoStory.Step(filed, Move.FILE)));
            if (end[0] == Move.NOT_ACCEPT) {
                steps.add(step(filed, minutes(90 + random.nextInt(200)), Move.NOT_ACCEPT));
            } else {
                LocalDateTime accepted = time.plus(filed, minutes(30 + random.nextInt(300)));
                steps.add(new DemoStory.Step(accepted, Move.ACCEPT));
                steps.add(step(accepted, minutes(10), Move.PAY));
                if (i % 9 == 4 && limit.unit() != LimitUnit.WORKING_HOURS) {
                    steps.add(step(accepted, part(limit, 10), Move.ASK_SUPPLEMENT));
                    accepted = time.plus(accepted, part(limit, 10).plus(minutes(1_600)));
                    steps.add(new DemoStory.Step(accepted, Move.BRING_SUPPLEMENT));
                }
                if (end[0] == Move.WITHDRAW) {
                    steps.add(step(accepted, part(limit, 30), Move.WITHDRAW));
                } else {
                    steps.add(step(accepted, part(limit, share * 3 / 4), Move.APPRAISE));
                    steps.add(step(accepted, part(limit, share), end[0]));
                    if (end.length > 1) {
                        steps.add(step(accepted, part(limit, share).plus(minutes(300 + random.nextInt(900))), end[1]));
                        if (i % RATED_OF == 0) {
                            steps.add(step(accepted, part(limit, share).plus(minutes(1_700)), Move.RATE));
                        }
                    }
                }
            }
            add(procedure, steps);
        }
    }

    private void justFiled(int count) {
        for (int i = 0; i < count; i++) {
            LocalDateTime filed = officeMoment(now.toLocalDate().minusDays(random.nextInt(3)));
            add(anyProcedure(), List.of(new DemoStory.Step(earlierThanNow(filed), Move.FILE)));
        }
    }

    /** Open dossiers whose due day lies so many working days from today, and which have come that far. */
    private void open(int count, int fromDay, int toDay, Move... moves) {
        for (int i = 0; i < count; i++) {
            String procedure = dayProcedure(toDay);
            LocalDate due = workingDay(fromDay + random.nextInt(toDay - fromDay + 1));
            LocalDateTime accepted = officeMoment(receiptFor(due, limit(procedure)));
            List<DemoStory.Step> steps = new ArrayList<>();
            LocalDateTime at = accepted.minusMinutes(20 + random.nextInt(40));
            steps.add(new DemoStory.Step(at, Move.FILE));
            at = accepted;
            for (Move move : moves) {
                steps.add(new DemoStory.Step(earlierThanNow(at), move));
                at = time.plus(at, move == Move.ACCEPT ? minutes(15) : part(limit(procedure), 45));
            }
            add(procedure, steps);
        }
    }

    /** Open dossiers of whose limit so many percent have run, and which have come as far as they should. */
    private void young(int count, int fromPercent, int toPercent, Move... moves) {
        for (int i = 0; i < count; i++) {
            String procedure = dayProcedure(2);
            int percent = fromPercent + random.nextInt(toPercent - fromPercent + 1);
            long days = part(limit(procedure), percent).toHours()
                    / time.hours().perDay().toHours();
            LocalDateTime accepted = officeMoment(workingDay((int) -days));
            List<DemoStory.Step> steps = new ArrayList<>();
            steps.add(new DemoStory.Step(accepted.minusMinutes(20 + random.nextInt(40)), Move.FILE));
            LocalDateTime at = accepted;
            for (Move move : moves) {
                steps.add(new DemoStory.Step(earlierThanNow(at), move));
                at = time.plus(at, move == Move.ACCEPT ? minutes(15) : part(limit(procedure), percent * 3 / 4));
            }
            add(procedure, steps);
        }
    }

    /** Dossiers whose applicants are awaited since some days. */
    private void waiting(int count) {
        for (int i = 0; i < count; i++) {
            String procedure = dayProcedure(9);
            LocalDateTime asked = officeMoment(now.toLocalDate().minusDays(1 + random.nextInt(24)));
            LocalDateTime filed = officeMoment(asked.toLocalDate().minusDays(3));
            add(
                    procedure,
                    List.of(
                            new DemoStory.Step(filed, Move.FILE),
                            step(filed, minutes(60), Move.ACCEPT),
                            step(filed, minutes(75), Move.PAY),
                            new DemoStory.Step(
                                    earlierThanNow(asked.isAfter(filed.plusHours(8)) ? asked : filed.plusHours(8)),
                                    Move.ASK_SUPPLEMENT)));
        }
    }

    private void add(String procedure, List<DemoStory.Step> steps) {
        String agency = OF_COMMUNE.contains(procedure)
                ? DemoPeople.COMMUNES.get(random.nextInt(DemoPeople.COMMUNES.size()))
                : DemoPeople.DEPARTMENT;
        stories.add(new DemoStory(procedure, agency, applicants.next(procedure), inOrder(steps), false).until(now));
    }

    /** Nothing happens before what it follows upon. */
    private static List<DemoStory.Step> inOrder(List<DemoStory.Step> steps) {
        List<DemoStory.Step> ordered = new ArrayList<>();
        LocalDateTime last = LocalDateTime.MIN;
        for (DemoStory.Step step : steps) {
            LocalDateTime at = step.at().isAfter(last) ? step.at() : last.plusMinutes(2);
            ordered.add(new DemoStory.Step(at, step.move()));
            last = at;
        }
        return ordered;
    }

    private String anyProcedure() {
        List<String> list = random.nextInt(5) < 2 ? OF_COMMUNE : OF_DEPARTMENT;
        return list.get(random.nextInt(list.size()));
    }

    /** One counted in days that could have been received by now and still be due in so many working days. */
    private String dayProcedure(int inDays) {
        while (true) {
            String procedure = anyProcedure();
            TimeLimit limit = limit(procedure);
            if (limit.unit() != LimitUnit.WORKING_HOURS && limit.amount() > inDays) {
                return procedure;
            }
        }
    }

    private TimeLimit limit(String procedure) {
        return procedures.of(procedure).definition().limit();
    }

    /** The last working day from which the limit ends on the due day, or the nearest one after it. */
    private LocalDate receiptFor(LocalDate due, TimeLimit limit) {
        LocalDate day = due;
        while (!time.calendar().isWorkingDay(day)
                || limit.from(day.atTime(9, 0), time).day().isAfter(due)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The working day so many after today, or before it; day 0 is today or the next working day. */
    private LocalDate workingDay(int offset) {
        LocalDate today = time.calendar().sameOrNextWorkingDay(now.toLocalDate());
        LocalDate day = offset > 0 ? time.calendar().plusWorkingDays(today, offset) : today;
        for (int back = offset; back < 0; ) {
            day = day.minusDays(1);
            back += time.calendar().isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** Some moment of office time on the day or the next working day, or on an earlier one where that is yet to come. */
    private LocalDateTime officeMoment(LocalDate day) {
        LocalDate worked = time.calendar().sameOrNextWorkingDay(day);
        LocalDateTime moment = time.plus(worked.atTime(7, 0), minutes(20 + random.nextInt(400)));
        while (!moment.isBefore(now)) {
            worked = workingDayBefore(worked);
            moment = time.plus(worked.atTime(7, 0), minutes(20 + random.nextInt(400)));
        }
        return moment;
    }

    private LocalDate workingDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!time.calendar().isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private LocalDateTime earlierThanNow(LocalDateTime moment) {
        return moment.isBefore(now) ? moment : now.minusMinutes(5 + random.nextInt(50));
    }

    private DemoStory.Step step(LocalDateTime from, Duration officeTime, Move move) {
        return new DemoStory.Step(time.plus(from, officeTime), move);
    }

    private Duration part(TimeLimit limit, int percent) {
        Duration whole = limit.unit() == LimitUnit.WORKING_HOURS
                ? Duration.ofHours(limit.amount())
                : time.hours()
                        .perDay()
                        .multipliedBy(
                                limit.unit() == LimitUnit.CALENDAR_DAYS ? limit.amount() * 5L / 7 : limit.amount());
        return whole.multipliedBy(percent).dividedBy(100).plusMinutes(1);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
