package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of an event's poster without scripts, and the posters of the other pages. */
@WebFrontendTest
class PosterPagesIT {

    private static final String PAGE = "/admin/events/20/poster";
    private static final String DIGEST = "0123456789abcdef0123456789abcdef";
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 13, 10, 45, 45, 0, 7};
    private static final int TWENTY_MEGABYTES = 20 << 20;

    @LocalServerPort
    int port;

    private Browser organiser;

    @BeforeEach
    void openThePage() {
        WebFrontendTest.SERVICES.reset();
        Map<String, Object> draft = new LinkedHashMap<>(OrganiserStubs.draft());
        draft.put("version", 7);
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, draft);
        WebFrontendTest.SERVICES.answer("PUT", "/api/events/20/poster", 200, draft);
        WebFrontendTest.SERVICES.answer("DELETE", "/api/events/20/poster", 200, draft);
        organiser = new Browser(port).loggedIn();
        organiser.get(PAGE);
    }

    private static Map<String, Object> withPoster(Map<String, Object> show) {
        Map<String, Object> event = new LinkedHashMap<>(show);
        String path = "/api/events/" + event.get("id") + "/posters/" + DIGEST;
        event.put("poster", Map.of("small", path + "-600.jpg", "large", path + "-1200.jpg"));
        return event;
    }

    private static String redirectOf(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static void verifyNothingWasSent() {
        WebFrontendTest.SERVICES.server().verify(0, putRequestedFor(urlPathEqualTo("/api/events/20/poster")));
    }

    @Test
    void thePictureIsSentWithTheVersionThatThePageShowed() {
        HttpResponse<String> page = organiser.get(PAGE);
        assertThat(page.body())
                .contains("enctype=\"multipart/form-data\"", "at most 8 MB", "name=\"version\" value=\"7\"")
                .contains("/posters/")
                .doesNotContain("id=\"remove\"");
        HttpResponse<String> sent = organiser.postFile(PAGE, PICTURE, "version", "7");
        assertThat(redirectOf(sent)).endsWith(PAGE + "?done=hung");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/20/poster?version=7"))
                        .withHeader("Content-Type", equalTo("application/octet-stream"))
                        .withHeader("Authorization", equalTo("Bearer access-1"))
                        .withRequestBody(binaryEqualTo(PICTURE)));
        assertThat(organiser.get(PAGE + "?done=hung").body()).contains("The new poster is on all pages.");
        assertThat(organiser.withLanguage("ko").get(PAGE).body())
                .contains("사진", "8MB")
                .doesNotContain("??");
    }

    @Test
    void withoutAPictureThePageAsksForOneAtTheField() {
        for (HttpResponse<String> answer :
                List.of(organiser.postFile(PAGE, new byte[0], "version", "7"), organiser.post(PAGE, "version", "7"))) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains(
                            "id=\"picture-wrong\">Please choose a picture.",
                            "href=\"#picture\"",
                            "aria-invalid=\"true\"");
        }
        verifyNothingWasSent();
    }

    @Test
    void twentyMegabytesAreRefusedAtTheFieldWhetherTheirLengthIsSaidOrNot() throws Exception {
        byte[] large = new byte[TWENTY_MEGABYTES];
        byte[] body = organiser.formWith(large, "version", "7");
        for (HttpRequest.BodyPublisher sender : List.of(
                HttpRequest.BodyPublishers.ofByteArray(body),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            HttpResponse<String> answer = organiser
                    .client()
                    .send(
                            organiser
                                    .request(PAGE)
                                    .header("Content-Type", "multipart/form-data; boundary=" + Browser.BOUNDARY)
                                    .POST(sender)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body())
                    .contains("id=\"picture-wrong\">The picture is larger than 8 MB.", "name=\"_csrf\"", "id=\"hang\"");
        }
        verifyNothingWasSent();
    }

    @Test
    void aFormThatIsDamagedIsAskedForAgain() throws Exception {
        HttpResponse<String> answer = organiser
                .client()
                .send(
                        organiser
                                .request(PAGE)
                                .header("Content-Type", "multipart/form-data; boundary=other")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(organiser.formWith(PICTURE)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("did not arrive whole");
        verifyNothingWasSent();
    }

    @Test
    void whatTheServiceSaysStandsAtTheField() {
        WebFrontendTest.SERVICES.refuse(
                "PUT",
                "/api/events/20/poster",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "picture", "message", "is no JPEG"))));
        HttpResponse<String> refused = organiser.postFile(PAGE, PICTURE, "version", "7");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"picture-wrong\">is no JPEG", "Picture: is no JPEG");

        WebFrontendTest.SERVICES.refuse(
                "PUT", "/api/events/20/poster", 413, "picture-too-large", Map.of("mostBytes", 8 << 20));
        assertThat(organiser.postFile(PAGE, PICTURE).body()).contains("id=\"picture-wrong\">The picture is larger");
    }

    @Test
    void theSecondOfTwoEditorsSeesThePosterOfTheFirst() {
        WebFrontendTest.SERVICES.refuse("PUT", "/api/events/20/poster", 409, "changed-meanwhile", Map.of("version", 8));
        Map<String, Object> changed = withPoster(OrganiserStubs.draft());
        changed.put("version", 8);
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, changed);
        HttpResponse<String> refused = organiser.postFile(PAGE, PICTURE, "version", "7");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("role=\"alert\"", "name=\"version\" value=\"8\"", "/posters/20-" + DIGEST + "-1200.jpg");
    }

    @Test
    void aPosterIsTakenDown() {
        Map<String, Object> event = withPoster(OrganiserStubs.draft());
        event.put("version", 7);
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, event);
        assertThat(organiser.get(PAGE).body()).contains("id=\"remove\"", "What fans see");
        assertThat(redirectOf(organiser.post(PAGE + "/remove", "version", "7"))).endsWith(PAGE + "?done=removed");
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlEqualTo("/api/events/20/poster?version=7")));
    }

    @Test
    void organisersAloneUpload() {
        Browser nobody = new Browser(port);
        nobody.get("/login");
        assertThat(redirectOf(nobody.postFile(PAGE, PICTURE))).startsWith("/login?unsent&to=%2Fadmin%2Fevents%2F20");
        assertThat(redirectOf(nobody.get(PAGE))).startsWith("/login?first");
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/users/me",
                200,
                Map.of("id", 8, "email", "f@podo.dev", "name", "F", "roles", List.of("FAN")));
        Browser fan = new Browser(port).loggedIn();
        fan.get("/");
        assertThat(fan.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(fan.postFile(PAGE, PICTURE).statusCode()).isIn(302, 303, 403);
        verifyNothingWasSent();
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() {
        organiser.forgetToken();
        assertThat(redirectOf(organiser.postFile(PAGE, PICTURE, "version", "7")))
                .endsWith(PAGE);
        verifyNothingWasSent();
    }

    @Test
    void formsWithFilesAreReadNowhereElse() {
        HttpResponse<String> answer = organiser.postFile("/admin/events/20", PICTURE, "title", "Taken");
        assertThat(answer.statusCode()).isBetween(300, 499);
        WebFrontendTest.SERVICES.server().verify(0, putRequestedFor(urlPathEqualTo("/api/events/20")));
    }

    @Test
    void pagesShowTheUploadedPosterFromMemory() {
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events/1",
                200,
                withPoster(FanStubs.shows(java.time.Instant.now()).getFirst()));
        String address = "/posters/1-" + DIGEST + "-1200.jpg";
        assertThat(new Browser(port).get("/events/1").body()).contains(address, "stagebg photo");
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlEqualTo("/api/events/1/posters/" + DIGEST + "-1200.jpg"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "image/jpeg")
                                .withBody(PICTURE)));
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> picture =
                    new Browser(port).accepting("image/*").get(address);
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(picture.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
            assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(picture.headers().allValues("Set-Cookie")).isEmpty();
        }
        WebFrontendTest.SERVICES
                .server()
                .verify(1, getRequestedFor(urlEqualTo("/api/events/1/posters/" + DIGEST + "-1200.jpg")));
        assertThat(new Browser(port)
                        .accepting("image/*")
                        .get(address.replace("1-0", "1-1"))
                        .statusCode())
                .isEqualTo(404);
        WebFrontendTest.SERVICES.server().verify(0, anyRequestedFor(urlEqualTo("/api/events/1/posters/../../users")));
    }

    @Test
    void aPosterThatTheServiceNamesElsewhereIsNotShown() {
        Map<String, Object> event =
                new LinkedHashMap<>(FanStubs.shows(java.time.Instant.now()).getFirst());
        event.put("poster", Map.of("small", "https://evil.example/x.jpg", "large", "//evil.example/x.jpg"));
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1", 200, event);
        assertThat(new Browser(port).get("/events/1").body())
                .doesNotContain("evil.example")
                .contains(".svg");
    }

    @Test
    void pagesOfABookingAreLedToThePosterOfItsEvent() {
        String address = "/posters/of/1/moon-1f.svg";
        HttpResponse<String> drawn = new Browser(port).accepting("image/*").get(address);
        assertThat(drawn.statusCode()).isEqualTo(302);
        assertThat(redirectOf(drawn)).endsWith("/posters/moon-1f.svg");
        assertThat(drawn.headers().firstValue("Cache-Control")).hasValue("max-age=60, public");
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events/1",
                200,
                withPoster(FanStubs.shows(java.time.Instant.now()).getFirst()));
        assertThat(redirectOf(new Browser(port).accepting("image/*").get(address)))
                .endsWith("/posters/1-" + DIGEST + "-600.jpg");
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/1", 404, "not-found", Map.of());
        assertThat(redirectOf(new Browser(port).accepting("image/*").get(address)))
                .endsWith("/posters/moon-1f.svg");
        assertThat(organiser.get("/tickets").body()).contains("/posters/of/");
    }
}
