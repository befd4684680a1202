package podo.inventory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import podo.starter.security.ApiSecurity;

/** Access rules: any fan reads the seat map and holds seats; organisers block seats and read their history. */
@Configuration
class InventorySecurity {

    @Bean
    SecurityFilterChain guarded(HttpSecurity http, ApiSecurity api) {
        return api.guard(http)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/events/*/seats/layout")
                        .permitAll()
                        .requestMatchers("/api/events/*/seats/blocks", "/api/events/*/seats/*/history")
                        .hasAuthority("ROLE_ORGANISER")
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
