package vn.motcua.dossier;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in COPY's binary format. PostgreSQL converts nothing there: a value must be of its column's very type. */
final class CopyRows {

    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int POSTGRES_DAY_0 = (int) LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 18).put(HEADER);

    /** Text, enums by name, bigint, int, smallint, boolean, timestamp and date; null as null. */
    void add(@Nullable Object... values) {
        room(2).putShort((short) values.length);
        for (Object value : values) {
            put(value);
        }
    }

    private void put(@Nullable Object value) {
        if (value == null) {
            room(4).putInt(-1);
        } else if (value instanceof String text) {
            putText(text);
        } else if (value instanceof Enum<?> constant) {
            putText(constant.name());
        } else if (value instanceof LocalDateTime moment) {
            long days = moment.toLocalDate().toEpochDay() - POSTGRES_DAY_0;
            room(12).putInt(8)
                    .putLong(days * MICROS_PER_DAY + moment.toLocalTime().toNanoOfDay() / 1000);
        } else {
            putNumber(value);
        }
    }

    private void putNumber(Object value) {
        if (value instanceof Long number) {
            room(12).putInt(8).putLong(number);
        } else if (value instanceof Integer number) {
            room(8).putInt(4).putInt(number);
        } else if (value instanceof Short number) {
            room(6).putInt(2).putShort(number);
        } else if (value instanceof Boolean is) {
            room(5).putInt(1).put((byte) (is ? 1 : 0));
        } else if (value instanceof LocalDate day) {
            room(8).putInt(4).putInt((int) day.toEpochDay() - POSTGRES_DAY_0);
        } else {
            throw new IllegalArgumentException("No column for " + value.getClass());
        }
    }

    private void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(4 + utf8.length).putInt(utf8.length).put(utf8);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int size = Math.max(bytes.capacity() * 2, bytes.position() + more);
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size)).position(bytes.position());
        }
        return bytes;
    }

    boolean isEmpty() {
        return bytes.position() == HEADER.length;
    }

    /** All rows and the end of the stream; nothing can be added after it. */
    InputStream stream() {
        room(2).putShort((short) -1);
        return new ByteArrayInputStream(bytes.array(), 0, bytes.position());
    }
}
