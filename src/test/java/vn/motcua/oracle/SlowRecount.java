package vn.motcua.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A deliberate second writing of the rules of time and of the statutory report, to be held against the product.
 *
 * <p>It was written from the text of the rules alone, shares no class with the product, and is naive on purpose: it
 * walks the calendar day by day and, for limits in hours, the office second by second; it takes one dossier after
 * another and works everything out again for each question. Do not make it faster or more general, and do not repair it
 * by looking at the product: where the two disagree, the text of the rules decides.
 *
 * <p>It knows the default office hours only (07:00-11:30 and 13:30-17:00, closing at 17:00), the published calendar of
 * 2018-2026, and what a register row states; legal extensions are no part of a register, and an apology (rule 8) never
 * moves the date that counts.
 */
public final class SlowRecount {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private static final int MORNING_OPENS = 7 * 3600;
    private static final int MORNING_CLOSES = 11 * 3600 + 30 * 60;
    private static final int AFTERNOON_OPENS = 13 * 3600 + 30 * 60;
    private static final int AFTERNOON_CLOSES = 17 * 3600;
    private static final int SECONDS_OF_A_DAY = 24 * 3600;

    private static final int FIRST_YEAR = 2018;
    private static final int LAST_YEAR = 2026;

    private final Map<String, Procedure> procedures = new HashMap<>();
    private final Map<String, String> parentOfAgency = new HashMap<>();
    private final Set<LocalDate> daysOff = new HashSet<>();
    private final Set<LocalDate> makeUpDays = new HashSet<>();
    private final List<Dossier> dossiers = new ArrayList<>();

    /** The clock of one dossier as of one moment. */
    public record Explained(
            /** The stamped receipt. */
            LocalDateTime received,
            /** Rule 2 applied to the receipt, whatever happened later. */
            LocalDate effectiveReceipt,
            /** The moment the limit is counted from: the receipt, or under RESTART the last completion. */
            LocalDateTime countedFrom,
            /** A {@link LocalDate} for limits in days, a {@link LocalDateTime} for limits in hours. */
            Temporal due,
            /** Open, and a supplement asked for has not arrived. */
            boolean waiting,
            /** Open, not waiting, and past its due date. */
            boolean overdue,
            /** EARLY, ON_TIME or LATE; null while open. */
            String timeliness) {}

    private record Procedure(String code, String sector, int limit, String unit, String policy) {}

    private record Wait(LocalDateTime asked, LocalDateTime arrived) {}

    private record Dossier(
            String code,
            Procedure procedure,
            String agency,
            String channel,
            LocalDateTime received,
            List<Wait> waits,
            LocalDateTime resolved,
            String result,
            String status) {}

    public SlowRecount(Reader procedures, Reader agencies, Reader calendar, Reader register) throws IOException {
        for (Map<String, String> row : readCsv(procedures)) {
            String code = row.get("MaTTHC");
            this.procedures.put(
                    code,
                    new Procedure(
                            code,
                            row.get("LinhVuc"),
                            Integer.parseInt(row.get("ThoiHan")),
                            row.get("DonViThoiHan"),
                            row.get("CachTinh")));
        }
        for (Map<String, String> row : readCsv(agencies)) {
            parentOfAgency.put(row.get("MaDonVi"), row.get("MaDonViCha"));
        }
        for (Map<String, String> row : readCsv(calendar)) {
            LocalDate day = LocalDate.parse(row.get("date"));
            switch (row.get("kind")) {
                case "OFF" -> daysOff.add(day);
                case "WORK" -> makeUpDays.add(day);
                default -> throw new IllegalArgumentException("calendar: unknown kind in " + row);
            }
        }
        for (Map<String, String> row : readCsv(register)) {
            dossiers.add(dossier(row));
        }
    }

    public static SlowRecount of(Path procedures, Path agencies, Path calendar, Path register) throws IOException {
        try (Reader p = Files.newBufferedReader(procedures, StandardCharsets.UTF_8);
                Reader a = Files.newBufferedReader(agencies, StandardCharsets.UTF_8);
                Reader c = Files.newBufferedReader(calendar, StandardCharsets.UTF_8);
                Reader r = Files.newBufferedReader(register, StandardCharsets.UTF_8)) {
            return new SlowRecount(p, a, c, r);
        }
    }

    // ---------------------------------------------------------------- questions

    /**
     * The period report II.06a: columns 3 to 13 of each group, at index 0 to 10. Totals are counted on their own, not
     * summed from their parts, so that 3 = 4 + 5 + 6 = 7 + 11, 7 = 8 + 9 + 10 and 11 = 12 + 13 can be checked.
     *
     * @param agencyOrNull this agency and everything below it; null for all dossiers
     * @param groupBy none, agency, sector or procedure
     */
    public Map<String, int[]> ii06a(
            LocalDate from, LocalDate to, LocalDateTime asOf, String agencyOrNull, String groupBy) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("period ends before it begins: " + from + " to " + to);
        }
        if (agencyOrNull != null && !parentOfAgency.containsKey(agencyOrNull)) {
            throw new IllegalArgumentException("no such agency: " + agencyOrNull);
        }
        LocalDateTime start = from.atStartOfDay();
        LocalDateTime moment = earlier(to.atTime(LocalTime.MAX), asOf);

        Map<String, int[]> groups = new TreeMap<>();
        if (groupBy.equals("none")) {
            groups.put("all", new int[11]);
        }
        for (Dossier dossier : dossiers) {
            if (!isReceived(dossier, moment)) {
                continue;
            }
            if (agencyOrNull != null && !isAtOrBelow(dossier.agency(), agencyOrNull)) {
                continue;
            }
            boolean resolved = isResolved(dossier, moment);
            if (resolved && dossier.resolved().isBefore(start)) {
                continue;
            }
            int[] columns = groups.computeIfAbsent(group(dossier, groupBy), key -> new int[11]);
            count(columns, 3);
            if (dossier.received().isBefore(start)) {
                count(columns, 6);
            } else if (dossier.channel().equals("2")) {
                count(columns, 4);
            } else {
                count(columns, 5);
            }
            if (resolved) {
                count(columns, 7);
                String timeliness = timeliness(dossier, moment);
                switch (timeliness) {
                    case "EARLY" -> count(columns, 8);
                    case "ON_TIME" -> count(columns, 9);
                    case "LATE" -> count(columns, 10);
                    default -> throw new IllegalStateException(timeliness);
                }
            } else {
                count(columns, 11);
                if (isOverdue(dossier, moment)) {
                    count(columns, 13);
                } else {
                    count(columns, 12);
                }
            }
        }
        return groups;
    }

    /** Dossiers granted with the end of the work in the period, both days included, per procedure. */
    public Map<String, Integer> licences(LocalDate from, LocalDate to) {
        Map<String, Integer> granted = new TreeMap<>();
        for (Dossier dossier : dossiers) {
            if (!dossier.result().equals("CAP") || dossier.resolved() == null) {
                continue;
            }
            LocalDate day = dossier.resolved().toLocalDate();
            if (!day.isBefore(from) && !day.isAfter(to)) {
                granted.merge(dossier.procedure().code(), 1, Integer::sum);
            }
        }
        return granted;
    }

    /**
     * The clock of one dossier at a moment. What happened later does not exist.
     *
     * @return null for a dossier that is not received (never accepted, only filed, or received after the moment)
     */
    public Explained explain(String code, LocalDateTime asOf) {
        for (Dossier dossier : dossiers) {
            if (!dossier.code().equals(code)) {
                continue;
            }
            if (!isReceived(dossier, asOf)) {
                return null;
            }
            return new Explained(
                    dossier.received(),
                    effectiveDay(dossier.received()),
                    countedFrom(dossier, asOf),
                    due(dossier, asOf),
                    isWaiting(dossier, asOf),
                    isOverdue(dossier, asOf),
                    isResolved(dossier, asOf) ? timeliness(dossier, asOf) : null);
        }
        throw new IllegalArgumentException("no such dossier: " + code);
    }

    /** The codes of all rows of the register, in its order. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (Dossier dossier : dossiers) {
            codes.add(dossier.code());
        }
        return codes;
    }

    // ---------------------------------------------------------------- the state of a dossier at a moment

    /** Rule 11: a dossier not accepted at intake or only filed is not received. */
    private static boolean isReceived(Dossier dossier, LocalDateTime moment) {
        if (dossier.status().equals("1") || dossier.status().equals("3")) {
            return false;
        }
        if (dossier.result().equals("KHONG_TIEP_NHAN")) {
            return false;
        }
        return !dossier.received().isAfter(moment);
    }

    /** Rule 9: the clock stops when the result reaches the desk. */
    private static boolean isResolved(Dossier dossier, LocalDateTime moment) {
        return dossier.resolved() != null && !dossier.resolved().isAfter(moment);
    }

    private static boolean isWaiting(Dossier dossier, LocalDateTime moment) {
        if (isResolved(dossier, moment)) {
            return false;
        }
        for (Wait wait : dossier.waits()) {
            boolean asked = !wait.asked().isAfter(moment);
            boolean arrived = wait.arrived() != null && !wait.arrived().isAfter(moment);
            if (asked && !arrived) {
                return true;
            }
        }
        return false;
    }

    /** Rule 10, open dossiers; rule 6: while waiting, never overdue. */
    private boolean isOverdue(Dossier dossier, LocalDateTime moment) {
        if (isResolved(dossier, moment) || isWaiting(dossier, moment)) {
            return false;
        }
        Temporal due = due(dossier, moment);
        if (due instanceof LocalDateTime instant) {
            return instant.isBefore(moment);
        }
        return ((LocalDate) due).isBefore(moment.toLocalDate());
    }

    /** Rule 10, resolved dossiers; rule 11: a withdrawal or a stop is on time, a refusal is dated like any result. */
    private String timeliness(Dossier dossier, LocalDateTime moment) {
        if (dossier.result().equals("RUT") || dossier.status().equals("8")) {
            return "ON_TIME";
        }
        LocalDateTime end = dossier.resolved();
        Temporal due = due(dossier, moment);
        LocalDate dueDay;
        if (due instanceof LocalDateTime instant) {
            if (end.isAfter(instant)) {
                return "LATE";
            }
            dueDay = instant.toLocalDate();
        } else {
            dueDay = (LocalDate) due;
        }
        if (end.toLocalDate().isAfter(dueDay)) {
            return "LATE";
        }
        return end.toLocalDate().isEqual(dueDay) ? "ON_TIME" : "EARLY";
    }

    // ---------------------------------------------------------------- rules 2 to 6: the due date

    /** Rules 3, 4 and 5, with the pushes of rule 6 (PAUSE). */
    private Temporal due(Dossier dossier, LocalDateTime moment) {
        LocalDateTime start = countedFrom(dossier, moment);
        int limit = dossier.procedure().limit();
        switch (dossier.procedure().unit()) {
            case "WORKING_DAYS" -> {
                int left = limit + pushedWorkingDays(dossier, moment);
                LocalDate day = effectiveDay(start);
                while (left > 0) {
                    day = day.plusDays(1);
                    if (isWorkingDay(day)) {
                        left--;
                    }
                }
                return day;
            }
            case "CALENDAR_DAYS" -> {
                int left = limit + pushedCalendarDays(dossier, moment);
                LocalDate day = effectiveDay(start);
                while (left > 0) {
                    day = day.plusDays(1);
                    left--;
                }
                while (!isWorkingDay(day)) {
                    day = day.plusDays(1);
                }
                return day;
            }
            case "WORKING_HOURS" -> {
                return afterOfficeSeconds(start, limit * 3600L + pushedOfficeSeconds(dossier, moment));
            }
            default -> throw new IllegalStateException("unknown unit of limit: " + dossier.procedure());
        }
    }

    /** The receipt; under RESTART the arrival that completed the last completed wait, once there is one. */
    private static LocalDateTime countedFrom(Dossier dossier, LocalDateTime moment) {
        LocalDateTime start = dossier.received();
        if (dossier.procedure().policy().equals("RESTART")) {
            LocalDateTime last = null;
            for (Wait wait : dossier.waits()) {
                if (isCompleted(dossier, wait, moment)
                        && (last == null || wait.arrived().isAfter(last))) {
                    last = wait.arrived();
                }
            }
            if (last != null) {
                start = last;
            }
        }
        return start;
    }

    /** The papers arrived by the moment and, if the dossier is resolved by then, not after the resolution. */
    private static boolean isCompleted(Dossier dossier, Wait wait, LocalDateTime moment) {
        if (wait.arrived() == null || wait.arrived().isAfter(moment)) {
            return false;
        }
        return !isResolved(dossier, moment) || !wait.arrived().isAfter(dossier.resolved());
    }

    /** The end of a wait that pushes under PAUSE: its completion, or the resolution it was open at, or null. */
    private static LocalDateTime endOfPause(Dossier dossier, Wait wait, LocalDateTime moment) {
        if (wait.asked().isAfter(moment)) {
            return null;
        }
        if (isCompleted(dossier, wait, moment)) {
            return wait.arrived();
        }
        if (isResolved(dossier, moment)) {
            return dossier.resolved();
        }
        return null;
    }

    private int pushedWorkingDays(Dossier dossier, LocalDateTime moment) {
        int days = 0;
        if (dossier.procedure().policy().equals("PAUSE")) {
            for (Wait wait : dossier.waits()) {
                LocalDateTime end = endOfPause(dossier, wait, moment);
                if (end == null) {
                    continue;
                }
                LocalDate day = wait.asked().toLocalDate();
                while (day.isBefore(end.toLocalDate())) {
                    if (isWorkingDay(day)) {
                        days++;
                    }
                    day = day.plusDays(1);
                }
            }
        }
        return days;
    }

    private int pushedCalendarDays(Dossier dossier, LocalDateTime moment) {
        int days = 0;
        if (dossier.procedure().policy().equals("PAUSE")) {
            for (Wait wait : dossier.waits()) {
                LocalDateTime end = endOfPause(dossier, wait, moment);
                if (end == null) {
                    continue;
                }
                LocalDate day = wait.asked().toLocalDate();
                while (day.isBefore(end.toLocalDate())) {
                    days++;
                    day = day.plusDays(1);
                }
            }
        }
        return days;
    }

    private long pushedOfficeSeconds(Dossier dossier, LocalDateTime moment) {
        long seconds = 0;
        if (dossier.procedure().policy().equals("PAUSE")) {
            for (Wait wait : dossier.waits()) {
                LocalDateTime end = endOfPause(dossier, wait, moment);
                if (end != null) {
                    seconds += officeSecondsBetween(wait.asked(), end);
                }
            }
        }
        return seconds;
    }

    // ---------------------------------------------------------------- rules 1, 2 and 5: the calendar and the office

    /** Rule 1. */
    private boolean isWorkingDay(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalStateException("no published calendar for " + day);
        }
        if (makeUpDays.contains(day)) {
            return true;
        }
        if (daysOff.contains(day)) {
            return false;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Rule 2. */
    private LocalDate effectiveDay(LocalDateTime stamp) {
        LocalDate day = stamp.toLocalDate();
        if (isWorkingDay(day) && !stamp.toLocalTime().isAfter(LocalTime.ofSecondOfDay(AFTERNOON_CLOSES))) {
            return day;
        }
        day = day.plusDays(1);
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The second that begins at this second of a working day is one of office time. */
    private static boolean isOfficeSecond(int second) {
        return (second >= MORNING_OPENS && second < MORNING_CLOSES)
                || (second >= AFTERNOON_OPENS && second < AFTERNOON_CLOSES);
    }

    /** Rule 5: the earliest instant at which so much office time has run since the start. */
    private LocalDateTime afterOfficeSeconds(LocalDateTime start, long wanted) {
        if (wanted == 0) {
            return start;
        }
        long run = 0;
        LocalDate day = start.toLocalDate();
        int second = start.toLocalTime().toSecondOfDay();
        while (true) {
            boolean working = isWorkingDay(day);
            while (second < SECONDS_OF_A_DAY) {
                if (working && isOfficeSecond(second)) {
                    run++;
                    if (run == wanted) {
                        return day.atStartOfDay().plusSeconds(second + 1L);
                    }
                }
                second++;
            }
            day = day.plusDays(1);
            second = 0;
        }
    }

    private long officeSecondsBetween(LocalDateTime from, LocalDateTime to) {
        long run = 0;
        LocalDate day = from.toLocalDate();
        int second = from.toLocalTime().toSecondOfDay();
        while (!day.isAfter(to.toLocalDate())) {
            boolean working = isWorkingDay(day);
            int stop = day.isEqual(to.toLocalDate()) ? to.toLocalTime().toSecondOfDay() : SECONDS_OF_A_DAY;
            while (second < stop) {
                if (working && isOfficeSecond(second)) {
                    run++;
                }
                second++;
            }
            day = day.plusDays(1);
            second = 0;
        }
        return run;
    }

    // ---------------------------------------------------------------- small things

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return other.isBefore(one) ? other : one;
    }

    private static void count(int[] columns, int column) {
        columns[column - 3]++;
    }

    private static String group(Dossier dossier, String groupBy) {
        return switch (groupBy) {
            case "none" -> "all";
            case "agency" -> dossier.agency();
            case "sector" -> dossier.procedure().sector();
            case "procedure" -> dossier.procedure().code();
            default -> throw new IllegalArgumentException("unknown grouping: " + groupBy);
        };
    }

    private boolean isAtOrBelow(String agency, String top) {
        String climbing = agency;
        while (climbing != null && !climbing.isEmpty()) {
            if (climbing.equals(top)) {
                return true;
            }
            climbing = parentOfAgency.get(climbing);
        }
        return false;
    }

    // ---------------------------------------------------------------- reading

    private Dossier dossier(Map<String, String> row) {
        Procedure procedure = procedures.get(row.get("MaTTHC"));
        if (procedure == null) {
            throw new IllegalArgumentException("register: unknown procedure in " + row);
        }
        List<Wait> waits = new ArrayList<>();
        String list = row.get("DanhSachBoSung");
        if (!list.isEmpty()) {
            for (String wait : list.split(";")) {
                String[] ends = wait.split("/", -1);
                if (ends.length != 2) {
                    throw new IllegalArgumentException("register: not a wait: " + wait);
                }
                waits.add(new Wait(stamp(ends[0]), stamp(ends[1])));
            }
        }
        return new Dossier(
                row.get("MaHoSo"),
                procedure,
                row.get("DonViXuLy"),
                row.get("KenhThucHien"),
                stamp(row.get("NgayTiepNhan")),
                waits,
                stamp(row.get("NgayKetThucXuLy")),
                row.get("KetQua"),
                row.get("TrangThaiHoSo"));
    }

    private static LocalDateTime stamp(String text) {
        return text.isEmpty() ? null : LocalDateTime.parse(text, STAMP);
    }

    /** The rows below the heading, each by column name. Fields may be quoted, a quote inside quotes is doubled. */
    static List<Map<String, String>> readCsv(Reader source) throws IOException {
        BufferedReader reader = new BufferedReader(source);
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean somethingOnTheLine = false;
        int next = reader.read();
        if (next == '\uFEFF') {
            next = reader.read();
        }
        while (next != -1) {
            char c = (char) next;
            next = reader.read();
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (next == '"') {
                    field.append('"');
                    next = reader.read();
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
                somethingOnTheLine = true;
            } else if (c == ',') {
                line.add(field.toString());
                field.setLength(0);
                somethingOnTheLine = true;
            } else if (c == '\n') {
                if (somethingOnTheLine) {
                    line.add(field.toString());
                    lines.add(line);
                }
                line = new ArrayList<>();
                field.setLength(0);
                somethingOnTheLine = false;
            } else if (c != '\r') {
                field.append(c);
                somethingOnTheLine = true;
            }
        }
        if (somethingOnTheLine) {
            line.add(field.toString());
            lines.add(line);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> heading = lines.get(0);
        for (List<String> values : lines.subList(1, lines.size())) {
            if (values.size() != heading.size()) {
                throw new IllegalArgumentException("not " + heading.size() + " fields: " + values);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < heading.size(); i++) {
                row.put(heading.get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
