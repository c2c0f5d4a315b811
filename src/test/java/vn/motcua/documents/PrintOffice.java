package vn.motcua.documents;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Procedures;
import vn.motcua.demo.DemoCatalogueForTests;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.exchange.CatalogueImport;
import vn.motcua.exchange.CsvSource;
import vn.motcua.support.TestStore;

/** A department that prints, and what can be read on the paper. */
final class PrintOffice implements AutoCloseable {

    static final String DEPARTMENT = "H37.15";
    static final String PUBLICATION = "1.003868";

    private static final Path PICTURES = Path.of("target/printed");

    final TestStore store;

    private PrintOffice(TestStore store) {
        this.store = store;
    }

    /** At 09:00 on Friday 20/11/2026. */
    static PrintOffice open(String... settings) {
        PrintOffice office = new PrintOffice(TestStore.web(settings));
        for (String file : List.of("agencies-langson-2019", "agencies-langson-2025", "agencies-specialised")) {
            office.store
                    .bean(CatalogueImport.class)
                    .run(Optional.of(CsvSource.shipped("/demo/" + file + ".csv")), Optional.empty(), problem -> {
                        throw new AssertionError(problem.vietnamese());
                    });
        }
        DemoCatalogueForTests.definitions().forEach(office.store.bean(Procedures.class)::ship);
        office.employ("counter", "Hoàng Thị Thuỷ", "counter");
        office.employ("officer", "Đặng Văn Dũng", "officer");
        office.employ("leader", "Nguyễn Hữu Phước", "leader");
        return office;
    }

    private void employ(String username, String fullName, String group) {
        store.jdbc().sql("""
                        insert into motcua.staff (username, password_hash, full_name, staff_group, agency_id,
                            must_change_password, created_at, password_set_at)
                        values (?, 'none', ?, ?, (select id from motcua.agency where code = ?), false, '2018-01-01', '2018-01-01')
                        """).params(username, fullName, group, DEPARTMENT).update();
    }

    Dossiers dossiers() {
        return store.bean(Dossiers.class);
    }

    Dossier receive(String applicant) {
        return receive(DEPARTMENT, applicant);
    }

    Dossier receive(String agency, String applicant) {
        Dossier dossier = dossiers()
                .receive(
                        new Filing(
                                PUBLICATION,
                                agency,
                                Channel.IN_PERSON,
                                new Applicant(Applicant.Kind.ORGANISATION, applicant)),
                        Act.by("counter"));
        return dossiers().get(dossier.code());
    }

    Dossier file(String applicant) {
        return dossiers()
                .file(
                        new Filing(
                                PUBLICATION,
                                DEPARTMENT,
                                Channel.ONLINE,
                                new Applicant(Applicant.Kind.PERSON, applicant)),
                        Act.by("Người nộp"));
    }

    /** What somebody filled in; a map of the dossier's own fields. */
    void fill(
            Dossier dossier,
            String task,
            String name,
            @Nullable String group,
            String actor,
            Map<String, Object> fields) {
        store.bean(Submissions.class)
                .add(
                        dossier.id(),
                        new Submission(
                                task,
                                group == null ? null : task + "-" + dossier.id(),
                                name,
                                group,
                                dossier.agencyId(),
                                actor,
                                LocalDateTime.now(store.clock()),
                                new HashMap<>(fields)),
                        true);
    }

    byte[] print(Dossier dossier, PrintForm form) {
        return store.bean(Documents.class)
                .print(dossiers().get(dossier.code()), form, "counter")
                .pdf();
    }

    String text(Dossier dossier, PrintForm form) {
        return text(print(dossier, form));
    }

    /** All text, in one line. */
    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static BufferedImage page(byte[] pdf, int page, int dpi) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, dpi);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Leaves a picture of the first page for people to look at. */
    static void picture(String name, byte[] pdf) {
        try {
            Files.createDirectories(PICTURES);
            ImageIO.write(
                    page(pdf, 0, 110), "png", PICTURES.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What a telephone reads from the code on the first page. */
    static String scanned(byte[] pdf) {
        BufferedImage page = page(pdf, 0, 200);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        try {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException e) {
            throw new AssertionError("No code on the page", e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
