package podo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import podo.notification.MailNeighbours.Order;
import podo.notification.facts.AccountMailFacts;
import podo.notification.letter.Letter;
import podo.notification.letter.Letters;
import podo.notification.queue.MailKind;
import podo.notification.queue.QueuedMail;
import podo.starter.edge.PublicUrl;

/** Every kind of mail in both languages: as HTML and text, for the dark too, small, and with nothing in it that is not its reader's. */
class EveryMailIT extends NotificationIT {

    /** Mails that go to somebody else than the one who paid. */
    private static final Set<MailKind> TO_HOLDERS = EnumSet.of(
            MailKind.HANDOVER_RECEIVED, MailKind.HELD_MOVED, MailKind.HELD_ENDED, MailKind.HELD_SHOW_CHANGED);

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");
    private static final String FREE_UNTIL =
            Instant.now().plus(Duration.ofDays(3)).toString();

    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    /** Of the stand-ins. */
    private static final Pattern NAMES = Pattern.compile("달오름 투어|한강홀|민지");

    @Autowired
    Letters letters;

    @Autowired
    PublicUrl site;

    static Stream<Arguments> kinds() {
        return Stream.of("ko", "en")
                .flatMap(language -> Stream.concat(
                        Stream.of(MailKind.values())
                                .filter(kind -> kind != MailKind.ACCOUNT)
                                .map(kind -> Arguments.of(language, kind, null)),
                        Stream.of(AccountMailFacts.Kind.values())
                                .map(about -> Arguments.of(language, MailKind.ACCOUNT, about))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isWholeInBothLanguagesAndSaysNothingThatIsNotItsReaders(
            String language, MailKind kind, AccountMailFacts.Kind about) {
        Order payer = order("Kim Seoyeon", language, kind);
        Order reader = TO_HOLDERS.contains(kind) ? order("Park Jihun", language, kind) : payer;

        Letter letter = letters.write(mail(kind, about, payer, reader)).orElseThrow();

        assertThat(letter.to().email()).isEqualTo(reader.email);
        String all = letter.subject() + letter.text() + letter.html();
        assertThat(all).doesNotContain("??", "{0}", "{1}", " th:", "null").doesNotContainPattern("\\bmail\\.[a-z]");
        assertThat(letter.subject()).isNotBlank().hasSizeLessThan(120);
        assertThat(letter.text()).contains(reader.name).doesNotContain("<", "&lt;");
        assertThat(letter.html())
                .contains(
                        "lang=\"" + language + "\"", "prefers-color-scheme: dark", "name=\"color-scheme\"", reader.name)
                .doesNotContain("<script", "<img", "http-equiv");
        assertThat(HANGUL.matcher(NAMES.matcher(letter.text()).replaceAll("")).find())
                .isEqualTo(language.equals("ko"));
        assertThat(letter.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
        assertThat(letter.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
        assertThat(ADDRESS.matcher(letter.html()).results().map(found -> found.group()))
                .as("links lead to the site alone")
                .isNotEmpty()
                .allMatch(address -> address.startsWith(site.address("/")));
        assertThat(ADDRESS.matcher(letter.text()).results().map(found -> found.group()))
                .isNotEmpty();
        if (reader != payer) {
            assertThat(all).doesNotContain("₩", payer.orderId, payer.email);
            if (kind != MailKind.HANDOVER_RECEIVED) {
                assertThat(all).doesNotContain(payer.name);
            }
        }
    }

    private static Order order(String name, String language, MailKind kind) {
        Order order = neighbours.order();
        order.name = name;
        order.language = language;
        order.title = "Moonrise Tour";
        order.venue = "Hangang Hall";
        order.doorsAt = "2026-12-12T09:00:00Z";
        order.status = switch (kind) {
            case CHECKING -> "CHECKING";
            case CHECK_FAILED -> "EXPIRED";
            case SHOW_CANCELLED -> "CANCELLED";
            default -> "CONFIRMED";
        };
        order.endedBecause = kind == MailKind.SHOW_CANCELLED ? "EVENT_CANCELLED" : null;
        order.handedOver = kind == MailKind.HELD_SHOW_CHANGED ? order.seatIds() : List.of();
        order.moves = MailNeighbours.movedFromTheFirstRow(order.orderId, order);
        order.changes = List.of(Map.of(
                "id",
                17,
                "fields",
                List.of(Map.of("name", "startsAt", "before", "2026-12-12T10:00:00Z", "after", "2026-12-12T12:00:00Z")),
                "note",
                "It rains.",
                "freeUntil",
                FREE_UNTIL));
        return order;
    }

    private static QueuedMail mail(MailKind kind, AccountMailFacts.Kind about, Order payer, Order reader) {
        String subject = switch (kind) {
            case ACCOUNT -> about + ":" + payer.orderId;
            case SEATS_CAME_BACK -> "42";
            default -> payer.orderId;
        };
        String id = switch (kind) {
            case HANDED_OVER -> neighbours.handOver(payer, neighbours.order());
            case HANDOVER_RECEIVED -> neighbours.handOver(payer, reader);
            case SHOW_CHANGED, HELD_SHOW_CHANGED -> "17:" + payer.orderId;
            default -> payer.orderId;
        };
        return new QueuedMail(
                1,
                kind.keyOf(id),
                kind,
                subject,
                reader.fanId,
                132_000L,
                List.of(payer.seatIds().getFirst()),
                1,
                0,
                Instant.now());
    }
}
