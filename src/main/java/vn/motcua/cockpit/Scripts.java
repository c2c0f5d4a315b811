package vn.motcua.cockpit;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.DigestUtils;

/**
 * The plugin's scripts and styles. Cockpit asks for them by Camunda's version, which stays when ours changes, so a browser
 * asks each time whether what it has kept is still what is here.
 */
final class Scripts {

    /** Whatever stands in the directory. */
    static final List<String> NAMES = names();

    private static final String DIRECTORY = "app/";

    private Scripts() {}

    private static List<String> names() {
        try {
            Resource[] all = new PathMatchingResourcePatternResolver(Scripts.class.getClassLoader())
                    .getResources("classpath:/plugin-webapp/" + SlaPlugin.ID + "/" + DIRECTORY + "*.*");
            return Arrays.stream(all)
                    .map(script -> DIRECTORY + Objects.requireNonNull(script.getFilename()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script, or only that it has not changed. */
    static Response fresh(Response found, HttpHeaders asked) {
        if (!(found.getEntity() instanceof StreamingOutput stream)) {
            return found;
        }
        byte[] content = read(stream);
        String tag = "\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        Response.ResponseBuilder answer = isKept(asked.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)
                ? Response.notModified()
                : Response.ok(content, found.getMediaType());
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** A server that compresses makes the tag a weak one, or one of its own. */
    private static boolean isKept(@Nullable String kept, String tag) {
        return kept != null && kept.contains(tag);
    }

    private static byte[] read(StreamingOutput stream) {
        try (ByteArrayOutputStream content = new ByteArrayOutputStream()) {
            stream.write(content);
            return content.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
