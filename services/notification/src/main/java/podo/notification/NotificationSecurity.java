package podo.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import podo.starter.security.ApiSecurity;

/** Nothing is public but health and metrics, which only the stack's own certificates reach; services call {@code /internal}. */
@Configuration
class NotificationSecurity {

    @Bean
    SecurityFilterChain notificationApi(HttpSecurity http, ApiSecurity api) {
        return api.guard(http)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
