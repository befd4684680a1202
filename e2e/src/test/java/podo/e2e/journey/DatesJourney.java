package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

/** One show on three dates: added and published together, renamed together, one moved alone; a fan finds them and buys for one. */
@OnRunningStack
class DatesJourney {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate FRIDAY = YearMonth.now(SEOUL).plusMonths(2).atDay(11);
    private static final LocalDateTime SATURDAY = FRIDAY.plusDays(1).atTime(15, 0);
    private static final LocalDateTime LATE = FRIDAY.plusDays(1).atTime(19, 30);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void threeDatesAreMadeChangedTogetherAndAloneAndBought() {
        Instant start = FRIDAY.atTime(LocalTime.of(19, 30)).atZone(SEOUL).toInstant();
        Show first = Show.draft(1, 4, Map.of("startsAt", start.toString()));
        Browser organiser = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        addDates(organiser, first);
        organiser.press("#publish-all").until(page -> page.source().contains("3 dates published"), "the publication");
        List<Long> dates = datesOf(first);
        assertThat(dates).hasSize(3);

        String title = first.title() + " anew";
        rename(organiser, first, title, dates.subList(1, 3));
        dates.forEach(id -> assertThat(event(id).path("title").asString()).isEqualTo(title));

        organiser.open("/admin/events/" + dates.get(2)).press("#move-date summary");
        organiser.set("#move-starts", LATE.plusHours(2).toString());
        organiser.press("#move-save").at("/admin");
        assertThat(event(dates.get(1)).path("startsAt").asString()).isEqualTo(at(SATURDAY));
        assertThat(event(dates.get(2)).path("startsAt").asString()).isEqualTo(at(LATE.plusHours(2)));

        buy(title, new Show(dates.get(2), title), first);
    }

    private static void addDates(Browser organiser, Show first) {
        organiser.open("/admin/events/" + first.id() + "/dates").assertAccessible("the dates of a show");
        organiser.set("[name='dates[0].startsAt']", SATURDAY.toString());
        organiser.set("[name='dates[2].startsAt']", SATURDAY.toString());
        organiser.press("#add-dates").until(page -> page.shows("[id='dates[2].startsAt-wrong']"), "the refusal");
        organiser.assertAccessible("a refused date");
        organiser.set("[name='dates[2].startsAt']", LATE.toString());
        organiser.press("#add-dates").until(page -> page.text("main").contains("2 dates added"), "to be added");
        assertThat(organiser.all("#known li")).hasSize(3);
    }

    private static void rename(Browser organiser, Show first, String title, List<Long> others) {
        organiser.open("/admin/events/" + first.id()).write("#title", title);
        others.forEach(id -> organiser.tick("input[name=also][value^='" + id + ".']"));
        organiser.assertAccessible("the form of an event with other dates");
        organiser.press("#save").at("/admin");
        assertThat(organiser.text("main")).contains("on the other dates too");
        organiser.assertAccessible("the list with the dates of a show");
    }

    /** From the calendar to the late date, which the page of another date names too. */
    private void buy(String title, Show late, Show first) {
        Browser fan = browsers.english();
        fan.open("/calendar?month=" + YearMonth.from(FRIDAY)).assertAccessible("the calendar");
        assertThat(fan.text("main").split(title, -1)).hasSize(4);
        fan.press("a[href$='/events/" + first.id() + "']").at("/events/" + first.id());
        assertThat(fan.all("#dates li")).hasSize(3);
        fan.assertAccessible("an event with other dates");
        fan.press("#dates a[href$='/events/" + late.id() + "']").at("/events/" + late.id());
        assertThat(fan.text(".facts")).contains("21:30");
        assertThat(fan.open("/?query=" + title.replace(" ", "+")).text("#results"))
                .contains("3 dates, from");

        Fan buyer = Fan.fresh();
        late.awaitSeats(4);
        TicketSteps.goToSeats(fan, late, buyer);
        TicketSteps.holdFromTheList(fan, late, 2);
        TicketSteps.pay(fan);
        fan.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 1, "the ticket");
        assertThat(fan.text("main")).contains(title, "21:30");

        Fan.organiser().post("/api/events/" + first.id() + "/cancel").isOneOf(200);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> event(late.id()).path("otherDates").toString().contains("CANCELLED"));
        fan.open("/events/" + late.id());
        fan.reloadUntil(page -> page.text("#dates").contains("Cancelled"), "the cancelled date");
    }

    private static List<Long> datesOf(Show first) {
        Api organiser = Fan.organiser();
        JsonNode event = organiser
                .get("/api/events/" + first.id() + "?mine=true")
                .has(200)
                .json();
        List<Long> others = event.path("otherDates")
                .valueStream()
                .map(date -> date.path("id").asLong())
                .toList();
        Set<String> states = event.path("otherDates")
                .valueStream()
                .map(date -> date.path("status").asString())
                .collect(Collectors.toSet());
        assertThat(states).containsExactly("ON_SALE");
        return List.of(first.id(), others.get(0), others.get(1));
    }

    private static JsonNode event(long id) {
        return Api.open().get("/api/events/" + id).has(200).json();
    }

    private static String at(LocalDateTime time) {
        return time.atZone(SEOUL).toInstant().toString();
    }
}
