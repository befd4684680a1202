package podo.reservation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import podo.starter.security.ApiSecurity;

/** The fairness endpoints and the keys of tickets are public; the levers of a room need an organiser's token, checking tickets one of the door's staff
 * or an organiser's, everything else a token. */
@Configuration
class ReservationSecurity {

    @Bean
    SecurityFilterChain reservationApi(HttpSecurity http, ApiSecurity api) {
        return api.guard(http)
                .authorizeHttpRequests(calls -> calls.requestMatchers(
                                HttpMethod.GET,
                                "/api/events/*/fairness/**",
                                "/api/events/*/fairness",
                                "/api/ticket-keys")
                        .permitAll()
                        .requestMatchers("/api/events/*/room", "/api/events/*/room/**")
                        .hasRole("ORGANISER")
                        .requestMatchers("/api/checkins", "/api/checkins/**")
                        .hasAnyRole("DOOR", "ORGANISER")
                        .requestMatchers("/actuator/**", "/v3/api-docs/**", "/error", "/gate/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
