package vn.motcua.filing;

import java.util.Arrays;

/** For whom somebody files: for himself, for an organisation, or for another person. */
public enum Capacity {
    SELF,
    ORGANISATION,
    OTHER;

    /** @param name as a page sent it; whatever is none of them is oneself */
    static Capacity of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(SELF);
    }

    /** Whether it has to be said by what right. */
    boolean needsBasis() {
        return this == OTHER;
    }
}
