package podo.inventory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.service.registry.ImportHttpServices;
import podo.starter.security.ApiSecurity;
import podo.starter.team.MembershipClient;
import podo.starter.team.Right;
import podo.starter.team.TeamAccess;

/** Access rules: any fan reads the seat map and holds seats; members of a team block seats and read their history, as their role lets them. */
@Configuration
@ImportHttpServices(group = "user", types = MembershipClient.class)
class InventorySecurity {

    @Bean
    SecurityFilterChain guarded(HttpSecurity http, ApiSecurity api, TeamAccess team) {
        return api.guard(http)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/events/*/seats/layout")
                        .permitAll()
                        .requestMatchers("/api/events/*/seats/blocks")
                        .access(team.may(Right.EDIT))
                        .requestMatchers("/api/events/*/seats/*/history")
                        .access(team.may(Right.ORDERS_READ))
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
