package podo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentFailed;
import podo.contracts.payment.PaymentUnknown;
import podo.contracts.reservation.BookingCancelled;
import podo.contracts.reservation.HeldTicketsChanged;
import podo.contracts.reservation.TicketsHandedOver;
import podo.notification.MailNeighbours.Order;

class OrderMailsIT extends NotificationIT {

    @Test
    void anOrderIsMailedOnceHoweverOftenItIsHeardOf() throws Exception {
        Order order = neighbours.order();
        for (int i = 0; i < 3; i++) {
            neighbours.publish(sold(order));
        }
        MimeMessage mail = read(mailsTo(order, 1).getFirst());
        assertThat(mail.getSubject()).isEqualTo("[포도] 예매 완료: 달오름 투어");
        assertThat(mail.getHeader("Content-Language")).containsExactly("ko");
        assertThat(textOf(mail)).contains("민지님", "₩264,000", "A · 3열 · 1번", "2026.12.12(토) 19:00 KST", "/tickets");
        assertThat(htmlOf(mail)).contains("민지님", "₩264,000", "prefers-color-scheme");
        BodyPart calendar = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        assertThat(calendar.getFileName()).isEqualTo("podo.ics");
        assertThat(calendar.getContentType()).startsWith("text/calendar");
        Order next = neighbours.order();
        neighbours.publish(sold(next));
        mailsTo(next, 1);
        assertThat(smtp.takenFor(order.email)).hasSize(1);
    }

    @Test
    void anEnglishFanReadsEnglish() throws Exception {
        Order order = neighbours.order();
        order.language = "en";
        neighbours.publish(sold(order));
        MimeMessage mail = read(mailsTo(order, 1).getFirst());
        assertThat(mail.getSubject()).isEqualTo("Your tickets: 달오름 투어");
        assertThat(textOf(mail)).contains("Hello 민지", "You have paid ₩264,000", "row 3", "Sat 12 Dec 2026, 19:00 KST");
    }

    @Test
    void aRefundSaysWhatCameBack() throws Exception {
        Order order = neighbours.order();
        order.status = "CANCELLED";
        neighbours.publish(refunded(order, UUID.randomUUID().toString(), 118_800, List.of(42_000_001L)));
        MimeMessage mail = read(mailsTo(order, 1).getFirst());
        assertThat(mail.getSubject()).contains("환불 완료");
        assertThat(textOf(mail)).contains("₩118,800", "1번").doesNotContain("2번");
    }

    @Test
    void seatsThatWereLostAreExplained() throws Exception {
        Order order = neighbours.order();
        order.status = "REFUNDED";
        order.endedBecause = "SEATS_LOST";
        neighbours.publish(refunded(order, "lost-" + order.orderId, 264_000, order.seatIds()));
        assertThat(textOf(read(mailsTo(order, 1).getFirst()))).contains("전액", "선점 시간이 끝나");
    }

    @Test
    void nothingComesBackAndNothingIsSaid() {
        Order order = neighbours.order();
        neighbours.publish(refunded(order, UUID.randomUUID().toString(), 0, order.seatIds()));
        neighbours.publish(sold(order));
        mailsTo(order, 1);
        assertThat(state(order, "REFUND")).isEmpty();
    }

    @Test
    void aCancelledShowIsMailedAndAFansOwnCancellationIsNot() throws Exception {
        Order own = neighbours.order();
        own.status = "CANCELLED";
        own.endedBecause = "GIVEN_BACK";
        neighbours.publish(cancelled(own));
        awaitState(own, "SHOW_CANCELLED", "DROPPED");
        assertThat(smtp.takenFor(own.email)).isEmpty();

        Order order = neighbours.order();
        order.status = "CANCELLED";
        order.endedBecause = "EVENT_CANCELLED";
        neighbours.publish(cancelled(order));
        assertThat(read(mailsTo(order, 1).getFirst()).getSubject()).contains("공연 취소");
    }

    @Test
    void giverAndReceiverOfATicketAreTold() throws Exception {
        Order giver = neighbours.order();
        Order receiver = neighbours.order();
        receiver.name = "하늘";
        receiver.language = "en";
        String handover = neighbours.handOver(giver, receiver);
        var message = new TicketsHandedOver(
                handover, giver.orderId, "r", 42, giver.fanId, receiver.fanId, List.of(42_000_001L));
        neighbours.publish(message);
        neighbours.publish(message);

        MimeMessage given = read(mailsTo(giver, 1).getFirst());
        assertThat(given.getSubject()).isEqualTo("[포도] 티켓 양도 완료: 달오름 투어");
        assertThat(textOf(given)).contains("하늘님이", "1번").doesNotContain("2번", receiver.email);
        MimeMessage received = read(mailsTo(receiver, 1).getFirst());
        assertThat(received.getSubject()).isEqualTo("You have a ticket: 달오름 투어");
        assertThat(textOf(received))
                .contains("민지 has handed", "seat 1", "/tickets")
                .doesNotContain("₩", giver.orderId, giver.email, "seat 2");
    }

    @Test
    void whoHoldsAHandedOverTicketIsToldWhatBecomesOfIt() throws Exception {
        Order payer = neighbours.order();
        Order holder = neighbours.order();
        for (HeldTicketsChanged.Cause cause : HeldTicketsChanged.Cause.values()) {
            neighbours.publish(new HeldTicketsChanged(
                    "change-" + cause, payer.orderId, 42, holder.fanId, List.of(42_000_002L), cause));
        }
        assertThat(mailsTo(holder, 2).stream().map(OrderMailsIT::subjectOf))
                .containsExactlyInAnyOrder("[포도] 좌석 변경: 달오름 투어", "[포도] 사용할 수 없는 티켓: 달오름 투어");
        assertThat(smtp.takenFor(payer.email)).isEmpty();
    }

    @Test
    void aPaymentThatIsDecidedSoonIsNotMailed() {
        Order order = neighbours.order();
        order.status = "CHECKING";
        neighbours.publish(new PaymentUnknown(order.orderId, "r", "h"));
        await().until(() -> state(order, "CHECKING").equals("QUEUED"));
        neighbours.publish(
                new PaymentApproved(order.orderId, "r", "h", 42, order.fanId, order.seatIds(), 264_000, Instant.now()));
        awaitState(order, "CHECKING", "DROPPED");
        assertThat(smtp.takenFor(order.email)).isEmpty();
    }

    @Test
    void aPaymentThatStaysUndecidedIsMailedAndSoIsHowItEnded() throws Exception {
        Order order = neighbours.order();
        order.status = "CHECKING";
        neighbours.publish(new PaymentUnknown(order.orderId, "r", "h"));
        assertThat(read(mailsTo(order, 1).getFirst()).getSubject()).contains("결제 확인 중");
        awaitState(order, "CHECKING", "SENT");
        order.status = "PENDING";
        neighbours.publish(new PaymentFailed(order.orderId, "r", "h", "REJECT_CARD_COMPANY"));
        assertThat(read(mailsTo(order, 2).getLast()).getSubject()).contains("결제되지 않았습니다");
    }

    @Test
    void aFailedPaymentThatNobodyWaitedForIsNotMailed() {
        Order order = neighbours.order();
        neighbours.publish(new PaymentFailed(order.orderId, "r", "h", "REJECT_CARD_COMPANY"));
        neighbours.publish(sold(order));
        mailsTo(order, 1);
        assertThat(state(order, "CHECK_FAILED")).isEmpty();
    }

    /** The listener may hear of the sale before reservation does. */
    @Test
    void anOrderThatIsNotConfirmedYetIsMailedWhenItIs() {
        Order order = neighbours.order();
        order.status = "CHECKING";
        neighbours.publish(sold(order));
        await().until(() -> jdbc.sql("SELECT problem FROM mail WHERE subject = ? AND problem IS NOT NULL")
                .param(order.orderId)
                .query(String.class)
                .optional()
                .isPresent());
        order.status = "CONFIRMED";
        mailsTo(order, 1);
        awaitState(order, "ORDER", "SENT");
    }

    @Test
    void aMailWaitsForServicesThatDoNotAnswer() {
        Order order = neighbours.order();
        neighbours.away(true);
        neighbours.publish(sold(order));
        await().pollDelay(Duration.ofSeconds(2))
                .until(() -> state(order, "ORDER").equals("QUEUED"));
        neighbours.away(false);
        mailsTo(order, 1);
    }

    /** A name can't be a header, a tag or a second line of the text. */
    @Test
    void namesAndTitlesStayWhatTheyAre() throws Exception {
        Order order = neighbours.order();
        order.language = "en";
        order.name = "<script>alert(1)</script>\r\nBcc: everybody@example.com";
        order.title = "Tour\r\nBcc: all@example.com\r\n\r\n<img src=x onerror=alert(1)>";
        neighbours.publish(sold(order));
        var taken = mailsTo(order, 1).getFirst();
        MimeMessage mail = read(taken);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).doesNotContain("\n", "\r");
        assertThat(htmlOf(mail)).doesNotContain("<script", "<img").contains("&lt;script&gt;");
        assertThat(smtp.taken()).noneMatch(other -> other.recipient().contains("all@"));
    }

    private static SeatsSold sold(Order order) {
        return new SeatsSold(42, "h", order.orderId, order.seatIds());
    }

    private static PaymentCancelled refunded(Order order, String cancellationId, long amount, List<Long> seatIds) {
        return new PaymentCancelled(cancellationId, order.orderId, "r", "h", 42, seatIds, amount, 0);
    }

    private static BookingCancelled cancelled(Order order) {
        return new BookingCancelled(
                UUID.randomUUID().toString(), "r", order.orderId, "h", 42, order.seatIds(), 264_000, 0, "why");
    }

    private static String subjectOf(ScriptedSmtp.Taken mail) {
        try {
            return read(mail).getSubject();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage read(ScriptedSmtp.Taken mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.source().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static String textOf(MimeMessage mail) throws Exception {
        return bodies(mail).getBodyPart(0).getContent().toString();
    }

    private static String htmlOf(MimeMessage mail) throws Exception {
        return bodies(mail).getBodyPart(1).getContent().toString();
    }

    /** mixed ▸ related ▸ alternative. */
    private static MimeMultipart bodies(MimeMessage mail) throws Exception {
        MimeMultipart related = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        return (MimeMultipart) related.getBodyPart(0).getContent();
    }
}
