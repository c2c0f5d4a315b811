package vn.motcua.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.Procedures;
import vn.motcua.exchange.CsvSource;
import vn.motcua.support.TestStore;

/**
 * A register from 2/1/2018 to the bench's own morning, of any size and always the same: rows in time order but for a few
 * entered days late, more every year, some agencies with many and most with few. Made while it is read.
 */
final class GeneratedRegister extends InputStream {

    private static final String HEADER =
            "MaHoSo,MaTTHC,DonViXuLy,LoaiDoiTuong,ChuHoSo,KenhThucHien,NgayTiepNhan,DanhSachBoSung,NgayKetThucXuLy,NgayTra,KetQua,TrangThaiHoSo\n";
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 2);
    private static final int LATEST_ENTRY = 5;

    private final SplittableRandom random = new SplittableRandom(20180102);
    private final RowText text = new RowText();
    private final GeneratedLife lives;
    private final GeneratedAgencies agencies;
    private final double[] shareBefore;
    private final int[][] numbers = new int[LATEST_ENTRY + 1][];
    private final long size;
    private int day = -1;
    private int row;
    private int rowsOfDay;
    private int position;

    private GeneratedRegister(long size, GeneratedAgencies agencies, GeneratedLife lives) {
        this.size = size;
        this.agencies = agencies;
        this.lives = lives;
        this.shareBefore = shares();
        Arrays.setAll(numbers, i -> new int[agencies.count()]);
        text.put(HEADER.getBytes(StandardCharsets.UTF_8));
    }

    /** @param store has the agencies, the procedures and the calendar */
    static CsvSource of(TestStore store, long size) {
        GeneratedAgencies agencies = new GeneratedAgencies(
                store.bean(Agencies.class).all(), store.bean(Procedures.class).current());
        GeneratedLife lives =
                new GeneratedLife(store.bean(Calendars.class).history().latest());
        return new CsvSource(size + " generated rows", () -> new GeneratedRegister(size, agencies, lives));
    }

    /** Which share of all rows lies before each day: twice as many a day at the end as at the beginning. */
    private static double[] shares() {
        int days = (int) (TestStore.FRI_20_NOV_2026.toLocalDate().toEpochDay() - FIRST.toEpochDay());
        double[] before = new double[days + 1];
        for (int i = 0; i < days; i++) {
            DayOfWeek weekday = FIRST.plusDays(i).getDayOfWeek();
            double much = weekday == DayOfWeek.MONDAY ? 1.3 : weekday.getValue() > 5 ? 0.02 : 1;
            before[i + 1] = before[i] + much * (1 + (double) i / days);
        }
        return Arrays.stream(before).map(much -> much / before[days]).toArray();
    }

    private boolean fill() {
        text.clear();
        position = 0;
        while (row == rowsOfDay) {
            if (++day == shareBefore.length - 1) {
                return false;
            }
            row = 0;
            rowsOfDay = (int) (Math.round(size * shareBefore[day + 1]) - Math.round(size * shareBefore[day]));
            Arrays.fill(numbers[day % numbers.length], 0);
        }
        for (int i = 0; i < 200 && row < rowsOfDay; i++) {
            addRow((row++ + random.nextDouble()) / rowsOfDay);
        }
        return true;
    }

    private void addRow(double partOfDay) {
        int received = day - (random.nextInt(300) == 0 ? random.nextInt(Math.min(day, LATEST_ENTRY) + 1) : 0);
        int agency = agencies.any(random);
        int number = ++numbers[received % numbers.length][agency];
        GeneratedAgencies.Service service = agencies.service(agency, random);
        LocalDate date = FIRST.plusDays(received);
        text.put(agencies.codeOn(agency, date))
                .put('-')
                .day(date, true)
                .put('-')
                .number(number, 4);
        text.put(',').put(service.code()).put(',').put(agencies.code(agency)).put(',');
        lives.add(text, service, date, secondOfDay(partOfDay), random);
        text.put('\n');
    }

    /** From 07:00 to 11:30 and 13:30 to 17:00, one in 25 filed in the evening. */
    private static int secondOfDay(double part) {
        double hour = part < 0.55 ? 7 + part / 0.55 * 4.5 : part < 0.96 ? 13.5 + (part - 0.55) / 0.41 * 3.5 : 0;
        return (int) (3600 * (hour == 0 ? 17.1 + (part - 0.96) / 0.04 * 5 : hour));
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (position == text.length() && !fill()) {
            return -1;
        }
        int given = Math.min(length, text.length() - position);
        text.copy(position, to, offset, given);
        position += given;
        return given;
    }
}
