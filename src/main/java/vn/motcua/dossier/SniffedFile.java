package vn.motcua.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells what a file is by its content; what it is called and what the browser says count for nothing. */
final class SniffedFile {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int HEAD = 8;
    private static final int LONGEST_TYPE = 200;
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private SniffedFile() {}

    /** Empty for a file of no kind that may be attached, and for an office file with macros in it. */
    static Optional<AttachmentKind> kind(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (begins(head, PDF)) {
            return Optional.of(AttachmentKind.PDF);
        }
        if (begins(head, JPEG)) {
            return Optional.of(AttachmentKind.JPEG);
        }
        if (begins(head, PNG)) {
            return Optional.of(AttachmentKind.PNG);
        }
        return begins(head, ZIP) ? office(file) : Optional.empty();
    }

    /** Reads the directory of the archive and no content but the little that an ODT declares itself with. */
    private static Optional<AttachmentKind> office(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.stream().anyMatch(SniffedFile::isMacro)) {
                return Optional.empty();
            }
            if (zip.getEntry("[Content_Types].xml") != null) {
                return zip.getEntry("word/document.xml") != null
                        ? Optional.of(AttachmentKind.DOCX)
                        : Optional.ofNullable(zip.getEntry("xl/workbook.xml")).map(any -> AttachmentKind.XLSX);
            }
            return declared(zip).equals(ODT) ? Optional.of(AttachmentKind.ODT) : Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static boolean isMacro(ZipEntry entry) {
        String name = entry.getName();
        return name.endsWith("vbaProject.bin") || name.startsWith("Basic/") || name.startsWith("Scripts/");
    }

    private static String declared(ZipFile zip) throws IOException {
        ZipEntry type = zip.getEntry("mimetype");
        if (type == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(type)) {
            return new String(in.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII).strip();
        }
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length && java.util.Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
