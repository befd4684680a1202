package podo.payment;

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
 * Webhooks are public; the audit and the list of unresolved payments are for operators, and for members of a team whose role has the right, as far
 * as its events go; the rest is for fans.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "user", types = MembershipClient.class)
class PaymentSecurity {

    @Bean
    SecurityFilterChain api(HttpSecurity http, ApiSecurity security, TeamAccess team) {
        return security.guard(http)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/payments/webhooks/toss")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/payments/unresolved/**")
                        .access(anyOf(hasRole("OPERATOR"), team.may(Right.REFUND)))
                        .requestMatchers("/api/payments/unresolved/**", "/api/audit/**")
                        .access(anyOf(hasRole("OPERATOR"), team.may(Right.MONEY_READ)))
                        .anyRequest()
                        .hasRole("FAN"))
                .build();
    }
}
