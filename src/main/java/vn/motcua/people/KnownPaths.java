package vn.motcua.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Whether a page is there at all: for a mistyped address a sign-in would be a detour to nowhere. */
final class KnownPaths {

    private final ObjectProvider<RequestMappingInfoHandlerMapping> pages;

    KnownPaths(ObjectProvider<RequestMappingInfoHandlerMapping> pages) {
        this.pages = pages;
    }

    boolean contains(HttpServletRequest request) {
        if (CamundaPaths.ALL.matches(request)) {
            return true;
        }
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        return pages.stream().anyMatch(mapping -> isMapped(mapping, request));
    }

    private static boolean isMapped(RequestMappingInfoHandlerMapping mapping, HttpServletRequest request) {
        try {
            return mapping.getHandler(request) != null;
        } catch (Exception otherwiseAsked) {
            return true; // by another method or for another type
        }
    }
}
