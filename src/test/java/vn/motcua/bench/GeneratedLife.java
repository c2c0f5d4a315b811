package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.SplittableRandom;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.support.TestStore;

/** What becomes of a generated dossier: the columns of its row from the applicant to the status. */
final class GeneratedLife {

    private static final LocalDateTime NOW = TestStore.FRI_20_NOV_2026;
    private static final byte[][] FAMILIES = utf8("Nguyễn,Trần,Lê,Hoàng,Nông,Lương,Vi,Đặng,Hà,Lý,Phùng,Bế,Chu,Đinh");
    private static final byte[][] MIDDLE = utf8("Văn,Thị,Ngọc,Minh,Đức,Thanh,Hồng,Quang,Thu,Hữu");
    private static final byte[][] GIVEN =
            utf8("An,Bình,Cường,Dung,Giang,Hà,Hạnh,Hùng,Khánh,Lan,Mai,Nam,Oanh,Phúc,Sơn,Vượng");
    private static final byte[] COMPANY = "Công ty TNHH ".getBytes(StandardCharsets.UTF_8);

    private final WorkingCalendar calendar;

    GeneratedLife(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    void add(RowText row, GeneratedAgencies.Service service, LocalDate day, int second, SplittableRandom random) {
        LocalDateTime received = day.atStartOfDay().plusSeconds(second);
        applicant(row, random);
        row.put(',')
                .number(1 + random.nextInt(10) / 4, 1)
                .put(',')
                .stamp(received)
                .put(',');
        if (random.nextInt(160) == 0) {
            notAccepted(row, received, random);
            return;
        }
        LocalDateTime from = received;
        LocalDateTime openWait = null;
        int waits = random.nextInt(100) >= 8 ? 0 : random.nextInt(8) == 0 ? 2 : 1;
        for (int i = 0; i < waits && openWait == null; i++) {
            LocalDateTime began = later(from, 1 + random.nextInt(2 + service.workingDays() / 3), random);
            LocalDateTime ended = later(began, 1 + random.nextInt(15), random);
            if (began.isAfter(NOW)) {
                break;
            }
            row.put(i == 0 ? "" : ";").stamp(began).put('/');
            openWait = ended.isBefore(NOW) && random.nextInt(30) > 0 ? null : began;
            from = openWait == null ? ended : began;
            row = openWait == null ? row.stamp(ended) : row;
        }
        row.put(',');
        if (openWait != null) {
            waiting(row, later(openWait, 22, random));
        } else {
            ended(row, later(from, workingDays(service, random), random), random);
        }
    }

    private static void applicant(RowText row, SplittableRandom random) {
        boolean company = random.nextInt(8) == 0;
        row.put(company ? '2' : '1').put(',').put(company ? COMPANY : new byte[0]);
        row.put(any(FAMILIES, random))
                .put(' ')
                .put(any(MIDDLE, random))
                .put(' ')
                .put(any(GIVEN, random));
    }

    private void notAccepted(RowText row, LocalDateTime filed, SplittableRandom random) {
        LocalDateTime answered = later(filed, random.nextInt(2), random);
        if (answered.isAfter(NOW)) {
            row.put(",,,,1");
        } else {
            row.put(',').stamp(answered).put(",,KHONG_TIEP_NHAN,3");
        }
    }

    /** Papers that do not come in a month end the dossier. */
    private static void waiting(RowText row, LocalDateTime lapse) {
        if (lapse.isAfter(NOW)) {
            row.put(",,,5");
        } else {
            row.stamp(lapse).put(",,,8");
        }
    }

    private void ended(RowText row, LocalDateTime resolved, SplittableRandom random) {
        int fate = random.nextInt(10_000);
        if (resolved.isAfter(NOW) || fate < 3) {
            row.put(",,,").put(fate % 10 < 7 ? "4" : fate % 10 < 8 ? "2" : fate % 10 < 9 ? "6" : "7");
            return;
        }
        row.stamp(resolved).put(',');
        LocalDateTime returned = later(resolved, random.nextInt(4), random);
        boolean withdrawn = fate < 100;
        if (!withdrawn && returned.isBefore(NOW)) {
            row.stamp(returned);
        }
        row.put(withdrawn ? ",RUT," : fate < 400 ? ",TU_CHOI," : ",CAP,");
        row.put(withdrawn ? "8" : returned.isBefore(NOW) ? "10" : "9");
    }

    /** Four in five come early, one in twelve on its day, the others late. */
    private static int workingDays(GeneratedAgencies.Service service, SplittableRandom random) {
        int fate = random.nextInt(120);
        int limit = service.workingDays();
        return fate < 96 ? random.nextInt(Math.max(1, limit)) : fate < 106 ? limit : limit + 1 + random.nextInt(15);
    }

    /** Some time in office hours so many working days later, and never before the moment itself. */
    private LocalDateTime later(LocalDateTime from, int workingDays, SplittableRandom random) {
        LocalDate day = calendar.plusWorkingDays(from.toLocalDate(), workingDays);
        int earliest = workingDays == 0 ? Math.max(7 * 3600, from.toLocalTime().toSecondOfDay()) : 7 * 3600;
        int latest = Math.max(earliest + 900, 17 * 3600);
        return day.atStartOfDay().plusSeconds(earliest + random.nextInt(latest - earliest));
    }

    private static byte[] any(byte[][] words, SplittableRandom random) {
        return words[random.nextInt(words.length)];
    }

    private static byte[][] utf8(String words) {
        return Arrays.stream(words.split(","))
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
