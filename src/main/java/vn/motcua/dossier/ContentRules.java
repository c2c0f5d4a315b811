package vn.motcua.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import vn.motcua.refusal.Refusal;

/**
 * What no attached file may have in it, whether there is a virus scanner or not: the test virus, and archives that swell.
 * An archive is unpacked piece by piece, nothing of it is kept, and no more than the limits allow.
 */
final class ContentRules {

    /** An office file has some hundred entries at most. */
    private static final int MOST_ENTRIES = 5_000;

    private static final long LONGEST_ENTRY = 128L << 20;
    private static final long LONGEST = 256L << 20;

    /** How many times its own size a file may have in it, beyond what any small file may. */
    private static final long RATIO = 100;

    private static final long ALWAYS_FINE = 1 << 20;

    /** A sheet in a document is fine, and a picture archive in that; what lies deeper hides. */
    private static final int DEEPEST = 2;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int BUFFER = 16 * 1024;

    private final byte[] buffer = new byte[BUFFER];
    private final long most;
    private int entries;
    private long unpacked;

    private ContentRules(long size) {
        this.most = Math.min(LONGEST, ALWAYS_FINE + RATIO * size);
    }

    /** @throws Refusal for a file that breaks a rule */
    static void check(Path file, AttachmentKind kind) throws IOException {
        ContentRules rules = new ContentRules(Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            TestVirus virus = new TestVirus();
            for (int read = in.read(rules.buffer); read > 0; read = in.read(rules.buffer)) {
                virus.pass(rules.buffer, read);
            }
            refuseIf(virus);
        }
        if (kind.isArchive()) {
            rules.archive(file);
        }
    }

    static Refusal infected() {
        return new Refusal(
                "Tệp bị nhận diện là có mã độc nên không được nhận; hãy quét virus trên máy của bạn rồi tải lên tệp khác");
    }

    private static void refuseIf(TestVirus virus) {
        if (virus.isFound()) {
            throw infected();
        }
    }

    /** The directory is read first: what swells by its own account is not unpacked at all. */
    private void archive(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            refuseIf(zip.size() > MOST_ENTRIES);
            long declared = 0;
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                long size = all.nextElement().getSize();
                declared += Math.max(0, size);
                refuseIf(size > LONGEST_ENTRY || declared > most || declared < 0);
            }
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                entry(zip.getInputStream(all.nextElement()), 1);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw broken(broken);
        }
    }

    private void entry(InputStream content, int depth) throws IOException {
        refuseIf(++entries > MOST_ENTRIES);
        PushbackInputStream in = new PushbackInputStream(content, ZIP.length);
        byte[] head = in.readNBytes(ZIP.length);
        in.unread(head);
        if (Arrays.equals(head, ZIP)) {
            refuseIf(depth >= DEEPEST);
            nested(in, depth + 1);
        } else {
            unpack(in);
        }
    }

    private void nested(InputStream in, int depth) throws IOException {
        // not closed: it is part of another one
        ZipInputStream zip = new ZipInputStream(in);
        while (zip.getNextEntry() != null) {
            entry(zip, depth);
        }
    }

    private void unpack(InputStream in) throws IOException {
        TestVirus virus = new TestVirus();
        long size = 0;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            size += read;
            unpacked += read;
            refuseIf(size > LONGEST_ENTRY || unpacked > most);
            virus.pass(buffer, read);
        }
        refuseIf(virus);
    }

    private static void refuseIf(boolean swells) {
        if (swells) {
            throw new Refusal("Tệp nén bất thường: nội dung giải nén quá lớn hoặc lồng nhiều lớp nên không được nhận;"
                    + " hãy lưu lại tệp hoặc chuyển sang PDF");
        }
    }

    private static Refusal broken(Exception why) {
        return new Refusal("Tệp bị hỏng, không mở được; hãy lưu lại tệp hoặc chuyển sang PDF", why);
    }
}
