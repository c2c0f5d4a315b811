package vn.motcua.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.motcua.catalogue.ProcedureDefinition.Component;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.ResultChannel;

/**
 * What a clerk at the counter or an applicant has typed, right or wrong. What the start form asks has the form's keys;
 * names with a dash are our own.
 */
public record IntakeEntry(Map<String, List<String>> typed) {

    public static final String CHANNEL = "desk-channel";
    public static final String RESULT = "desk-result";
    public static final String ADDRESS = "desk-address";
    public static final String BEGUN = "desk-begun";

    /** Rows for papers that the procedure does not name. */
    private static final int OTHERS = 2;

    public static IntakeEntry blank() {
        return new IntakeEntry(Map.of());
    }

    public String one(String name) {
        List<String> values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    /** Only these two come over the counter. */
    public Channel channel() {
        return one(CHANNEL).equals(Channel.POST.name()) ? Channel.POST : Channel.IN_PERSON;
    }

    public ResultChannel result() {
        return one(RESULT).equals(ResultChannel.POST.name()) ? ResultChannel.POST : ResultChannel.COUNTER;
    }

    public String resultAddress() {
        return result() == ResultChannel.POST ? one(ADDRESS) : "";
    }

    /** The papers of the procedure and some more, as they were ticked; before anything was entered none is. */
    public List<PaperRow> papers(List<Component> components) {
        List<PaperRow> rows = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            rows.add(row(i, component.name(), true, component.originals(), component.copies()));
        }
        IntStream.range(0, OTHERS)
                .map(more -> components.size() + more)
                .forEach(i -> rows.add(row(i, one(PaperRow.field(i, PaperRow.NAME)), false, 0, 0)));
        return rows;
    }

    private PaperRow row(int position, String name, boolean asked, int originals, int copies) {
        boolean begun = !one(BEGUN).isEmpty();
        return new PaperRow(
                position,
                name,
                asked,
                originals,
                copies,
                asked ? !one(PaperRow.field(position, PaperRow.TICK)).isEmpty() : !name.isEmpty(),
                begun ? one(PaperRow.field(position, PaperRow.ORIGINALS)) : String.valueOf(originals),
                begun ? one(PaperRow.field(position, PaperRow.COPIES)) : String.valueOf(copies));
    }

    /** The same with some fields of the form filled in otherwise. */
    public IntakeEntry with(Map<String, Object> fields) {
        Map<String, List<String>> all = new LinkedHashMap<>(typed);
        fields.forEach((key, value) -> all.put(key, List.of(String.valueOf(value))));
        return new IntakeEntry(all);
    }
}
