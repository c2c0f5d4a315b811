package vn.motcua.exchange;

import org.springdoc.core.filters.OpenApiMethodFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What /v3/api-docs describes to everybody: the open data and nothing else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OpenDataDocs {

    @Bean
    OpenApiMethodFilter openDataAlone() {
        return method -> method.getDeclaringClass().isAnnotationPresent(OpenData.Problems.class);
    }
}
