package vn.motcua.reports;

import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;

/** What a report says in a language; files always speak Vietnamese, for they are official papers. */
public final class Words {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MessageSource messages;
    private final Locale language;

    Words(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    public String say(String key, Object... values) {
        return messages.getMessage("reports." + key, values, language);
    }

    /** What stands only in files. */
    public String paper(String key, Object... values) {
        return messages.getMessage("paper." + key, values, VIETNAMESE);
    }

    public String column(Column column) {
        return say("column." + column.key());
    }

    public String group(Column column) {
        return column.group() == null ? "" : say("group." + column.group());
    }

    /** What a line is called; what has no name of its own is told in the language. */
    public String label(ReportKind kind, Line line) {
        if ("total".equals(line.key())) {
            return say("total");
        }
        if (kind == ReportKind.OFFICERS && line.label().isEmpty()) {
            return say("noOfficer");
        }
        String key = line.key();
        return key != null && key.endsWith(" own") ? say("directly", line.label()) : line.label();
    }

    /** A named period; empty for a free one. */
    public String period(PeriodChoice choice, int year) {
        return choice == PeriodChoice.FREE ? "" : say("period." + choice.name(), String.valueOf(year));
    }

    /** 10.392 or 10,392. */
    public String count(Object cell) {
        return cell instanceof Number number
                ? NumberFormat.getIntegerInstance(language).format(number)
                : String.valueOf(cell);
    }

    /** +3, −2 or 0. */
    public String difference(long difference) {
        return (difference > 0 ? "+" : difference < 0 ? "−" : "") + count(Math.abs(difference));
    }
}
