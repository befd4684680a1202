package podo.web;

import java.util.List;
import java.util.Map;

/** Canned responses of {@link FakeServices} for teams: the account 7 owns one, and views another. */
final class TeamStubs {

    private static final String WHEN = "2026-11-29T10:00:00Z";

    private TeamStubs() {}

    static void stub(FakeServices services) {
        stubWebhooks(services);
        List<Map<String, Object>> mine = List.of(
                Map.of("teamId", 7, "team", "Hangang Stage", "role", "OWNER"),
                Map.of("teamId", 8, "team", "Namsan Stage", "role", "VIEWER", "events", List.of(6)));
        services.answer("GET", "/api/teams", 200, mine);
        services.answer("GET", "/internal/accounts/7/memberships", 200, mine);
        services.answer("GET", "/internal/accounts/8/memberships", 200, List.of());
        services.answer("GET", "/api/teams/7", 200, team("Lee Jiwoo", "jiwoo@podo.dev"));
        services.answer("PUT", "/api/teams/7", 200, Map.of());
        services.answer("POST", "/api/teams/7/invitations", 201, Map.of());
        services.answer("DELETE", "/api/teams/7/invitations/3", 204, null);
        services.answer("PUT", "/api/teams/7/members/9", 200, Map.of());
        services.answer("DELETE", "/api/teams/7/members/9", 204, null);
        services.answer("POST", "/api/teams/7/owner", 204, null);
        services.answer(
                "GET",
                "/api/teams/7/keys",
                200,
                List.of(key(21, "Accounts", "2099-01-01T00:00:00Z"), key(20, "Old one", WHEN)));
        services.answer(
                "POST",
                "/api/teams/7/keys",
                201,
                Map.of("id", 22, "key", "podo_" + "x".repeat(46), "endsAt", "2099-01-01T00:00:00Z"));
        services.answer("DELETE", "/api/teams/7/keys/21", 204, null);
        services.answer(
                "POST",
                "/api/teams/invitations/look",
                200,
                Map.of("team", "Namsan Stage", "role", "FINANCE", "forCaller", true));
        services.answer("POST", "/api/teams/invitations/accept", 200, Map.of("teamId", 8));
        services.answer("GET", "/api/organiser/log", 200, List.of(entry("Kim Seoyeon", "Moonlight Tour", "=1+1")));
    }

    private static void stubWebhooks(FakeServices services) {
        String hooks = "/api/teams/7/webhooks";
        services.answer(
                "GET",
                hooks,
                200,
                List.of(
                        hook(31, "https://example.com/hooks/" + "podo".repeat(20), "ON"),
                        hook(32, "https://example.com/old", "GONE")));
        services.answer("POST", hooks, 201, Map.of("id", 33, "secret", "whsec_" + "s".repeat(32)));
        services.answer("PUT", hooks + "/31", 200, Map.of());
        services.answer("DELETE", hooks + "/31", 204, null);
        services.answer("POST", hooks + "/31/secret", 200, Map.of("id", 31, "secret", "whsec_" + "t".repeat(32)));
        services.answer("POST", hooks + "/31/test", 202, null);
        services.answer("POST", hooks + "/31/messages/41/again", 202, null);
        services.answer("GET", hooks + "/31/messages", 200, List.of(sent(42, "DUE"), sent(41, "FAILED")));
        services.answer("GET", hooks + "/32/messages", 200, List.of());
    }

    private static Map<String, Object> hook(long id, String url, String state) {
        return Map.of(
                "id",
                id,
                "url",
                url,
                "types",
                List.of("order.paid", "event.changed"),
                "state",
                state,
                "oldSecretUntil",
                WHEN,
                "madeAt",
                WHEN);
    }

    private static Map<String, Object> sent(long id, String state) {
        return Map.of(
                "id",
                id,
                "messageId",
                "msg_" + "0123456789abcdef".repeat(2),
                "type",
                "order.paid",
                "state",
                state,
                "body",
                "{\"type\":\"order.paid\",\"data\":{\"orderId\":\"podo-" + "x".repeat(40) + "\"}}",
                "madeAt",
                WHEN,
                "nextTryAt",
                WHEN,
                "tries",
                List.of(
                        Map.of("at", WHEN, "millis", 31, "status", 500, "answer", "<h1>Server & error</h1>"),
                        Map.of("at", WHEN, "millis", 15_000, "problem", "timeout")));
    }

    private static Map<String, Object> key(long id, String name, String end) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "start",
                "podo_ab12",
                "scopes",
                List.of("events:read", "orders:read"),
                "madeAt",
                "2025-11-29T10:00:00Z",
                "endsAt",
                end);
    }

    static Map<String, Object> team(String name, String email) {
        return Map.of(
                "id",
                7,
                "name",
                "Hangang Stage",
                "members",
                List.of(
                        Map.of(
                                "accountId",
                                7,
                                "name",
                                "Kim Seoyeon",
                                "email",
                                "fan@podo.dev",
                                "role",
                                "OWNER",
                                "since",
                                WHEN),
                        Map.of(
                                "accountId",
                                9,
                                "name",
                                name,
                                "email",
                                email,
                                "role",
                                "DOOR",
                                "events",
                                List.of(6),
                                "since",
                                WHEN)),
                "invitations",
                List.of(Map.of("id", 3, "email", email, "role", "BOX_OFFICE", "endsAt", WHEN)));
    }

    static Map<String, Object> entry(String name, String event, String detail) {
        return Map.of(
                "id",
                11,
                "at",
                WHEN,
                "by",
                7,
                "name",
                name,
                "what",
                "ROLE_CHANGED",
                "eventId",
                1,
                "event",
                event,
                "member",
                name,
                "detail",
                Map.of("role", detail));
    }
}
