package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens in the life of people or organisations.
 *
 * @param procedures codes of the procedures that it takes, in the order in which they are looked for
 */
public record LifeEvent(String code, String name, Audience audience, List<String> procedures) {

    /** To whom it happens. */
    public enum Audience {
        PERSON("CA_NHAN"),
        ORGANISATION("TO_CHUC");

        private final String code;

        Audience(String code) {
            this.code = code;
        }

        /** As lists write it: CA_NHAN, TO_CHUC. */
        public String code() {
            return code;
        }

        public static Optional<Audience> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(audience -> audience.code.equals(code))
                    .findFirst();
        }
    }

    public LifeEvent {
        procedures = List.copyOf(procedures);
    }
}
