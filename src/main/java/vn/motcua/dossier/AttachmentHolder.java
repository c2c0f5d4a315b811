package vn.motcua.dossier;

import java.util.UUID;

/** Whose files they are: a dossier's, or those of an intake or an answer that is not sent yet. */
public sealed interface AttachmentHolder {

    static AttachmentHolder dossier(long id) {
        return new OfDossier(id);
    }

    static AttachmentHolder draft(UUID id) {
        return new OfDraft(id);
    }

    static AttachmentHolder answer(UUID id) {
        return new OfAnswer(id);
    }

    /** The column that names the holder. */
    String column();

    Object id();

    /** @param number of the dossier */
    record OfDossier(long number) implements AttachmentHolder {

        @Override
        public String column() {
            return "dossier_id";
        }

        @Override
        public Object id() {
            return number;
        }
    }

    /** @param key of the intake */
    record OfDraft(UUID key) implements AttachmentHolder {

        @Override
        public String column() {
            return "draft_id";
        }

        @Override
        public Object id() {
            return key;
        }
    }

    /** @param key of the answer to a supplement request */
    record OfAnswer(UUID key) implements AttachmentHolder {

        @Override
        public String column() {
            return "answer_id";
        }

        @Override
        public Object id() {
            return key;
        }
    }
}
