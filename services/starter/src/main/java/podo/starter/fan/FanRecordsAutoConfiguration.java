package podo.starter.fan;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For services that name {@link FanRows}. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({JdbcClient.class, FanRows.class})
class FanRecordsAutoConfiguration {

    @Bean
    FanRecords fanRecords(List<FanRows> tables, JdbcClient jdbc) {
        return new FanRecords(tables, jdbc);
    }

    @Bean
    FanRecordsController fanRecordsController(FanRecords records) {
        return new FanRecordsController(records);
    }
}
