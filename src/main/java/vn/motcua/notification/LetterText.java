package vn.motcua.notification;

import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** What a letter says: as it was written, or worded now from the ledger row that it tells of. */
@Component
class LetterText {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private static final String VIETNAMESE = "vi";

    private final LetterFacts facts;
    private final LetterTemplates templates;

    LetterText(LetterFacts facts, LetterTemplates templates) {
        this.facts = facts;
        this.templates = templates;
    }

    Letter of(QueuedLetter row) {
        Integer seq = row.eventSeq();
        Long dossier = row.dossierId();
        if (seq == null || dossier == null) {
            return letter(row, row.subject() == null ? "" : row.subject(), row.body(), "");
        }
        String filled = templates.fill(row.kind(), facts.of(dossier, seq)).strip();
        int end = filled.indexOf('\n');
        if (end < 0) {
            throw new IllegalStateException("A letter is a subject, an empty line and a text");
        }
        return letter(
                row, filled.substring(0, end).strip(), filled.substring(end).strip(), VIETNAMESE);
    }

    private Letter letter(QueuedLetter row, String subject, String text, String language) {
        String plain = text.replaceAll("\\R", "\n").replaceAll("\n{3,}", "\n\n").stripTrailing() + "\n";
        return new Letter(
                "motcua.%d.%s".formatted(row.id(), SECOND.format(row.created())),
                row.recipient(),
                subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(),
                plain,
                templates.framed(subject, plain, language));
    }
}
