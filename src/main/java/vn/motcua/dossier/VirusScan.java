package vn.motcua.dossier;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.refusal.Refusal;

/** Whether a file is infected, asked of the scanner that the settings name. Without one nothing is asked. */
@Component
class VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);

    private final @Nullable Clamd clamd;

    /**
     * @param where the clamd of ClamAV listens, host:port or the path of a socket; empty for none
     * @param patience until a file counts as not looked through
     */
    VirusScan(
            @Value("${motcua.attachments.clamd:}") String where,
            @Value("${motcua.attachments.clamd-timeout:30s}") Duration patience) {
        this.clamd = where.isBlank() ? null : new Clamd(where.strip(), patience);
    }

    /** @throws Refusal for an infected file, and for one that the scanner did not look through */
    void check(Path file) {
        if (clamd == null) {
            return;
        }
        String found;
        try {
            found = clamd.find(file);
        } catch (IOException e) {
            LOG.error("The virus scanner did not look through a file, which was refused", e);
            throw new Refusal(
                    "Chưa kiểm tra được tệp có mã độc hay không nên chưa nhận tệp; hãy thử lại sau ít phút", e);
        }
        if (!found.isEmpty()) {
            LOG.warn("An infected file was refused: {}", found);
            throw ContentRules.infected();
        }
    }
}
