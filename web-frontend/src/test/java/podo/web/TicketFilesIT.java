package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a fan takes along from the ticket page. */
@WebFrontendTest
class TicketFilesIT {

    @LocalServerPort
    int port;

    @BeforeEach
    void reset() {
        WebFrontendTest.SERVICES.reset();
    }

    @Test
    void thePdfComesInTheSizeThatWasAskedForUnderTheServicesName() {
        for (String size : List.of("a4", "phone")) {
            WebFrontendTest.SERVICES
                    .server()
                    .stubFor(get(urlPathEqualTo("/api/reservations/r-2/tickets.pdf"))
                            .withQueryParam("size", equalTo(size))
                            .willReturn(aResponse()
                                    .withHeader("Content-Type", "application/pdf")
                                    .withHeader(
                                            "Content-Disposition", "attachment; filename=\"%s.pdf\"".formatted(size))
                                    .withBody("%PDF of " + size)));
        }
        Browser fan = new Browser(port).loggedIn();

        assertThat(fan.get("/tickets").body())
                .contains(
                        "/tickets/r-2/tickets.pdf\"",
                        "PDF (A4)",
                        "/tickets/r-2/tickets.pdf?size=phone",
                        "PDF for the phone");
        assertThat(fan.get("/tickets/r-2/tickets.pdf").body()).isEqualTo("%PDF of a4");
        var phone = fan.get("/tickets/r-2/tickets.pdf?size=phone");
        assertThat(phone.body()).isEqualTo("%PDF of phone");
        assertThat(phone.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(phone.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"phone.pdf\"");
        assertThat(phone.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whereNoWalletIsConfiguredNoneIsOffered() {
        WebFrontendTest.SERVICES.refuse("GET", "/api/tickets/1/google-wallet", 404, "not-found", Map.of());
        WebFrontendTest.SERVICES.refuse("GET", "/api/tickets/1/apple-wallet.pkpass", 404, "not-found", Map.of());
        Browser fan = new Browser(port).loggedIn();

        assertThat(fan.get("/tickets").body())
                .contains("PODO-7K2M-91QF-1")
                .doesNotContain("/tickets/passes/", "Wallet");
        assertThat(fan.get("/tickets/passes/1/google").statusCode()).isEqualTo(404);
        assertThat(fan.get("/tickets/passes/1/apple.pkpass").statusCode()).isEqualTo(404);
        assertThat(fan.get("/tickets/passes/x/google").statusCode()).isEqualTo(404);
    }

    @Test
    void aTicketGoesIntoTheWalletsThatItNames() {
        WebFrontendTest.SERVICES.answer("GET", "/api/tickets", 200, List.of(withWallets("APPLE", "GOOGLE")));
        String save = "https://pay.google.com/gp/v/save/a.b.c";
        WebFrontendTest.SERVICES.answer("GET", "/api/tickets/1/google-wallet", 200, Map.of("saveUrl", save));
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlPathEqualTo("/api/tickets/1/apple-wallet.pkpass"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/vnd.apple.pkpass")
                                .withBody("a pass")));
        Browser fan = new Browser(port).loggedIn();

        assertThat(fan.get("/tickets").body())
                .contains(
                        "Add to Apple Wallet",
                        "/tickets/passes/1/apple.pkpass",
                        "Add to Google Wallet",
                        "/tickets/passes/1/google")
                .doesNotContain(save);
        var google = fan.get("/tickets/passes/1/google");
        assertThat(google.statusCode()).isEqualTo(303);
        assertThat(google.headers().firstValue("Location")).contains(save);
        assertThat(google.headers().firstValue("Cache-Control")).contains("no-store");
        var apple = fan.get("/tickets/passes/1/apple.pkpass");
        assertThat(apple.headers().firstValue("Content-Type")).contains("application/vnd.apple.pkpass");
        assertThat(apple.body()).isEqualTo("a pass");
    }

    private static Map<String, Object> withWallets(String... wallets) {
        Map<String, Object> ticket = new LinkedHashMap<>(FanStubs.ticket(1, 69, 9));
        ticket.put("wallets", List.of(wallets));
        return ticket;
    }
}
