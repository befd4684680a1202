package podo.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.service.registry.ImportHttpServices;
import podo.starter.security.ApiSecurity;
import podo.starter.team.MembershipClient;

/** Health and metrics, which only the stack's own certificates reach, need no token; services call {@code /internal}, members of teams their webhooks. */
@Configuration
@ImportHttpServices(group = "user", types = MembershipClient.class)
class NotificationSecurity {

    @Bean
    SecurityFilterChain notificationApi(HttpSecurity http, ApiSecurity api) {
        return api.guard(http)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
