package podo.inventory.time;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    DatabaseClock databaseClock(DataSource database) {
        return new DatabaseClock(new JdbcTemplate(database));
    }
}
