package vn.motcua.applicants;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address under which applicants reach these pages; what a request claims it to be is never repeated in a letter. */
@Component
class LinkAddress {

    private final String address;

    LinkAddress(@Value("${motcua.public-url:http://localhost:${server.port:8080}}") URI address) {
        this.address = address.toString().replaceFirst("/+$", "");
    }

    String of(String path) {
        return address + path;
    }
}
