package podo.reservation.booking;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** User, payment and notification over real HTTP: names of accounts, what happened to the money of an order, and its mails. */
final class NeighbourStub {

    private static final Map<Long, Map<String, Object>> NAMES = new ConcurrentHashMap<>();

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(new Names()));

    /** Answers the names of the accounts that are asked for and exist. */
    private static final class Names implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            Long[] asked = JsonMapper.shared().readValue(event.getRequest().getBodyAsString(), Long[].class);
            List<Map<String, Object>> names = Arrays.stream(asked)
                    .map(NAMES::get)
                    .filter(Objects::nonNull)
                    .toList();
            return okJson(JsonMapper.shared().writeValueAsString(names)).build();
        }

        @Override
        public String getName() {
            return "names";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }

    NeighbourStub() {
        server.start();
        answerNotFound(server);
        server.stubFor(post(urlPathEqualTo("/internal/accounts/names"))
                .willReturn(aResponse().withTransformers("names")));
        server.stubFor(get(urlPathMatching("/internal/orders/.*/history")).willReturn(okJson("[]")));
        server.stubFor(
                post(urlPathMatching("/internal/orders/.*/box-office-payment")).willReturn(okJson("{}")));
        server.stubFor(get(urlPathMatching("/internal/mails/orders/.*")).willReturn(okJson("[]")));
        server.stubFor(post(urlPathMatching("/internal/mails/orders/.*/again"))
                .willReturn(aResponse().withStatus(404)));
    }

    /** To what nothing answers, 404: else WireMock compares the request with every stub that there is, to name the most similar. */
    static void answerNotFound(WireMockServer server) {
        server.stubFor(any(anyUrl())
                .atPriority(Integer.MAX_VALUE)
                .willReturn(aResponse().withStatus(404)));
    }

    String url() {
        return server.baseUrl();
    }

    void name(long account, String name, String email) {
        NAMES.put(account, Map.of("id", account, "name", name, "email", email));
    }

    void delete(long account) {
        NAMES.remove(account);
    }

    void stubMoney(String orderId, String history) {
        server.stubFor(
                get(urlPathEqualTo("/internal/orders/" + orderId + "/history")).willReturn(okJson(history)));
    }

    /** What payment says of every sale at a box office from now on. */
    void stubBoxOfficePayments(int status) {
        server.stubFor(post(urlPathMatching("/internal/orders/.*/box-office-payment"))
                .willReturn(aResponse().withStatus(status)));
    }

    int boxOfficePayments(String orderId) {
        return server.findAll(postRequestedFor(urlPathEqualTo("/internal/orders/" + orderId + "/box-office-payment")))
                .size();
    }

    void stubMoneyUnavailable(String orderId) {
        server.stubFor(get(urlPathEqualTo("/internal/orders/" + orderId + "/history"))
                .willReturn(aResponse().withStatus(503)));
    }

    void stubMails(String orderId, String mails, long mailId) {
        server.stubFor(get(urlPathEqualTo("/internal/mails/orders/" + orderId)).willReturn(okJson(mails)));
        server.stubFor(post(urlPathEqualTo("/internal/mails/orders/" + orderId + "/" + mailId + "/again"))
                .willReturn(aResponse().withStatus(202)));
    }

    void stubMailsUnavailable(String orderId) {
        server.stubFor(get(urlPathEqualTo("/internal/mails/orders/" + orderId))
                .willReturn(aResponse().withStatus(503)));
        server.stubFor(post(urlPathMatching("/internal/mails/orders/" + orderId + "/.*/again"))
                .willReturn(aResponse().withStatus(503)));
    }

    int mailsSentAgain(String orderId) {
        return server.findAll(postRequestedFor(urlPathMatching("/internal/mails/orders/" + orderId + "/.*/again")))
                .size();
    }

    void stubLedger(long eventId, String ledger) {
        server.stubFor(
                get(urlPathEqualTo("/internal/events/" + eventId + "/ledger")).willReturn(okJson(ledger)));
    }
}
