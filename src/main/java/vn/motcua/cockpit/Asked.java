package vn.motcua.cockpit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.refusal.Refusal;

/** The parameters of a question; an empty one is none. */
record Asked(MultivaluedMap<String, String> parameters) {

    private static final int LONGEST_SHOWN = 60;

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    Optional<LocalDate> day(String name) {
        return text(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException noDay) {
                throw wrong(name, text, "ngày có thật dạng yyyy-MM-dd");
            }
        });
    }

    Optional<LocalDateTime> moment(String name) {
        return text(name).map(text -> {
            try {
                return LocalDateTime.parse(text);
            } catch (DateTimeParseException noMoment) {
                throw wrong(name, text, "thời điểm có thật dạng yyyy-MM-ddTHH:mm:ss");
            }
        });
    }

    /** Between 1 and a largest. */
    int number(String name, int otherwise, int largest) {
        return text(name)
                .map(text -> {
                    if (text.matches("[1-9][0-9]{0,8}") && Integer.parseInt(text) <= largest) {
                        return Integer.parseInt(text);
                    }
                    throw wrong(name, text, "số nguyên từ 1 đến " + largest);
                })
                .orElse(otherwise);
    }

    /** One of the constants, written in any case. */
    <E extends Enum<E>> Optional<E> one(Class<E> of, String name) {
        return text(name).map(text -> Arrays.stream(of.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        text,
                        "một trong: " + Arrays.toString(of.getEnumConstants()).toLowerCase(Locale.ROOT))));
    }

    static Refusal wrong(String name, String value, String form) {
        String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
        return new Refusal("Tham số %s: “%s” không phải %s".formatted(name, shown, form));
    }
}
