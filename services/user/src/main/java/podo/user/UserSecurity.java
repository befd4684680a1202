package podo.user;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import podo.starter.security.ApiSecurity;

/** Sign-up, log-in, what the links of mails do, and the key set need no token; everything else does. */
@Configuration
class UserSecurity {

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, ApiSecurity api) {
        return api.guard(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.POST,
                                "/api/users",
                                "/api/users/password-reset",
                                "/api/users/password",
                                "/api/users/email-confirmation")
                        .permitAll()
                        .requestMatchers(
                                "/api/tokens/**", "/gate/keys", "/.well-known/jwks.json", "/.well-known/ended-log-ins")
                        .permitAll()
                        .requestMatchers("/actuator/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
