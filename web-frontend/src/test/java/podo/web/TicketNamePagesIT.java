package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The names on tickets, as a fan and as an organiser sets them. */
@WebFrontendTest
class TicketNamePagesIT {

    private static final String OWN = "/tickets/r-2/names";
    private static final String ORDER = "/admin/orders/" + OrderStubs.ORDER + "/names";

    @LocalServerPort
    int port;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        WebFrontendTest.SERVICES.answer("PUT", "/api/tickets/names", 204, null);
        WebFrontendTest.SERVICES.answer("PUT", OrderStubs.PATH + "/names", 200, OrderStubs.order());
    }

    @Test
    void aFanNamesATicketAndItStandsOnIt() {
        Browser fan = new Browser(port).loggedIn();
        Map<String, Object> named = new HashMap<>(FanStubs.ticket(1, 69, 9));
        named.put("name", "김 <미나>");
        WebFrontendTest.SERVICES.answer("GET", "/api/tickets", 200, List.of(named, FanStubs.ticket(2, 70, 10)));

        assertThat(fan.get("/tickets").body()).contains("<dd dir=\"auto\">김 &lt;미나&gt;</dd>", OWN);
        assertThat(fan.get(OWN).body())
                .containsPattern("name=\"name-1\"\\s+value=\"김 &lt;미나&gt;\"")
                .containsPattern("name=\"name-2\"\\s+value=\"\"")
                .contains("Empty: ");
        HttpResponse<String> saved = fan.post(OWN, "name-1", " Ahn, Lee ", "name-2", "", "name-77", "nobody");
        assertThat(saved.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/tickets?named"));
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/tickets/names"))
                        .withRequestBody(matchingJsonPath("$.names[0][?(@.name == 'Ahn, Lee')]"))
                        .withRequestBody(matchingJsonPath("$.names[1][?(@.name == '')]"))
                        .withRequestBody(matchingJsonPath("$[?(@.names.length() == 2)]")));
        assertThat(fan.get("/tickets?named").body()).contains("Names saved.");
    }

    @Test
    void whatIsRefusedIsSaidAtItsFieldAndNothingTypedIsLost() {
        Browser fan = new Browser(port).loggedIn();
        fan.get(OWN);
        HttpResponse<String> tooLong = fan.post(OWN, "name-1", "x".repeat(101));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("id=\"name-1-wrong\"", "Too long: the limit is 100.", "x".repeat(101));

        WebFrontendTest.SERVICES.refuse("PUT", "/api/tickets/names", 409, "name-fixed", Map.of());
        HttpResponse<String> fixed = fan.post(OWN, "name-1", "김미나");
        assertThat(fixed.statusCode()).isEqualTo(409);
        assertThat(fixed.body()).contains("김미나");
    }

    @Test
    void theNameOfAUsedTicketIsOnlyShown() {
        Browser fan = new Browser(port).loggedIn();
        Map<String, Object> used = new HashMap<>(FanStubs.ticket(1, 69, 9));
        used.put("used", true);
        used.put("name", "김미나");
        WebFrontendTest.SERVICES.answer("GET", "/api/tickets", 200, List.of(used));

        assertThat(fan.get(OWN).body())
                .contains("김미나", "so its name stays")
                .doesNotContain("name=\"name-1\"", "Save names");
    }

    @Test
    void anOrganiserNamesTheTicketsOfAnOrder() {
        Browser organiser = new Browser(port).loggedIn();
        organiser.get("/admin");
        assertThat(organiser.get("/admin/orders/" + OrderStubs.ORDER).body()).contains("href=\"" + ORDER);
        assertThat(organiser.get(ORDER).body()).contains("name=\"name-1\"", "name=\"name-2\"", "Empty: Kim Seoyeon");
        HttpResponse<String> saved = organiser.post(ORDER, "name-1", "김미나", "name-2", "이서연");
        assertThat(saved.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("?done=names"));
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo(OrderStubs.PATH + "/names"))
                        .withRequestBody(matchingJsonPath("$.names[0][?(@.name == '김미나')]")));
        assertThat(organiser
                        .get("/admin/orders/" + OrderStubs.ORDER + "?done=names")
                        .body())
                .contains("Names saved.");
    }
}
