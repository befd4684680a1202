package podo.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import podo.notification.attachment.CalendarAttachment;
import podo.notification.facts.AccountMailFacts;
import podo.notification.facts.OrderFacts;
import podo.notification.facts.OrderFacts.BookedEvent;
import podo.notification.facts.OrderFacts.Booking;
import podo.notification.facts.OrderFacts.Seat;
import podo.notification.facts.Recipient;

class LetterTextsTest {

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(ResourceBundle.getBundle("mails", Locale.KOREAN).keySet())
                .isEqualTo(ResourceBundle.getBundle("mails", Locale.ROOT).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everyMailAboutAnAccountHasItsTexts(AccountMailFacts.Kind kind) {
        String key = "mail." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(ResourceBundle.getBundle("mails", Locale.ROOT).keySet())
                .contains(key + ".subject", key + ".heading", key + ".text", key + ".button", key + ".note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void theLargestLetterStaysBelow100Kilobytes(String language) {
        List<String> seats =
                IntStream.range(0, 50).mapToObj(n -> "가".repeat(200)).toList();
        LetterPage page = new LetterPage(
                "가".repeat(300),
                "h",
                List.of("가".repeat(2_000)),
                List.of(new LetterPage.Row("l", "가".repeat(300))),
                seats,
                new LetterPage.Button("b", "http://localhost:8080/tickets"),
                "n");
        Letter letter =
                renderer().render(page, new Recipient(1, "fan@example.com", "나".repeat(100), language), List.of());
        assertThat(letter.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
        assertThat(letter.text()).contains("/tickets").doesNotContain("[", " th:");
        assertThat(letter.html()).contains("color-scheme").doesNotContain(" th:", "<script");
    }

    @Test
    void anAddressWithAnAmpersandStaysWholeInTheText() {
        LetterPage page = new LetterPage(
                "s", "h", List.of("<b>&"), List.of(), List.of(), new LetterPage.Button("b", "http://x/?a=1&b=2"), null);
        Letter letter = renderer().render(page, new Recipient(1, "fan@example.com", "O'Neil & <Son>", "en"), List.of());
        assertThat(letter.text()).contains("http://x/?a=1&b=2", "Hello O'Neil & <Son>,", "<b>&");
        assertThat(letter.html()).contains("http://x/?a=1&amp;b=2", "&lt;Son&gt;");
    }

    @Test
    void theCalendarEntryIsEscapedAndFolded() {
        OrderFacts order = new OrderFacts(
                1,
                new Booking(
                        "b-1",
                        "podo-1",
                        1,
                        0,
                        null,
                        null,
                        new BookedEvent(1, "한강; 밤, 노래\r\nATTENDEE:x ".repeat(6), "홀", Instant.EPOCH, null, 3, null),
                        List.of(new Seat(1, "A", "3", 12, "VIP", 1, "BOOKED", null, null, null)),
                        null),
                null);
        var ics = new CalendarAttachment(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .of(order, new Recipient(1, "fan@example.com", "n", "ko"))
                .orElseThrow();
        String text = new String(ics.content(), StandardCharsets.UTF_8);
        assertThat(text).contains("UID:b-1@podo", "한강\\; 밤\\, 노래", "DTSTART:19700101T000000Z", "SEQUENCE:2");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("ATTENDEE"));
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    private static LetterRenderer renderer() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("mails");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new LetterRenderer(messages);
    }
}
