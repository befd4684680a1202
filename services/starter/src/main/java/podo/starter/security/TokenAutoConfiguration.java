package podo.starter.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import podo.starter.ended.EndedLogInSource;
import podo.starter.ended.EndedLogIns;
import podo.starter.problem.ProblemWriter;
import podo.starter.tls.ServiceIdentity;
import podo.starter.tls.ServiceTlsClients;

/** Access tokens of fans, service tokens, and the filter chain of {@code /internal/**}. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        },
        afterName = {
            "podo.starter.problem.ProblemAutoConfiguration",
            "podo.starter.tls.ServiceTlsAutoConfiguration",
            "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration",
            "org.springframework.cloud.client.loadbalancer.LoadBalancerAutoConfiguration"
        })
class TokenAutoConfiguration {

    private static final Duration KEY_SET_TIMEOUT = Duration.ofSeconds(3);

    @Bean
    @ConditionalOnExpression("'${podo.jwt-private-key:${PODO_JWT_PRIVATE_KEY:}}' != ''")
    FanTokens fanTokens(@Value("${podo.jwt-private-key:${PODO_JWT_PRIVATE_KEY:}}") String key) {
        return new FanTokens(key);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            ObjectProvider<FanTokens> own,
            ObjectProvider<LoadBalancerInterceptor> balancer,
            RestClient.Builder client,
            EndedLogIns ended,
            ObjectProvider<ServiceIdentity> identity,
            ObjectProvider<Clock> clock) {
        FanTokens tokens = own.getIfAvailable();
        // only user can publish keys: the handshake fails with any other service that the registry names in its place
        identity.ifAvailable(
                mine -> client.requestFactory(ServiceTlsClients.requestFactory(mine, "user", KEY_SET_TIMEOUT)));
        balancer.ifAvailable(client::requestInterceptor);
        return new CachingJwtDecoder(
                tokens == null ? FanTokenDecoders.ofPublishedKeys(client.build()) : FanTokenDecoders.ofOwnKeys(tokens),
                ended,
                clock.getIfAvailable(Clock::systemUTC));
    }

    /** Whoever issues tokens without knowing of log-ins, as tests do, has none that end. */
    @Bean
    @ConditionalOnMissingBean
    EndedLogIns endedLogIns(
            ObjectProvider<EndedLogInSource> known,
            ObjectProvider<FanTokens> own,
            ObjectProvider<LoadBalancerInterceptor> balancer,
            RestClient.Builder client,
            ObjectProvider<ServiceIdentity> identity) {
        return new EndedLogIns(known.getIfAvailable(() -> {
            if (own.getIfAvailable() != null) {
                return after -> new EndedLogInSource.Ended(after, List.of());
            }
            identity.ifAvailable(
                    mine -> client.requestFactory(ServiceTlsClients.requestFactory(mine, "user", KEY_SET_TIMEOUT)));
            balancer.ifAvailable(client::requestInterceptor);
            return publishedEnds(client.build());
        }));
    }

    private static EndedLogInSource publishedEnds(RestClient user) {
        return after -> Objects.requireNonNull(user.get()
                .uri("http://user/.well-known/ended-log-ins?after={after}", after)
                .retrieve()
                .body(EndedLogInSource.Ended.class));
    }

    /** Turns off the observation of each security filter, which costs a third of a short request. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    ApiSecurity apiSecurity(ProblemWriter problems) {
        return new ApiSecurity(problems);
    }

    @Bean
    @ConditionalOnExpression("'${podo.service-secret:}' != ''")
    ServiceTokens serviceTokens(
            @Value("${podo.service-secret}") String secret,
            @Value("${spring.application.name}") String self,
            ObjectProvider<Clock> clock) {
        return new ServiceTokens(secret, self, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnBean(ServiceTokens.class)
    SecurityFilterChain internalEndpoints(
            HttpSecurity http,
            ServiceTokens tokens,
            ProblemWriter problems,
            @Value("${podo.internal-callers:}") Set<String> callers,
            @Value("${server.ssl.bundle:}") String serverBundle) {
        InternalEndpointFilter.Callers allowed =
                new InternalEndpointFilter.Callers(callers, serverBundle.equals(ServiceIdentity.BUNDLE));
        return http.securityMatcher("/internal/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new InternalEndpointFilter(tokens, allowed, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(calls -> calls.anyRequest().hasRole("SERVICE"))
                .build();
    }

    @Bean
    @ConditionalOnBean(ServiceTokens.class)
    RestClientHttpServiceGroupConfigurer serviceTokenOnInternalCalls(ServiceTokens tokens) {
        return groups ->
                groups.forEachClient((group, client) -> client.requestInterceptor(serviceToken(tokens, group.name())));
    }

    private static ClientHttpRequestInterceptor serviceToken(ServiceTokens tokens, String audience) {
        return (request, body, execution) -> {
            if (request.getURI().getPath().startsWith("/internal/")) {
                request.getHeaders().set(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.mint(audience));
            }
            return execution.execute(request, body);
        };
    }

    @Bean
    WebMvcConfigurer fanArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new FanArgumentResolver());
            }
        };
    }
}
