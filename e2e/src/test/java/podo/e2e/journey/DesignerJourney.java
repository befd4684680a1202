package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/** A theatre is drawn: curved stalls with a middle aisle, odd numbers left of it, wheelchair places, a balcony; and a fan sees it. */
@OnRunningStack
class DesignerJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void anOrganiserDrawsATheatreAndAFanSeesItAsItIs() {
        String name = "Theatre " + UUID.randomUUID().toString().substring(0, 8);
        Browser organiser = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        organiser.open("/admin/venues/new");
        organiser
                .write("#name", name)
                .write("[name='sections[0].name']", "Stalls")
                .write("[name='sections[0].rows']", "14")
                .write("[name='sections[0].seatsPerRow']", "20")
                .write("[name='sections[0].aisles']", "10")
                .press("#venue button[name=draw]");
        organiser.at("/admin/venues/\\d+/plan").see("#designer[data-ready]");
        String venue = organiser.path().replaceAll("\\D+", "");

        drawStalls(organiser);
        markPlaces(organiser);
        drawBalcony(organiser);
        organiser
                .press("#add [data-kind=STAGE]")
                .press("#save")
                .until(page -> page.text("#said").contains("version 2"), "the plan to be saved");
        assertThat(organiser.shows("#no-faults")).isTrue();

        Show show = publish(organiser, venue, "Evening " + name);
        assertFanSees(show);
    }

    private static void drawStalls(Browser organiser) {
        organiser.press("#section-list button");
        set(organiser, "#section-form [name=curve]", "1");
        organiser.set("#numbering", "ODD_LEFT");
        organiser.write("#first-row", "A").tick("#clear-letters").press("#renumber");
        paint(organiser, "R");
    }

    private static void paint(Browser organiser, String grade) {
        organiser.until(page -> page.all("#seats-form [name=grade] option").size() > 1, "grades to choose from");
        organiser.set("#seats-form [name=grade]", grade).press("[data-set=grade]");
    }

    /** Two wheelchair places with their companions at the right end of the last row, and one seat behind a light tower. */
    private static void markPlaces(Browser organiser) {
        choose(organiser, 14, "18, 20");
        organiser.set("#seats-form [name=kind]", "ACCESSIBLE").press("[data-set=kind]");
        choose(organiser, 14, "14, 16");
        organiser.set("#seats-form [name=kind]", "COMPANION").press("[data-set=kind]");
        choose(organiser, 8, "1");
        organiser.write("#seats-form [name=view]", "light tower").press("[data-set=view]");
    }

    private static void choose(Browser organiser, int row, String numbers) {
        organiser.write("#seat-numbers", numbers).press("#row-list li:nth-child(" + row + ") [data-act=choose]");
        organiser.see("#seats-form");
    }

    private static void drawBalcony(Browser organiser) {
        organiser
                .write("#generate [name=name]", "Balcony")
                .write("#generate [name=rows]", "2")
                .write("#generate [name=seatsPerRow]", "70")
                .write("#generate [name=grade]", "S")
                .write("#generate [name=curve]", "4")
                .press("#generate button[type=submit]")
                .until(page -> page.all("#section-list button").size() == 2, "the balcony");
        double before = Double.parseDouble(organiser.value("#section-form [name=y]"));
        organiser.see("#board").sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN));
        organiser.until(
                page -> Double.parseDouble(page.value("#section-form [name=y]")) == before + 50, "the balcony to move");
    }

    private static void set(Browser organiser, String css, String value) {
        organiser.write(css, value).see(css).sendKeys(Keys.TAB);
    }

    private static Show publish(Browser organiser, String venue, String title) {
        organiser.open("/admin/events/new?venue=" + venue);
        organiser.write("#title", title).set("#onSaleAt", "2026-01-01T10:00");
        assertThat(organiser.value("[name='grades[0].name']")).isEqualTo("R");
        assertThat(organiser.value("[name='grades[1].name']")).isEqualTo("S");
        organiser.press("main form button.go").at("/admin/events/\\d+");
        organiser.press("#publish").until(page -> !page.shows("#publish"), "the event to be published");
        long id = Api.open()
                .get("/api/events?query=" + title.replace(" ", "%20"))
                .has(200)
                .json("content")
                .path(0)
                .path("id")
                .asLong();
        return new Show(id, title);
    }

    private void assertFanSees(Show show) {
        Fan fan = Fan.fresh();
        Browser buyer = browsers.english();
        buyer.until(page -> fan.api().get("/api/events/" + show.id() + "/seats").status() == 200, "the seats");
        assertThat(fan.seats(show.id())).hasSize(14 * 20 + 2 * 70);
        TicketSteps.goToSeats(buyer, show, fan);
        buyer.see("#map[data-ready]");
        assertThat(seatsDrawn(buyer, "#map .m-free")).isEqualTo(416);
        assertThat(seatsDrawn(buyer, "#map .m-blocked")).isEqualTo(4);
        assertThat(buyer.all("#map .m-stage")).hasSize(1);
        buyer.open("/events/" + show.id() + "/seats?view=list&section=0");
        assertThat(buyer.text("#rows")).contains("Row A").contains("Row P").doesNotContain("Row I ");
        assertThat(buyer.all("#rows .seat.view")).hasSize(1);
    }

    private static long seatsDrawn(Browser buyer, String css) {
        return (long) java.util.Objects.requireNonNull(buyer.run("return [...document.querySelectorAll('" + css
                + "')].reduce((sum, path) => sum + (path.getAttribute('d').match(/M/g) || []).length, 0)"));
    }
}
