package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import podo.web.catalogue.CachedCatalogue;
import tools.jackson.databind.json.JsonMapper;

/** Home and event page of those who are logged in are rendered once for all of them; what is a person's is that person's alone. */
@WebFrontendTest
@ContextConfiguration(initializers = PersonalPagesIT.KeptForLong.class)
class PersonalPagesIT {

    private static final int READS = 40;

    static final class KeptForLong implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new WebFrontendTest.Start().initialize(context);
            TestPropertyValues.of("podo.web.catalogue-kept=1h", "podo.web.pages-kept=1h")
                    .applyTo(context);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    CachedCatalogue catalogue;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        catalogue.clear();
    }

    @Test
    void manyFansAtOnceEachSeeTheirOwnNameNumberAndFormToken() throws Exception {
        List<Browser> fans = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            fans.add(logIn(70 + i, "Fan <Nr> " + i, false));
        }
        WebFrontendTest.SERVICES.server().resetRequests();
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> reads = new ArrayList<>();
            for (int i = 0; i < READS; i++) {
                int fan = i % 4;
                reads.add(() ->
                        fans.get(fan).get(fan % 2 == 0 ? "/" : "/events/1").body());
            }
            List<Future<String>> pages = tabs.invokeAll(reads);
            for (int i = 0; i < READS; i++) {
                String own = "title=\"Fan &lt;Nr&gt; " + i % 4 + "\"";
                assertThat(pages.get(i).get())
                        .contains(own, "data-account=\"" + (70 + i % 4) + "\"")
                        .containsOnlyOnce("title=\"Fan ")
                        .containsOnlyOnce("name=\"_csrf\"")
                        .containsPattern("name=\"_for\" value=\"" + (70 + i % 4) + "\"");
            }
        }
        // rendered once, not forty times
        WebFrontendTest.SERVICES.server().verify(1, getRequestedFor(urlPathEqualTo("/api/events")));
        WebFrontendTest.SERVICES.server().verify(1, getRequestedFor(urlPathEqualTo("/api/events/1")));
        for (Browser fan : fans) {
            fan.get("/");
            assertThat(fan.post("/logout").statusCode()).isEqualTo(302);
            assertThat(fan.get("/tickets").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void nobodyWithoutASessionSeesAPageOfAFanOrTheOtherWayRound() {
        Browser fan = logIn(70, "Fan One", false);
        Browser anybody = new Browser(port);
        for (int i = 0; i < 2; i++) {
            for (String path : List.of("/", "/events/1")) {
                HttpResponse<String> personal = fan.get(path);
                assertThat(personal.body()).contains("Fan One").doesNotContain("/login?to");
                assertThat(personal.headers().firstValue("Cache-Control").orElse(""))
                        .contains("no-store");
                HttpResponse<String> shared = anybody.get(path);
                assertThat(shared.body()).contains("/login?to").doesNotContain("Fan One", "_csrf");
                assertThat(shared.headers().firstValue("Cache-Control").orElse(""))
                        .isEqualTo("public, max-age=1, stale-while-revalidate=1");
                assertThat(shared.headers().map()).doesNotContainKey("set-cookie");
            }
        }
    }

    @Test
    void theOrganisersLinkIsTheOrganisersOnly() {
        Browser organiser = logIn(80, "Organiser", true);
        Browser fan = logIn(70, "Fan One", false);
        for (int i = 0; i < 2; i++) {
            assertThat(organiser.get("/events/1").body()).contains("href=\"/admin\"");
            assertThat(fan.get("/events/1").body()).doesNotContain("href=\"/admin\"");
        }
    }

    @Test
    void aDraftIsKeptForNobody() {
        Map<String, Object> draft =
                new LinkedHashMap<>(FanStubs.shows(Instant.now()).getFirst());
        draft.put("id", 2000);
        draft.put("status", "DRAFT");
        draft.put("title", "Secret Show");
        Browser owner = logIn(80, "Owner", true);
        Browser other = logIn(81, "Other", true);
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlPathEqualTo("/api/events/2000"))
                        .withHeader("Authorization", containing("access-80"))
                        .atPriority(1)
                        .willReturn(okJson(new JsonMapper().writeValueAsString(draft))));
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> own = owner.get("/events/2000");
            assertThat(own.body()).contains("Secret Show", "title=\"Owner\"");
            HttpResponse<String> others = other.get("/events/2000");
            assertThat(others.statusCode()).isEqualTo(404);
            assertThat(others.body()).doesNotContain("Secret Show");
        }
    }

    @Test
    void anOrganisersChangeIsSeenAtOnce() {
        Browser fan = logIn(70, "Fan One", false);
        assertThat(fan.get("/events/1").body()).contains("Moonrise Tour");
        Map<String, Object> changed =
                new LinkedHashMap<>(FanStubs.shows(Instant.now()).getFirst());
        changed.put("title", "Sunrise Tour");
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1", 200, changed);
        assertThat(fan.get("/events/1").body()).contains("Moonrise Tour");
        catalogue.clear();
        assertThat(fan.get("/events/1").body()).contains("Sunrise Tour").doesNotContain("Moonrise Tour");
    }

    @Test
    void compressedAndPlainAreTheSamePage() throws Exception {
        Browser fan = logIn(70, "Fan One", false);
        for (String path : List.of("/", "/events/1", "/?page=1")) {
            fan.get(path);
            HttpResponse<byte[]> packed = fan.client()
                    .send(
                            fan.request(path).header("Accept-Encoding", "gzip").build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(withoutToken(unpacked(packed.body())))
                    .isEqualTo(withoutToken(fan.get(path).body()));
        }
    }

    @Test
    void aPageOfOneFanComesWholeAndCompressed() throws Exception {
        Browser fan = logIn(70, "Fan One", false);
        for (String path : List.of("/tickets", "/events/2/queue")) {
            HttpResponse<byte[]> packed = fan.client()
                    .send(
                            fan.request(path).header("Accept-Encoding", "gzip").build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(packed.headers().firstValueAsLong("Content-Length")).hasValue(packed.body().length);
            assertThat(packed.headers().allValues("Vary").toString()).contains("Accept-Encoding");
            assertThat(packed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            HttpResponse<String> plain = fan.get(path);
            assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(withoutToken(unpacked(packed.body()))).isEqualTo(withoutToken(plain.body()));
        }
    }

    @Test
    void whatFailsIsNotKept() {
        Browser fan = logIn(70, "Fan One", false);
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/1", 503, "unavailable", Map.of());
        HttpResponse<String> outage = fan.get("/events/1");
        assertThat(outage.statusCode()).isEqualTo(503);
        assertThat(outage.body()).contains("One moment, please", "Fan One");
        WebFrontendTest.SERVICES.reset();
        assertThat(fan.get("/events/1").body()).contains("Moonrise Tour", "Fan One");
    }

    @Test
    void inAnotherLanguageItIsAnotherPage() {
        Browser fan = logIn(70, "Fan One", false);
        assertThat(fan.get("/").body()).contains("lang=\"en\"");
        assertThat(fan.get("/?lang=ko").body()).contains("lang=\"ko\"");
        assertThat(fan.get("/").body()).contains("lang=\"ko\"", "Fan One");
    }

    private Browser logIn(long id, String name, boolean organiser) {
        WebFrontendTest.SERVICES.answer("GET", "/api/teams", 200, List.of());
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/tokens",
                200,
                Map.of("accessToken", "access-" + id, "refreshToken", "refresh-" + id, "expiresIn", 900));
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/users/me",
                200,
                Map.of(
                        "id",
                        id,
                        "email",
                        "f" + id + "@podo.dev",
                        "name",
                        name,
                        "roles",
                        organiser ? List.of("FAN", "ORGANISER") : List.of("FAN")));
        return new Browser(port).loggedIn();
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("data-now=\"\\d+\"", "")
                .replaceAll("id=\"updated\">[\\d:]+<", "");
    }

    private static String unpacked(byte[] gzip) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
