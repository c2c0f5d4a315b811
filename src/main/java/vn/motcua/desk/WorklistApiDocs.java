package vn.motcua.desk;

import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes to staff what is theirs alone, apart from the open data. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WorklistApiDocs {

    @Bean
    GroupedOpenApi staffApi() {
        return GroupedOpenApi.builder()
                .group("staff")
                .pathsToMatch("/api/worklist/**")
                .build();
    }
}
