package podo.reservation.booking;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import podo.contracts.Message;
import podo.contracts.door.TicketCheckInUndone;
import podo.contracts.door.TicketCheckedIn;
import podo.contracts.reservation.BookingCancelled;
import podo.contracts.reservation.BuyerTold;
import podo.contracts.reservation.HeldTicketsChanged;
import podo.contracts.reservation.HolderTold;
import podo.contracts.reservation.TicketsHandedOver;
import podo.contracts.reservation.TicketsRequestedAgain;
import podo.stack.junit.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages of the other services on the real Kafka, and collects what this service sends. */
final class KafkaTestClient {

    private final TestKafka kafka = new TestKafka();
    private final Queue<BookingCancelled> cancellations = new ConcurrentLinkedQueue<>();
    private final Queue<TicketsRequestedAgain> ticketRequests = new ConcurrentLinkedQueue<>();
    private final Queue<BuyerTold> told = new ConcurrentLinkedQueue<>();
    private final Queue<HolderTold> holdersTold = new ConcurrentLinkedQueue<>();
    private final Queue<TicketsHandedOver> handovers = new ConcurrentLinkedQueue<>();
    private final Queue<TicketCheckedIn> checkIns = new ConcurrentLinkedQueue<>();
    private final Queue<TicketCheckInUndone> undoneCheckIns = new ConcurrentLinkedQueue<>();
    private final Queue<HeldTicketsChanged> heldChanges = new ConcurrentLinkedQueue<>();

    KafkaTestClient() {
        TestKafka.listen(BookingCancelled.TOPIC, "test-client-" + UUID.randomUUID(), (type, json) -> {
            switch (type) {
                case "BookingCancelled" ->
                    cancellations.add(JsonMapper.shared().readValue(json, BookingCancelled.class));
                case "TicketsRequestedAgain" ->
                    ticketRequests.add(JsonMapper.shared().readValue(json, TicketsRequestedAgain.class));
                case "BuyerTold" -> told.add(JsonMapper.shared().readValue(json, BuyerTold.class));
                case "HolderTold" -> holdersTold.add(JsonMapper.shared().readValue(json, HolderTold.class));
                case "TicketsHandedOver" -> handovers.add(JsonMapper.shared().readValue(json, TicketsHandedOver.class));
                case "TicketCheckedIn" -> checkIns.add(JsonMapper.shared().readValue(json, TicketCheckedIn.class));
                case "TicketCheckInUndone" ->
                    undoneCheckIns.add(JsonMapper.shared().readValue(json, TicketCheckInUndone.class));
                case "HeldTicketsChanged" ->
                    heldChanges.add(JsonMapper.shared().readValue(json, HeldTicketsChanged.class));
                default -> {}
            }
        });
    }

    void send(Message message) {
        kafka.send(
                message.topic(),
                message.key(),
                message.getClass().getSimpleName(),
                JsonMapper.shared().writeValueAsString(message));
    }

    /** Without repeats of the same message. */
    List<TicketsRequestedAgain> ticketRequestsOf(String orderId) {
        return ticketRequests.stream()
                .filter(message -> message.orderId().equals(orderId))
                .distinct()
                .toList();
    }

    /** Without repeats of the same message. */
    List<BuyerTold> toldOf(long eventId) {
        return told.stream()
                .filter(message -> message.eventId() == eventId)
                .distinct()
                .toList();
    }

    /** Without repeats of the same message. */
    List<HolderTold> holdersToldOf(long eventId) {
        return holdersTold.stream()
                .filter(message -> message.eventId() == eventId)
                .distinct()
                .toList();
    }

    /** Without repeats of the same message. */
    List<TicketCheckedIn> checkInsOf(long eventId) {
        return checkIns.stream()
                .filter(message -> message.eventId() == eventId)
                .distinct()
                .toList();
    }

    /** Without repeats of the same message. */
    List<String> undoneCheckInsOf(long eventId) {
        return undoneCheckIns.stream()
                .filter(message -> message.eventId() == eventId)
                .distinct()
                .map(TicketCheckInUndone::checkInId)
                .toList();
    }

    /** Without repeats of the same message. */
    List<TicketsHandedOver> handoversOf(String orderId) {
        return handovers.stream()
                .filter(message -> message.orderId().equals(orderId))
                .distinct()
                .toList();
    }

    /** Without repeats of the same message. */
    List<HeldTicketsChanged> heldChangesOf(String orderId) {
        return heldChanges.stream()
                .filter(message -> message.orderId().equals(orderId))
                .distinct()
                .toList();
    }

    /** Without repeats of the same message. */
    List<BookingCancelled> cancellationsOf(String orderId) {
        return cancellations.stream()
                .filter(message -> message.orderId().equals(orderId))
                .distinct()
                .toList();
    }
}
