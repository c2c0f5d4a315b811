package vn.motcua.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A CSV file line by line, so that one bad line costs one row: a field may run over several lines only if that makes a
 * whole record, otherwise its first line is bad by itself. Memory stays bounded however long a line is.
 */
final class LogicalLines {

    /** The longest record read; a register row has some 200 characters. */
    static final int LONGEST = 65_536;

    private static final int MOST_LINES = 50;

    /** @param tooLong whether the text is only the beginning of what stands in the file */
    record Line(long number, String text, boolean tooLong) {}

    private final Reader reader;
    private final char[] buffer = new char[65_536];
    private final Deque<Line> putBack = new ArrayDeque<>();
    private int filled;
    private int position;
    private long number;

    LogicalLines(Reader reader) {
        this.reader = reader;
    }

    /** @param isRecord whether several lines together make a whole record */
    Optional<Line> next(Predicate<String> isRecord) throws IOException {
        Optional<Line> first = nextPhysical();
        if (first.isEmpty() || first.get().tooLong() || quotesClose(first.get().text())) {
            return first;
        }
        List<Line> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.get().text());
        while (more.size() < MOST_LINES && text.length() < LONGEST) {
            Optional<Line> line = nextPhysical();
            if (line.isEmpty()) {
                break;
            }
            more.add(line.get());
            text.append('\n').append(line.get().text());
            if (quotesClose(text)) {
                if (isRecord.test(text.toString())) {
                    return Optional.of(new Line(first.get().number(), text.toString(), false));
                }
                break;
            }
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            putBack.push(more.get(i));
        }
        return first;
    }

    private Optional<Line> nextPhysical() throws IOException {
        if (!putBack.isEmpty()) {
            return Optional.of(putBack.pop());
        }
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        boolean any = false;
        for (int c = read(); c >= 0; c = read()) {
            any = true;
            if (c == '\n') {
                break;
            }
            if (text.length() < LONGEST) {
                text.append((char) c);
            } else {
                tooLong = true;
            }
        }
        if (!any) {
            return Optional.empty();
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        return Optional.of(new Line(++number, text.toString(), tooLong));
    }

    private int read() throws IOException {
        if (position == filled) {
            filled = reader.read(buffer);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[position++];
    }

    private static boolean quotesClose(CharSequence text) {
        return count(text, '"') % 2 == 0;
    }

    static int count(CharSequence text, char wanted) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }
}
