package vn.motcua.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Submissions;
import vn.motcua.intake.IntakeEntry;
import vn.motcua.intake.IntakeSheet;

/** What of an online filing is no field of the procedure's form; names with a dash, as the counter's own. */
final class FilingEntry {

    static final String CAPACITY = "filing-for";
    static final String BASIS = "filing-basis";
    static final String EMAIL = "email";

    private static final String KIND = "applicantKind";
    private static final String NAME = "applicantName";
    private static final String ORGANISATION = "ORGANISATION";
    private static final String TAX_NUMBER = "\\d{10}(-?\\d{3})?";

    private FilingEntry() {}

    static Capacity capacity(IntakeEntry entry) {
        return Capacity.of(entry.one(CAPACITY));
    }

    /**
     * As a filing begins: what is known of the applicant is filled in.
     *
     * @param known from an earlier filing
     */
    static IntakeEntry begun(SignedInApplicant who, Capacity capacity, String basis, Map<String, Object> known) {
        Map<String, Object> fields = new LinkedHashMap<>(known);
        fields.put(CAPACITY, capacity.name());
        fields.put(BASIS, basis);
        fields.put(EMAIL, who.email());
        if (capacity == Capacity.SELF) {
            fields.put(NAME, who.fullName());
        }
        if (capacity != Capacity.OTHER) {
            fields.put(KIND, capacity == Capacity.SELF ? "PERSON" : ORGANISATION);
        }
        return IntakeEntry.blank().with(fields);
    }

    /** What another dossier says of the applicant, where it was filed for the same one: of another person nothing. */
    static Map<String, Object> known(Map<String, Object> fields, Capacity capacity) {
        boolean organisation = ORGANISATION.equals(fields.get(KIND));
        Map<String, Object> known = new LinkedHashMap<>();
        if (capacity != Capacity.OTHER
                && !fields.containsKey(Submissions.FILED_BY_BASIS)
                && organisation == (capacity == Capacity.ORGANISATION)) {
            List.of(NAME, IntakeSheet.ID_NUMBER, "phone", "address").forEach(key -> {
                Object value = fields.get(key);
                if (value != null) {
                    known.put(key, value);
                }
            });
        }
        return known;
    }

    /** What the form does not ask of everybody: an organisation has a tax number. */
    static Optional<String> problem(IntakeEntry entry) {
        boolean missing = entry.one(KIND).equals(ORGANISATION)
                && !entry.one(IntakeSheet.ID_NUMBER).matches(TAX_NUMBER);
        return missing ? Optional.of("Hãy ghi mã số thuế của tổ chức, gồm 10 hoặc 13 chữ số") : Optional.empty();
    }

    /** With what one page has sent: fields of other pages are as they were, a box that is not ticked is empty. */
    static IntakeEntry with(IntakeEntry entry, List<String> ofPage, Map<String, List<String>> typed) {
        Map<String, List<String>> all = new LinkedHashMap<>(entry.typed());
        ofPage.forEach(key -> all.put(key, typed.getOrDefault(key, List.of())));
        return new IntakeEntry(all);
    }
}
