package podo.tosssimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SimulatorTest
class PaymentWindowTest {

    @LocalServerPort
    int port;

    String order = ShopClient.newOrderId();

    @Test
    void theBuyerSeesOrderAndAmountInTheirLanguage() throws Exception {
        String visit = "/window?clientKey=test_ck_podo&orderId=" + order + "&amount=132000&orderName=Moonrise";

        String english = get(visit + "&lang=en").body();
        String korean = get(visit + "&lang=ko").body();

        assertThat(english).contains("₩132,000", "Moonrise", "This is a simulator", "lang=\"en\"");
        assertThat(korean).contains("₩132,000", "시뮬레이터입니다", "lang=\"ko\"");
        assertThat(english + korean).doesNotContain("<script", "??");
    }

    @Test
    void payingSendsTheBuyerBackWithAPaymentKey() throws Exception {
        HttpResponse<String> left = post("outcome=APPROVE&amount=1000&orderId=" + order);

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.headers().firstValue("Location").orElseThrow())
                .startsWith("http://localhost:8080/payments/success?paymentType=NORMAL&amount=1000&orderId=" + order
                        + "&paymentKey=sim_");
    }

    @Test
    void closingSendsTheBuyerBackWithoutAnOrder() throws Exception {
        HttpResponse<String> left = post("outcome=CLOSE&amount=1000&orderId=" + order);

        assertThat(left.headers().firstValue("Location").orElseThrow())
                .startsWith("http://localhost:8080/payments/fail?code=PAY_PROCESS_CANCELED&message=")
                .doesNotContain("orderId");
    }

    @Test
    void theWindowIsNoOpenRedirect() throws Exception {
        HttpResponse<String> left =
                post("outcome=APPROVE&amount=1000&orderId=" + order + "&successUrl=https://evil.example/x");

        assertThat(left.statusCode()).isEqualTo(400);
        assertThat(left.headers().firstValue("Location")).isEmpty();
        assertThat(post("outcome=APPROVE&amount=1000&orderId=" + order + "&successUrl=//evil.example")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anInvalidWindowRequestIs400() throws Exception {
        assertThat(get("/window?orderId=x&amount=1").statusCode()).isEqualTo(400);
        assertThat(get("/window?orderId=" + order + "&amount=-1").statusCode()).isEqualTo(400);
    }

    @Test
    void theFaultPanelIsAPageToo() throws Exception {
        HttpRequest panel = HttpRequest.newBuilder(at("/simulator/faults"))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .build();
        assertThat(send(panel).body()).contains("<form", "LOST_AFTER").doesNotContain("??");

        String fault =
                "kind=ERROR_AFTER&call=CANCEL&orderId=" + order + "&count=3&percent=20&status=503&code=COMMON_ERROR";
        assertThat(post("/simulator/faults", fault).statusCode()).isEqualTo(302);
        assertThat(send(panel).body()).contains(order, "ERROR_AFTER", "20 %");
        assertThat(post("/simulator/faults/heal", "").statusCode()).isEqualTo(302);
        assertThat(send(panel).body()).doesNotContain(order);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    private HttpResponse<String> post(String form) throws Exception {
        return post("/window", form);
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
