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
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.inventory.SeatsSold;
import podo.contracts.payment.PaymentApproved;
import podo.contracts.payment.PaymentCancelled;
import podo.contracts.payment.PaymentFailed;
import podo.contracts.payment.PaymentReturned;
import podo.contracts.payment.PaymentUnknown;
import podo.contracts.reservation.BookingCancelled;
import podo.contracts.reservation.BuyerTold;
import podo.contracts.reservation.HeldTicketsChanged;
import podo.contracts.reservation.HolderTold;
import podo.contracts.reservation.TicketsHandedOver;
import podo.contracts.reservation.TicketsRequestedAgain;
import podo.notification.MailNeighbours.Order;
import podo.notification.queue.MailKind;
import podo.notification.queue.MailQueue;
import podo.notification.queue.MailStatus;

class OrderMailsIT extends NotificationIT {

    @Autowired
    MailQueue queue;

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
        BodyPart tickets = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        assertThat(tickets.getFileName()).isEqualTo("podo-tickets.pdf");
        assertThat(tickets.getContentType()).startsWith("application/pdf");
        assertThat(tickets.getInputStream()).hasContent(MailNeighbours.TICKETS);
        assertThat(order.ticketsLanguage).isEqualTo("ko");
        BodyPart calendar = ((MimeMultipart) mail.getContent()).getBodyPart(2);
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
    void whoseSeatsWereMovedReadsWhereTheyWereAndAreAndGetsTheNewTickets() throws Exception {
        for (String language : List.of("en", "ko")) {
            boolean english = language.equals("en");
            Order order = neighbours.order();
            order.language = language;
            order.moves = MailNeighbours.movedFromTheFirstRow("move-" + language, order);
            neighbours.publish(again(order, "move-" + language, TicketsRequestedAgain.Cause.MOVED));
            neighbours.publish(again(order, "move-" + language, TicketsRequestedAgain.Cause.MOVED));
            MimeMessage mail = read(mailsTo(order, 1).getFirst());
            assertThat(mail.getSubject()).isEqualTo(english ? "New seats: 달오름 투어" : "[포도] 좌석 변경: 달오름 투어");
            for (String body : List.of(textOf(mail), htmlOf(mail))) {
                assertThat(body)
                        .contains(
                                english
                                        ? "Your seats were A · row 1 · seat 7, A · row 1 · seat 8; they are now A · row 3 · seat 1, A · row 3 · seat 2"
                                        : "이전 좌석은 A · 1열 · 7번, A · 1열 · 8번, 새 좌석은 A · 3열 · 1번, A · 3열 · 2번입니다")
                        .contains(english ? "no longer let anybody in. The new tickets are attached" : "새 티켓을 첨부했으니")
                        .doesNotContain("You have paid", "결제가 완료");
            }
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("podo-tickets.pdf");
            assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("podo.ics");
            awaitState(order, "SEATS_MOVED", "SENT", 1);
            assertThat(smtp.takenFor(order.email)).hasSize(1);
        }
    }

    @Test
    void ticketsThatWereAskedForAgainAreTheMailOfTheOrder() throws Exception {
        Order order = neighbours.order();
        neighbours.publish(again(order, "asked", TicketsRequestedAgain.Cause.ASKED));
        assertThat(read(mailsTo(order, 1).getFirst()).getSubject()).contains("예매 완료");
    }

    @Test
    void aMoveOfAnOrderThatWasRefundedSinceIsNotMailed() {
        Order order = neighbours.order();
        order.status = "CANCELLED";
        neighbours.publish(again(order, "late-move", TicketsRequestedAgain.Cause.MOVED));
        awaitState(order, "SEATS_MOVED", "DROPPED");
        assertThat(smtp.takenFor(order.email)).isEmpty();
    }

    @Test
    void whoHoldsATicketThatWasMovedReadsOfThatSeatAlone() throws Exception {
        Order payer = neighbours.order();
        Order holder = neighbours.order();
        holder.language = "en";
        payer.moves = MailNeighbours.movedFromTheFirstRow("held-move", payer);
        neighbours.publish(new HeldTicketsChanged(
                "held-move", payer.orderId, 42, holder.fanId, List.of(42_000_002L), HeldTicketsChanged.Cause.MOVED));
        MimeMessage mail = read(mailsTo(holder, 1).getFirst());
        assertThat(mail.getSubject()).isEqualTo("New seats: 달오름 투어");
        assertThat(textOf(mail))
                .contains("Your seats were A · row 1 · seat 8; they are now A · row 3 · seat 2.", "under My tickets")
                .doesNotContain("seat 7", "seat 1", "attached", "₩", payer.orderId);
    }

    @Test
    void aMailNamesTheShowInTheLanguageOfItsReader() throws Exception {
        for (String language : List.of("en", "ko")) {
            Order order = neighbours.order();
            order.language = language;
            order.titles = Map.of("en", "Moonrise Tour");
            neighbours.publish(sold(order));
            MimeMessage mail = read(mailsTo(order, 1).getFirst());
            String shown = language.equals("en") ? "Moonrise Tour" : "달오름 투어";
            String hidden = language.equals("en") ? "달오름 투어" : "Moonrise Tour";
            assertThat(mail.getSubject()).contains(shown);
            assertThat(textOf(mail)).contains(shown).doesNotContain(hidden);
        }
    }

    @Test
    void whoBoughtAtABoxOfficeGetsTheTicketsWithoutALinkToAnAccount() throws Exception {
        Order order = neighbours.orderOfBoxOffice();
        neighbours.publish(sold(order));
        MimeMessage mail = read(mailsTo(order, 1).getFirst());
        assertThat(mail.getSubject()).isEqualTo("[포도] 예매 완료: 달오름 투어");
        assertThat(textOf(mail)).contains("민지님", "₩264,000", "매표소", "티켓을 첨부").doesNotContain("/tickets", "내 티켓");
        assertThat(((MimeMultipart) mail.getContent()).getBodyPart(1).getFileName())
                .isEqualTo("podo-tickets.pdf");
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

    /** Nobody but the message knows the order: it came after the backup that was restored. */
    @Test
    void whoseOrderWasLostIsTold() throws Exception {
        Order order = neighbours.order();
        String lost = "podo-" + UUID.randomUUID();
        neighbours.publish(new PaymentReturned(lost, order.fanId, 77_000, Instant.now()));
        neighbours.publish(new PaymentReturned(lost, order.fanId, 77_000, Instant.now()));
        MimeMessage mail = read(mailsTo(order, 1).getFirst());
        assertThat(mail.getSubject()).contains("전액 환불");
        assertThat(textOf(mail)).contains("₩77,000", lost, "백업");
        neighbours.publish(sold(order));
        assertThat(mailsTo(order, 2)).hasSize(2);
    }

    @Test
    void whatWasPaidAtABoxOfficeComesBackThereAndNotFromABank() throws Exception {
        Order order = neighbours.orderOfBoxOffice();
        order.language = "en";
        neighbours.publish(refunded(order, UUID.randomUUID().toString(), 80_000, order.seatIds()));
        MimeMessage mail = read(mailsTo(order, 1).getFirst());
        assertThat(textOf(mail))
                .contains("The box office refunds ₩80,000")
                .doesNotContain("card", "bank", "the way you paid");
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
        own.told = new CountDownLatch(1);
        neighbours.publish(cancelled(own));
        await().until(() -> jdbc.sql("SELECT tries FROM mail WHERE subject = ? AND kind = 'SHOW_CANCELLED'")
                .param(own.orderId)
                .query(Integer.class)
                .optional()
                .filter(tries -> tries > 0)
                .isPresent());
        assertThat(queue.ofSubject(own.orderId)).as("nobody knows yet").isEmpty();
        own.told.countDown();
        awaitState(own, "SHOW_CANCELLED", "DROPPED");
        assertThat(smtp.takenFor(own.email)).isEmpty();
        assertThat(queue.ofSubject(own.orderId)).as("nothing was cancelled").isEmpty();

        Order order = neighbours.order();
        order.status = "CANCELLED";
        order.endedBecause = "EVENT_CANCELLED";
        neighbours.publish(cancelled(order));
        assertThat(read(mailsTo(order, 1).getFirst()).getSubject()).contains("공연 취소");
        awaitState(order, "SHOW_CANCELLED", "SENT");
        assertThat(queue.ofSubject(order.orderId))
                .extracting(MailStatus::kind)
                .containsExactly(MailKind.SHOW_CANCELLED);
    }

    @Test
    void aChangedShowIsMailedOnceWithWhatWasAndWhatIs() throws Exception {
        Order order = neighbours.order();
        order.language = "en";
        order.changes = List.of(Map.of(
                "id",
                17,
                "fields",
                List.of(
                        Map.of("name", "startsAt", "before", "2026-12-12T10:00:00Z", "after", "2026-12-12T12:00:00Z"),
                        Map.of("name", "description", "before", "", "after", ""),
                        Map.of("name", "of-tomorrow", "before", "1", "after", "2")),
                "note",
                "The stage is <wet>.",
                "freeUntil",
                "2099-12-12T12:00:00Z"));
        for (int i = 0; i < 3; i++) {
            neighbours.publish(new BuyerTold(17, order.orderId, "r", 42));
        }
        MimeMessage mail = read(mailsTo(order, 1).getFirst());
        assertThat(mail.getSubject()).isEqualTo("Changed: 달오름 투어");
        assertThat(textOf(mail))
                .contains(
                        "When: Sat 12 Dec 2026, 21:00 KST (was Sat 12 Dec 2026, 19:00 KST)",
                        "About this event: has new text",
                        "The organiser writes: The stage is <wet>.",
                        "cancel without a fee until Sat 12 Dec 2099, 21:00 KST",
                        "/tickets")
                .doesNotContain("of-tomorrow");
        assertThat(htmlOf(mail)).contains("&lt;wet&gt;");
        awaitState(order, "SHOW_CHANGED", "SENT");
        neighbours.publish(sold(order));
        mailsTo(order, 2);
        assertThat(smtp.takenFor(order.email)).hasSize(2);
    }

    @Test
    void aChangeThatLetsCancelForFreeHasTheLinkToCancelWhileItDoes() throws Exception {
        Order order = neighbours.order();
        order.language = "en";
        String reservation = UUID.nameUUIDFromBytes(order.orderId.getBytes()).toString();
        order.changes = List.of(moved(17, Instant.now().plus(Duration.ofDays(7))), moved(18, Instant.now()));
        neighbours.publish(new BuyerTold(17, order.orderId, reservation, 42));
        assertThat(textOf(read(mailsTo(order, 1).getFirst())))
                .contains("Cancel without a fee: http", "/tickets/" + reservation + "/cancel");
        neighbours.publish(new BuyerTold(18, order.orderId, reservation, 42));
        assertThat(textOf(read(mailsTo(order, 2).getLast())))
                .as("it was free until a moment ago")
                .doesNotContain("without a fee", "/cancel");
    }

    @Test
    void whoseLanguageReadsAsBeforeIsNotMailed() throws Exception {
        Order korean = neighbours.order();
        Order english = neighbours.order();
        english.language = "en";
        for (Order order : List.of(korean, english)) {
            String reservation =
                    UUID.nameUUIDFromBytes(order.orderId.getBytes()).toString();
            order.changes = List.of(Map.of(
                    "id",
                    19,
                    "at",
                    Instant.now().toString(),
                    "fields",
                    List.of(Map.of("name", "notes", "before", "", "after", "", "languages", List.of("en")))));
            neighbours.publish(new BuyerTold(19, order.orderId, reservation, 42));
        }
        assertThat(textOf(read(mailsTo(english, 1).getFirst()))).contains("To know before coming");
        awaitState(korean, "SHOW_CHANGED", "DROPPED");
    }

    @Test
    void whoHasNoAccountIsSentToTheBoxOfficeWithAChangeAndAnEnd() throws Exception {
        Order order = neighbours.orderOfBoxOffice();
        order.language = "en";
        String reservation = UUID.nameUUIDFromBytes(order.orderId.getBytes()).toString();
        order.changes = List.of(moved(17, Instant.now().plus(Duration.ofDays(7))));
        neighbours.publish(new BuyerTold(17, order.orderId, reservation, 42));
        assertThat(textOf(read(mailsTo(order, 1).getFirst())))
                .contains("the box office takes your tickets back without a fee until")
                .doesNotContain("/tickets", "My tickets", "/cancel", "below");

        order.status = "CANCELLED";
        order.endedBecause = "EVENT_CANCELLED";
        neighbours.publish(cancelled(order));
        assertThat(textOf(read(mailsTo(order, 2).getLast())))
                .contains("you get back from the box office")
                .doesNotContain("/tickets", "another mail");
    }

    @Test
    void whoHoldsAHandedOverTicketIsToldOfAChangeWithoutTheBuyersData() throws Exception {
        Order payer = neighbours.order();
        payer.name = "Kim Seoyeon";
        payer.handedOver = List.of(42_000_002L);
        payer.changes = List.of(moved(17, Instant.now().plus(Duration.ofDays(7))));
        Order holder = neighbours.order();
        holder.language = "en";
        HolderTold message = new HolderTold(17, payer.orderId, 42, holder.fanId, List.of(42_000_002L));
        neighbours.publish(message);
        neighbours.publish(message);
        MimeMessage mail = read(mailsTo(holder, 1).getFirst());
        assertThat(mail.getSubject()).isEqualTo("Changed: 달오름 투어");
        assertThat(textOf(mail))
                .contains("tickets were handed to you", "21:00 KST (was Sat 12 Dec 2026, 19:00 KST)", "seat 2")
                .doesNotContain("seat 1", "₩", payer.orderId, payer.name, payer.email, "fee", "/cancel");
        assertThat(((MimeMultipart) mail.getContent()).getBodyPart(1).getFileName())
                .isEqualTo("podo.ics");
        assertThat(smtp.takenFor(payer.email)).isEmpty();

        payer.handedOver = List.of();
        neighbours.publish(new HolderTold(17, payer.orderId, 42, holder.fanId + 1, List.of(42_000_002L)));
        awaitState(payer, "HELD_SHOW_CHANGED", "DROPPED", 1);
        assertThat(smtp.takenFor(holder.email)).hasSize(1);
    }

    @Test
    void whoHoldsATicketOfACancelledShowReadsThatItWasCancelled() throws Exception {
        Order payer = neighbours.order();
        payer.status = "CANCELLED";
        payer.endedBecause = "EVENT_CANCELLED";
        Order holder = neighbours.order();
        neighbours.publish(new HeldTicketsChanged(
                "c", payer.orderId, 42, holder.fanId, List.of(42_000_002L), HeldTicketsChanged.Cause.ENDED));
        MimeMessage mail = read(mailsTo(holder, 1).getFirst());
        assertThat(mail.getSubject()).isEqualTo("[포도] 공연 취소: 달오름 투어");
        assertThat(textOf(mail)).contains("공연이 열리지 않습니다").doesNotContain("₩", payer.orderId, payer.email);
    }

    @Test
    void whenTheDoorsOpenStandsInTheMailOnlyWhereTheOrganiserSaysIt() throws Exception {
        Order order = neighbours.order();
        neighbours.publish(sold(order));
        assertThat(textOf(read(mailsTo(order, 1).getFirst()))).doesNotContain("입장 시작");
        Order announced = neighbours.order();
        announced.doorsAt = "2026-12-12T09:00:00Z";
        neighbours.publish(sold(announced));
        assertThat(textOf(read(mailsTo(announced, 1).getFirst()))).contains("입장 시작: 2026.12.12(토) 18:00 KST");
    }

    private static Map<String, Object> moved(long id, Instant freeUntil) {
        return Map.of(
                "id",
                id,
                "fields",
                List.of(Map.of("name", "startsAt", "before", "2026-12-12T10:00:00Z", "after", "2026-12-12T12:00:00Z")),
                "freeUntil",
                freeUntil.toString());
    }

    @Test
    void whoeverHasNoTicketsAnyMoreIsNotMailedAboutAChange() {
        Order order = neighbours.order();
        order.status = "REFUNDED";
        neighbours.publish(new BuyerTold(17, order.orderId, "r", 42));
        awaitState(order, "SHOW_CHANGED", "DROPPED");

        Order given = neighbours.order();
        given.handedOver = given.seatIds();
        given.changes = List.of(moved(17, Instant.now()));
        neighbours.publish(new BuyerTold(17, given.orderId, "r", 42));
        awaitState(given, "SHOW_CHANGED", "DROPPED");
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
        assertThat(queue.ofSubject(order.orderId)).isEmpty();
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

    private static TicketsRequestedAgain again(Order order, String requestId, TicketsRequestedAgain.Cause cause) {
        return new TicketsRequestedAgain(requestId, order.orderId, "r", 42, order.fanId, cause);
    }

    private static String subjectOf(ScriptedSmtp.Taken mail) {
        try {
            return read(mail).getSubject();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static MimeMessage read(ScriptedSmtp.Taken mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.source().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    static String textOf(MimeMessage mail) throws Exception {
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
