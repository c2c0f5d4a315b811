package vn.motcua.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Paper;
import vn.motcua.dossier.ResultChannel;
import vn.motcua.forms.Field;
import vn.motcua.forms.FormDefinition;
import vn.motcua.forms.InvalidSubmission;
import vn.motcua.forms.Option;
import vn.motcua.forms.Section;
import vn.motcua.workflow.DossierFlow;

/**
 * What is filled in for a procedure, at the counter on one page: the start form of its process without what is known
 * already, and the papers.
 *
 * @param whole the start form
 * @param asked what of it is filled in, the number of the applicant first
 */
public record IntakeSheet(ProcedureDefinition procedure, FormDefinition whole, FormDefinition asked) {

    public static final String ID_NUMBER = "idNumber";
    private static final String CHANNEL = "channel";
    private static final String PROCEDURE = "procedure";
    private static final String PAPERS = "papers";
    private static final Set<String> KNOWN = Set.of(CHANNEL, PROCEDURE, PAPERS);
    private static final int LONGEST_PAPERS = 4000;

    /**
     * What was filled in, as far as it is right.
     *
     * @param fields of the whole start form
     * @param problems what to change, by field of the form
     * @param wrong what to change besides, by our own field: keys of sentences
     */
    public record Checked(Map<String, Object> fields, Map<String, String> problems, Map<String, String> wrong) {

        public boolean isFine() {
            return problems.isEmpty() && wrong.isEmpty();
        }
    }

    /** What is read once more before it is confirmed or sent. */
    public record Answers(String heading, List<Map.Entry<String, String>> lines) {}

    public static IntakeSheet of(ProcedureDefinition procedure) {
        FormDefinition whole = FormDefinition.shipped(DossierFlow.process(procedure) + "-start");
        List<Section> sections = whole.sections().stream()
                .map(section -> new Section(
                        section.heading(),
                        section.fields().stream()
                                .filter(field -> !KNOWN.contains(field.key()) && !field.readOnly())
                                .sorted(Comparator.comparing(
                                        field -> !field.key().equals(ID_NUMBER)))
                                .toList()))
                .filter(section -> !section.fields().isEmpty())
                .toList();
        return new IntakeSheet(procedure, whole, new FormDefinition(whole.id(), sections));
    }

    public List<PaperRow> papers(IntakeEntry entry) {
        return entry.papers(procedure.components());
    }

    public List<Paper> counted(IntakeEntry entry) {
        return papers(entry).stream()
                .filter(PaperRow::isUsed)
                .map(PaperRow::paper)
                .toList();
    }

    /** As entered at the counter. */
    public Checked check(IntakeEntry entry, LocalDate today) {
        Map<String, String> wrong = wrong(entry);
        papers(entry).forEach(row -> {
            String problem = row.problem();
            if (problem != null) {
                wrong.put(row.field(PaperRow.ORIGINALS), problem);
            }
        });
        return check(submitted(entry), wrong, today);
    }

    /**
     * As entered by the applicant.
     *
     * @param papers the attached papers, a line each
     */
    public Checked checkOnline(IntakeEntry entry, List<String> papers, LocalDate today) {
        return check(submitted(entry, Channel.ONLINE, String.join("\n", papers)), wrong(entry), today);
    }

    private Checked check(Map<String, Object> submitted, Map<String, String> wrong, LocalDate today) {
        try {
            return new Checked(whole.accept(submitted, today), Map.of(), wrong);
        } catch (InvalidSubmission invalid) {
            return new Checked(Map.of(), invalid.problems(), wrong);
        }
    }

    private Map<String, String> wrong(IntakeEntry entry) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (entry.result() == ResultChannel.POST && entry.resultAddress().length() < 5) {
            wrong.put(IntakeEntry.ADDRESS, "intake.result.noAddress");
        }
        return wrong;
    }

    /** The start form as it would have been filled in. */
    public Map<String, Object> submitted(IntakeEntry entry) {
        return submitted(entry, entry.channel(), paperLines(entry));
    }

    private Map<String, Object> submitted(IntakeEntry entry, Channel channel, String papers) {
        Map<String, Object> submitted = new LinkedHashMap<>();
        asked.fields().forEach(field -> put(submitted, field, entry));
        submitted.put(CHANNEL, channel.name());
        if (whole.field(PROCEDURE).isPresent()) {
            submitted.put(PROCEDURE, procedure.code());
        }
        if (whole.field(PAPERS).isPresent() && !papers.isEmpty()) {
            submitted.put(PAPERS, shortened(papers));
        }
        return submitted;
    }

    private static void put(Map<String, Object> submitted, Field field, IntakeEntry entry) {
        List<String> values = entry.typed().getOrDefault(field.key(), List.of());
        if (field.kind().takesSeveral()) {
            submitted.put(field.key(), values);
        } else if (!values.isEmpty()) {
            submitted.put(field.key(), values.get(0));
        }
    }

    private String paperLines(IntakeEntry entry) {
        return counted(entry).stream()
                .filter(Paper::isHandedIn)
                .map(IntakeSheet::line)
                .collect(Collectors.joining("\n"));
    }

    private static String shortened(String lines) {
        return lines.length() <= LONGEST_PAPERS ? lines : lines.substring(0, LONGEST_PAPERS - 1) + "…";
    }

    private static String line(Paper paper) {
        List<String> counts = new ArrayList<>();
        if (paper.originals() > 0) {
            counts.add("%d bản chính".formatted(paper.originals()));
        }
        if (paper.copies() > 0) {
            counts.add("%d bản sao".formatted(paper.copies()));
        }
        return paper.name() + ": " + String.join(", ", counts);
    }

    /** @param fields as accepted */
    public List<Answers> answers(Map<String, Object> fields) {
        return asked.sections().stream()
                .map(section -> new Answers(
                        section.heading(),
                        section.fields().stream()
                                .filter(field -> fields.containsKey(field.key()))
                                .map(field ->
                                        Map.entry(field.label(), words(field, fields.getOrDefault(field.key(), ""))))
                                .toList()))
                .filter(answers -> !answers.lines().isEmpty())
                .toList();
    }

    private static String words(Field field, Object value) {
        Stream<?> values = value instanceof List<?> several ? several.stream() : Stream.of(value);
        return values.map(one -> field.options().stream()
                        .filter(option -> option.value().equals(one))
                        .map(Option::label)
                        .findFirst()
                        .orElse(Boolean.TRUE.equals(one) ? "✓" : String.valueOf(one)))
                .collect(Collectors.joining(", "));
    }
}
