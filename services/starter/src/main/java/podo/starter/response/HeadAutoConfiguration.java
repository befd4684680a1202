package podo.starter.response;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** HEAD answers wherever GET does. The gateway leaves this out: it forwards the method as it came. */
@AutoConfiguration
class HeadAutoConfiguration {

    @Bean
    FilterRegistrationBean<HeadAsGetFilter> headAsGet() {
        var registration = new FilterRegistrationBean<>(new HeadAsGetFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
