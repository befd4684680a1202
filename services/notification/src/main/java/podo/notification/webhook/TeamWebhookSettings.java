package podo.notification.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent.
 *
 * @param perTeam how many a team may have
 * @param pauses before the second try, the third and so on, as the Standard Webhooks propose; after as many failures and one more it is given up
 * @param connectWithin time to connect
 * @param answerWithin time for all of one request
 * @param lease a try that is not heard of for so long is made again; longer than answerWithin
 * @param atOnceEach requests to one webhook at the same time; one while its last try failed
 * @param atOnce requests of this process at the same time
 * @param kept how long messages and their tries are kept
 * @param allowLoopback whether http to this machine is allowed, for a laptop and tests
 */
@ConfigurationProperties("podo.webhooks")
public record TeamWebhookSettings(
        @DefaultValue("10") int perTeam,

        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> pauses,

        @DefaultValue("5s") Duration connectWithin,
        @DefaultValue("15s") Duration answerWithin,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("4") int atOnceEach,
        @DefaultValue("200") int atOnce,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("false") boolean allowLoopback) {}
