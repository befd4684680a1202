package podo.starter.bots;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.altcha.altcha.Altcha;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.starter.redis.RedisCircuitBreaker;

/** A {@link BotGuard} for each service that says {@code podo.bots.keys}, the prefix of its keys in Redis. */
@AutoConfiguration(afterName = "podo.starter.redis.RedisCircuitBreakerAutoConfiguration")
@ConditionalOnClass({Altcha.class, StringRedisTemplate.class, CircuitBreaker.class})
@ConditionalOnProperty("podo.bots.keys")
@EnableConfigurationProperties(BotSettings.class)
class BotAutoConfiguration {

    @Bean
    BotGuard botGuard(
            @Value("${podo.bots.keys}") String keys,
            @Value("${podo.pass-secret}") String secret,
            BotSettings settings,
            StringRedisTemplate redis,
            RedisCircuitBreaker breaker,
            ObjectProvider<Clock> clocks,
            ObjectProvider<MeterRegistry> meters) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        return new BotGuard(
                settings,
                new WorkChallenges(derivedKey(secret), keys, clock),
                new BotStates(redis, breaker, settings, keys),
                clock,
                meters.getIfAvailable(() -> Metrics.globalRegistry));
    }

    /** A key of its own, so that no challenge is worth anything as a pass. */
    static String derivedKey(String passSecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(passSecret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("podo.challenge".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
