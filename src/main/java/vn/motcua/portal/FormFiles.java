package vn.motcua.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.ProcedureDefinition;

/**
 * The blank forms that people download. A file in the office's own directory is taken before a shipped one of the same name;
 * a name leads nowhere else.
 */
@Component
class FormFiles {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,119}");

    private static final Map<String, String> TYPES = Map.of(
            "odt", "application/vnd.oasis.opendocument.text",
            "ods", "application/vnd.oasis.opendocument.spreadsheet",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "pdf", "application/pdf");

    /** @param extension what kind of file it is, in capitals */
    record FormFile(String name, String extension, MediaType type, Resource content) {}

    private final String directory;

    FormFiles(@Value("${motcua.forms-dir:}") String directory) {
        this.directory = directory;
    }

    /** The form on which a paper is written, empty where the catalogue names none or its file is not there. */
    Optional<FormFile> of(ProcedureDefinition.Component paper) {
        String name = paper.form();
        if (name == null || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TYPES.get(extension);
        return type == null
                ? Optional.empty()
                : own(name)
                        .or(() -> shipped(name))
                        .map(content -> new FormFile(
                                name, extension.toUpperCase(Locale.ROOT), MediaType.parseMediaType(type), content));
    }

    /** The name has no slash, and what it leads to over a link must be in the directory too. */
    private Optional<Resource> own(String name) {
        if (directory.isBlank()) {
            return Optional.empty();
        }
        try {
            Path inside = Path.of(directory).toRealPath();
            Path file = inside.resolve(name).toRealPath();
            return file.startsWith(inside) && Files.isRegularFile(file)
                    ? Optional.of(new FileSystemResource(file))
                    : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static Optional<Resource> shipped(String name) {
        Resource file = new ClassPathResource("/demo/forms/" + name);
        return file.exists() ? Optional.of(file) : Optional.empty();
    }
}
