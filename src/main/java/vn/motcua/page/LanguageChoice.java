package vn.motcua.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every page can be asked for in the other language with the parameter {@code lang}, which is remembered. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LanguageChoice implements WebMvcConfigurer, HandlerInterceptor {

    static final String PARAMETER = "lang";

    private final Languages languages = new Languages();

    @Bean
    LocaleResolver localeResolver() {
        return languages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String asked = request.getParameter(PARAMETER);
        Locale chosen = asked == null ? null : Languages.KNOWN.get(asked);
        if (chosen != null) {
            languages.setLocale(request, response, chosen);
        }
        return true;
    }
}
