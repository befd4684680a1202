package podo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import podo.notification.MailNeighbours.Order;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;
import podo.stack.junit.ServiceProcess;

/** Kills the process that sends, after the mail server has taken the mail and before the row says so. The test's own instance sends nothing. */
@OnRealServers({RealServer.DATABASE, RealServer.KAFKA})
@SpringBootTest(
        properties = {
            "podo.sending.at-once=0",
            "spring.kafka.listener.auto-startup=false",
        })
@DirtiesContext
class KilledSenderIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MailNeighbours neighbours = new MailNeighbours();
    private final ScriptedSmtp smtp = new ScriptedSmtp();

    @Autowired
    ConfigurableEnvironment environment;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theMailIsSentAgainAsTheSameMail() {
        Order order = neighbours.order();
        ServiceProcess killed = sender();
        smtp.beforeAnswer(killed.process()::kill);
        killed.process().start();
        jdbc.sql("""
                INSERT INTO mail (mail_key, kind, subject, seat_ids, state, due_at, created_at)
                VALUES (?, 'ORDER', ?, '', 'QUEUED', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))
                """).params("order:" + order.orderId, order.orderId).update();
        await().atMost(PATIENCE).until(() -> smtp.takenFor(order.email).size() == 1);
        assertThat(state(order)).isEqualTo("QUEUED");

        smtp.beforeAnswer(() -> {});
        ServiceProcess next = sender();
        next.process().start();
        await().atMost(PATIENCE).until(() -> state(order).equals("SENT"));
        next.process().kill();

        List<ScriptedSmtp.Taken> mails = smtp.takenFor(order.email);
        // more than twice where a busy machine needs longer than the lease, which is short here
        assertThat(mails).hasSizeGreaterThan(1);
        assertThat(mails.stream().map(mail -> mail.header("Message-ID")).distinct())
                .singleElement()
                .asString()
                .isNotEmpty();
    }

    private String state(Order order) {
        return jdbc.sql("SELECT state FROM mail WHERE subject = ?")
                .param(order.orderId)
                .query(String.class)
                .single();
    }

    private ServiceProcess sender() {
        return new ServiceProcess(
                NotificationApplication.class,
                environment,
                Stream.of(
                        "spring.cloud.discovery.client.simple.instances.reservation[0].uri=" + neighbours.url(),
                        "spring.cloud.discovery.client.simple.instances.user[0].uri=" + neighbours.url(),
                        "spring.mail.properties.mail.smtp.starttls.enable=false",
                        "spring.mail.properties.mail.smtp.starttls.required=false",
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + smtp.port(),
                        "spring.kafka.listener.auto-startup=false",
                        "podo.sending.lease=3s"));
    }
}
