package vn.motcua.people;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Servlets where the engine's webapps have theirs, which tell what came through to them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("motcua.test.stand-in-webapps")
class StandInWebapps {

    static final String ON = "--motcua.test.stand-in-webapps=true";
    static final String REACHED = "came through to ";

    @Bean
    ServletRegistrationBean<HttpServlet> standIn() {
        HttpServlet tell = new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getWriter().print(REACHED + request.getPathInfo() + " as " + request.getRemoteUser());
            }
        };
        return new ServletRegistrationBean<>(
                tell,
                "/camunda/api/admin/*",
                "/camunda/api/cockpit/*",
                "/camunda/api/engine/*",
                "/camunda/api/tasklist/*",
                "/camunda/api/welcome/*",
                "/camunda/app/*",
                "/camunda/lib/*",
                "/camunda/assets/*");
    }
}
