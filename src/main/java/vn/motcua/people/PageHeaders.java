package vn.motcua.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What browsers are told about our pages: nothing comes from elsewhere, no script or style stands in a page, nobody frames
 * one. As a filter it tells the same of the pages of errors, for what is refused before Spring Security's filters run.
 */
public final class PageHeaders extends HttpFilter {

    static final RequestMatcher ASSETS = CamundaPaths.any(
            "/css/**",
            "/js/**",
            "/webjars/**",
            "/favicon.svg",
            "/icons/**",
            "/manifest.webmanifest",
            "/service-worker.js",
            "/offline.html");

    /** Papers that a page of the desk shows in a frame. */
    private static final RequestMatcher PAPERS =
            CamundaPaths.any("/desk/dossiers/*/files/*", "/desk/dossiers/*/print/*");

    /** Bootstrap's arrows and marks are data images. */
    private static final String OF_PAGES = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String OF_PAPERS =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static final String WRITTEN = PageHeaders.class.getName();
    private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final List<HeaderWriter> WRITERS = List.of(
            only(PAPERS, new ContentSecurityPolicyHeaderWriter(OF_PAPERS)),
            except(PAPERS, new ContentSecurityPolicyHeaderWriter(OF_PAGES)),
            only(PAPERS, new XFrameOptionsHeaderWriter(XFrameOptionsMode.SAMEORIGIN)),
            except(PAPERS, new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)),
            except(ASSETS, new CacheControlHeadersWriter()),
            new XContentTypeOptionsHeaderWriter(),
            new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
            new PermissionsPolicyHeaderWriter(NO_DEVICES),
            openedBySame(),
            usedBySame(),
            new HstsHeaderWriter());

    /** Once: an error keeps the headers of the page it happened on, and a page that has its own policy keeps that. */
    static void write(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(WRITTEN) == null) {
            request.setAttribute(WRITTEN, true);
            WRITERS.forEach(writer -> writer.writeHeaders(request, response));
        }
    }

    /** Makes a page of an answer at an address where browsers otherwise get papers: what cannot be printed, and why. */
    public static void ofPage(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", OF_PAGES);
        response.setHeader("X-Frame-Options", XFrameOptionsMode.DENY.name());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        write(request, response);
        chain.doFilter(request, response);
    }

    private static HeaderWriter only(RequestMatcher paths, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(paths, writer);
    }

    private static HeaderWriter except(RequestMatcher paths, HeaderWriter writer) {
        return only(new NegatedRequestMatcher(paths), writer);
    }

    private static HeaderWriter openedBySame() {
        CrossOriginOpenerPolicyHeaderWriter writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return writer;
    }

    private static HeaderWriter usedBySame() {
        CrossOriginResourcePolicyHeaderWriter writer = new CrossOriginResourcePolicyHeaderWriter();
        writer.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
        return writer;
    }
}
