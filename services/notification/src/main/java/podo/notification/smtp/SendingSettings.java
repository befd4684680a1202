package podo.notification.smtp;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent.
 *
 * @param from the sender's address
 * @param atOnce mails that are sent at the same time
 * @param lease a mail whose sending is not heard of for so long is sent again; longer than all time-outs of one together
 * @param pauses before the second try, the third and so on; after as many failures and one more it is given up
 * @param factsPause before the next try when another service does not answer
 */
@ConfigurationProperties("podo.sending")
record SendingSettings(
        @DefaultValue("no-reply@podo.example") String from,
        @DefaultValue("2") int atOnce,
        @DefaultValue("3m") Duration lease,

        @DefaultValue({"10s", "30s", "2m", "10m", "30m", "2h", "6h", "12h"})
        List<Duration> pauses,

        @DefaultValue("2s") Duration factsPause) {}
