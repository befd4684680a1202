package podo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import podo.contracts.inventory.SeatsSold;
import podo.notification.MailNeighbours.Order;

/** What becomes of a mail whose tickets can't be had. */
@TestPropertySource(properties = "podo.letter.attachment-wait=6s")
class MailAttachmentsIT extends NotificationIT {

    @Test
    void aMailWaitsForItsTicketsAndGoesOnceWithThem() {
        Order order = neighbours.order();
        order.ticketsStatus = 503;
        neighbours.publish(sold(order));
        await().until(() -> jdbc.sql("SELECT problem FROM mail WHERE subject = ? AND problem LIKE 'reservation%'")
                .param(order.orderId)
                .query(String.class)
                .optional()
                .isPresent());
        assertThat(smtp.takenFor(order.email)).isEmpty();

        order.ticketsStatus = 200;

        assertThat(mailsTo(order, 1).getFirst().source()).contains("podo-tickets.pdf", "podo.ics");
        awaitState(order, "ORDER", "SENT");
        assertThat(smtp.takenFor(order.email)).hasSize(1);
    }

    @Test
    void ticketsThatAreNotToBeHadKeepNoMailBackForGood() {
        Order order = neighbours.order();
        order.ticketsStatus = 500;
        neighbours.publish(sold(order));
        await().pollDelay(Duration.ofSeconds(2))
                .until(() -> smtp.takenFor(order.email).isEmpty());

        assertThat(mailsTo(order, 1).getFirst().source()).contains("podo.ics").doesNotContain("podo-tickets.pdf");
        awaitState(order, "ORDER", "SENT");
    }

    @Test
    void whoeverHasNoTicketAnyMoreGetsTheMailWithoutOne() {
        Order order = neighbours.order();
        order.ticketsStatus = 404;
        neighbours.publish(sold(order));

        assertThat(mailsTo(order, 1).getFirst().source()).contains("podo.ics").doesNotContain("podo-tickets.pdf");
    }

    private static SeatsSold sold(Order order) {
        return new SeatsSold(42, "h", order.orderId, order.seatIds());
    }
}
