package vn.motcua.filing;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Procedures;
import vn.motcua.documents.TrackingSlip;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Ledger;
import vn.motcua.page.DeadlineWords;

/** What somebody has in hand who has filed: code, PIN and QR code, and by when the desk will have looked at it. */
@Component
@ConditionalOnWebApplication
class ReceiptView {

    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Agencies agencies;
    private final Attachments attachments;
    private final TrackingSlip slips;
    private final DeadlineWords words;

    ReceiptView(
            Dossiers dossiers,
            Procedures procedures,
            Agencies agencies,
            Attachments attachments,
            TrackingSlip slips,
            DeadlineWords words) {
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.agencies = agencies;
        this.attachments = attachments;
        this.slips = slips;
        this.words = words;
    }

    void show(String code, Model model) {
        Dossier dossier = dossiers.get(code);
        Ledger ledger = dossiers.ledger(dossier);
        model.addAttribute("dossier", dossier);
        model.addAttribute("procedure", procedures.get(dossier.versionId()).definition());
        model.addAttribute("agency", agencies.get(dossier.agencyId()));
        model.addAttribute("filed", ledger.events().get(0).occurredAt());
        model.addAttribute(
                "answer", words.of(dossier.agencyId(), Objects.requireNonNull(dossier.acceptanceDue()), null));
        model.addAttribute("files", attachments.of(AttachmentHolder.dossier(dossier.id())));
        model.addAttribute("slip", slips.of(dossier));
    }
}
