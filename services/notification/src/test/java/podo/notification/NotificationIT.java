package podo.notification;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;

/** The service on a real database and Kafka, with short pauses, a mail server that can be told to fail, and stand-ins for its neighbours. */
@OnRealServers({RealServer.DATABASE, RealServer.KAFKA})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "podo.sending.pauses=200ms,400ms",
            "podo.sending.facts-pause=200ms",
            "podo.heard.checking-after=2s",
            "spring.mail.properties.mail.smtp.timeout=1000",
            "spring.mail.properties.mail.smtp.starttls.enable=false",
            "spring.mail.properties.mail.smtp.starttls.required=false",
        })
@DirtiesContext // another one would send the mails of the next test
public abstract class NotificationIT {

    protected static final MailNeighbours neighbours = new MailNeighbours();
    protected static final ScriptedSmtp smtp = new ScriptedSmtp();

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.cloud.discovery.enabled", () -> "true");
        registry.add("spring.cloud.discovery.client.simple.instances.reservation[0].uri", neighbours::url);
        registry.add("spring.cloud.discovery.client.simple.instances.user[0].uri", neighbours::url);
        registry.add("PODO_SMTP_HOST", () -> "127.0.0.1");
        registry.add("PODO_SMTP_PORT", smtp::port);
    }

    @BeforeEach
    void everythingWorks() {
        smtp.reset();
        neighbours.away(false);
    }

    protected List<ScriptedSmtp.Taken> mailsTo(MailNeighbours.Order order, int count) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> smtp.takenFor(order.email), mails -> mails.size() >= count);
    }

    /** The state of the order's mail of this kind; empty without a row. */
    protected String state(MailNeighbours.Order order, String kind) {
        return jdbc.sql("SELECT state FROM mail WHERE subject = ? AND kind = ?")
                .params(order.orderId, kind)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Waits until so many of the order's mails of this kind are in this state. */
    protected void awaitState(MailNeighbours.Order order, String kind, String state, int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM mail WHERE subject = ? AND kind = ? AND state = ?")
                                .params(order.orderId, kind, state)
                                .query(Integer.class)
                                .single()
                        == count);
    }

    protected void awaitState(MailNeighbours.Order order, String kind, String state) {
        await().atMost(Duration.ofSeconds(30)).until(() -> state(order, kind).equals(state));
    }
}
