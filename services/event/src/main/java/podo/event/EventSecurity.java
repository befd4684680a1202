package podo.event;

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

/** Published events are open to everybody; writing, and listing a team's drafts, needs the right in some team. */
@Configuration
@ImportHttpServices(group = "user", types = MembershipClient.class)
class EventSecurity {

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, ApiSecurity api, TeamAccess team) {
        return api.guard(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .requestMatchers(request ->
                                request.getMethod().equals("GET") && Boolean.parseBoolean(request.getParameter("mine")))
                        .access(team.may(Right.VIEW))
                        .requestMatchers(HttpMethod.GET, "/api/events/forms", "/api/events/forms/*")
                        .access(team.may(Right.VIEW))
                        .requestMatchers(HttpMethod.GET, "/api/events", "/api/events/*", "/api/events/*/posters/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/venues/**")
                        .access(team.may(Right.VIEW))
                        .requestMatchers("/api/events/**", "/api/venues/**")
                        .access(team.may(Right.EDIT))
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
