package podo.web.line;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import podo.contracts.event.EventStatus;
import podo.contracts.reservation.LineEnd;
import podo.contracts.reservation.LineState;
import podo.web.catalogue.CachedCatalogue;
import podo.web.catalogue.FanPresales;
import podo.web.client.LinePlace;
import podo.web.client.ListedEvent;
import podo.web.label.EventTexts;
import podo.web.page.PageSettings;
import podo.web.page.Words;

/** Fills the model of the line page; the template shows what stands in it and decides little. */
@Component
class LinePageModel {

    private static final int MIN_REFRESH_SECONDS = 5;
    private static final int MAX_REFRESH_SECONDS = 30;

    private final CachedCatalogue catalogue;
    private final SeatAlertPages seatAlerts;
    private final Words words;
    private final EventTexts texts;
    private final PageSettings settings;
    private final FanPresales presales;

    LinePageModel(
            CachedCatalogue catalogue,
            SeatAlertPages seatAlerts,
            Words words,
            EventTexts texts,
            PageSettings settings,
            FanPresales presales) {
        this.catalogue = catalogue;
        this.seatAlerts = seatAlerts;
        this.words = words;
        this.texts = texts;
        this.settings = settings;
        this.presales = presales;
    }

    ListedEvent eventOf(long eventId) {
        return catalogue.get(eventId);
    }

    /** Returns the view's name. */
    String fill(long eventId, @Nullable LinePlace told, @Nullable String problem, Model model) {
        return fill(eventOf(eventId), told, problem, model);
    }

    /** Returns the view's name. */
    String fill(ListedEvent event, @Nullable LinePlace told, @Nullable String problem, Model model) {
        LineEnd saleEnd = EventEnds.of(event);
        LinePlace place = told == null || saleEnd == null || told.is(LineState.CLOSED) ? told : told.closed(saleEnd);
        LineEnd end = saleEnd != null ? saleEnd : endOf(event, place);
        boolean isOver = end == LineEnd.EVENT_CANCELLED || end == LineEnd.SALE_OVER;
        model.addAttribute("show", event);
        model.addAttribute("end", end);
        if (isOver || mayEnter(place)) {
            // why an entry pass was refused before is no longer what counts
            model.addAttribute("refused", null);
        }
        model.addAttribute("place", place);
        model.addAttribute("presale", place == null ? presales.ofFan(event) : null);
        LinePlace.OfPresale ofPresale = place == null ? null : place.presale();
        model.addAttribute("opensAt", ofPresale == null ? event.onSaleAt() : ofPresale.from());
        model.addAttribute("problem", problem);
        model.addAttribute("pageTitle", title(event, place));
        model.addAttribute("wait", place == null ? null : waitingTime(place));
        model.addAttribute("heartbeat", settings.heartbeat().toMillis());
        boolean mayAskForSeats = end != null && !isOver;
        model.addAttribute("mayAskForSeats", mayAskForSeats);
        if (mayAskForSeats) {
            model.addAttribute("seatAlert", seatAlerts.find(event.id()));
        }
        // a fan whose turn it is has a button on the page, so that page does not reload itself
        if (place != null && (place.is(LineState.LOBBY) || place.is(LineState.WAITING))) {
            model.addAttribute("refresh", refreshSeconds(place));
        }
        return "line/line";
    }

    /** Null while the fan may join, wait or enter. */
    private static @Nullable LineEnd endOf(ListedEvent event, @Nullable LinePlace place) {
        if (place == null) {
            return event.is(EventStatus.SOLD_OUT) ? LineEnd.SOLD_OUT : null;
        }
        if (!place.is(LineState.CLOSED)) {
            return null;
        }
        return place.closedBecause() != null ? place.closedBecause() : LineEnd.LINE_CLOSED;
    }

    private static boolean mayEnter(@Nullable LinePlace place) {
        return place != null && (place.is(LineState.OFFERED) || place.is(LineState.ENTERED));
    }

    private String title(ListedEvent event, @Nullable LinePlace place) {
        if (place != null && place.is(LineState.WAITING)) {
            return words.of("line.title.at", String.format(Locale.ROOT, "%,d", place.fansAhead()), texts.title(event));
        }
        boolean offered = place != null && place.is(LineState.OFFERED);
        return words.of(offered ? "line.title.turn" : "line.title", texts.title(event));
    }

    private String waitingTime(LinePlace place) {
        LinePlace.Eta minutes = place.minutes();
        if (minutes == null) {
            return words.of("line.unknown");
        }
        if (minutes.to() == 0) {
            return words.of("line.soon");
        }
        if (minutes.from() == 0) {
            return words.of("line.minutes.upto", minutes.to());
        }
        return minutes.from() == minutes.to()
                ? words.of("line.minutes", minutes.to())
                : words.of("line.minutes.range", minutes.from(), minutes.to());
    }

    private static long refreshSeconds(LinePlace place) {
        Long pollAfterMillis = place.pollAfterMillis();
        long seconds = pollAfterMillis == null ? MIN_REFRESH_SECONDS : pollAfterMillis / 1_000;
        return Math.clamp(seconds, MIN_REFRESH_SECONDS, MAX_REFRESH_SECONDS);
    }
}
