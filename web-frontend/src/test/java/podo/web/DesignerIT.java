package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The designer of seat plans, drawn by its script and without scripts. */
@WebFrontendTest
class DesignerIT {

    private static final String SAVED_X = "return document.querySelector('#section-form [name=x]').value";

    @LocalServerPort
    int port;

    private Browser organiser;

    @BeforeEach
    void logIn() {
        WebFrontendTest.SERVICES.reset();
        organiser = new Browser(port).loggedIn();
    }

    @Test
    void aSectionIsAddedWithoutScripts() {
        organiser.get("/admin/venues/1/plan");
        var added = organiser.post(
                "/admin/venues/1/plan/sections",
                "name",
                "Balcony",
                "rows",
                "2",
                "seatsPerRow",
                "30",
                "curve",
                "5",
                "numbering",
                "MIDDLE");
        assertThat(added.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/admin/venues/1/plan?done=added"));
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/venues/1/sections"))
                        .withRequestBody(matchingJsonPath(
                                "$.sections[0][?(@.name == 'Balcony' && @.rows == 2 && @.curve == '5')]")));
    }

    @Test
    void aRefusedSectionIsShownAgainAsItWasTyped() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/venues/1/sections",
                400,
                "invalid",
                Map.of(
                        "fields",
                        java.util.List.of(
                                Map.of("field", "sections[0].seatsPerRow", "message", "must be at most 300"))));
        organiser.get("/admin/venues/1/plan");
        var refused =
                organiser.post("/admin/venues/1/plan/sections", "name", "Balcony", "rows", "2", "seatsPerRow", "900");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("must be at most 300")
                .contains("value=\"900\"")
                .contains("id=\"seatsPerRow-wrong\"");
    }

    @Test
    void aPlanIsDownloaded() {
        var json = organiser.get("/admin/venues/1/plan.json");
        assertThat(json.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"venue-1.json\"");
        assertThat(json.body()).contains("\"rotation\":15");
    }

    @Nested
    @EnabledIf("podo.web.Chromium#isInstalled")
    class Drawn {

        private Chromium page;

        @BeforeEach
        void open() {
            page = Chromium.withSessionOf(organiser, port).width(1280);
            page.open("/admin/venues/1/plan").waitFor("#designer[data-ready]");
        }

        @AfterEach
        void close(TestInfo test) throws IOException {
            page.saveScreenshot("designer-" + test.getTestMethod().orElseThrow().getName());
            page.run("window.onbeforeunload = null");
            page.close();
        }

        private void chooseFloor() {
            page.click("#section-list button");
            page.waitFor("#section-form [name=x]");
        }

        @Test
        void seatsAreDrawnInTheirGrades() {
            assertThat(page.run("return document.querySelectorAll('#sheet .d-section .m-free').length"))
                    .isEqualTo(2L);
            assertThat(page.run("return document.querySelectorAll('#sheet .m-stage').length"))
                    .isEqualTo(1L);
            page.waitFor("#no-faults");
        }

        @Test
        void theKeyboardMovesASectionAndUndoBringsItBack() {
            chooseFloor();
            page.waitFor("#board").sendKeys(Keys.ARROW_RIGHT, Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
            await().untilAsserted(() -> assertThat(page.run(SAVED_X)).isEqualTo("55"));
            page.waitFor("#unsaved");
            page.waitFor("#board").sendKeys(Keys.chord(Keys.CONTROL, "z"), Keys.chord(Keys.CONTROL, "z"));
            await().untilAsserted(() -> assertThat(page.run(SAVED_X)).isEqualTo("0"));
            page.click("#redo");
            await().untilAsserted(() -> assertThat(page.run(SAVED_X)).isEqualTo("5"));
        }

        @Test
        void theMouseMovesASection() {
            Object at = page.run("const b = document.querySelector('#sheet .d-section path').getBoundingClientRect();"
                    + "return [b.x + b.width * .1, b.y + b.height * .5]");
            assertThat(at).isNotNull();
            var point = (java.util.List<?>) at;
            double x = ((Number) point.get(0)).doubleValue();
            double y = ((Number) point.get(1)).doubleValue();
            mouse("mousePressed", x, y);
            mouse("mouseMoved", x + 40, y);
            mouse("mouseMoved", x + 80, y);
            mouse("mouseReleased", x + 80, y);
            await().untilAsserted(() -> assertThat(Double.parseDouble(String.valueOf(page.run(SAVED_X))))
                    .isGreaterThan(5));
        }

        private void mouse(String type, double x, double y) {
            page.driver()
                    .executeCdpCommand(
                            "Input.dispatchMouseEvent",
                            Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
        }

        @Test
        void whatIsSavedNamesTheVersionThatWasOpened() {
            chooseFloor();
            page.run(
                    "const f = document.querySelector('#section-form [name=curve]'); f.value = '4'; f.dispatchEvent(new Event('change', {bubbles: true}))");
            page.click("#save");
            await().untilAsserted(() -> WebFrontendTest.SERVICES
                    .server()
                    .verify(putRequestedFor(urlPathEqualTo("/api/venues/1"))
                            .withRequestBody(matchingJsonPath("$[?(@.version == 3 && @.name == 'Hangang Hall')]"))
                            .withRequestBody(matchingJsonPath("$.plan.sections[?(@.curve == 4)]"))));
            await().until(() -> !page.driver().findElement(By.id("unsaved")).isDisplayed());
        }

        @Test
        void theSecondOfTwoEditorsIsToldAndKeepsTheDrawing() {
            WebFrontendTest.SERVICES.refuse("PUT", "/api/venues/1", 409, "plan-changed", Map.of("version", 7));
            chooseFloor();
            page.click("#duplicate");
            page.click("#save");
            page.waitFor("#conflict");
            assertThat(page.texts("#section-list button")).containsExactly("Floor", "Floor 2");
            WebFrontendTest.SERVICES.answer("PUT", "/api/venues/1", 200, OrganiserStubs.HALL);
            page.click("#save-anyway");
            await().untilAsserted(() -> WebFrontendTest.SERVICES
                    .server()
                    .verify(putRequestedFor(urlPathEqualTo("/api/venues/1"))
                            .withRequestBody(matchingJsonPath("$[?(@.version == 7)]"))));
        }

        @Test
        void aFaultIsNamedWhileItIsDrawn() {
            chooseFloor();
            page.click("#row-list [data-act=choose]");
            page.waitFor("#seats-form");
            page.click("#seats-form [data-set=grade]");
            page.waitFor("#no-faults");
            page.run("document.getElementById('seat-numbers').value = '1'");
            page.click("#row-list [data-act=choose]");
            page.waitFor("#one-seat");
            page.run("document.querySelector('#seats-form [name=grade]').value = 'VIP'");
            page.click("#seats-form [data-set=grade]");
            await().untilAsserted(() -> assertThat(page.texts("#faults li"))
                    .singleElement()
                    .asString()
                    .contains("seat 2 has no grade"));
        }

        @Test
        void aSectionIsGeneratedInThePageAndNotSent() {
            page.run(
                    "for (const [name, value] of Object.entries({ name: 'Balcony', rows: '2', seatsPerRow: '6', grade: 'S' }))"
                            + " document.querySelector(`#generate [name=${name}]`).value = value");
            page.click("#generate button[type=submit]");
            await().untilAsserted(
                            () -> assertThat(page.texts("#section-list button")).containsExactly("Floor", "Balcony"));
            WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlPathEqualTo("/api/venues/1/sections")));
        }
    }
}
