package vn.motcua.applicants;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.support.TestStore;

/** What was written to an address. */
final class Mailbox {

    private static final Pattern LINK = Pattern.compile("(https?://\\S+?)(/account/\\S+)");

    record Letter(String kind, String subject, String body) {

        /** The first link, without the server. */
        String path() {
            return link().group(2);
        }

        String server() {
            return link().group(1);
        }

        String token() {
            return path().replaceFirst(".*token=", "");
        }

        private Matcher link() {
            Matcher link = LINK.matcher(body);
            if (!link.find()) {
                throw new AssertionError("No link in " + body);
            }
            return link;
        }
    }

    private final TestStore store;

    Mailbox(TestStore store) {
        this.store = store;
    }

    List<Letter> of(String address) {
        return store.jdbc()
                .sql("select kind, subject, body from motcua.outbox where recipient = ? order by id")
                .param(address)
                .query(Letter.class)
                .list();
    }

    Letter last(String address) {
        List<Letter> letters = of(address);
        return letters.get(letters.size() - 1);
    }

    void empty() {
        store.jdbc().sql("delete from motcua.outbox").update();
    }
}
