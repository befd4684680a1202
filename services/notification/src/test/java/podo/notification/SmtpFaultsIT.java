package podo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.inventory.SeatsSold;
import podo.notification.MailNeighbours.Order;
import podo.notification.ScriptedSmtp.Fault;
import podo.notification.queue.GivenUpMails;
import podo.notification.queue.MailQueue;

class SmtpFaultsIT extends NotificationIT {

    @Autowired
    MailQueue queue;

    @Autowired
    GivenUpMails givenUp;

    @ParameterizedTest
    @EnumSource(names = {"HANGS", "GONE", "REFUSES", "BUSY", "LATER"})
    void aMailThatWasNotTakenIsSentAgain(Fault fault) {
        Order order = neighbours.order();
        smtp.fail(fault);
        neighbours.publish(sold(order));
        mailsTo(order, 1);
        awaitState(order, "ORDER", "SENT");
        assertThat(row(order)).containsEntry("tries", 2);
    }

    /** Whether it was taken is not known, so it is sent again, with the same Message-ID. */
    @Test
    void aMailWhoseAnswerIsLostIsTheSameMailTheSecondTime() {
        Order order = neighbours.order();
        smtp.fail(Fault.LOSES_AFTER_DATA);
        neighbours.publish(sold(order));
        List<ScriptedSmtp.Taken> mails = mailsTo(order, 2);
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().header("Message-ID"))
                .isNotEmpty()
                .isEqualTo(mails.getLast().header("Message-ID"));
        awaitState(order, "ORDER", "SENT");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_RECIPIENT", "SPAM"})
    void whatIsRefusedForGoodIsGivenUpAtOnce(Fault fault) {
        Order order = neighbours.order();
        smtp.fail(fault);
        neighbours.publish(sold(order));
        awaitState(order, "ORDER", "FAILED");
        assertThat(row(order)).containsEntry("tries", 1);
        assertThat(row(order).get("problem").toString()).contains("55").doesNotContain(order.email);
    }

    @Test
    void afterTheLastPauseAMailIsGivenUpVisibly() {
        Order order = neighbours.order();
        smtp.fail(Fault.LATER, Fault.LATER, Fault.LATER, Fault.LATER);
        neighbours.publish(sold(order));
        awaitState(order, "ORDER", "FAILED");
        assertThat(row(order)).containsEntry("tries", 3);
        assertThat(row(order).get("problem").toString()).contains("450");
    }

    /** A mail server shows a mail that has another Message-ID as another one. */
    @Test
    void aMailIsSentAgainOnRequestOnceAMinuteAtMost() {
        Order order = neighbours.order();
        smtp.fail(Fault.UNKNOWN_RECIPIENT);
        neighbours.publish(sold(order));
        awaitState(order, "ORDER", "FAILED");
        long id = jdbc.sql("SELECT id FROM mail WHERE subject = ?")
                .param(order.orderId)
                .query(Long.class)
                .single();

        assertThat(queue.sendAgain("podo-another", id, Duration.ZERO)).isFalse();
        assertThat(queue.sendAgain(order.orderId, id, Duration.ofMinutes(1))).isTrue();
        awaitState(order, "ORDER", "SENT");
        assertThat(row(order)).containsEntry("tries", 1).containsEntry("problem", null);
        assertThat(queue.sendAgain(order.orderId, id, Duration.ofMinutes(1))).isTrue();
        assertThat(state(order, "ORDER")).isEqualTo("SENT");
        assertThat(smtp.takenFor(order.email)).hasSize(1);

        jdbc.sql("UPDATE mail SET ended_at = ended_at - INTERVAL 2 MINUTE WHERE id = ?")
                .param(id)
                .update();
        assertThat(queue.sendAgain(order.orderId, id, Duration.ofMinutes(1))).isTrue();
        assertThat(mailsTo(order, 2).stream()
                        .map(mail -> mail.header("Message-ID"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void whatWasGivenUpIsCountedAndSentAgainAtOnceForAllOrders() {
        jdbc.sql("DELETE FROM mail WHERE state = 'FAILED'").update();
        Order one = neighbours.order();
        Order other = neighbours.order();
        smtp.fail(Fault.SPAM, Fault.SPAM);
        neighbours.publish(sold(one));
        neighbours.publish(sold(other));
        awaitState(one, "ORDER", "FAILED");
        awaitState(other, "ORDER", "FAILED");
        assertThat(givenUp.count().count()).isEqualTo(2);
        assertThat(givenUp.count().since()).isBefore(Instant.now().plusSeconds(1));

        assertThat(givenUp.sendAgain()).isEqualTo(2);
        awaitState(one, "ORDER", "SENT");
        awaitState(other, "ORDER", "SENT");
        assertThat(givenUp.count().count()).isZero();
        assertThat(givenUp.sendAgain()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fan@example.com\r\nBcc: all@example.com",
                "fan@example.com, all@example.com",
                "\"fan\" <fan@example.com>",
                "fan",
                "@example.com",
                "fan@",
                "fan@exam ple.com",
                "fan@example.com>",
                "<fan@example.com",
                "LONG@example.com"
            })
    void whatIsNoSingleAddressIsGivenUpAndReachesNobody(String forged) {
        Order order = neighbours.order();
        order.email = forged.replace("LONG", "a".repeat(300));
        neighbours.publish(sold(order));
        awaitState(order, "ORDER", "FAILED");
        assertThat(smtp.taken()).isEmpty();
    }

    @Test
    void aUnicodeDomainIsReachedByItsAsciiName() {
        Order order = neighbours.order();
        order.email = "fan@포도.kr";
        neighbours.publish(sold(order));
        await().until(() ->
                smtp.taken().stream().anyMatch(mail -> mail.recipient().matches("fan@xn--[a-z0-9]+\\.kr")));
        awaitState(order, "ORDER", "SENT");
    }

    @Test
    void aQuotedAddressIsAnAddress() {
        Order order = neighbours.order();
        order.email = "\"minji lee\"@example.com";
        neighbours.publish(sold(order));
        await().until(() -> smtp.taken().size() == 1);
        awaitState(order, "ORDER", "SENT");
    }

    private Map<String, Object> row(Order order) {
        return jdbc.sql("SELECT tries, problem FROM mail WHERE subject = ?")
                .param(order.orderId)
                .query()
                .singleRow();
    }

    private static SeatsSold sold(Order order) {
        return new SeatsSold(42, "h", order.orderId, order.seatIds());
    }
}
