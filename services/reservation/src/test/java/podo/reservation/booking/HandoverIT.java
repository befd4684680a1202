package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podo.contracts.event.EventChanged;
import podo.contracts.event.Show;
import podo.contracts.reservation.HeldTicketsChanged;
import podo.contracts.user.AccountDeleted;
import podo.reservation.booking.InventoryStub.Held;
import podo.starter.jdbc.Utc;
import tools.jackson.databind.JsonNode;

/** Handing tickets over: who may, until when, and what becomes of tickets and money. */
class HandoverIT extends HandoverFixture {

    @Test
    void whoAcceptsALinkGetsTheTicketWithCodesOfItsOwn() {
        Held held = inventory.createHold(event, fan, 2);
        String booking = buy(held);
        JsonNode old = ticket(fan, held.seatIds().getFirst());

        Reply offered = offer(fan, old);
        assertThat(offered.status()).as("%s", offered.body()).isEqualTo(201);
        assertThat(offered.text("link")).endsWith("/handover/" + offered.text("secret"));
        assertThat(Instant.parse(offered.text("expiresAt")))
                .isEqualTo(start.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        assertThat(secretsStored()).doesNotContain(offered.text("secret"));

        Reply seen = look(offered, receiver);
        assertThat(seen.text("with")).isEqualTo("민지");
        assertThat(seen.body().at("/tickets/0/seat/row").asString()).isEqualTo("A");
        assertThat(seen.body().toString()).doesNotContain("giver-" + fan, offered.text("secret"));

        Reply accepted = accept(offered, receiver);
        assertThat(accepted.status()).as("%s", accepted.body()).isEqualTo(200);
        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");

        JsonNode now = ticket(receiver, held.seatIds().getFirst());
        assertThat(now.path("generation").asInt()).isEqualTo(1);
        assertThat(now.path("code")).isNotEqualTo(old.path("code"));
        assertThat(now.path("received").asBoolean()).isTrue();
        assertThat(get("/api/tickets/received", receiver).body()).hasSize(1);
        assertThat(ticketsOf(fan)).hasSize(1);
        assertThat(find(booking).body().at("/seats/0/handedOver").asBoolean()).isTrue();
        assertThat(find(booking).body().at("/seats/1/handedOver").asBoolean()).isFalse();
        assertThat(get("/api/reservations/" + booking, receiver).status()).isEqualTo(404);
        await().atMost(SOON).until(() -> kafka().handoversOf(orderOf(held)).size() == 1);
        assertThat(kafka().handoversOf(orderOf(held)).getFirst().receiverId()).isEqualTo(receiver);

        for (String code : List.of("code", "shortCode")) {
            assertThat(check(old.path(code).asString())).as(code).isEqualTo("REISSUED");
        }
        assertThat(check(now.path("code").asString())).isEqualTo("VALID");
    }

    @Test
    void theOrganiserSeesThroughWhoseHandsATicketWent() {
        Held held = inventory.createHold(event, fan, 1);
        buy(held);
        hand(fan, receiver, held);
        neighbours.name(fan + 2, "셋째", "third@example.com");
        hand(receiver, fan + 2, held);

        JsonNode order =
                organiser("GET", "/api/organiser/orders/" + orderOf(held), null).body();
        assertThat(order.at("/tickets/0/holder/name").asString()).isEqualTo("셋째");
        assertThat(order.path("history")
                        .valueStream()
                        .filter(happened -> happened.path("kind").asString().equals("HANDED_OVER"))
                        .map(happened -> happened.at("/detail/from").asString() + ">"
                                + happened.at("/detail/to").asString()))
                .containsExactly("민지>하늘", "하늘>셋째");
        assertThat(order.at("/buyer/name").asString()).isEqualTo("민지");
    }

    @Test
    void whatIsNoLinkOfOursIsNotFoundAndSaysNoMore() {
        Held held = inventory.createHold(event, fan, 1);
        buy(held);
        String secret = offer(fan, ticket(fan, held.seatIds().getFirst())).text("secret");
        for (String wrong : List.of("none", secret.substring(1), secret + "A", secret.toLowerCase(), "")) {
            for (String path : List.of("preview", "accept")) {
                Reply refused = post("/api/handovers/" + path, Map.of("secret", wrong), receiver);
                assertThat(refused.status()).as(wrong).isEqualTo(404);
                assertThat(refused.body().propertyNames()).as(wrong).doesNotContain("reason");
            }
        }
        assertThat(post("/api/handovers/accept", "{}", receiver).status()).isEqualTo(400);
        assertThat(post("/api/handovers/accept", Map.of("secret", secret), null).status())
                .isEqualTo(401);
    }

    @Test
    void theGiverCantAcceptAndOthersTicketsCantBeOffered() {
        Held held = inventory.createHold(event, fan, 1);
        buy(held);
        JsonNode ticket = ticket(fan, held.seatIds().getFirst());
        Reply offered = offer(fan, ticket);

        assertThat(accept(offered, fan).problem()).isEqualTo("own-handover");
        assertThat(look(offered, fan).problem()).isEqualTo("own-handover");
        assertThat(offer(receiver, ticket).status()).isEqualTo(404);
        assertThat(post("/api/handovers", Map.of("ticketIds", List.of()), fan).status())
                .isEqualTo(400);
        assertThat(delete("/api/handovers/" + offered.text("id"), receiver)).isEqualTo(404);
        assertThat(accept(offered, receiver).status()).isEqualTo(200);
        assertThat(offer(fan, ticket).status()).as("not the giver's any more").isEqualTo(404);
    }

    @Test
    void aLinkEndsWhenItIsWithdrawnReplacedOrADayOld() {
        Held held = inventory.createHold(event, fan, 1);
        buy(held);
        JsonNode ticket = ticket(fan, held.seatIds().getFirst());

        Reply withdrawn = offer(fan, ticket);
        assertThat(delete("/api/handovers/" + withdrawn.text("id"), fan)).isEqualTo(204);
        assertThat(delete("/api/handovers/" + withdrawn.text("id"), fan)).isEqualTo(204);
        assertThat(accept(withdrawn, receiver).text("reason")).isEqualTo("WITHDRAWN");

        Reply replaced = offer(fan, ticket);
        Reply late = offer(fan, ticket);
        assertThat(accept(replaced, receiver).text("reason")).isEqualTo("REPLACED");

        jdbc.sql("UPDATE handover SET expires_at = NOW(3) - INTERVAL 1 SECOND WHERE id = ?")
                .param(late.text("id"))
                .update();
        assertThat(accept(late, receiver).text("reason")).isEqualTo("EXPIRED");
        assertThat(accept(late, receiver).status()).isEqualTo(409);
        assertThat(ticketsOf(receiver)).isEmpty();

        Reply good = offer(fan, ticket);
        assertThat(accept(good, receiver).status()).isEqualTo(200);
        assertThat(delete("/api/handovers/" + good.text("id"), fan)).isEqualTo(409);
        assertThat(get("/api/handovers", fan)
                        .body()
                        .valueStream()
                        .map(link -> link.path("state").asString()))
                .containsExactlyInAnyOrder("ACCEPTED", "EXPIRED", "REPLACED", "WITHDRAWN");
        assertThat(get("/api/handovers", receiver).body().at("/0/with").asString())
                .isEqualTo("민지");
        assertThat(get("/api/handovers", receiver + 1).body()).isEmpty();
    }

    @Test
    void theOrganiserMayForbidItOrEndItBeforeTheShow() {
        Held held = inventory.createHold(event, fan, 1);
        buy(held);
        JsonNode ticket = ticket(fan, held.seatIds().getFirst());
        Reply early = offer(fan, ticket);

        change(new Show.Handover(true, 12));
        assertThat(offer(fan, ticket).problem()).isEqualTo("handover-closed");
        assertThat(accept(early, receiver).problem()).isEqualTo("handover-closed");
        change(new Show.Handover(false, 0));
        assertThat(offer(fan, ticket).problem()).isEqualTo("handover-closed");
        assertThat(ticket(fan, held.seatIds().getFirst())
                        .at("/event/handoverUntil")
                        .isNull())
                .isTrue();
        change(new Show.Handover(true, 2));
        assertThat(Instant.parse(offer(fan, ticket).text("expiresAt"))).isBefore(start.minusSeconds(7_000));
    }

    @Test
    void whoIsInsideHasNothingToHandOver() {
        Held held = inventory.createHold(event, fan, 1);
        buy(held);
        JsonNode ticket = ticket(fan, held.seatIds().getFirst());
        Reply before = offer(fan, ticket);
        assertThat(check(ticket.path("code").asString())).isEqualTo("VALID");

        assertThat(accept(before, receiver).text("reason")).isEqualTo("TICKETS_GONE");
        assertThat(offer(fan, ticket).problem()).isEqualTo("not-transferable");
        assertThat(ticket(fan, held.seatIds().getFirst()).path("used").asBoolean())
                .isTrue();
    }

    @Test
    void aTicketThatWasHandedOverIsNotTheBuyersToCancel() {
        Held held = inventory.createHold(event, fan, 2);
        String booking = buy(held);
        long given = held.seatIds().getFirst();
        Reply offered = offer(fan, ticket(fan, given));
        accept(offered, receiver);

        assertThat(cancel(booking, List.of(given)).problem()).isEqualTo("handed-over");
        assertThat(get("/api/reservations/" + booking + "/refund?seatIds=" + given, fan)
                        .problem())
                .isEqualTo("handed-over");
        assertThat(post("/api/reservations/" + booking + "/cancel", "", receiver)
                        .status())
                .isEqualTo(404);
        assertThat(cancel(booking, null).status()).as("the seat that is left").isEqualTo(202);
        assertThat(cancel(booking, null).problem()).isEqualTo("handed-over");
        assertThat(ticket(receiver, given).path("status").asString()).isEqualTo("VALID");

        assertThat(accept(offer(receiver, ticket(receiver, given)), fan).status())
                .as("given back by a link")
                .isEqualTo(200);
        assertThat(cancel(booking, null).status()).isEqualTo(202);
    }

    @Test
    void theOrganisersRefundGoesToWhoPaidAndEndsTheReceiversTicket() {
        Held held = inventory.createHold(event, fan, 1);
        buy(held);
        hand(fan, receiver, held);
        JsonNode ticket = ticket(receiver, held.seatIds().getFirst());

        assertThat(refund(held).status()).isEqualTo(202);

        assertThat(ticket(receiver, held.seatIds().getFirst()).path("status").asString())
                .isEqualTo("CANCELLED");
        assertThat(check(ticket.path("code").asString())).isEqualTo("REFUNDED");
        await().atMost(SOON).until(() -> !kafka().heldChangesOf(orderOf(held)).isEmpty());
        HeldTicketsChanged told = kafka().heldChangesOf(orderOf(held)).getFirst();
        assertThat(told.holderId()).isEqualTo(receiver);
        assertThat(told.cause()).isEqualTo(HeldTicketsChanged.Cause.ENDED);
        assertThat(kafka().cancellationsOf(orderOf(held))).hasSize(1);
    }

    @Test
    void aDeletedAccountsLinksEndAndTicketsThatWereHandedOverStay() {
        Held held = inventory.createHold(event, fan, 2);
        buy(held);
        long first = held.seatIds().getFirst();
        accept(offer(fan, ticket(fan, first)), receiver);
        Reply open = offer(fan, ticket(fan, held.seatIds().getLast()));

        neighbours.delete(fan);
        kafka().send(new AccountDeleted(fan));

        await().atMost(SOON).until(() -> look(open, receiver).text("reason").equals("WITHDRAWN"));
        assertThat(ticket(receiver, first).path("status").asString()).isEqualTo("VALID");
        assertThat(get("/api/handovers", receiver).body().at("/0/with").asString())
                .isEmpty();
    }

    /** What was changed before is what the receiver has read; what only who paid can do is not told. */
    @Test
    void aReceivedTicketTellsWhatWasChangedSinceItCame() {
        Held held = inventory.createHold(event, fan, 1);
        buy(held);
        insertChange(Instant.now().minus(Duration.ofHours(1)), "before");
        hand(fan, receiver, held);
        insertChange(Instant.now().plusSeconds(1), "after");

        await().atMost(SOON) // what lists say of shows is kept for a second
                .until(() -> get("/api/tickets/received", receiver)
                        .body()
                        .at("/0/changes/0/note")
                        .asString()
                        .equals("after"));
        JsonNode changes = get("/api/tickets/received", receiver).body().at("/0/changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.at("/0/freeUntil").isNull()).isTrue();
        assertThat(get("/api/tickets/received", receiver).body().at("/0/code").asString())
                .startsWith("PODO1.");
    }

    private void insertChange(Instant at, String note) {
        jdbc.sql("""
                INSERT INTO show_change (event_id, revision, changed_at, fields, note, free_until, told)
                VALUES (?, 1, ?, '[]', ?, '2099-01-01', TRUE)
                """).params(event, Utc.column(at), note).update();
    }

    private List<String> secretsStored() {
        return jdbc.sql("SELECT secret_hash FROM handover").query(String.class).list();
    }

    private void change(Show.Handover rule) {
        Show plain = show(start);
        kafka().send(new EventChanged(
                event,
                new Show(
                        plain.title(),
                        plain.venue(),
                        plain.organiserId(),
                        plain.planVersion(),
                        plain.startsAt(),
                        plain.lobbyOpensAt(),
                        plain.onSaleAt(),
                        plain.salesEndAt(),
                        plain.seatsPerFan(),
                        plain.admissionPerSecond(),
                        plain.admissionCap(),
                        plain.extensions(),
                        plain.singleSeatPolicy(),
                        plain.refundFees(),
                        plain.changeCount(),
                        rule,
                        null,
                        null,
                        null)));
        await().atMost(SOON)
                .until(() -> jdbc.sql(
                                "SELECT handover_allowed = ? AND handover_ends_hours = ? FROM known_show WHERE event_id = ?")
                        .params(rule.allowed(), rule.endsHours(), event)
                        .query(Boolean.class)
                        .single());
    }
}
