package vn.motcua.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.AttachmentKind;
import vn.motcua.dossier.Attachments;
import vn.motcua.refusal.Refusal;

/** Takes uploaded files in and gives them out, for dossiers and for intakes alike. The template uses it as a bean. */
@Component
@ConditionalOnWebApplication
public class FileShelf {

    /** Nothing in a file may load or run anything, whatever it is. */
    private static final String LOCKED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /** The same, in a world of its own. The viewer of PDF that browsers bring does not work there. */
    private static final String SANDBOX = LOCKED + "; sandbox";

    /** What the office attaches for the applicant, who may download it once the dossier is resolved. */
    public static final String RESULT = "Kết quả giải quyết";

    /** @param component null for files that are none of the papers asked for */
    public record Group(@Nullable String component, List<Attachment> files) {}

    private final Attachments attachments;

    FileShelf(Attachments attachments) {
        this.attachments = attachments;
    }

    public static List<String> components(ProcedureDefinition procedure) {
        return procedure.components().stream()
                .map(ProcedureDefinition.Component::name)
                .toList();
    }

    /** What a file that staff add to a dossier may be: one of its papers, or its result. */
    public static List<String> componentsOfDossier(ProcedureDefinition procedure) {
        return Stream.concat(components(procedure).stream(), Stream.of(RESULT)).toList();
    }

    /** Whether files of that component are the result, whose name pages say in their language. */
    public boolean isResult(@Nullable String component) {
        return RESULT.equals(component);
    }

    /** The files by paper in the order of the procedure, those of none at the end; papers without a file are left out. */
    public List<Group> groups(List<Attachment> files, List<String> components) {
        List<Group> groups = new ArrayList<>();
        components.forEach(component -> groups.add(new Group(
                component,
                files.stream()
                        .filter(file -> component.equals(file.component()))
                        .toList())));
        groups.add(new Group(
                null,
                files.stream()
                        .filter(file -> file.component() == null || !components.contains(file.component()))
                        .toList()));
        return groups.stream().filter(group -> !group.files().isEmpty()).toList();
    }

    /** The first paper that has no file yet, null where each has one. */
    public @Nullable String without(List<Attachment> files, List<String> components) {
        return components.stream()
                .filter(component -> files.stream().noneMatch(file -> component.equals(file.component())))
                .findFirst()
                .orElse(null);
    }

    /**
     * Attaches each file that can be.
     *
     * @param component ignored unless it is one of the components
     * @return a sentence for each file that was refused
     */
    public List<String> take(
            AttachmentHolder holder,
            List<MultipartFile> files,
            String component,
            List<String> components,
            String actor) {
        List<String> problems = new ArrayList<>();
        String paper = components.contains(component) ? component : null;
        for (MultipartFile file : files) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (file.isEmpty() && name.isEmpty()) {
                continue;
            }
            try (InputStream bytes = file.getInputStream()) {
                attachments.add(holder, paper, name, actor, bytes);
            } catch (Refusal refusal) {
                problems.add(shown(name) + ": " + refusal.getMessage());
            } catch (IOException lost) {
                problems.add(shown(name) + ": Tệp chưa tới nơi; hãy gửi lại");
            }
        }
        return problems;
    }

    private static String shown(String name) {
        String line = name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{C}", "·");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }

    public Attachment find(AttachmentHolder holder, long id) {
        return attachments.find(holder, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The file as a browser may have it: shown only where its kind can do no harm, else saved. */
    public ResponseEntity<Resource> answer(Attachment file, boolean save) {
        boolean shown = file.kind().isShown() && !save;
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", file.kind() == AttachmentKind.PDF ? LOCKED : SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new InputStreamResource(attachments.open(file)));
    }
}
