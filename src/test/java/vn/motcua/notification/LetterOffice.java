package vn.motcua.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Submissions;
import vn.motcua.support.TestPostgres;
import vn.motcua.support.TestStore;

/** Dossiers of people with an address, and a real mail server that may be down. */
final class LetterOffice implements AutoCloseable {

    static final String ADDRESS = "hang.nong@example.vn";
    static final String DEPARTMENT = "000.00.14.H37";

    /** Three working days; its clock pauses. */
    static final String PROCEDURE = "1.003868";

    final TestStore store;
    private GreenMail server;
    private final int port;

    private LetterOffice(TestStore store, GreenMail server, int port) {
        this.store = store;
        this.server = server;
        this.port = port;
    }

    static LetterOffice open(String... settings) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        int port = server.getSmtp().getPort();
        String[] all = Stream.concat(
                        Stream.of(
                                "--spring.mail.host=127.0.0.1",
                                "--spring.mail.port=" + port,
                                "--motcua.mail.from=Một cửa Lạng Sơn <motcua@langson.example.vn>",
                                "--motcua.public-url=https://motcua.example.vn/"),
                        Stream.of(settings))
                .toArray(String[]::new);
        return new LetterOffice(TestStore.at(TestPostgres.newDatabase(), all).importCatalogue(), server, port);
    }

    Dossiers dossiers() {
        return store.bean(Dossiers.class);
    }

    /** Filed online, and all that was told of that is away. */
    String filed() {
        return filed(ADDRESS);
    }

    String filed(String address) {
        Dossier dossier = dossiers()
                .file(
                        new Filing(
                                PROCEDURE,
                                DEPARTMENT,
                                Channel.ONLINE,
                                new Applicant(Applicant.Kind.PERSON, "Nông Thị Hằng")),
                        Act.by("applicant:1"));
        store.bean(Submissions.class).put(dossier.id(), Map.of("email", address));
        return dossier.code();
    }

    String accepted() {
        String code = filed();
        dossiers().accept(code, act());
        clear();
        return code;
    }

    static Act act() {
        return Act.by("counter");
    }

    void round() {
        store.bean(Postman.class).round();
    }

    List<MimeMessage> arrived() {
        return List.of(server.getReceivedMessages());
    }

    /** The one letter that a round brings. */
    MimeMessage letter() {
        round();
        if (arrived().size() != 1) {
            throw new AssertionError(arrived().size() + " letters arrived; " + rows());
        }
        return arrived().get(0);
    }

    /** Forgets every letter there is, sent or not. */
    void clear() {
        store.jdbc().sql("delete from motcua.outbox").update();
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return port;
    }

    void serverDown() {
        server.stop();
    }

    void serverUp() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    List<Map<String, Object>> rows() {
        return store.jdbc()
                .sql(
                        "select id, kind, state, attempts, problem, reply, next_at, sent_at, subject, body from motcua.outbox"
                                + " where recipient is not null order by id")
                .query()
                .listOfRows();
    }

    Map<String, Object> row() {
        List<Map<String, Object>> rows = rows();
        if (rows.size() != 1) {
            throw new AssertionError(rows);
        }
        return rows.get(0);
    }

    /** @param part 0 for the plain text, 1 for the HTML */
    static String part(MimeMessage letter, int part) {
        try {
            return ((Multipart) letter.getContent())
                    .getBodyPart(part)
                    .getContent()
                    .toString()
                    .replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        store.close();
        server.stop();
    }
}
