package podo.gateway.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import podo.gateway.refusal.GatewayProblem;
import podo.gateway.refusal.RefusalWriter;
import podo.starter.clock.TimeReference;
import podo.starter.clock.WrongClockAnswer;
import podo.starter.tls.ServiceIdentity;
import podo.starter.tls.ServiceTlsClients;

/** The clock that passes and limits are checked with; tests replace it. */
@Configuration
class GuardClockConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The gateway has no database and no Redis. It takes the time of the service that issues tokens, which answers while its own clock is right. */
    @Bean
    TimeReference userTime(
            RestClient.Builder client,
            ObjectProvider<LoadBalancerInterceptor> balancer,
            ObjectProvider<ServiceIdentity> identity) {
        identity.ifAvailable(mine -> client.requestFactory(ServiceTlsClients.requestFactory(mine, "user", TIMEOUT)));
        balancer.ifAvailable(client::requestInterceptor);
        RestClient user = client.build();
        return new TimeReference("user", () -> dateOf(user));
    }

    /** The gateway's error page would be asked for at the front end. */
    @Bean
    WrongClockAnswer wrongClockAnswer(RefusalWriter refusals) {
        return (request, response) -> refusals.write(request, response, GatewayProblem.unavailable());
    }

    /** In whole seconds. */
    private static Instant dateOf(RestClient user) {
        long date = user.get()
                .uri("http://user/.well-known/jwks.json")
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getDate();
        if (date < 0) {
            throw new IllegalStateException("an answer without Date");
        }
        return Instant.ofEpochMilli(date);
    }
}
