package podo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.notification.OrderMailsIT.read;
import static podo.notification.OrderMailsIT.textOf;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.reservation.OfferedSeatSold;
import podo.contracts.reservation.SeatOffered;
import podo.contracts.reservation.SeatsCameBack;
import podo.notification.MailNeighbours.Order;

/** Mails about seats that come back: to those who asked, and to the fan who offered one back. */
class SeatNewsMailsIT extends NotificationIT {

    private static final Instant END = Instant.parse("2026-12-01T10:15:00Z");

    @Test
    void aHeldSeatIsMailedOnceWithItsPriceAndItsEnd() throws Exception {
        Order fan = neighbours.order();
        SeatOffered offered = new SeatOffered(fan.orderId, "g", 42, fan.fanId, END);
        neighbours.publish(offered);
        neighbours.publish(offered);
        MimeMessage mail = read(mailsTo(fan, 1).getFirst());
        assertThat(mail.getSubject()).isEqualTo("[포도] 취소표 우선 예매: 달오름 투어");
        assertThat(textOf(mail)).contains("A · 3열 · 1번", "₩132,000", "2026.12.01(화) 19:15 KST", "/tickets");
    }

    @Test
    void aSeatThatIsNotHeldAnyMoreIsNotMailed() {
        Order fan = neighbours.order();
        fan.status = "CANCELLED";
        neighbours.publish(new SeatOffered(fan.orderId, "g", 42, fan.fanId, END));
        awaitState(fan, "SEAT_OFFERED", "DROPPED");
        assertThat(smtp.takenFor(fan.email)).isEmpty();
    }

    @Test
    void theGiverGetsOneMailAboutTheSaleAndTheMoney() throws Exception {
        Order giver = neighbours.order();
        String refund = UUID.randomUUID().toString();
        neighbours.publish(new OfferedSeatSold(
                "g", refund, giver.orderId, 42, giver.fanId, giver.seatIds().getFirst(), 132_000));
        MimeMessage mail = read(mailsTo(giver, 1).getFirst());
        assertThat(mail.getSubject()).contains("내놓은 좌석 판매와 환불");
        assertThat(textOf(mail)).contains("₩132,000", "1번").doesNotContain("2번");

        neighbours.publish(new PaymentCancelled(
                refund, giver.orderId, "r", "h", 42, List.of(giver.seatIds().getFirst()), 132_000, 132_000));
        Order next = neighbours.order();
        neighbours.publish(new SeatsCameBack("n-" + next.fanId, 42, next.fanId));
        mailsTo(next, 1);
        assertThat(smtp.takenFor(giver.email)).hasSize(1);
    }

    @Test
    void whoAskedIsToldOnceForTheSameSeats() throws Exception {
        Order fan = neighbours.order();
        fan.language = "en";
        neighbours.publish(new SeatsCameBack("n-" + fan.fanId, 42, fan.fanId));
        neighbours.publish(new SeatsCameBack("n-" + fan.fanId, 42, fan.fanId));
        MimeMessage mail = read(mailsTo(fan, 1).getFirst());
        assertThat(mail.getSubject()).isEqualTo("Seats came back: 달오름 투어");
        assertThat(textOf(mail)).contains("/events/42");
        Order next = neighbours.order();
        neighbours.publish(new SeatsCameBack("n-" + next.fanId, 42, next.fanId));
        mailsTo(next, 1);
        assertThat(smtp.takenFor(fan.email)).hasSize(1);
    }
}
