package podo.web.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import podo.starter.edge.PublicUrl;
import podo.web.calendar.CalendarFile;
import podo.web.client.ListedEvent;
import podo.web.label.EventTexts;
import podo.web.page.Words;

/** The beginning of a sale as a calendar entry with an alarm ten minutes before. */
@Component
class SaleReminder {

    private static final Duration LENGTH = Duration.ofMinutes(30);

    private final Words words;
    private final EventTexts texts;
    private final PublicUrl publicUrl;
    private final Clock clock;

    SaleReminder(Words words, EventTexts texts, PublicUrl publicUrl, Clock clock) {
        this.words = words;
        this.texts = texts;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    String ics(ListedEvent event) {
        String title = words.of("event.reminder.summary", texts.title(event));
        return CalendarFile.of(List.of(
                "UID:sale-" + event.id() + "@podo",
                "DTSTAMP:" + CalendarFile.time(clock.instant()),
                "DTSTART:" + CalendarFile.time(event.onSaleAt()),
                "DTEND:" + CalendarFile.time(event.onSaleAt().plus(LENGTH)),
                "SUMMARY:" + CalendarFile.text(title),
                "LOCATION:" + CalendarFile.text(publicUrl.address("/events/" + event.id() + "/queue")),
                "DESCRIPTION:" + CalendarFile.text(words.of("event.reminder.text")),
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "TRIGGER:-PT10M",
                "DESCRIPTION:" + CalendarFile.text(title),
                "END:VALARM"));
    }
}
