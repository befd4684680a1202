package podo.e2e.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;
import podo.e2e.access.Visit;
import tools.jackson.databind.JsonNode;

@OnRunningStack
class LeakIT {

    /** Where something of a fan has to be, and why. */
    private static final Map<Pattern, String> NEEDED = Map.of(
            Pattern.compile("(address|name) at table user\\.account"),
            "the account itself",
            Pattern.compile("address at table user\\.account_mail"),
            "where a link to this address was sent; deleted when the link has ended",
            Pattern.compile("(address|name) at table reservation\\.known_account(_term)?"),
            "organisers find an order by the name or address of its buyer",
            Pattern.compile("(access token|address|name|session) at redis podo:web:sessions:.*"),
            "the session of the pages: it keeps the token from the browser, and is found by its id",
            Pattern.compile("payment key at table payment\\..*"),
            "money is looked up at the bank by it",
            Pattern.compile("payment key at journal .*"),
            "the simulated bank's own record",
            Pattern.compile("payment key at topic podo\\.payment"),
            "the ledger's message names the bank's key");

    @Test
    void whatBelongsToAFanIsWrittenWhereItHasToBeAndNowhereElse() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String email = "leak-" + mark + "@e2e.podo.dev";
        String name = "Leonora " + mark;
        String password = "grapes-of-" + mark;
        Answer account = Api.open()
                .post("/api/users", Map.of("email", email, "password", password, "name", name))
                .has(201);
        Answer tokens = Api.open()
                .post("/api/tokens", Map.of("email", email, "password", password))
                .has(200);
        Api.open()
                .post("/api/tokens", Map.of("email", email, "password", "wrong-" + mark))
                .has(401);
        String access = tokens.string("accessToken");
        Fan fan =
                new Fan(account.json("id").asLong(), email, password, Api.open().as(access));
        Secrets secrets = new Secrets()
                .add("address", email)
                .add("name", name)
                .add("password", password)
                .add("wrong password", "wrong-" + mark)
                .add("access token", access)
                .add("refresh token", tokens.string("refreshToken"));
        visitPages(email, password, secrets);
        buy(fan, secrets);
        handOver(fan, secrets);

        assertThat(WrittenPlaces.areThere()).isTrue();
        // Redis writes its file once a second
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        List<Finding> found = new WrittenPlaces(secrets).search();
        assertThat(found)
                .as("the account's own row, so that the search is seen to find something")
                .contains(new Finding("address", "table user.account"));
        assertThat(found.stream()
                        .map(finding -> finding.what() + " at " + finding.where())
                        .filter(finding -> NEEDED.keySet().stream()
                                .noneMatch(needed -> needed.matcher(finding).matches())))
                .isEmpty();
    }

    /** The fans of all tests before have addresses at this host. */
    @Test
    void noLogAndNoMessageNamesAnAddressOfAnyTest() {
        assertThat(new WrittenPlaces(new Secrets().add("address", "@e2e.podo.dev"))
                        .search().stream()
                                .filter(finding -> finding.where().startsWith("log ")
                                        || finding.where().startsWith("topic ")))
                .isEmpty();
    }

    @Test
    void noTokenNamesItsFan() {
        Fan fan = Fan.fresh();
        String access = Api.open()
                .post("/api/tokens", Map.of("email", fan.email(), "password", fan.password()))
                .has(200)
                .string("accessToken");
        String pass = fan.enter(Show.onSale(1, 4).id());
        assertThat(List.of(claims(access), claims(pass)))
                .allSatisfy(claims -> assertThat(claims).contains("\"" + fan.id() + "\""))
                .allSatisfy(claims -> assertThat(claims).doesNotContain("@", "Minji"));
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static void visitPages(String email, String password, Secrets secrets) {
        Visit visit = new Visit(RunningStack.URL);
        visit.logIn(email, password);
        visit.get("/tickets");
        // the ids of the session and of the forms' token; a language is no secret
        visit.cookies().stream()
                .filter(cookie -> cookie.getValue().length() >= 16)
                .forEach(cookie -> secrets.add("cookie " + cookie.getName(), cookie.getValue()));
        visit.cookies().stream()
                .filter(cookie -> cookie.getName().matches("(__Host-)?PODO"))
                .forEach(cookie -> secrets.add(
                        "session", new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8)));
        assertThat(secrets.kinds()).as("at least one cookie").anyMatch(kind -> kind.startsWith("cookie "));
    }

    /** Makes a link, opens its page, and accepts it. */
    private static void handOver(Fan fan, Secrets secrets) {
        long ticket =
                fan.api().get("/api/tickets").has(200).json().get(0).path("id").asLong();
        String secret = fan.api()
                .post("/api/handovers", Map.of("ticketIds", List.of(ticket)))
                .has(201)
                .string("secret");
        secrets.add("link of a hand-over", secret);
        new Visit(RunningStack.URL).get("/handover/" + secret);
        Fan.fresh()
                .api()
                .post("/api/handovers/accept", Map.of("secret", secret))
                .has(200);
    }

    private static void buy(Fan fan, Secrets secrets) {
        Show show = Show.onSale(1, 4);
        String pass = fan.enter(show.id());
        secrets.add("entry pass", pass);
        String hold = fan.hold(show.id(), pass, fan.freeSeats(show.id()).subList(0, 1))
                .has(201)
                .string("holdId");
        Answer reservation =
                fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
        fan.pay(reservation).isOneOf(200, 202);
        JsonNode bought = fan.awaitStatus(reservation.string("id"), "CONFIRMED");
        assertThat(bought.path("status").asString()).isEqualTo("CONFIRMED");
    }
}
