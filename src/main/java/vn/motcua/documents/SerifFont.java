package vn.motcua.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The typeface of all printed forms, put into every file: no reader needs to have it. */
final class SerifFont {

    private static final String NAME = "Liberation Serif";
    /** Other names under which a template may ask for a typeface of that kind. */
    private static final List<String> ALIASES = List.of("serif", "Times New Roman");

    private record Face(byte[] file, int weight, FontStyle style) {}

    private final List<Face> faces = List.of(
            new Face(file("Regular"), 400, FontStyle.NORMAL),
            new Face(file("Bold"), 700, FontStyle.NORMAL),
            new Face(file("Italic"), 400, FontStyle.ITALIC),
            new Face(file("BoldItalic"), 700, FontStyle.ITALIC));
    private final CmapLookup letters = letters(faces.get(0));

    /** Stands in for every letter that another typeface lacks. */
    void addTo(PdfRendererBuilder pdf) {
        for (Face face : faces) {
            add(pdf, NAME, face, EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.FALLBACK_PRE));
            ALIASES.forEach(alias -> add(pdf, alias, face, EnumSet.of(FSFontUseCase.DOCUMENT)));
        }
    }

    private static void add(PdfRendererBuilder pdf, String name, Face face, Set<FSFontUseCase> uses) {
        pdf.useFont(() -> new ByteArrayInputStream(face.file()), name, face.weight(), face.style(), true, uses);
    }

    boolean has(int letter) {
        return letters.getGlyphId(letter) != 0;
    }

    private static byte[] file(String face) {
        String name = "/liberation/LiberationSerif-" + face + ".ttf";
        try (InputStream file = Objects.requireNonNull(SerifFont.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup letters(Face face) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.file()))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
