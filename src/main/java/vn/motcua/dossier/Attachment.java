package vn.motcua.dossier;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file of a dossier or of an intake, without its bytes.
 *
 * @param component the paper of the procedure that it is, null for another
 * @param name safe to be shown and saved under
 * @param sha256 of its bytes, in hexadecimal
 * @param addedBy the username, with the person's name beside it
 */
public record Attachment(
        long id,
        @Nullable String component,
        String name,
        AttachmentKind kind,
        long size,
        String sha256,
        String addedBy,
        String addedByName,
        LocalDateTime addedAt) {

    /** Whether an applicant added it from an account. */
    public boolean isAddedOnline() {
        return OnlineApplicant.isActor(addedBy);
    }

    /** Such as "412 KB" or "3,2 MB". */
    public String shownSize() {
        long kilobytes = Math.max(1, (size + 512) / 1024);
        long tenths = (size * 10 + (1 << 19)) >> 20;
        return kilobytes < 1000 ? kilobytes + " KB" : tenths / 10 + "," + tenths % 10 + " MB";
    }
}
