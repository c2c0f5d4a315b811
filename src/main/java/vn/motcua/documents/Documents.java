package vn.motcua.documents;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.documents.DocumentNumbers.Numbered;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Ledger;
import vn.motcua.refusal.Refusal;

/** Prints the forms of a dossier: on the template of its time, with the number that its occasion has. */
@Component
public class Documents {

    private final Dossiers dossiers;
    private final FormSets sets;
    private final Templates templates;
    private final DocumentNumbers numbers;
    private final FormFacts facts;
    private final PdfRenderer renderer;

    Documents(
            Dossiers dossiers,
            FormSets sets,
            Templates templates,
            DocumentNumbers numbers,
            FormFacts facts,
            PdfRenderer renderer) {
        this.dossiers = dossiers;
        this.sets = sets;
        this.templates = templates;
        this.numbers = numbers;
        this.facts = facts;
        this.renderer = renderer;
    }

    /** The forms that the dossier has an occasion and a template for, in the order of the circulars. */
    public List<PrintForm> printable(Dossier dossier) {
        Ledger ledger = dossiers.ledger(dossier);
        FormSet set = sets.of(dossier);
        return Arrays.stream(PrintForm.values())
                .filter(form -> Occasion.of(form, ledger).isPresent() && templates.has(set, form.address()))
                .toList();
    }

    /** The form about its last occasion; refused where there was none. */
    public Printout print(Dossier dossier, PrintForm form, String username) {
        Ledger ledger = dossiers.ledger(dossier);
        Occasion occasion = Occasion.of(form, ledger)
                .orElseThrow(() ->
                        new Refusal("Chưa in được %s: %s".formatted(lowerFirst(form.vietnamese()), form.missing())));
        FormSet set = sets.of(dossier);
        if (!templates.has(set, form.address())) {
            throw new Refusal(
                    "Bộ mẫu theo %s của hồ sơ này không có %s; hãy soạn văn bản riêng, hoặc đặt mẫu %s/%s.html vào thư mục mẫu in của đơn vị"
                            .formatted(set.vietnamese(), lowerFirst(form.vietnamese()), set.code(), form.address()));
        }
        Numbered numbered = numbers.give(dossier, form, occasion.seq(), set, username);
        String page =
                templates.fill(numbered.set(), form.address(), facts.of(dossier, ledger, form, occasion, numbered));
        try {
            return new Printout(form.fileName(dossier.code()), renderer.render(page));
        } catch (IllegalArgumentException malformed) {
            throw templates.unusable(numbered.set(), form.address(), malformed);
        }
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
