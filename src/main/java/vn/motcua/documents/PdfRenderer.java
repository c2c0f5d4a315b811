package vn.motcua.documents;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XHTML as PDF. A page is all it needs: whatever file or address it names is not opened, only images that stand in it as
 * data are shown.
 */
@Lazy
@Component
class PdfRenderer {

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final String PRODUCER = "Motcua";

    static {
        // It would print every file that it loads on standard error.
        XRLog.setLoggingEnabled(false);
    }

    private final SerifFont font = new SerifFont();

    byte[] render(String xhtml) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder pdf = builder(xhtml).toStream(out);
        try {
            pdf.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same bytes each time: no moment of its making and no number drawn from it. */
    byte[] renderAlike(String xhtml) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder(xhtml).toStream(out).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            document.setDocumentId(0L);
            document.getDocumentInformation().setCreationDate(null);
            document.getDocumentInformation().setModificationDate(null);
            document.save(out);
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private PdfRendererBuilder builder(String xhtml) {
        Document page = parse(NOT_IN_XML.matcher(xhtml).replaceAll(""));
        PrintableText.clean(page, font::has);
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
            pdf.useExternalResourceAccessControl((address, type) -> isInThePage(address), moment);
        }
        pdf.useUriResolver((base, address) -> isInThePage(address) ? address : null);
        font.addTo(pdf);
        return pdf.useFastMode().withProducer(PRODUCER).withW3cDocument(page, null);
    }

    private static boolean isInThePage(String address) {
        return address.startsWith("data:image/png;base64,");
    }

    /** A document type is refused, and with it every entity that names a file. */
    private static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setNamespaceAware(true);
            javax.xml.parsers.DocumentBuilder parser = parsers.newDocumentBuilder();
            parser.setErrorHandler(new Silent());
            return parser.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException("Not well-formed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws what is wrong and prints nothing. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException problem) {}

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
