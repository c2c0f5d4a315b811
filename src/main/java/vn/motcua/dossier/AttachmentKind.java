package vn.motcua.dossier;

import java.util.List;
import java.util.Locale;

/** What may be attached; which of them a file is, its content says. */
public enum AttachmentKind {
    PDF("application/pdf", true, "pdf"),
    JPEG("image/jpeg", true, "jpg", "jpeg"),
    PNG("image/png", true, "png"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", false, "odt");

    private final String mediaType;
    private final boolean shown;
    private final List<String> extensions;

    AttachmentKind(String mediaType, boolean shown, String... extensions) {
        this.mediaType = mediaType;
        this.shown = shown;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser shows it; the others are downloaded. */
    public boolean isShown() {
        return shown;
    }

    public boolean isImage() {
        return this == JPEG || this == PNG;
    }

    /** Whether it is an archive of several files, as office files are. */
    boolean isArchive() {
        return this == DOCX || this == XLSX || this == ODT;
    }

    /** The name with an extension that fits the content. */
    String named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(extension -> lower.endsWith("." + extension))
                ? name
                : name + "." + extensions.get(0);
    }
}
