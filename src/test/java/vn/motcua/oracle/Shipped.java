package vn.motcua.oracle;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The slow recount of the shipped register. */
public final class Shipped {

    private Shipped() {}

    public static SlowRecount slowRecount() throws IOException {
        return new SlowRecount(
                reader("/demo/procedures-langson-2019.csv"),
                reader("/demo/agencies-langson-2019.csv"),
                reader("/calendar/calendar-vn-2018-2026.csv"),
                reader("/demo/register-langson-2019.csv"));
    }

    private static Reader reader(String resource) {
        return new InputStreamReader(
                Objects.requireNonNull(Shipped.class.getResourceAsStream(resource)), StandardCharsets.UTF_8);
    }
}
