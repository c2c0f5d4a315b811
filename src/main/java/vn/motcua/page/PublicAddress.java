package vn.motcua.page;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address under which applicants reach these pages. It stands on paper and in letters, so it has to last; what a request
 * claims it to be is never repeated there.
 */
@Component
public class PublicAddress {

    private final String address;

    PublicAddress(@Value("${motcua.public-url:http://localhost:${server.port:8080}}") URI address) {
        this.address = address.toString().replaceFirst("/+$", "");
    }

    /** @param path with a slash at its beginning */
    public String of(String path) {
        return address + path;
    }
}
