package vn.motcua.portal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.catalogue.ProcedureVersion;
import vn.motcua.catalogue.Procedures;

/** Gives out the blank forms of a procedure. */
@Controller
class FormDownload {

    private final Procedures procedures;
    private final FormFiles forms;
    private final Clock clock;

    FormDownload(Procedures procedures, FormFiles forms, Clock clock) {
        this.procedures = procedures;
        this.forms = forms;
        this.clock = clock;
    }

    /** The name only chooses among those of the procedure's own papers. */
    @GetMapping("/thu-tuc/{code}/forms/{name}")
    ResponseEntity<Resource> form(@PathVariable String code, @PathVariable String name) {
        return version(code).stream()
                .flatMap(version -> version.definition().components().stream())
                .flatMap(component -> forms.of(component).stream())
                .filter(form -> form.name().equals(name))
                .findFirst()
                .map(FormDownload::attached)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<ProcedureVersion> version(String code) {
        LocalDate today = LocalDate.now(clock);
        return procedures.inForce(code, today).or(() -> procedures.coming(code, today).stream()
                .findFirst());
    }

    private static ResponseEntity<Resource> attached(FormFiles.FormFile form) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(form.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(form.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(form.content());
    }
}
