package podo.payment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import podo.starter.security.ApiSecurity;

/**
 * Webhooks are public; the audit and the list of unresolved payments are for operators, and for organisers as far as their own events
 * go; the rest is for fans.
 */
@Configuration(proxyBeanMethods = false)
class PaymentSecurity {

    @Bean
    SecurityFilterChain api(HttpSecurity http, ApiSecurity security) {
        return security.guard(http)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/payments/webhooks/toss")
                        .permitAll()
                        .requestMatchers("/api/payments/unresolved/**", "/api/audit/**")
                        .hasAnyRole("ORGANISER", "OPERATOR")
                        .anyRequest()
                        .hasRole("FAN"))
                .build();
    }
}
