package podo.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import podo.starter.key.KeyScopeFilter;
import podo.starter.problem.Problem;
import podo.starter.problem.ProblemWriter;
import podo.starter.problem.Unavailable;

/** The part of a filter chain that every API shares: bearer tokens, no session, 401 and 403 as problem+json, the scopes of keys. */
public class ApiSecurity {

    private static final String BEARER = "Bearer ";

    private final ProblemWriter problems;

    ApiSecurity(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Configures bearer tokens of fans; the caller adds its authorisation rules and builds. Authorities: ROLE_FAN, ROLE_ORGANISER. */
    public HttpSecurity guard(HttpSecurity http) {
        return http.addFilterAfter(new KeyScopeFilter(problems), BearerTokenAuthenticationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(ApiSecurity::bearerToken)
                        .authenticationEntryPoint((request, response, e) ->
                                problems.write(response, HttpStatus.UNAUTHORIZED, "unauthorized"))
                        .accessDeniedHandler((request, response, e) -> refuse(response, e))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(authorities()))
                        .withObjectPostProcessor(unavailableWithoutKeySet()))
                // the chain of /internal/** takes precedence; without a service secret there is none, and all is denied
                .authorizeHttpRequests(calls -> calls.requestMatchers("/internal/**")
                        .denyAll()
                        .requestMatchers("/operations")
                        .hasRole("OPERATOR"))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, e) ->
                                problems.write(response, HttpStatus.UNAUTHORIZED, "unauthorized"))
                        .accessDeniedHandler((request, response, e) -> refuse(response, e)));
    }

    /** A rule that knows more than "no" has its problem as the cause. */
    private void refuse(HttpServletResponse response, AccessDeniedException e) throws IOException {
        if (e.getCause() instanceof Problem problem) {
            problems.write(response, problem);
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "forbidden");
        }
    }

    /** The header's token; the decoder decides whether it is valid. */
    private static @Nullable String bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** Answers 503 when the key set could not be fetched yet; Spring's default lets that escape as a 500. */
    private ObjectPostProcessor<BearerTokenAuthenticationFilter> unavailableWithoutKeySet() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler((request, response, e) -> {
                    if (e instanceof AuthenticationServiceException) {
                        problems.write(response, new Unavailable());
                    } else {
                        problems.write(response, HttpStatus.UNAUTHORIZED, "unauthorized");
                    }
                });
                return filter;
            }
        };
    }

    private static Converter<Jwt, AbstractAuthenticationToken> authorities() {
        return token -> {
            List<String> roles = token.getClaimAsStringList("roles");
            List<GrantedAuthority> authorities = (roles == null ? List.<String>of() : roles)
                    .stream()
                            .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                            .toList();
            return new JwtAuthenticationToken(token, authorities);
        };
    }
}
