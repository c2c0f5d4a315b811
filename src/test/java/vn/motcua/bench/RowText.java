package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;

/** Rows of a register as bytes. */
final class RowText {

    private byte[] bytes = new byte[1 << 16];
    private int length;

    RowText put(byte[] more) {
        bytes = length + more.length > bytes.length ? Arrays.copyOf(bytes, bytes.length * 2) : bytes;
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    RowText put(char c) {
        bytes = length == bytes.length ? Arrays.copyOf(bytes, bytes.length * 2) : bytes;
        bytes[length++] = (byte) c;
        return this;
    }

    RowText put(String ascii) {
        return put(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** With zeros before it up to that many digits. */
    RowText number(int number, int digits) {
        int power = 1;
        for (int n = 1; n < digits || number / power > 9; n++) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            put((char) ('0' + number / power % 10));
        }
        return this;
    }

    RowText day(LocalDate day, boolean shortYear) {
        return number(shortYear ? day.getYear() % 100 : day.getYear(), 2)
                .number(day.getMonthValue(), 2)
                .number(day.getDayOfMonth(), 2);
    }

    RowText stamp(LocalDateTime at) {
        return day(at.toLocalDate(), false)
                .number(at.getHour(), 2)
                .number(at.getMinute(), 2)
                .number(at.getSecond(), 2);
    }

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    void copy(int from, byte[] to, int offset, int count) {
        System.arraycopy(bytes, from, to, offset, count);
    }
}
