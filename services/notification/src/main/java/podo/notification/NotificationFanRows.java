package podo.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import podo.starter.fan.FanRows;

/** What this service keeps under an account's number. */
@Configuration(proxyBeanMethods = false)
class NotificationFanRows {

    @Bean
    FanRows mailRows() {
        return new FanRows("mails", """
                SELECT kind, subject, state, tries, created_at AS createdAt, ended_at AS endedAt
                FROM mail WHERE account_id = :fan ORDER BY id
                """);
    }
}
