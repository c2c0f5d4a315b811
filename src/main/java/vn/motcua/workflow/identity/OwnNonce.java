package vn.motcua.workflow.identity;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request a nonce of its own. The engine's web applications hand it from the filter that writes the policy to
 * the one that writes the page in an attribute of the whole application, so that of two answers made at the same moment
 * one page had the other's nonce; browsers then refused all of its scripts, and it stayed empty for ever.
 */
final class OwnNonce implements Filter {

    private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletContext own = own(request.getServletContext());
        chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public ServletContext getServletContext() {
                        return own;
                    }
                },
                response);
    }

    /** The application as it is but for the one attribute. */
    private static ServletContext own(ServletContext application) {
        AtomicReference<@Nullable Object> nonce = new AtomicReference<>();
        return (ServletContext) Proxy.newProxyInstance(
                OwnNonce.class.getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, arguments) -> {
                    boolean own = arguments != null && NONCE.equals(arguments[0]);
                    if (own && method.getName().equals("setAttribute")) {
                        nonce.set(arguments[1]);
                        return null;
                    }
                    return own && method.getName().equals("getAttribute")
                            ? nonce.get()
                            : asked(application, method, arguments);
                });
    }

    private static @Nullable Object asked(ServletContext application, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(application, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }
}
