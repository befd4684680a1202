package podo.reservation;

import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasRole;
import static org.springframework.security.authorization.AuthorizationManagers.anyOf;

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

/**
 * The fairness endpoints, what is announced of presales, and the keys of tickets are public; the levers of a room and the orders of an event need a role in
 * a team that has the right, checking tickets one of these or the door's staff's, everything else a token.
 */
@Configuration
@ImportHttpServices(group = "user", types = MembershipClient.class)
class ReservationSecurity {

    @Bean
    SecurityFilterChain reservationApi(HttpSecurity http, ApiSecurity api, TeamAccess team) {
        return api.guard(http)
                .authorizeHttpRequests(calls -> calls.requestMatchers(
                                HttpMethod.GET,
                                "/api/events/*/fairness/**",
                                "/api/events/*/fairness",
                                "/api/events/*/presales",
                                "/api/ticket-keys")
                        .permitAll()
                        .requestMatchers(HttpMethod.PUT, "/api/events/*/room")
                        .access(team.may(Right.LEVERS))
                        .requestMatchers(HttpMethod.GET, "/api/events/*/room/money")
                        .access(team.may(Right.MONEY_READ))
                        .requestMatchers("/api/events/*/room/rehearsal")
                        .access(team.may(Right.LEVERS))
                        .requestMatchers("/api/events/*/room", "/api/events/*/room/**")
                        .access(team.may(Right.VIEW))
                        .requestMatchers(HttpMethod.GET, "/api/organiser/events/*/money")
                        .access(team.may(Right.MONEY_READ))
                        .requestMatchers(HttpMethod.GET, "/api/organiser/events/*/log", "/api/organiser/log")
                        .access(team.may(Right.LOG_READ))
                        .requestMatchers("/api/organiser/events/*/sales")
                        .access(team.may(Right.DESK))
                        .requestMatchers("/api/organiser/orders/*/refund", "/api/organiser/orders/*/handed-back")
                        .access(team.may(Right.REFUND))
                        .requestMatchers("/api/organiser/events/*/codes", "/api/organiser/events/*/codes/*")
                        .access(team.may(Right.EDIT))
                        .requestMatchers(HttpMethod.GET, "/api/organiser/**")
                        .access(team.may(Right.ORDERS_READ))
                        .requestMatchers("/api/organiser/**")
                        .access(team.may(Right.ORDERS_CHANGE))
                        .requestMatchers("/api/checkins", "/api/checkins/**")
                        .access(anyOf(hasRole("DOOR"), team.may(Right.DOOR)))
                        .requestMatchers("/actuator/**", "/v3/api-docs/**", "/error", "/gate/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
