package podo.starter.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import podo.starter.jdbc.Utc;

/** The clocks that a service shares with its other instances: those of the servers that it uses. */
final class TimeReferences {

    private TimeReferences() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcTemplate.class)
    static class OfDatabase {

        @Bean
        @ConditionalOnSingleCandidate(DataSource.class)
        TimeReference databaseTime(DataSource database) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            return new TimeReference(
                    "database",
                    () -> Utc.instant(Objects.requireNonNull(
                            jdbc.queryForObject("SELECT UTC_TIMESTAMP(6)", LocalDateTime.class))));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RedisConnectionFactory.class)
    static class OfRedis {

        @Bean
        @ConditionalOnSingleCandidate(RedisConnectionFactory.class)
        TimeReference redisTime(RedisConnectionFactory connections) {
            return new TimeReference("redis", () -> {
                try (RedisConnection connection = connections.getConnection()) {
                    return Instant.ofEpochMilli(
                            Objects.requireNonNull(connection.serverCommands().time(TimeUnit.MILLISECONDS)));
                }
            });
        }
    }
}
