package podo.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;
import podo.web.draft.TypedFields;
import podo.web.page.Times;
import podo.web.page.Words;

class EventFormMapperTest {

    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("title", "The Winter's Tale"),
            Map.entry("startsAt", "2026-12-05T19:30"),
            Map.entry("onSaleAt", "2026-11-20T20:00"),
            Map.entry("refundFees", "9:10, 6:20, 2:30, 0:90"),
            Map.entry("grades[0].name", "Stalls"),
            Map.entry("grades[0].price", "60,000"),
            Map.entry("ticketKinds[0].name", "Concession"),
            Map.entry("ticketKinds[0].price", "70%"));

    private final Times times = mock(Times.class);
    private final Words words = mock(Words.class, EventFormMapperTest::joined);

    EventFormMapperTest() {
        when(times.zoneId()).thenReturn(ZoneId.of("Asia/Seoul"));
        when(times.now()).thenReturn(Instant.parse("2026-11-15T00:00:00Z"));
    }

    @Test
    void nothingIsWrongWithAUsualForm() {
        assertThat(wrong(EventForm.EMPTY, Map.of())).isEmpty();
    }

    @Test
    void oneAnswerNamesWhatIsMissingTooLargeAndInTheWrongOrder() {
        assertThat(wrong(
                        EventForm.EMPTY,
                        Map.of(
                                "title", " ",
                                "refundFees", "soon",
                                "seatsPerFan", "0",
                                "admissionCap", "1,000,001",
                                "holdMinutes", "10:30",
                                "startsAt", "2026-11-14T19:30",
                                "salesEndAt", "2026-11-14T19:31",
                                "grades[0].price", "12345678901",
                                "ticketKinds[0].price", "12345678901")))
                .containsOnly(
                        Map.entry("title", "admin.wrong.missing"),
                        Map.entry("refundFees", "admin.wrong.fees"),
                        Map.entry("seatsPerFan", "admin.wrong.at-least 1"),
                        Map.entry("admissionCap", "admin.wrong.at-most 1000000"),
                        Map.entry("holdMinutes", "admin.wrong.hold-time"),
                        Map.entry("startsAt", "admin.wrong.over"),
                        Map.entry("onSaleAt", "admin.wrong.sale-after-its-end"),
                        Map.entry("salesEndAt", "admin.wrong.after-start"),
                        Map.entry("grades[0].price", "admin.wrong.at-most 10000000"),
                        Map.entry("ticketKinds[0].price", "admin.wrong.at-most 10000000"));
    }

    @Test
    void doorsAndLobbyOpenInTime() {
        assertThat(wrong(EventForm.EMPTY, Map.of("lobbyOpensAt", "2026-11-20T20:01", "doorsAt", "2026-12-05T19:31")))
                .containsOnly(
                        Map.entry("lobbyOpensAt", "admin.wrong.lobby-after-sale"),
                        Map.entry("doorsAt", "admin.wrong.after-start"));
    }

    @Test
    void feesNameEachDayOnceAndDoNotFall() {
        assertThat(wrong(EventForm.EMPTY, Map.of("refundFees", "2:30, 2:40")))
                .containsOnly(Map.entry("refundFees", "admin.wrong.fees-order"));
        assertThat(wrong(EventForm.EMPTY, Map.of("refundFees", "0:10, 9:20")))
                .containsOnly(Map.entry("refundFees", "admin.wrong.fees-order"));
        assertThat(wrong(EventForm.EMPTY, Map.of("refundFees", "9:101")))
                .containsOnly(Map.entry("refundFees", "admin.wrong.fees"));
        assertThat(wrong(EventForm.EMPTY, Map.of("refundFees", ""))).isEmpty();
    }

    @Test
    void aStartThatHasPassedMayStay() {
        Map<String, String> over = Map.of("startsAt", "2026-11-14T19:30", "onSaleAt", "2026-11-01T20:00");
        assertThat(wrong(form(over), over)).isEmpty();
    }

    private Map<String, String> wrong(EventForm opened, Map<String, String> typed) {
        return new EventFormMapper(form(typed)).validate(opened, words, times);
    }

    private static EventForm form(Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(GOOD);
        fields.putAll(typed);
        return TypedFields.bind(fields, EventForm.class);
    }

    private static String joined(InvocationOnMock call) {
        return Arrays.stream(call.getArguments()).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
