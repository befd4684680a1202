package podo.tosssimulator.guard;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard before everything below {@code /simulator}, and before the mailbox: mails hold links that open accounts. */
@Configuration(proxyBeanMethods = false)
class PanelGuardConfiguration implements WebMvcConfigurer {
    private final PanelGuard guard;

    PanelGuardConfiguration(PanelGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard).addPathPatterns("/simulator/**", "/mail", "/mail/**");
    }
}
