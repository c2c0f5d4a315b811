package vn.motcua.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes from an archive when it was packed: equal contents in equal order become equal bytes. */
final class SameZip {

    /** Later than the first moment that the format knows, which would be told once more in the time zone of the machine. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 2, 1, 0, 0);

    private SameZip() {}

    static byte[] of(byte[] archive) throws IOException {
        ByteArrayOutputStream same = new ByteArrayOutputStream(archive.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(same)) {
            for (ZipEntry packed = in.getNextEntry(); packed != null; packed = in.getNextEntry()) {
                ZipEntry entry = new ZipEntry(packed.getName());
                entry.setTimeLocal(EPOCH);
                out.putNextEntry(entry);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return same.toByteArray();
    }
}
