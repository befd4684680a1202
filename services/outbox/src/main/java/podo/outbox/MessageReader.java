package podo.outbox;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.JsonKafkaHeaderMapper;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.kafka.support.converter.MessagingMessageConverter;
import podo.contracts.door.TicketCheckInUndone;
import podo.contracts.door.TicketCheckedIn;
import podo.contracts.event.EventMessage;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.inventory.SeatBlocksChanged;
import podo.contracts.inventory.SeatsMoved;
import podo.contracts.payment.PaymentMessage;
import podo.contracts.reservation.BookingCancelled;
import podo.contracts.reservation.BuyerTold;
import podo.contracts.reservation.HeldTicketsChanged;
import podo.contracts.reservation.HolderTold;
import podo.contracts.reservation.OfferedSeatSold;
import podo.contracts.reservation.SeatOffered;
import podo.contracts.reservation.SeatsCameBack;
import podo.contracts.reservation.TicketsHandedOver;
import podo.contracts.reservation.TicketsRequestedAgain;
import podo.contracts.team.TeamActionDone;
import podo.contracts.user.UserMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Converts JSON to the record that the header {@code type} names; with an unknown type the payload stays a string. */
class MessageReader extends MessagingMessageConverter {

    private static final Map<String, Class<?>> RECORDS = Stream.of(
                    Stream.of(EventMessage.class.getPermittedSubclasses()),
                    Stream.of(InventoryMessage.class.getPermittedSubclasses()),
                    Stream.of(PaymentMessage.class.getPermittedSubclasses()),
                    Stream.of(UserMessage.class.getPermittedSubclasses()),
                    Stream.<Class<?>>of(
                            SeatBlocksChanged.class,
                            SeatsMoved.class,
                            BookingCancelled.class,
                            TicketsRequestedAgain.class,
                            BuyerTold.class,
                            TeamActionDone.class,
                            TicketsHandedOver.class,
                            TicketCheckedIn.class,
                            TicketCheckInUndone.class,
                            HeldTicketsChanged.class,
                            HolderTold.class,
                            SeatOffered.class,
                            OfferedSeatSold.class,
                            SeatsCameBack.class))
            .flatMap(Function.identity())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final JsonMapper json;

    MessageReader(JsonMapper json) {
        this.json = json;
        JsonKafkaHeaderMapper headers = new JsonKafkaHeaderMapper();
        headers.setRawMappedHeaders(Map.of(OutboxPublisher.TYPE, true, Outbox.MESSAGE_ID, true));
        setHeaderMapper(headers);
    }

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> consumed, @Nullable Type ignored) {
        Header type = consumed.headers().lastHeader(OutboxPublisher.TYPE);
        String name = type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
        String payload = String.valueOf(consumed.value());
        Class<?> record = RECORDS.get(name);
        if (record == null) {
            return payload;
        }
        try {
            return json.readValue(payload, record);
        } catch (JacksonException e) {
            throw new ConversionException("not a readable " + name, e);
        }
    }
}
