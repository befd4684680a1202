package podo.starter.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Lets the connection pool look for the primary where the database's URL names several servers ({@code PODO_DB_SERVERS}). */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnClass({HikariDataSource.class, AbstractDataSource.class})
class PrimarySearchAutoConfiguration {

    /** A connection that is always in use, and only reads, would stay with a former primary. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);

    @Bean
    static BeanPostProcessor primarySearch() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && PrimarySearch.isFor(pool.getJdbcUrl())) {
                    pool.setDataSource(PrimarySearch.among(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
                    pool.setConnectionTestQuery(PrimarySearch.FAILS_AT_A_REPLICA);
                    pool.setExceptionOverride(new DemotedPrimary());
                    pool.setMaxLifetime(Math.min(pool.getMaxLifetime(), LONGEST_LIFE.toMillis()));
                }
                return bean;
            }
        };
    }
}
