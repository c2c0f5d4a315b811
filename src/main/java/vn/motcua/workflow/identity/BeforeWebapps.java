package vn.motcua.workflow.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before the engine's web applications, after our sign-in and before their own filters. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "camunda.bpm.enabled", matchIfMissing = true)
class BeforeWebapps {

    @Bean
    FilterRegistrationBean<OwnNonce> ownNonce() {
        return before(new OwnNonce(), 0, "/camunda/*");
    }

    @Bean
    FilterRegistrationBean<WebappSignOn> webappSignOn(ProcessEngine engine, Directory directory) {
        FilterRegistrationBean<WebappSignOn> filter =
                before(new WebappSignOn(engine, directory), 1, "/camunda/api/*", "/camunda/app/*");
        filter.setName(WebappSignOn.NAME);
        return filter;
    }

    @Bean
    FilterRegistrationBean<StaffDoor> staffDoor(ProcessEngine engine, ObjectMapper json) {
        return before(new StaffDoor(engine, json), 2, "/camunda/api/engine/*");
    }

    @Bean
    FilterRegistrationBean<SentencesOnly> sentencesOnly(ObjectMapper json) {
        return before(new SentencesOnly(json), 3, "/camunda/api/engine/*");
    }

    private static <T extends Filter> FilterRegistrationBean<T> before(T filter, int order, String... paths) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(paths);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }
}
