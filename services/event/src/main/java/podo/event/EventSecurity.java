package podo.event;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import podo.starter.security.ApiSecurity;

/** Published events are open to everybody; writing, and listing one's own drafts, needs the role ORGANISER. */
@Configuration
class EventSecurity {

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, ApiSecurity api) {
        return api.guard(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .requestMatchers(request -> Boolean.parseBoolean(request.getParameter("mine")))
                        .hasRole("ORGANISER")
                        .requestMatchers("/api/events/sketches", "/api/events/sketches/**")
                        .hasRole("ORGANISER")
                        .requestMatchers(HttpMethod.GET, "/api/events", "/api/events/*", "/api/events/*/posters/*")
                        .permitAll()
                        .requestMatchers("/api/events/**", "/api/venues/**")
                        .hasRole("ORGANISER")
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
