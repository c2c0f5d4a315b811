package vn.motcua.desk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.motcua.dossier.Channel;
import vn.motcua.worklist.WorklistFilter;
import vn.motcua.worklist.WorklistQuery;
import vn.motcua.worklist.WorklistTab;

/**
 * What somebody looks at on the desk, as the address of the page says. What an address says wrongly is taken as not said:
 * it was typed or is old, and the list says what it shows.
 *
 * @param cursor where the page begins, null for the first
 * @param size rows of a page, null for as many as last time
 */
record DeskQuery(
        Whose whose,
        WorklistTab tab,
        @Nullable String q,
        @Nullable String procedure,
        @Nullable String step,
        @Nullable Integer agency,
        @Nullable Channel channel,
        @Nullable String cursor,
        @Nullable Integer size) {

    static final int USUAL_SIZE = 20;

    /** What the page's form and links send. */
    record Asked(
            @Nullable String whose,
            @Nullable String tab,
            @Nullable String q,
            @Nullable String procedure,
            @Nullable String step,
            @Nullable String agency,
            @Nullable String channel,
            @Nullable String cursor,
            @Nullable String size) {

        DeskQuery query() {
            Integer rows = number(size);
            return new DeskQuery(
                    constant(Whose.values(), whose).orElse(Whose.GROUP),
                    constant(WorklistTab.values(), tab).orElse(WorklistTab.ALL),
                    given(q),
                    given(procedure),
                    given(step),
                    number(agency),
                    constant(Channel.values(), channel).orElse(null),
                    given(cursor),
                    rows == null || rows < 1 || rows > WorklistQuery.MOST ? null : rows);
        }

        private static @Nullable String given(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        private static @Nullable Integer number(@Nullable String text) {
            return text == null || !text.matches("\\d{1,9}") ? null : Integer.valueOf(text);
        }

        private static <E extends Enum<?>> Optional<E> constant(E[] values, @Nullable String name) {
            String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
            return Arrays.stream(values)
                    .filter(value -> value.name().equals(wanted))
                    .findFirst();
        }
    }

    public WorklistFilter filter() {
        return new WorklistFilter(procedure, step, agency, channel, q);
    }

    /** Whether anything but the tab narrows the list. */
    public boolean isFiltered() {
        return !filter().equals(WorklistFilter.NONE);
    }

    public DeskQuery in(WorklistTab other) {
        return new DeskQuery(whose, other, q, procedure, step, agency, channel, null, size);
    }

    public DeskQuery of(Whose others) {
        return new DeskQuery(others, tab, q, procedure, step, agency, channel, null, size);
    }

    public DeskQuery at(@Nullable String place) {
        return new DeskQuery(whose, tab, q, procedure, step, agency, channel, place, size);
    }

    public DeskQuery unfiltered() {
        return new DeskQuery(whose, tab, null, null, null, null, null, null, size);
    }

    /** The address that shows it, without the host; what is usual is left out. */
    public String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/desk");
        said().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode(StandardCharsets.UTF_8).buildAndExpand(said()).toUriString();
    }

    private Map<String, Object> said() {
        Map<String, Object> said = new LinkedHashMap<>();
        BiConsumer<String, @Nullable Object> say = (name, value) -> {
            if (value != null) {
                said.put(name, value);
            }
        };
        say.accept("whose", whose == Whose.GROUP ? null : whose);
        say.accept("tab", tab == WorklistTab.ALL ? null : tab);
        say.accept("q", q);
        say.accept("procedure", procedure);
        say.accept("step", step);
        say.accept("agency", agency);
        say.accept("channel", channel);
        say.accept("cursor", cursor);
        say.accept("size", size);
        return said;
    }
}
