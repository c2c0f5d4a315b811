package vn.motcua.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;

/** The files of the demo: pages that say that they are samples. */
@Component
class SampleFiles {

    static final String PAPER = "giay-to-mau.pdf";
    static final String RESULT = "ket-qua-mau.pdf";

    private final Attachments attachments;

    SampleFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    void attach(AttachmentHolder holder, String component, String file, String actor) {
        try (InputStream bytes = Objects.requireNonNull(getClass().getResourceAsStream("/demo/files/" + file), file)) {
            attachments.add(holder, component, file, actor, bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
