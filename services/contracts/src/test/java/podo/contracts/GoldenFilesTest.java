package podo.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podo.contracts.door.TicketCheckInUndone;
import podo.contracts.door.TicketCheckedIn;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventPublished;
import podo.contracts.event.Show;
import podo.contracts.event.ShowChange;
import podo.contracts.inventory.SeatBlocksChanged;
import podo.contracts.inventory.SeatTraits;
import podo.contracts.inventory.SeatsLost;
import podo.contracts.inventory.SeatsMoved;
import podo.contracts.inventory.SeatsReturned;
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
import podo.contracts.reservation.OfferedSeatSold;
import podo.contracts.reservation.SeatOffered;
import podo.contracts.reservation.SeatsCameBack;
import podo.contracts.reservation.TicketsHandedOver;
import podo.contracts.reservation.TicketsRequestedAgain;
import podo.contracts.team.TeamActionDone;
import podo.contracts.user.AccountDeleted;
import podo.contracts.user.AccountMailRequested;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages written by an older version must stay readable: golden files are added, never changed. */
class GoldenFilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Instant T = Instant.parse("2026-12-12T10:00:00Z");
    private static final Show SHOW = new Show(
            "달오름 투어",
            "Hangang Hall",
            2,
            1,
            T,
            T.minusSeconds(9000),
            T.minusSeconds(7200),
            T,
            4,
            50,
            1000,
            2,
            Show.SingleSeatPolicy.WARN,
            List.of(new Show.RefundFee(10, 0), new Show.RefundFee(0, 30)),
            null);
    private static final List<String> YOUNGER_THAN_THE_FILES =
            List.of("changeCount", "handover", "doorsAt", "titles", "seriesId", "holdSeconds");
    private static final List<Long> SEATS = List.of(42_000_001L, 42_000_002L);

    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Message> messages() {
        return Stream.of(
                new EventPublished(42, SHOW),
                new EventChanged(42, SHOW),
                new EventCancelled(42, "the artist is ill"),
                new SeatsSold(42, "h-1", "podo-1", SEATS),
                new SeatsLost(42, "h-1", "podo-1", SEATS),
                new SeatsReturned(42, "h-1", "podo-1", SEATS),
                new SeatBlocksChanged(42, 3, 5, 2),
                new SeatsMoved(
                        42,
                        "h-1",
                        "podo-1",
                        "m-1",
                        List.of(new SeatsMoved.Move(42_000_001L, 42_000_007L, "1층", "B", 7, "VIP"))),
                new BookingCancelled("c-1", "r-1", "podo-1", "h-1", 42, SEATS, 118_800, 13_200, "changed my mind"),
                new TicketsRequestedAgain("q-1", "podo-1", "r-1", 42, 7, TicketsRequestedAgain.Cause.MOVED),
                new BuyerTold(17, "podo-1", "r-1", 42),
                new HolderTold(17, "podo-1", 42, 8, SEATS),
                new SeatOffered("o-1", "g-1", 42, 8, T),
                new OfferedSeatSold("g-1", "c-2", "podo-1", 42, 7, 42_000_001L, 66_000),
                new SeatsCameBack("n-1", 42, 8),
                new TicketsHandedOver("o-1", "podo-1", "r-1", 42, 7, 8, SEATS),
                new TicketCheckedIn("i-1", "podo-1", 42, 3, 42_000_001L, "A", T),
                new TicketCheckInUndone("i-1", "podo-1", 42, 3, 42_000_001L, "A", T),
                new HeldTicketsChanged("c-1", "podo-1", 42, 8, SEATS, HeldTicketsChanged.Cause.ENDED),
                new PaymentApproved("podo-1", "r-1", "h-1", 42, 7, SEATS, 132_000, T),
                new PaymentFailed("podo-1", "r-1", "h-1", "REJECT_CARD_COMPANY"),
                new PaymentUnknown("podo-1", "r-1", "h-1"),
                new PaymentCancelled("c-1", "podo-1", "r-1", "h-1", 42, SEATS, 118_800, 0),
                new PaymentReturned("podo-1", 7, 132_000, T),
                new AccountMailRequested(7, "m-1"),
                new AccountDeleted(7),
                new TeamActionDone(
                        "event",
                        "a-1",
                        9,
                        42L,
                        7,
                        "EVENT_CHANGED",
                        Map.of("title", "Old → New"),
                        Instant.parse("2026-12-01T10:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void yesterdaysMessageIsStillRead(Message message) throws IOException {
        String golden = Files.readString(file(message));
        assertThat(json.readValue(golden, message.getClass())).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void todaysMessageIsWrittenAsTheFileSays(Message message) throws IOException {
        JsonNode written = json.readTree(json.writeValueAsString(message));
        if (written.path("show") instanceof ObjectNode show) {
            YOUNGER_THAN_THE_FILES.forEach(show::remove);
        }
        if (message instanceof EventChanged) {
            ((ObjectNode) written).remove("change"); // younger than the file
        }
        if (message instanceof SeatsMoved) {
            written.path("moves").forEach(move -> ((ObjectNode) move).remove("traits")); // younger than the file
        }
        assertThat(written).isEqualTo(json.readTree(Files.readString(file(message))));
    }

    @Test
    void whatBuyersAreToldOfAChangeTravelsWithItAndOlderSendersTellNothing() throws IOException {
        ShowChange change = new ShowChange(
                T,
                List.of(new ShowChange.Field(
                        ShowChange.STARTS_AT, T.toString(), T.plusSeconds(7200).toString())),
                "비가 와요",
                T);
        EventChanged message = new EventChanged(42, SHOW, change);
        assertThat(json.readValue(json.writeValueAsString(message), EventChanged.class))
                .isEqualTo(message);
        assertThat(json.readValue(Files.readString(file(message)), EventChanged.class)
                        .change())
                .isNull();
    }

    @Test
    void whatIsSpecialAboutASeatTravelsWithAMoveToIt() {
        SeatsMoved message = new SeatsMoved(
                42,
                "h-1",
                "podo-1",
                "m-1",
                List.of(new SeatsMoved.Move(
                        42_000_001L,
                        42_000_007L,
                        "1층",
                        "B",
                        7,
                        "VIP",
                        new SeatTraits(SeatTraits.Place.COMPANION, "기둥"))));
        assertThat(json.readValue(json.writeValueAsString(message), SeatsMoved.class))
                .isEqualTo(message);
    }

    @Test
    void theRevisionOfAShowTravelsWithItAndOlderSendersHaveNone() {
        assertThat(SHOW.revision()).isZero();
        String message = json.writeValueAsString(new EventChanged(42, SHOW))
                .replace("\"changeCount\":null", "\"changeCount\":3");
        assertThat(json.readValue(message, EventChanged.class).show().revision())
                .isEqualTo(3);
    }

    @Test
    void theHoldTimeOfAShowTravelsWithItAndOlderSendersHaveNone() throws IOException {
        String message = json.writeValueAsString(new EventChanged(42, SHOW))
                .replace("\"holdSeconds\":null", "\"holdSeconds\":120");
        assertThat(json.readValue(message, EventChanged.class).show().holdSeconds())
                .isEqualTo(120);
        String golden = Files.readString(file(new EventChanged(42, SHOW)));
        assertThat(json.readValue(golden, EventChanged.class).show().holdSeconds())
                .isNull();
    }

    /** As a service of the last release reads what this one sends. */
    @Test
    void aMemberThatTheReaderDoesNotKnowIsIgnored() throws IOException {
        for (Message message : List.of(new EventPublished(42, SHOW), new EventChanged(42, SHOW))) {
            ObjectNode golden = (ObjectNode) json.readTree(Files.readString(file(message)));
            ((ObjectNode) golden.path("show")).put("ofTheNextRelease", 120);
            assertThat(json.readValue(golden.toString(), message.getClass())).isEqualTo(message);
        }
    }

    @Test
    void everyRecordHasItsFile() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(messages()
                            .map(message -> message.getClass().getSimpleName() + ".json")
                            .toList());
        }
    }

    private static Path file(Message message) {
        return GOLDEN.resolve(message.getClass().getSimpleName() + ".json");
    }
}
