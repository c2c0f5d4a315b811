package vn.motcua.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Dossier;
import vn.motcua.page.PublicAddress;

/** What follows a dossier from anywhere: the address with its code, the same as a picture, and the PIN. */
@Component
public class TrackingSlip {

    private final LookupPins pins;
    private final PublicAddress pages;

    TrackingSlip(LookupPins pins, PublicAddress pages) {
        this.pins = pins;
        this.pages = pages;
    }

    /** @param qr a data: address of a PNG image */
    public record Slip(String address, String qr, String pin) {}

    public Slip of(Dossier dossier) {
        String address = address(dossier);
        return new Slip(address, QrCode.image(address), pins.of(dossier.id()));
    }

    /** Of the page that asks for the PIN. */
    public String address(Dossier dossier) {
        return pages.of("/track?code=" + URLEncoder.encode(dossier.code(), StandardCharsets.UTF_8));
    }
}
