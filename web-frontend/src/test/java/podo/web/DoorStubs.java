package podo.web;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import podo.starter.signature.Ed25519;

/** The door of event 6, which begins in an hour: tickets 1 to 3, of which 3 was cancelled; two of each order. */
final class DoorStubs {

    private static final KeyPair KEYS = Ed25519.keyPair(new byte[32]);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** How long after its start the list of the event names who holds the tickets. */
    static Duration namesAfter = Duration.ofHours(12);

    private DoorStubs() {}

    static void stub(FakeServices services) {
        services.answer("GET", "/api/checkins/events", 200, List.of(event()));
        summary(services, "1");
        services.answer(
                "GET",
                "/api/ticket-keys",
                200,
                Map.of(
                        "keys",
                        List.of(Map.of(
                                "kty",
                                "OKP",
                                "crv",
                                "Ed25519",
                                "kid",
                                "test",
                                "x",
                                BASE64.encodeToString(Ed25519.bytes(KEYS.getPublic()))))));
        list(services, 3);
    }

    /** @param version of the list, of which {@link #list} has number 1 */
    static void summary(FakeServices services, String version) {
        services.answer(
                "GET",
                "/api/checkins/events/6/summary",
                200,
                Map.of(
                        "event",
                        event(),
                        "at",
                        Instant.now().toString(),
                        "version",
                        version,
                        "valid",
                        1234,
                        "admitted",
                        567,
                        "gates",
                        List.of(Map.of("gate", "North", "admitted", 567)),
                        "conflicts",
                        List.of()));
    }

    /** Tickets 1 to {@code count}; every third was cancelled. */
    static void list(FakeServices services, int count) {
        list(services, count, "1", Duration.ZERO);
    }

    /** @param age how long ago the server made it */
    static void list(FakeServices services, int count, String version, Duration age) {
        services.answer(
                "GET",
                "/api/checkins/events/6",
                200,
                Map.of(
                        "event",
                        event(),
                        "at",
                        Instant.now().minus(age).toString(),
                        "version",
                        version,
                        "tickets",
                        IntStream.rangeClosed(1, count)
                                .mapToObj(DoorStubs::ticket)
                                .toList(),
                        "holders",
                        IntStream.rangeClosed(0, count / 2)
                                .mapToObj(order -> Map.of("order", "podo-%05dx".formatted(order), "name", name(order)))
                                .toList()));
    }

    static String code(long event, int ticket, int generation) {
        return code(KEYS, event, ticket, generation);
    }

    static String foreignCode(long event, int ticket) {
        byte[] secret = new byte[32];
        secret[0] = 1;
        return code(Ed25519.keyPair(secret), event, ticket, 0);
    }

    private static String code(KeyPair keys, long event, int ticket, int generation) {
        String payload = "{\"k\":\"test\",\"e\":%d,\"s\":%d,\"t\":%d,\"g\":%d}"
                .formatted(event, 6_000_000 + ticket, ticket, generation);
        String content = "PODO1." + BASE64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return content + "."
                + BASE64.encodeToString(Ed25519.sign(keys.getPrivate(), content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Map<String, Object> event() {
        Instant start = Instant.now().plus(Duration.ofHours(1));
        return Map.of(
                "id",
                6,
                "title",
                "First Snow Ballet",
                "venue",
                "Namsan Theatre",
                "startsAt",
                start.toString(),
                "doorsOpenAt",
                start.minus(Duration.ofHours(12)).toString(),
                "namesUntil",
                start.plus(namesAfter).toString(),
                "cancelled",
                false);
    }

    private static String name(int order) {
        return order == 0 ? "박지훈" : "Fan " + order;
    }

    private static Map<String, Object> ticket(int id) {
        boolean cancelled = id % 3 == 0;
        return Map.of(
                "id",
                id,
                "generation",
                cancelled ? 1 : 0,
                "state",
                cancelled ? "REFUNDED" : "VALID",
                "section",
                "Floor",
                "row",
                Integer.toString(id / 50 + 1),
                "number",
                id % 50 + 1,
                "grade",
                "R",
                "typed",
                "digest-" + id,
                "holder",
                (id - 1) / 2);
    }
}
