package vn.motcua.documents;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Dossier;

/** What follows a dossier from anywhere: the address with its code, the same as a picture, and the PIN. */
@Component
public class TrackingSlip {

    private final LookupPins pins;
    private final String publicUrl;

    /** @param publicUrl under which applicants reach these pages; printed on paper, so it has to last */
    TrackingSlip(LookupPins pins, @Value("${motcua.public-url:http://localhost:${server.port:8080}}") URI publicUrl) {
        this.pins = pins;
        this.publicUrl = publicUrl.toString().replaceFirst("/+$", "");
    }

    /** @param qr a data: address of a PNG image */
    public record Slip(String address, String qr, String pin) {}

    public Slip of(Dossier dossier) {
        String address = publicUrl + "/track?code=" + URLEncoder.encode(dossier.code(), StandardCharsets.UTF_8);
        return new Slip(address, QrCode.image(address), pins.of(dossier.id()));
    }
}
