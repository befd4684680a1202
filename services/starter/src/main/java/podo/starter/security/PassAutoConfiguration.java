package podo.starter.security;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;

/** Entry passes, for services that have the pass secret. */
@AutoConfiguration
class PassAutoConfiguration {

    @Bean
    @ConditionalOnExpression("'${podo.pass-secret:}' != ''")
    EntryPasses entryPasses(@Value("${podo.pass-secret}") String secret, ObjectProvider<Clock> clock) {
        return new EntryPasses(secret, clock.getIfAvailable(Clock::systemUTC));
    }
}
