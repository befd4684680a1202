package podo.reservation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import podo.contracts.event.EventCancelled;
import podo.contracts.inventory.SeatsMoved;
import podo.reservation.booking.InventoryStub.Held;
import podo.reservation.booking.move.SeatMoves;
import tools.jackson.databind.JsonNode;

/** Links that are accepted while something else happens to their tickets. */
class HandoverRacesIT extends HandoverFixture {

    private static final int RACES = 12;

    @Autowired
    SeatMoves moves;

    @Test
    void ofTwentyWhoAcceptAtOnceOneGetsTheTicket() throws Exception {
        Held held = inventory.createHold(event, fan, 2);
        buy(held);
        Reply offered = post("/api/handovers", Map.of("ticketIds", ids(fan)), fan);
        List<Integer> statuses = atOnce(IntStream.range(1, 21)
                .<Callable<Integer>>mapToObj(n -> () -> accept(offered, fan + n).status())
                .toList());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(owners(held))
                .as("both tickets")
                .hasSize(2)
                .containsOnly(owners(held).getFirst());
        assertThat(ticketsOf(fan)).isEmpty();
        await().atMost(SOON).until(() -> !kafka().handoversOf(orderOf(held)).isEmpty());
        assertThat(kafka().handoversOf(orderOf(held))).hasSize(1);
        assertThat(generations(held)).containsOnly(1);
    }

    @Test
    void oneFanWhoAcceptsTenTimesAcceptsOnce() throws Exception {
        Held held = inventory.createHold(event, fan, 1);
        buy(held);
        Reply offered = offer(fan, ticket(fan, held.seatIds().getFirst()));
        List<Integer> statuses = atOnce(IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(
                        n -> () -> accept(offered, receiver).status())
                .toList());

        assertThat(statuses).containsOnly(200);
        assertThat(generations(held)).containsExactly(1);
        assertThat(accept(offered, receiver + 1).text("reason")).isEqualTo("ACCEPTED");
    }

    /** Whatever comes first wins, and the other one is refused or undoes it. */
    @ParameterizedTest
    @ValueSource(strings = {"cancellation", "refund", "door", "withdrawal"})
    void acceptingAgainst(String rival) throws Exception {
        List<String> outcomes = new ArrayList<>();
        for (int race = 0; race < RACES; race++) {
            Held held = inventory.createHold(event, fan, 1);
            String booking = buy(held);
            long seat = held.seatIds().getFirst();
            JsonNode ticket = ticket(fan, seat);
            Reply offered = offer(fan, ticket);
            List<Object> answers =
                    atOnce(List.of(() -> accept(offered, receiver).status(), () -> switch (rival) {
                        case "cancellation" -> cancel(booking, List.of(seat)).status();
                        case "refund" -> refund(held).status();
                        case "door" -> check(ticket.path("code").asString());
                        default -> delete("/api/handovers/" + offered.text("id"), fan);
                    }));
            outcomes.add(answers.toString());
            boolean accepted = answers.getFirst().equals(200);
            assertThat(owners(held)).containsExactly(accepted ? receiver : fan);
            assertThat(valid(held))
                    .isEqualTo(
                            switch (rival) {
                                case "cancellation" -> accepted;
                                case "refund" -> false;
                                default -> true;
                            });
        }
        assertThat(outcomes)
                .as(rival)
                .isSubsetOf(
                        switch (rival) {
                            case "cancellation" -> List.of("[200, 409]", "[409, 202]");
                            case "refund" -> List.of("[200, 202]", "[409, 202]");
                            case "door" -> List.of("[200, REISSUED]", "[409, VALID]");
                            default -> List.of("[200, 409]", "[409, 204]");
                        });
    }

    @Test
    void acceptingAgainstAMoveLeavesTheReceiverWithTheNewSeat() throws Exception {
        for (int race = 0; race < RACES; race++) {
            Held held = inventory.createHold(event, fan, 1);
            buy(held);
            long from = held.seatIds().getFirst();
            long to = from + 500_000;
            JsonNode old = ticket(fan, from);
            Reply offered = offer(fan, old);
            SeatsMoved moved = new SeatsMoved(
                    event,
                    held.id(),
                    orderOf(held),
                    UUID.randomUUID().toString(),
                    List.of(new SeatsMoved.Move(from, to, "1층", "B", 7, "VIP")));
            List<Object> answers =
                    atOnce(List.of(() -> accept(offered, receiver).status(), () -> {
                        moves.apply(moved);
                        return "moved";
                    }));

            assertThat(answers).containsExactly(200, "moved");
            JsonNode now = ticket(receiver, to);
            assertThat(now.path("generation").asInt()).isEqualTo(2);
            assertThat(check(old.path("code").asString())).isEqualTo("REISSUED");
            assertThat(check(now.path("code").asString())).isEqualTo("VALID");
        }
    }

    @Test
    void acceptingAgainstACancelledShowLeavesNoValidTicket() throws Exception {
        List<Held> all = IntStream.range(0, RACES)
                .mapToObj(n -> inventory.createHold(event, fan, 1))
                .toList();
        all.forEach(this::buy);
        List<Reply> links = all.stream()
                .map(held -> offer(fan, ticket(fan, held.seatIds().getFirst())))
                .toList();
        kafka().send(new EventCancelled(event, "태풍"));
        links.forEach(link -> assertThat(accept(link, receiver).status()).isIn(200, 409));

        await().atMost(SOON).until(() -> all.stream().noneMatch(this::valid));
        for (Held held : all) {
            await().atMost(SOON)
                    .until(() -> kafka().cancellationsOf(orderOf(held)).size() == 1);
            assertThat(kafka().cancellationsOf(orderOf(held)).getFirst().refundAmount())
                    .isEqualTo(held.total());
        }
        assertThat(offer(fan, Map.of("id", 1)).status()).isIn(404, 409);
    }

    private List<Long> ids(long who) {
        return ticketsOf(who).stream().map(ticket -> ticket.path("id").asLong()).toList();
    }

    private static <T> List<T> atOnce(List<? extends Callable<? extends T>> calls) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<T> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<? extends T> call : calls) {
                running.add(callers.submit(() -> {
                    go.await();
                    return call.call();
                }));
            }
            go.countDown();
            for (Future<T> answer : running) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
